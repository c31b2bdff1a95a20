"""This file says which sentences there a sentence here is compared with: all, a band round the diagonal, or one round what is sure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

FULL = 250_000
"""Up to so many pairs of sentences all are compared; beyond, those in a band round the diagonal."""
BAND = 200
AROUND = 5
"""How far a band reaches over the certain pairs round a sentence."""


def diagonal(rows: int, columns: int) -> list[range]:
    """All columns for each row of a short text; of a long one, those about as far from its beginning."""
    if rows * columns <= FULL:
        return [range(columns)] * rows
    middles = [round(i * columns / rows) for i in range(rows)]
    bands = [range(max(0, middle - BAND), min(columns, middle + BAND)) for middle in middles]
    bands[-1] = range(bands[-1].start, columns)
    return bands


def anchored(rows: int, columns: int, anchors: Sequence[tuple[int, int]]) -> list[range]:
    """For each row the columns between the certain pairs before and behind it, and some more. `anchors` are in the order of rows."""
    chain = [(-1, -1), *_rising(anchors), (rows, columns)]
    bands: list[range] = []
    for before, behind in pairwise(chain):
        reach = range(max(0, before[1] - AROUND), min(columns, behind[1] + AROUND + 1))
        bands += [reach] * (behind[0] - before[0] - 1)
        if behind[0] < rows:
            bands.append(range(max(0, behind[1] - AROUND), min(columns, behind[1] + AROUND + 1)))
    bands[-1] = range(bands[-1].start, columns)
    return bands


def _rising(anchors: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that rise on both sides: what was moved stands against the others."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, (_, column) in enumerate(anchors):
        place = bisect_left(ends, column)
        before.append(last[place - 1] if place else -1)
        ends[place:] = [column, *ends[place + 1 :]]
        last[place:] = [at, *last[place + 1 :]]
    found: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        found.append(anchors[at])
        at = before[at]
    return found[::-1]
