"""This file measures speed as ratios to reading and parsing alone, in one run, and prints a table.

    python benchmarks/speed.py [--words 40000]

Texts are the two articles of examples/, over and over. Each figure is the best of three, so that another program's hiccup does not count.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from audit import load, pipeline
from audit.analyse import analyse, model
from audit.config import Config
from audit.model import Document
from audit.segment import segment

ROOT = Path(__file__).resolve().parent.parent
AUDIT = (sys.executable, "-m", "audit")
TIMES = 3

CARD = """\
message: "'{{found}}': write '{{better}}'."
why: A made-up card for measuring.
category: accuracy/mistranslation
severity: major
confidence: 0.9
check:
  phrase:
    swap: {{zwq{number} vrx{number}: better wording}}
bad:
  - They <zwq{number} vrx{number}> it.
  - We <zwq{number} vrx{number}> it.
good:
  - They said so.
  - We said so.
"""


def best(work: Callable[[], object]) -> float:
    """Seconds of the fastest of three runs."""
    seconds = []
    for _ in range(TIMES):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def command(*arguments: str) -> Callable[[], object]:
    def run() -> None:
        done = subprocess.run([*AUDIT, *arguments], capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1):
            sys.exit(done.stderr)

    return run


def articles(words: int) -> list[Document]:
    """About so many words, as documents of about 400."""
    read = load.documents([str(path) for path in sorted((ROOT / "examples").glob("*/translation.txt"))])
    plain = [Document(document.name, document.prose) for document in read]
    documents: list[Document] = []
    while sum(document.words for document in documents) < words:
        documents += [replace(document, name=f"{len(documents)}-{document.name}") for document in plain]
    return documents


def row(name: str, seconds: float, base: float, note: str = "") -> None:
    print(f"{name:58} {seconds:8.2f} s {seconds / base:7.2f} x  {note}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--words", type=int, default=40_000, help="size of the corpus (default: 40000)")
    words = parser.parse_args().words
    documents = articles(words)
    total = sum(document.words for document in documents)
    model()
    parse = best(lambda: [analyse(document, segment(document)) for document in documents])
    print(f"{total} words, {len(documents)} texts; ratios to segmenting and parsing them in one process\n")
    row("segmenting and parsing, one process", parse, parse, f"{total / parse:.0f} words/s")
    of = pipeline.line(Config(force=True))
    _ = of.checks
    audited = best(lambda: [of.audit(document) for document in documents])
    row(f"the whole line with {len(of.rules)} rules, one process", audited, parse, f"{total / audited:.0f} words/s")
    with tempfile.TemporaryDirectory() as folder:
        measure_commands(Path(folder), documents, total, parse)


def measure_commands(folder: Path, documents: list[Document], total: int, parse: float) -> None:
    """What a user waits for: whole commands in processes of their own."""
    corpus, out, article = folder / "in.jsonl", str(folder / "out.jsonl"), folder / "article.txt"
    corpus.write_text("".join(json.dumps({"id": d.name, "text": d.text}) + "\n" for d in documents), encoding="utf-8")
    article.write_text("\n".join(" ".join(documents[0].text.split(" ")[:650]).splitlines() * 2), encoding="utf-8")
    for jobs in ("1", "2"):
        seconds = best(command("corpus", str(corpus), "--output", out, "--jobs", jobs))
        row(f"audit corpus --jobs {jobs}, with start-up", seconds, parse, f"{total / seconds:.0f} words/s")
    few, many = (best(command("corpus", str(corpus), "--output", out, "--rules", cards(folder, number))) for number in (50, 5_000))
    row("audit corpus with 50 more phrase cards", few, parse)
    row("audit corpus with 5,000 more phrase cards", many, parse, f"{many / few:.3f} x the run with 50")
    row("audit FILE, an article, with its report", best(command(str(article), "--output", str(folder / "report.html"))), parse)
    row("audit --help", best(command("--help")), parse)
    row("audit rules list", best(command("rules", "list")), parse)


def cards(folder: Path, number: int) -> str:
    """A folder with so many phrase cards."""
    place = folder / f"cards-{number}"
    place.mkdir(exist_ok=True)
    for index in range(number):
        (place / f"made-up-{index}.yaml").write_text(CARD.format(number=index), encoding="utf-8")
    return str(place)


if __name__ == "__main__":
    main()
