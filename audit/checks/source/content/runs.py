"""This file finds runs of words that together have no counterpart, though few of them may show it alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audit.coverage import NEVER

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST, LEAST = 3.0, -5.0
"""No single word may count more for a run, or against it."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` to `last` (half-open) and how much speaks for them together."""

    first: int
    last: int
    score: float


def runs(odds: NDArray[Any], enough: float, fewest: int, lift: float) -> list[Run]:
    """The best runs of at least `fewest` words with odds whose lifted sum is `enough`. Words that are not asked neither help nor hinder."""
    return [run for run in _candidates(odds, fewest, lift) if run.score >= enough]


def _candidates(odds: NDArray[Any], fewest: int, lift: float) -> Iterator[Run]:
    first, score, count = 0, 0.0, 0
    best: Run | None = None
    for index, odd in enumerate(odds.tolist()):
        if odd <= NEVER:
            continue
        if score <= 0:
            if best:
                yield best
            first, score, count, best = index, 0.0, 0, None
        score += min(MOST, max(LEAST, odd)) + lift
        count += 1
        if count >= fewest and (best is None or score > best.score):
            best = Run(first, index + 1, score)
    if best:
        yield best
