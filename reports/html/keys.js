/* This file joins keys and buttons to what they do, copies, and sets the page going. */
document.addEventListener("DOMContentLoaded", () => {
  const { cards, form, say } = page;
  if (!cards) return;
  const help = document.querySelector("dialog.keys");

  const copy = async (text, told) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch { // a page out of a file may not: then as it was done before
      const from = document.activeElement;
      const field = document.createElement("textarea");
      field.value = text;
      field.className = "unseen";
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      if (from) from.focus({ preventScroll: true });
      if (!done) return say("This browser does not let the page copy.");
    }
    return say(told);
  };
  const withCurrent = (deed) => () => (page.current() ? deed(page.current()) : say("Choose a finding first: j, or a click."));

  const deeds = {
    next: () => page.move(1),
    previous: () => page.move(-1),
    expand: page.expand,
    reset: page.reset,
    help: () => help.showModal(),
    accept: page.accept,
    dismiss: page.dismiss,
    undo: page.undo,
    note: page.note,
    copy: withCurrent((card) => {
      const better = card.querySelector(".better q");
      return better ? copy(better.textContent, `Copied: ${better.textContent}`) : say("This finding proposes no wording.");
    }),
    link: withCurrent((card) => copy(location.href.split("#")[0] + "#" + card.id, "Copied the link to this finding.")),
    ...(page.sides ? { sides: page.sides } : {}),
    export: page.export,
    mend: page.mend,
    find: () => form.elements.rule.focus(),
    critical: () => page.toggle("critical"),
    major: () => page.toggle("major"),
    minor: () => page.toggle("minor"),
    neutral: () => page.toggle("neutral"),
  };
  for (const button of document.querySelectorAll("button[data-do]")) button.addEventListener("click", () => deeds[button.dataset.do]());

  const byKey = {
    j: "next", n: "next", k: "previous", p: "previous", e: "expand", a: "accept", d: "dismiss", u: "undo", r: "note",
    c: "copy", l: "link", m: "mend", s: "sides", "/": "find", "?": "help", 1: "critical", 2: "major", 3: "minor", 4: "neutral",
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector("dialog[open]")) return;
    const typing = event.target.matches("input:not([type=checkbox], [type=file]), select, textarea");
    if (event.key === "Escape") {
      if (typing) { event.preventDefault(); event.target.blur(); } else if (page.current()) page.release();
      return;
    }
    const deed = !typing && deeds[byKey[event.key]];
    if (!deed) return;
    event.preventDefault();
    deed();
  });

  page.begin();
  page.start();
});
