/* This file makes the corrected text: accepted findings with exactly one wording, put into the text as it was given. */
document.addEventListener("DOMContentLoaded", () => {
  const { cards } = page;
  if (!cards) return;
  const dialog = document.querySelector("dialog.mend");
  const read = (id) => JSON.parse(document.getElementById(id).textContent);

  /* Offsets count code points; a string of this language counts UTF-16, so the text is taken apart first. */
  const mended = (run, given, here) => {
    const points = Array.from(given.text);
    const wanted = here.map((card) => ({ finding: run.findings[card.dataset.at], why: reason(run.findings[card.dataset.at], given.crossed.includes(Number(card.dataset.at)), given.marked, points) }));
    const edits = wanted.filter((each) => !each.why).sort((one, two) => one.finding.start - two.finding.start || one.finding.end - two.finding.end);
    for (const one of edits) for (const two of edits) if (one !== two && clash(one.finding, two.finding)) one.why = "overlaps another accepted finding";
    const sure = edits.filter((each) => !each.why).filter((each, at, all) => !at || !same(all[at - 1].finding, each.finding));
    let text = "";
    let from = 0;
    for (const { finding } of sure) {
      text += points.slice(from, finding.start).join("") + finding.suggestions[0];
      from = finding.end;
    }
    const told = ({ finding }) => ({ line: finding.line, old: finding.quote, new: finding.suggestions[0] || "", rule: finding.rule, fingerprint: finding.fingerprint });
    return {
      text: text + points.slice(from).join(""),
      changes: sure.map(told),
      left: wanted.filter((each) => each.why).map((each) => ({ ...told(each), why: each.why })),
    };
  };
  const same = (one, two) => one.start === two.start && one.end === two.end && one.suggestions[0] === two.suggestions[0];
  const clash = (one, two) => !same(one, two) && (one.start < two.end && two.start < one.end || one.start === two.start);
  const reason = (finding, crossed, marked, points) => {
    if (finding.suggestions.length !== 1) return finding.suggestions.length ? "more than one wording" : "no wording";
    if (points.slice(finding.start, finding.end).join("") !== finding.quote) return "the text reads otherwise there";
    if (crossed) return "markup stands in between";
    if (marked && /[<>&"\\]/.test(finding.suggestions[0])) return "its wording would be markup";
    return "";
  };

  const element = (name, text, children = []) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    made.append(...children);
    return made;
  };
  const table = (title, rows) => {
    if (!rows.length) return element("p", title.none);
    const heads = element("tr", "", title.heads.map((head) => { const cell = element("th", head); cell.scope = "col"; return cell; }));
    return element("table", "", [element("caption", title.name), element("thead", "", [heads]), element("tbody", "", rows.map((row) => element("tr", "", row.map((cell) => element("td", String(cell))))))]);
  };
  const button = (text, deed) => {
    const made = element("button", text);
    made.type = "button";
    made.addEventListener("click", deed);
    return made;
  };

  page.mend = () => {
    const runs = read("audit").documents;
    const texts = read("texts");
    const parts = [...document.querySelectorAll("article.document")].map((article, at) => {
      const here = cards.filter((card) => card.closest("article.document") === article && card.dataset.status === "accepted");
      const done = mended(runs[at], texts[at], here);
      const [, stem, suffix] = page.fileName(runs[at].id).match(/^(.*?)(\.[^.]*)?$/s);
      const listed = { document: runs[at].id, changes: done.changes, left: done.left };
      return element("section", "", [
        element("h3", runs[at].id),
        table({ name: "Changed", none: "Nothing to change.", heads: ["Line", "Old", "New", "Rule"] }, done.changes.map((one) => [one.line, one.old, one.new, one.rule])),
        table({ name: "Left as it is", none: "Nothing was left.", heads: ["Line", "Old", "Rule", "Why"] }, done.left.map((one) => [one.line, one.old, one.rule, one.why])),
        button("Save the corrected text", () => page.save(`${stem}.corrected${suffix || ""}`, done.text, "text/plain")),
        button("Save the list of changes", () => page.save(`${stem}.changes.json`, JSON.stringify(listed, null, 2) + "\n", "application/json")),
      ]);
    });
    dialog.querySelector(".changes").replaceChildren(...parts);
    dialog.showModal();
  };
});
