/* This file carries decisions out of the page and into it, as a file. */
document.addEventListener("DOMContentLoaded", () => {
  const { cards, say } = page;
  if (!cards) return;

  page.save = (name, text, kind) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: kind }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  page.stem = () => {
    const names = new Set([...page.about.values()].map((text) => text.name));
    return names.size === 1 ? page.fileName([...names][0]).replace(/\.[^.]*$/, "") : "audit";
  };
  page.fileName = (path) => path.split(/[\\/]/).pop() || "text";

  page.export = () => {
    const all = [...page.stores.values()].flatMap((store) => [...store.values()]);
    if (!all.length) return say("Nothing is decided on this page yet.");
    page.save(`${page.stem()}.decisions.json`, JSON.stringify(all, null, 2) + "\n", "application/json");
    return say(`${all.length} decision${all.length === 1 ? "" : "s"} written to ${page.stem()}.decisions.json.`);
  };

  /* ---- a colleague's file: the later decision on a finding stands ---- */

  const listed = (text) => {
    const value = JSON.parse(text);
    const list = Array.isArray(value) ? value : value && value.decisions;
    if (!Array.isArray(list)) throw new Error("no list of decisions");
    return list;
  };
  const today = () => new Date().toISOString().slice(0, 10);
  const usable = (one) => one && typeof one === "object" && ["accepted", "dismissed"].includes(one.status) && (!one.expires || String(one.expires) >= today());
  const concerns = (one) => (card) => (one.scope === "text"
    ? card.dataset.rule === one.rule && (sameText(one.text, page.about.get(card).name) || hasPrint(page.about.get(card), one.fingerprint))
    : Boolean(one.fingerprint) && card.dataset.print === one.fingerprint);
  const sameText = (one, other) => { // as far as both paths go: a run may start in another folder
    const [ours, theirs] = [one, other].map((path) => String(path || "").split(/[\\/]/).filter(Boolean).reverse());
    const short = Math.min(ours.length, theirs.length);
    return short > 0 && ours.slice(0, short).every((part, at) => part === theirs[at]);
  };
  const hasPrint = (text, print) => Boolean(print) && cards.some((card) => page.about.get(card) === text && card.dataset.print === print);

  page.import = async (file) => {
    let list;
    try { list = listed(await file.text()); } catch { return say(`${file.name} is not a decisions file in JSON: nothing was taken from it.`); }
    const counts = { taken: 0, elsewhere: 0, older: 0 };
    for (const one of list) {
      const card = usable(one) && cards.find(concerns(one));
      if (!card) { counts.elsewhere += 1; continue; }
      const decision = page.plain(one);
      for (const key of new Set(cards.filter(concerns(one)).map((each) => page.about.get(each).key))) {
        const store = page.stores.get(key);
        const kept = store.get(page.nameOf(decision));
        if (kept && kept.date >= decision.date) { counts.older += 1; continue; }
        store.set(page.nameOf(decision), decision);
        page.write(key);
        counts.taken += 1;
      }
    }
    page.refresh();
    document.dispatchEvent(new CustomEvent("current"));
    return say(`${counts.taken} taken from ${file.name}; ${counts.older} not later than what stands here; ${counts.elsewhere} about no finding of this page, or expired.`);
  };
  const field = document.querySelector(".desk input[type=file]");
  field.addEventListener("change", async () => {
    if (field.files.length) await page.import(field.files[0]);
    field.value = "";
  });
});
