/* This file keeps what people decide of findings: on the page, in the browser, in a file that `audit --decisions` reads. */
document.addEventListener("DOMContentLoaded", () => {
  const { cards } = page;
  if (!cards) return;
  const desk = document.querySelector(".desk");
  const form = document.querySelector("form.decide");
  const home = form.parentElement;
  const asked = document.querySelector("dialog.author");
  const said = document.querySelector(".said");
  const articles = new Map([...document.querySelectorAll("article.document")].map((article) => [article, { name: article.getAttribute("aria-label"), key: "audit:" + article.dataset.hash }]));
  const about = new Map(cards.map((card) => [card, articles.get(card.closest("article.document"))]));
  const drafts = new Map();
  const given = new Map(cards.map((card) => [card, { status: card.dataset.status }])); // what the run says; its note, once it is replaced

  let silence = 0;
  const say = (words) => {
    said.textContent = words;
    clearTimeout(silence);
    silence = setTimeout(() => { said.textContent = ""; }, 8000);
  };

  /* ---- what is kept: for each text, by the hash of it, the decisions on it; by fingerprint, or by rule for all of a rule ---- */

  const memory = new Map();
  const shelf = { // a browser may forbid its own; then the page keeps them until it is closed
    get: (key) => { try { return localStorage.getItem(key); } catch { return memory.get(key) || null; } },
    set: (key, value) => {
      memory.set(key, value);
      try { localStorage.setItem(key, value); return true; } catch { return false; }
    },
  };
  const statuses = ["accepted", "dismissed"];
  const fields = ["fingerprint", "rule", "quote", "status", "reason", "author", "date", "expires", "scope", "text"];
  const plain = (one) => ({ // whoever wrote it: a file, another tab
    reason: "", author: "", date: "", scope: "instance",
    ...Object.fromEntries(fields.filter((field) => one[field] !== undefined && one[field] !== null).map((field) => [field, String(one[field])])),
  });
  const nameOf = (decision) => (decision.scope === "text" ? "rule " + decision.rule : decision.fingerprint);
  const stores = new Map();
  const read = () => {
    for (const { key } of articles.values()) {
      let kept = [];
      try { kept = JSON.parse(shelf.get(key) || "[]"); } catch { kept = []; }
      const sound = (Array.isArray(kept) ? kept : []).filter((one) => one && statuses.includes(one.status)).map(plain);
      stores.set(key, new Map(sound.map((one) => [nameOf(one), one])));
    }
  };
  const write = (key) => {
    if (!shelf.set(key, JSON.stringify([...stores.get(key).values()]))) say("This browser keeps nothing: save the decisions before you close the page.");
  };
  const storeOf = (card) => stores.get(about.get(card).key);
  const decisionOf = (card) => {
    const [one, all] = [card.dataset.print, "rule " + card.dataset.rule].map((name) => storeOf(card).get(name));
    const here = one && all ? (all.date > one.date ? all : one) : one || all;
    return here && here.date >= card.dataset.date ? here : undefined; // the run may know of a later one
  };
  const now = () => new Date().toISOString();
  const quotes = () => { // by fingerprint; read when first needed, for it is as long as the article
    const run = JSON.parse(document.getElementById("audit").textContent);
    const found = new Map(run.documents.flatMap((one) => one.findings.map((finding) => [finding.fingerprint, finding.quote])));
    quotes.of = (card) => found.get(card.dataset.print) || "";
    return found;
  };
  quotes.of = (card) => { quotes(); return quotes.of(card); };

  /* ---- how a card shows it ---- */

  const show = (card) => {
    const decision = decisionOf(card);
    const status = decision ? decision.status : given.get(card).status;
    card.dataset.status = status;
    card.classList.toggle("settled", status !== "open");
    const badge = card.querySelector(".status");
    badge.textContent = status === "open" ? "" : status;
    badge.hidden = status === "open";
    const by = decision && `${status === "accepted" ? "Accepted" : "Dismissed"} by ${decision.author || "somebody"}, ${decision.date.slice(0, 10)}${decision.reason ? ": " + decision.reason : ""}`;
    const note = card.querySelector(".settled-by");
    const first = given.get(card);
    if (first.note === undefined) first.note = note.textContent;
    note.textContent = by || first.note;
    note.hidden = !note.textContent;
    for (const mark of page.marksOf[card.dataset.i]) page.paint(mark);
  };
  const refresh = (some = cards) => {
    for (const card of some) show(card);
    page.tally();
    const settled = cards.filter((card) => card.dataset.status !== "open").length;
    const here = cards.filter(decisionOf).length;
    desk.querySelector(".progress").textContent = `${settled} of ${cards.length} decided` + (here ? `, ${here} on this page` : "");
    desk.querySelector("[data-do=export]").disabled = ![...stores.values()].some((store) => store.size);
    desk.querySelector("[data-do=mend]").disabled = !cards.some((card) => card.dataset.status === "accepted");
    document.querySelector(".since").hidden = !here;
  };

  /* ---- deciding ---- */

  const author = () => new Promise((answer) => {
    const kept = shelf.get("audit author");
    if (kept) return answer(kept);
    const field = asked.querySelector("input");
    asked.returnValue = "";
    asked.addEventListener("close", () => {
      const name = asked.returnValue === "ok" ? field.value.trim() : "";
      if (name) { shelf.set("audit author", name); desk.querySelector("[name=author]").value = name; }
      answer(name);
    }, { once: true });
    asked.showModal();
    field.focus();
  });
  const onlyWith = (deed) => () => {
    const card = page.current();
    if (!card) return say("Choose a finding first: j, or a click.");
    if (!card.dataset.print) return say("This finding has no fingerprint: it cannot be decided.");
    return deed(card);
  };
  const decide = (status) => onlyWith(async (card) => {
    const name = await author();
    if (!name) return say("Nothing was decided: a decision needs a name.");
    const whole = form.elements.whole.checked;
    const decision = { fingerprint: card.dataset.print, rule: card.dataset.rule, quote: quotes.of(card), status, reason: form.elements.reason.value.trim(), author: name, date: now(), scope: whole ? "text" : "instance" };
    if (whole) { decision.text = about.get(card).name; storeOf(card).delete(card.dataset.print); }
    storeOf(card).set(nameOf(decision), decision);
    say(`Finding ${card.dataset.n} ${status}${whole ? ", and all of its rule" : ""}. ${count()}`);
    settle(card, whole);
  });
  const settle = (card, whole) => {
    write(about.get(card).key);
    drafts.delete(card);
    refresh(whole ? cards : cards.filter((each) => each.dataset.print === card.dataset.print));
    fill();
  };
  const count = () => `${cards.filter((card) => decisionOf(card) || given.get(card).status !== "open").length} of ${cards.length} decided.`;
  const undo = onlyWith((card) => {
    const decision = decisionOf(card);
    if (!decision) return say(card.dataset.status === "open" ? `Finding ${card.dataset.n} is open: there is nothing to undo.` : "This was decided before the report was made: decide it anew, or take it out of the decisions file.");
    storeOf(card).delete(nameOf(decision));
    say(`Finding ${card.dataset.n}: decision taken back. ${count()}`);
    return settle(card, decision.scope === "text");
  });

  /* ---- the form that stands in the card of the current finding ---- */

  const fill = () => {
    const card = page.current();
    if (!card) { home.append(form); return; }
    const decision = decisionOf(card);
    form.elements.reason.value = drafts.has(card) ? drafts.get(card) : (decision || {}).reason || "";
    form.elements.whole.checked = Boolean(decision) && decision.scope === "text";
    form.querySelector("[data-do=copy]").hidden = !card.querySelector(".better");
    if (form.parentElement !== card) card.append(form);
  };
  form.elements.reason.addEventListener("input", () => drafts.set(page.current(), form.elements.reason.value));
  form.elements.reason.addEventListener("change", () => {
    const card = page.current();
    const decision = card && decisionOf(card);
    if (!decision || decision.reason === form.elements.reason.value.trim()) return;
    storeOf(card).set(nameOf(decision), { ...decision, reason: form.elements.reason.value.trim(), date: now() });
    settle(card, decision.scope === "text");
    say(`Reason of finding ${card.dataset.n} kept.`);
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); page.current().querySelector(".pick").focus(); });
  document.addEventListener("current", fill);

  const name = desk.querySelector("[name=author]");
  name.value = shelf.get("audit author") || "";
  name.addEventListener("change", () => { shelf.set("audit author", name.value.trim()); });
  desk.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("storage", () => { read(); refresh(); }); // the same report in another tab

  const begin = () => { read(); refresh(cards.filter(decisionOf)); };
  Object.assign(page, { begin, plain, say, stores, about, decisionOf, nameOf, write, refresh, accept: decide("accepted"), dismiss: decide("dismissed"), undo, note: onlyWith(() => form.elements.reason.focus()) });
});
