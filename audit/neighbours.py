"""This file says how naturally one English word follows another: symspellpy's list of word pairs, weighed against what chance would give.

The list (symspellpy 6.10.1, 242,342 pairs counted in the Google Books n-grams) and wordfreq together give the lift of a pair,
ln(P(second | first) / P(second)). What a lift says about order was counted once (`benchmarks/neighbours.py`): how much oftener pairs
of that lift stand in running news English than in the same sentences with their words shuffled.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import version
from importlib.resources import files

from audit.cache import digest, expression, kept
from audit.frequency import zipf
from audit.spans import Span

_LIST = "frequency_bigramdictionary_en_243_342.txt"
_WORD = r"(?<![\p{L}\p{N}\p{M}'’])[A-Za-z]+(?![\p{L}\p{N}\p{M}'’])"
_GAP = " \t\u00a0"
FLOOR, CEILING = -2, 7
UNSEEN = -0.68
"""What a pair says that the list lacks: it holds only frequent pairs, so that is no more than a hint."""
_EVIDENCE = (-2.94, -0.79, 0.20, 0.92, 1.53, 2.13, 2.43, 2.64, 2.51, 2.67)
"""The logarithm of that ratio for a lift of -2 and less, of -1, 0, ... up to 7 and more."""


def pairs(text: str, span: Span) -> Iterator[tuple[str, str]]:
    """Words of a span, as written, that stand side by side with nothing but space between them."""
    before, end = "", -1
    for hit in expression(_WORD).finditer(text, span.start, span.end):
        if before and text[end : hit.start()].strip(_GAP) == "":
            yield before, hit[0]
        before, end = hit[0], hit.end()


def evidence(first: str, second: str) -> float:
    """For (above 0) or against two words standing in this order, as the logarithm of a likelihood ratio, about -3 to 2.7."""
    found = lift(first, second)
    return UNSEEN if found is None else _EVIDENCE[found - FLOOR]


def lift(first: str, second: str) -> int | None:
    """The lift of a pair, a natural logarithm rounded down and kept between -2 and 7; None for a pair that the list lacks."""
    return _lifts().get(f"{first} {second}".lower())


def fluency(text: str, spans: Iterable[Span]) -> float | None:
    """The mean evidence over the pairs of words in `spans`: about 1 in edited English, below 0 in shuffled words; None without pairs."""
    found = [evidence(*pair) for span in spans for pair in pairs(text, span)]
    return sum(found) / len(found) if found else None


@cache
def _lifts() -> Mapping[str, int]:
    return kept("pairs-english", digest(version("symspellpy"), version("wordfreq"), repr((_LIST, FLOOR, CEILING))), _counted)


def _counted() -> dict[str, int]:
    # The list is read here, not by symspellpy, which takes seconds to prepare what it needs for spelling.
    lines = (files("symspellpy") / _LIST).read_text(encoding="utf-8-sig").splitlines()
    counts = {f"{first} {second}": int(count) for first, second, count in map(str.split, lines)}
    total = sum(counts.values())
    return {pair: _lift(pair, count / total) for pair, count in counts.items()}


def _lift(pair: str, share: float) -> int:
    first, second = pair.split()
    given = min(1.0, share / _share(first))
    return min(max(math.floor(math.log(given / _share(second))), FLOOR), CEILING)


def _share(word: str) -> float:
    """Its part of all words; a word that wordfreq does not know is taken for one in a billion."""
    return float(10 ** (zipf(word) - 9))
