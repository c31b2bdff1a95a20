/* This file puts source and references beside each paragraph of the article, in a wide window, out of the table behind it. */
document.addEventListener("DOMContentLoaded", () => {
  const button = document.querySelector("[data-do=sides]");
  if (!button) return;
  const root = document.documentElement;

  const lay = () => {
    for (const line of document.querySelectorAll(".sides tbody tr")) {
      const link = line.querySelector("th a");
      const place = link && page.named(link);
      const row = place && place.closest(".row");
      if (!row) continue;
      for (const cell of line.querySelectorAll("td")) {
        if (cell.dataset.column.startsWith("Translation")) continue;
        const words = document.createElement("span");
        for (const name of ["lang", "dir"]) if (cell.hasAttribute(name)) words.setAttribute(name, cell.getAttribute(name));
        words.append(...[...cell.childNodes].map((node) => node.cloneNode(true)), " ");
        pane(row, cell.dataset.column).append(words);
      }
    }
  };
  const pane = (row, title) => {
    let all = row.querySelector(".panes");
    if (!all) { all = document.createElement("div"); all.className = "panes"; row.prepend(all); }
    let one = [...all.children].find((each) => each.dataset.column === title);
    if (!one) {
      one = document.createElement("p");
      one.dataset.column = title;
      const name = document.createElement("strong");
      name.textContent = title;
      one.append(name, " ");
      all.append(one);
    }
    return one;
  };

  page.sides = () => {
    if (!document.querySelector(".panes")) lay();
    const on = root.classList.toggle("sided");
    button.setAttribute("aria-pressed", String(on));
    page.say(on ? "Source and references stand beside the article." : "The article alone.");
    const current = page.current();
    if (current) page.select(current);
  };
});
