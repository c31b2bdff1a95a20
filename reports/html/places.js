/* This file leads from a place to what belongs there: bars of a chart, sentences, rows. The other scripts follow it in one script. */
"use strict";
document.documentElement.classList.add("js");
const page = { named: (link) => document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1))) };
document.addEventListener("DOMContentLoaded", () => {
  /* ---- charts: arrows walk along the bars, a bar or a row shows its whole sentence ---- */

  for (const plot of document.querySelectorAll(".plot svg")) {
    const bars = [...plot.querySelectorAll(".bar-link")];
    plot.addEventListener("keydown", (event) => {
      const at = bars.indexOf(event.target.closest(".bar-link"));
      const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: bars.length - 1 }[event.key];
      if (next === undefined || at < 0) return;
      event.preventDefault();
      for (const bar of bars) bar.setAttribute("tabindex", "-1");
      const bar = bars[Math.min(bars.length - 1, Math.max(0, next))];
      bar.setAttribute("tabindex", "0");
      bar.focus();
    });
  }

  const starts = new Set([...document.querySelectorAll(".sentences a, .sides th a")].map((link) => link.getAttribute("href").slice(1)));
  const glow = (target) => {
    if (!window.Highlight || !CSS.highlights) return;
    const text = target.closest(".text");
    const range = document.createRange();
    range.setStartBefore(target);
    range.setEndAfter(text.lastChild);
    const follows = (node) => node !== target && target.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
    const next = [...text.querySelectorAll("[id]")].find((node) => starts.has(node.id) && follows(node));
    if (next) range.setEndBefore(next);
    CSS.highlights.set("sentence", new Highlight(range));
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']:not(.mark)");
    const target = link && page.named(link);
    if (window.CSS && CSS.highlights) CSS.highlights.delete("sentence");
    for (const row of document.querySelectorAll(".sides tr.witness")) row.classList.remove("witness");
    if (target && target.matches(".sides tr")) target.classList.add("witness");
    if (!target || !target.closest(".text") || !starts.has(target.id)) return;
    glow(target);
    if (event.detail === 0 && !target.matches("a")) target.tabIndex = -1; // by keyboard: reading goes on there
    if (event.detail === 0) target.focus({ preventScroll: true });
  });
  addEventListener("beforeprint", () => { for (const part of document.querySelectorAll(".signature")) part.open = true; });
});
