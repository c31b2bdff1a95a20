"""This file measures how long the sheets of facts take to read and to answer, beside a parse, and counts what they hold.

python benchmarks/facts.py
"""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable
from pathlib import Path

from audit import load
from audit.analyse import analyse
from audit.facts import read
from audit.segment import segment

ROOT = Path(__file__).resolve().parent.parent
DAY = datetime.date(2022, 1, 7)
ROUNDS = 20_000


def each(work: Callable[[], object]) -> float:
    """Microseconds of one call, the best of three rows of many."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for _ in range(ROUNDS):
            work()
        best = min(best, time.perf_counter() - start)
    return best / ROUNDS * 1e6


def main() -> None:
    start = time.perf_counter()
    facts = read()
    seconds = time.perf_counter() - start
    print(f"{facts.statements()} statements, read in {seconds:.3f} s\n\n| question | microseconds |\n|---|---|")
    questions: dict[str, Callable[[], object]] = {
        "holders of an office on a day": lambda: facts.holders("foreign minister", "France", DAY),
        "person": lambda: facts.person("Emmanuel Macron"),
        "tenures of a person": lambda: facts.tenures("Emmanuel Macron"),
        "office by its title": lambda: facts.office("Chancellor", "Germany"),
        "country by its adjective": lambda: facts.country("French"),
        "member on a day": lambda: facts.is_member("Sweden", "NATO", DAY),
        "members counted on a day": lambda: facts.count("NATO", DAY),
        "city": lambda: facts.city("Geneva"),
    }
    for name, question in questions.items():
        print(f"| {name} | {each(question):.2f} |")
    text = next(path for path in sorted((ROOT / "examples").rglob("*.txt")))
    for document in load.documents([str(text)]):
        layout = segment(document)
        analyse(document, layout)
        start = time.perf_counter()
        analyse(document, layout)
        print(f"| a parse of {len(document.prose.split())} words | {(time.perf_counter() - start) * 1e6:.0f} |")


if __name__ == "__main__":
    main()
