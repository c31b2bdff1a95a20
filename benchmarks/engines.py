"""This file measures a grammar engine raw, rule by rule, on labelled news that lies beside the project: what `knowledge/engines/` rests on.

    python benchmarks/engines.py harper [--data ../shared/data] [--show RULE]

A line a rule: its class in our sheet; complaints in native news, and how many that makes in 100,000 words; in texts with all faults marked,
and in texts with an editor's changes, how many touch a mark. `--show` prints a rule's complaints in their context, to be read: a mark that
is missed proves little, since a fault may be marked beside the complaint, or have been passed over. It prints figures only without it.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from audit.engines import harper
from audit.engines.complaint import Complaint
from audit.engines.languagetool import kept, talk
from audit.engines.sheet import row
from audit.labelled import Text, read

FILES = ("native_news", "native_wild", "wild", "pe_news_fren")
ENGINES: dict[str, Callable[[str], Iterable[Complaint]]] = {
    "harper": harper.complain,
    "languagetool": lambda text: talk.complain(kept.start().url, text),
}
CONTEXT = 45


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("engine", choices=sorted(ENGINES))
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="the folder of labelled data")
    parser.add_argument("--show", metavar="RULE", help="print the complaints of this rule instead")
    asked = parser.parse_args()
    if not asked.data.is_dir():
        print(f"{asked.data}: no such folder; there is nothing to measure on")
        return
    texts = [text for name in FILES for text in read(asked.data / f"{name}.dev.jsonl.gz", clean=name.startswith("native"))]
    told = [(text, complaint) for text in texts if text.kind != "edited" for complaint in ENGINES[asked.engine](text.document.prose)]
    if asked.show:
        print("\n".join(shown(told, asked.show)))
        return
    words = sum(text.document.words for text in texts if text.kind == "clean")
    print("\n".join(table(told, words)))


def table(told: Iterable[tuple[Text, Complaint]], words: int) -> Iterator[str]:
    """The worst on native news first."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    classes: dict[str, str] = {}
    for text, complaint in told:
        classes[complaint.rule] = row(complaint).use
        counts[complaint.rule][text.kind] += 1
        counts[complaint.rule][f"{text.kind} right"] += touches(text, complaint)
    yield f"{'rule':40} {'class':6} {'native':>6} {'in 100,000':>10} {'marked':>9} {'mended':>11}"
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1]["clean"], item[0])):
        yield (
            f"{rule:40} {classes[rule]:6} {count['clean']:6} {100_000 * count['clean'] / max(1, words):10.1f} "
            f"{count['labelled right']:4}/{count['labelled']:<4} {count['mended right']:5}/{count['mended']:<5}"
        )


def shown(told: Iterable[tuple[Text, Complaint]], rule: str) -> Iterator[str]:
    for text, complaint in told:
        if complaint.rule == rule:
            prose, (start, end) = text.document.prose, (complaint.span.start, complaint.span.end)
            before, after = prose[max(0, start - CONTEXT) : start], prose[end : end + CONTEXT]
            sign = "clean" if text.kind == "clean" else "right" if touches(text, complaint) else "wrong"
            yield " ".join(f"{sign}  {before}[{prose[start:end]}]{after}  -> {', '.join(complaint.better[:2])}".split())


def touches(text: Text, complaint: Complaint) -> bool:
    return any(mark.overlaps(complaint.span) for mark in text.marks)


if __name__ == "__main__":
    main()
