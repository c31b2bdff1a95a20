"""This file finds the likeliest way through two texts, sentence by sentence, by dynamic programming over beads of up to 3 to 1."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))
"""Sentences here and there that one bead may hold; Gale and Church (1993) have them up to 2 to 2."""
GAP = 0.03
"""What it costs to leave a sentence out."""


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences `here` to `here + wide` and `there` to `there + high`; one of both may be empty. `score` is what spoke for it."""

    here: int
    wide: int
    there: int
    high: int
    score: float = 0.0


Gain = Callable[[int, int, int, int], float]
"""(here, wide, there, high) -> how much better than leaving these sentences out; may be negative."""


def path(rows: int, columns: Sequence[range], gain: Gain) -> list[Bead]:
    """The beads from the beginning to the end of both texts, in order.

    `columns[i]`: the sentences there that sentence i here is compared with (a band round the diagonal in long texts).
    """
    last = columns[-1].stop if rows else 0
    best: list[dict[int, tuple[float, int, int]]] = [{} for _ in range(rows + 1)]
    best[0] = {j: (-GAP * j, 0, 1) for j in range(columns[0].stop + 1)} if rows else {}
    for i in range(rows + 1):
        band = columns[min(i, rows - 1)]
        for j in range(band.start, band.stop + 1):
            here = _arrivals(best, i, j, gain)
            if here and (i or j):
                best[i][j] = max(here, key=lambda one: one[0])
        if i == 0:
            best[0][0] = (0.0, 0, 0)
    return _walked(best, rows, last, gain)


def _arrivals(best: list[dict[int, tuple[float, int, int]]], i: int, j: int, gain: Gain) -> list[tuple[float, int, int]]:
    found = []
    if i and j in best[i - 1]:
        found.append((best[i - 1][j][0] - GAP, 1, 0))
    if j and j - 1 in best[i]:
        found.append((best[i][j - 1][0] - GAP, 0, 1))
    for wide, high in SHAPES:
        if i >= wide and j >= high and j - high in best[i - wide]:
            found.append((best[i - wide][j - high][0] + gain(i - wide, wide, j - high, high), wide, high))
    return found


def _walked(best: list[dict[int, tuple[float, int, int]]], rows: int, last: int, gain: Gain) -> list[Bead]:
    beads = []
    i, j = rows, last
    while i or j:
        _, wide, high = best[i][j]
        i, j = i - wide, j - high
        beads.append(Bead(i, wide, j, high, gain(i, wide, j, high) if wide and high else 0.0))
    return beads[::-1]
