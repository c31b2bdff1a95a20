/* This file selects and filters findings. Without it the page still shows everything. */
document.addEventListener("DOMContentLoaded", () => {
  const root = document.documentElement;
  const form = document.querySelector("form.toolbar");
  if (!form) return; // no findings: nothing to move between
  const cards = [...document.querySelectorAll(".card")];
  const marks = [...document.querySelectorAll(".mark")];
  const ticks = [...document.querySelectorAll(".tick")];
  const boxes = [...form.querySelectorAll("input[name=severity]")];
  const fields = ["category", "rule", "status"].map((name) => form.elements[name]);
  const shown = form.querySelector(".shown");
  const weight = ["neutral", "minor", "major", "critical"];
  const byId = new Map(cards.map((card) => [card.id, card]));
  const marksOf = cards.map(() => []);
  for (const mark of marks) for (const index of mark.dataset.f.split(" ")) marksOf[index].push(mark);
  const witnessesOf = cards.map(() => []);
  for (const place of document.querySelectorAll("[data-w]")) for (const index of place.dataset.w.split(" ")) witnessesOf[index].push(place);
  let current = null;
  const visible = () => cards.filter((card) => !card.hidden);

  /* ---- the part of the address after #: the current finding, then the filters ---- */

  const writeHash = () => {
    const state = new URLSearchParams();
    const on = boxes.filter((box) => box.checked);
    if (on.length < boxes.length) state.set("severity", on.map((box) => box.value).join("."));
    for (const field of fields) if (field.value) state.set(field.name, field.value);
    const hash = [current ? current.id : "", state.toString()].filter(Boolean).join("&");
    history.replaceState(null, "", "#" + hash);
  };

  const readHash = () => {
    const [first, ...rest] = location.hash.slice(1).split("&");
    const named = first && !first.includes("=");
    const state = new URLSearchParams((named ? rest : [first, ...rest]).join("&"));
    if (named && !byId.has(first) && !rest.length) return; // a place in the page, not a state of it
    const severities = state.has("severity") ? state.get("severity").split(".") : null;
    for (const box of boxes) box.checked = !severities || severities.includes(box.value);
    for (const field of fields) field.value = state.get(field.name) || "";
    for (const field of fields) if (field.value !== (state.get(field.name) || "")) field.value = ""; // a value this report has not
    filter();
    const card = named ? byId.get(first) : null;
    if (card && card.hidden) reset();
    if (card) select(card, { focus: false });
  };

  /* ---- filters ---- */

  const matches = (card) => {
    const [category, rule, status] = fields.map((field) => field.value);
    const box = boxes.find((each) => each.value === card.dataset.s);
    return box.checked && (!category || card.dataset.category === category) && (!status || card.dataset.status === status)
      && card.dataset.rule.includes(rule.trim().toLowerCase());
  };

  const filter = () => {
    for (const card of cards) if (card.hidden === matches(card)) card.hidden = !card.hidden;
    for (const mark of marks) paint(mark);
    for (const tick of ticks) tick.classList.toggle("off", cards[tick.dataset.t].hidden);
    if (current && current.hidden) release();
    const left = visible().length;
    document.querySelector("p.none").hidden = left > 0;
    form.querySelector("[data-do=reset]").disabled = left === cards.length;
    tell();
  };

  const paint = (mark) => {
    const over = mark.dataset.f.split(" ").map((index) => cards[index]).filter((card) => !card.hidden);
    const ends = (mark.dataset.e || "").split(" ").filter(Boolean).map((index) => cards[index]).filter((card) => !card.hidden);
    const open = over.filter((card) => card.dataset.status === "open");
    const tone = weight[Math.max(-1, ...(open.length ? open : over).map((card) => weight.indexOf(card.dataset.s)))] || "";
    const numbers = ends.map((card) => card.dataset.n).join(",");
    if (mark.dataset.s !== tone) mark.dataset.s = tone; // an attribute written anew is a style to compute anew, even if it stays
    if ((mark.dataset.n || "") !== numbers) mark.dataset.n = numbers;
    mark.classList.toggle("off", !over.length);
    mark.classList.toggle("settled", over.length > 0 && !open.length);
    const href = over.length ? "#" + over[0].id : null;
    if (mark.getAttribute("href") === href) return;
    if (href) mark.setAttribute("href", href); else mark.removeAttribute("href");
  };

  const reset = () => {
    for (const box of boxes) box.checked = true;
    for (const field of fields) field.value = "";
    filter();
  };

  const tell = () => {
    const left = visible();
    const count = (left.length === cards.length ? "" : `${left.length} of `) + cards.length;
    shown.textContent = current ? `${left.indexOf(current) + 1} / ${count}` : `${count} finding${cards.length === 1 ? "" : "s"}`;
  };

  /* ---- the current finding ---- */

  const release = () => {
    for (const node of document.querySelectorAll("[aria-current]")) node.removeAttribute("aria-current");
    for (const node of document.querySelectorAll(".witness")) node.classList.remove("witness");
    current = null;
    document.dispatchEvent(new CustomEvent("current"));
    tell();
  };

  const show = (nodes, anchor) => {
    for (let part = anchor.closest("details:not([open])"); part; part = part.parentElement.closest("details:not([open])")) part.open = true;
    const sticky = getComputedStyle(form).position === "sticky"; // else, on a narrow screen, its buttons lie at the lower edge
    const top = (sticky ? form.offsetHeight : 0) + 12;
    const bottom = innerHeight - (sticky ? 12 : 64);
    const boxesOf = nodes.map((node) => node.getBoundingClientRect());
    const first = Math.min(...boxesOf.map((box) => box.top));
    const last = Math.max(...boxesOf.map((box) => box.bottom));
    if (first >= top && last <= bottom) return;
    const room = bottom - top;
    const target = last - first <= room ? (first + last) / 2 : anchor.getBoundingClientRect().top + room / 4;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollBy({ top: target - top - room / 2, behavior: calm ? "auto" : "smooth" });
  };

  const select = (card, { focus = true, anchor = null } = {}) => {
    release();
    current = card;
    document.dispatchEvent(new CustomEvent("current"));
    const index = Number(card.dataset.i);
    card.setAttribute("aria-current", "true");
    for (const mark of marksOf[index]) mark.setAttribute("aria-current", "true");
    if (ticks[index]) ticks[index].setAttribute("aria-current", "true");
    for (const place of witnessesOf[index]) place.classList.add("witness");
    if (focus) card.querySelector(".pick").focus({ preventScroll: true });
    show([card, ...marksOf[index].slice(0, 1)], anchor || card);
    tell();
    writeHash();
  };

  const move = (step) => {
    const list = visible();
    if (!list.length) return;
    if (current) {
      const next = list[list.indexOf(current) + step];
      if (next) select(next);
      return;
    }
    const top = form.getBoundingClientRect().bottom;
    const below = list.findIndex((card) => card.getBoundingClientRect().top >= top);
    select(step > 0 ? list[Math.max(0, below)] : list[below < 0 ? list.length - 1 : Math.max(0, below - 1)]);
  };

  const expand = () => {
    const button = form.querySelector("[data-do=expand]");
    button.setAttribute("aria-pressed", String(root.classList.toggle("expanded")));
    if (current) show([current], current);
  };

  /* ---- events ---- */

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest("a[href^='#']");
    const card = event.target.closest(".card");
    if (link && link.matches(".mark")) {
      event.preventDefault();
      const over = link.dataset.f.split(" ").map((index) => cards[index]).filter((each) => !each.hidden);
      const at = over.indexOf(current); // a second click goes to the next finding that covers this place
      if (over.length) select(over[(at + 1) % over.length], { focus: false, anchor: link });
    } else if (link && link.matches(".pick")) {
      event.preventDefault();
      select(card, { anchor: card });
    } else if (link) {
      const target = page.named(link);
      if (!target) return;
      event.preventDefault();
      if (byId.has(target.id)) select(target); else show([target], target);
      if (link.matches(".skip")) { target.tabIndex = -1; target.focus(); }
    } else if (card && card !== current && !String(getSelection())) {
      select(card, { anchor: card });
    } else {
      const tick = event.target.closest(".tick:not(.off)");
      if (tick) select(cards[tick.dataset.t]);
    }
  });

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => { filter(); writeHash(); });
  addEventListener("hashchange", readHash);

  const toggle = (severity) => {
    const box = boxes.find((each) => each.value === severity);
    if (!box) return;
    box.checked = !box.checked;
    filter();
    writeHash();
  };

  Object.assign(page, {
    cards, form, marksOf, paint, select, move, expand, toggle,
    current: () => current,
    release: () => { release(); writeHash(); },
    reset: () => { reset(); writeHash(); },
    start: () => { filter(); readHash(); },
  });
});
