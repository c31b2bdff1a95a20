"""This file counts what the lift of a pair of words says about order: the table in audit/neighbours.py.

    python benchmarks/neighbours.py DATA

DATA holds native_news and native_wild (text written by professionals). Their sentences stand against themselves shuffled (seeded).
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter
from pathlib import Path

import regex

from audit import neighbours
from audit.labelled import read
from audit.spans import Span

_ROUNDS = 5
_SENTENCE = regex.compile(r"(?<=[.!?])\s+|\n")
_PIECE = regex.compile(r"\S+")


def main(data: Path) -> None:
    paths = [path for name in ("native_news", "native_wild") for path in data.glob(f"{name}.dev.jsonl*")]
    texts = [text.document.text for path in paths for text in read(path, clean=True)]
    sentences = [sentence for text in texts for sentence in _SENTENCE.split(text) if sentence.strip()]
    ordered = sum((_lifts(sentence) for sentence in sentences), Counter[int | None]())
    shuffling = random.Random(0)
    shuffled = sum((_lifts(_shuffled(sentence, shuffling)) for _ in range(_ROUNDS) for sentence in sentences), Counter[int | None]())
    print(f"{len(sentences)} sentences, {ordered.total()} pairs in order, {shuffled.total()} shuffled")
    for lift in (None, *range(neighbours.FLOOR, neighbours.CEILING + 1)):
        share, chance = ((count[lift] + 1) / (count.total() + 11) for count in (ordered, shuffled))
        name = "unseen" if lift is None else str(lift)
        print(f"  lift {name:>6}  {ordered[lift]:6} {shuffled[lift]:6}  evidence {math.log(share / chance):5.2f}")


def _lifts(sentence: str) -> Counter[int | None]:
    return Counter(neighbours.lift(*pair) for pair in neighbours.pairs(sentence, Span(0, len(sentence))) if "".join(pair).islower())


def _shuffled(sentence: str, shuffling: random.Random) -> str:
    pieces = _PIECE.findall(sentence)
    shuffling.shuffle(pieces)
    return " ".join(pieces)


main(Path(sys.argv[1]))
