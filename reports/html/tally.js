/* This file counts again what is open, in the panels at the top, whenever a finding is settled. */
document.addEventListener("DOMContentLoaded", () => {
  const { cards } = page;
  if (!cards) return;
  const severities = ["critical", "major", "minor", "neutral"];
  const rows = [...document.querySelectorAll("tr[data-severity]")];
  const crossed = [...document.querySelectorAll("tr[data-category]")];
  const cells = [...document.querySelectorAll("td[data-home]")];
  const note = document.querySelector(".overview .settled-note");
  const choice = page.form.elements.status;
  const homes = new Map(cards.map((card) => [card, card.closest("article.document").id]));
  const counted = (some, key) => {
    const counts = new Map();
    for (const card of some) counts.set(key(card), (counts.get(key(card)) || 0) + 1);
    return (name) => counts.get(name) || 0;
  };

  page.tally = () => {
    const open = cards.filter((card) => card.dataset.status === "open");
    const bySeverity = counted(open, (card) => card.dataset.s);
    const byCategory = counted(open, (card) => card.dataset.category);
    const byBoth = counted(open, (card) => `${card.dataset.s} ${card.dataset.category}`);
    const byHome = counted(open, (card) => `${card.dataset.s} ${homes.get(card)}`);
    const most = (names, count) => Math.max(1, ...names.map(count));
    const worst = most(severities, bySeverity);
    for (const row of rows) {
      row.querySelector(".count").textContent = bySeverity(row.dataset.severity);
      row.querySelector(".fill").setAttribute("width", 100 * bySeverity(row.dataset.severity) / worst);
    }
    const widest = most(crossed.map((row) => row.dataset.category), byCategory);
    for (const row of crossed) {
      const parts = severities.map((name) => [name, byBoth(`${name} ${row.dataset.category}`)]).filter(([, count]) => count);
      const words = parts.map(([name, count]) => `${count} ${name}`).join(", ");
      row.title = words;
      row.querySelector(".total").textContent = byCategory(row.dataset.category);
      row.querySelector(".count .unseen").textContent = words && ": " + words;
      let start = 0;
      for (const bar of row.querySelectorAll(".part")) {
        const width = 100 * byBoth(`${bar.dataset.s} ${row.dataset.category}`) / widest;
        bar.setAttribute("x", start);
        bar.setAttribute("width", width);
        start += width;
      }
    }
    for (const cell of cells) cell.textContent = byHome(`${cell.dataset.severity} ${cell.dataset.home}`);
    const settled = cards.length - open.length;
    note.hidden = !settled;
    note.textContent = `${settled} more ${settled === 1 ? "is" : "are"} accepted or dismissed already.`;
    statuses(counted(cards, (card) => card.dataset.status));
  };

  const statuses = (count) => {
    for (const status of ["open", "accepted", "dismissed"]) {
      let option = [...choice.options].find((each) => each.value === status);
      if (!option && !count(status)) continue;
      if (!option) { option = new Option("", status); choice.append(option); }
      option.textContent = `${status[0].toUpperCase()}${status.slice(1)} (${count(status)})`;
      option.hidden = !count(status) && choice.value !== status;
    }
    choice.closest("label").hidden = choice.options.length < 3;
  };
});
