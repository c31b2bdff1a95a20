"""This file says how well sentences of one language fit together: two translations of one text share words and parts of words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zlib import crc32

from audit.align.bands import anchored
from audit.align.beads import SHAPES
from audit.cache import expression
from audit.threads import one_thread

if TYPE_CHECKING:
    from numpy.typing import NDArray

WIDEST = max(wide for wide, _ in SHAPES)
_WORD = r"[^\W_]+"
DIMENSIONS = 2048
"""Features are hashed into so many places: memory stays within bounds for any text, and two that share a place seldom matter."""
STEM = 5
"""Letters by which a word is known again in another form."""
WHOLE, PARTS = 1.0, 0.35
"""What a word counts, and each run of four of its letters."""
SURE, NEVER = 0.5, 0.12
"""Likeness of a couple that is certain, and of one that is none."""
KIN, STRAY = 0.4, 1.5
"""Likeness that a part of a sentence mostly has to the whole, and how much what is missing of it weighs against a bead."""
LENGTH = 0.1
FEW = 100
"""Up to so many pairs of sentences all are compared."""
CLEAR = 0.15
"""By how much a pair must be more alike than the next to be certain."""


class Kin:
    """Likeness of runs of up to three sentences here and there in the same language; 0 to 1."""

    method = "words"
    trust = 1.0
    border = 0.03

    def __init__(self, here: Sequence[str], there: Sequence[str]) -> None:
        one_thread()
        bags = [[_features(sentence) for sentence in side] for side in (here, there)]
        weights = _rarity([bag for side in bags for bag in side])
        self._ours, self._theirs = (_stacked(side, weights) for side in bags)
        self._letters = tuple([sum(map(str.isalnum, sentence)) for sentence in side] for side in (here, there))
        self._ratio = (sum(self._letters[0]) + 1) / (sum(self._letters[1]) + 1)
        self._row = lru_cache(maxsize=64)(self._rows)

    def meant(self, i: int, wide: int, j: int, high: int) -> float:
        """Cosine of what both say, rare words counting more."""
        row: NDArray[Any] = self._row(i, wide, high)
        return float(row[j])

    def bands(self) -> list[range]:
        """Round the pairs that are each other's best by far; all sentences where there are few."""
        import numpy as np

        rows, columns = len(self._ours[0]), len(self._theirs[0])
        if rows * columns <= FEW:
            return [range(columns)] * rows
        best: list[tuple[int, float, float]] = []
        strongest = np.full(columns, -1.0, dtype=np.float32)
        for i in range(rows):
            row = self._rows(i, 1, 1)
            second, first = np.partition(row, -2)[-2:] if columns > 1 else (0.0, row[0])
            best.append((int(row.argmax()), float(first), float(second)))
            strongest = np.maximum(strongest, row)
        anchors = [(i, j) for i, (j, like, other) in enumerate(best) if like >= SURE and like - other >= CLEAR and like >= strongest[j]]
        return anchored(rows, columns, anchors)

    def strayed(self, i: int, wide: int, j: int, high: int) -> float:
        """How much likeness the sentence of a run lacks that has least to do with the other side."""
        if wide + high == 2:
            return 0.0
        single = [[self.meant(i + a, 1, j + b, 1) for b in range(high)] for a in range(wide)]
        least: float = min(*map(max, single), *map(max, zip(*single, strict=True)))
        return STRAY * max(0.0, KIN - least)

    def of(self, i: int, wide: int, j: int, high: int) -> float:
        here, there = sum(self._letters[0][i : i + wide]), sum(self._letters[1][j : j + high])
        stretch = math.log((here + 8) / (there * self._ratio + 8))
        return self.meant(i, wide, j, high) - LENGTH * min(4.0, stretch * stretch)

    def sure(self, i: int, wide: int, j: int, high: int) -> float:
        return max(0.0, min(1.0, (self.of(i, wide, j, high) - NEVER) / (SURE - NEVER)))

    def _rows(self, i: int, wide: int, high: int) -> NDArray[Any]:
        """Likeness of one run here to all runs of a width there. Square roots, so that a half shared counts as much as it looks."""
        import numpy as np

        cosines: NDArray[Any] = self._theirs[high - 1] @ self._ours[wide - 1][i]
        alike: NDArray[Any] = np.sqrt(np.maximum(cosines, 0.0))
        return alike


def _features(sentence: str) -> Counter[int]:
    found: Counter[int] = Counter()
    for hit in expression(_WORD).finditer(sentence.lower()):
        for place in _places(hit[0]):
            found[place] += 1
    return found


@lru_cache(maxsize=50_000)
def _places(word: str) -> tuple[int, ...]:
    """Where a word and its parts are counted: even places hold words, odd ones parts."""
    parts = [word[at : at + 4] for at in range(len(word) - 3)] if len(word) > STEM else []
    hashed = [2 * (crc32(part.encode("utf-8", "replace")) % (DIMENSIONS // 2)) + 1 for part in parts]
    return (2 * (crc32(word[:STEM].encode("utf-8", "replace")) % (DIMENSIONS // 2)), *hashed)


def _rarity(bags: Sequence[Counter[int]]) -> NDArray[Any]:
    """The weight of each feature: what stands in few sentences tells more."""
    import numpy as np

    seen = Counter(place for bag in bags for place in bag)
    weights = np.zeros(DIMENSIONS, dtype=np.float32)
    for place, count in seen.items():
        weights[place] = (PARTS if place % 2 else WHOLE) * math.log(1 + 2 * len(bags) / count)
    return weights


def _stacked(bags: Sequence[Counter[int]], weights: NDArray[Any]) -> list[NDArray[Any]]:
    """Unit vectors of all runs, by width."""
    import numpy as np

    single = np.zeros((len(bags), DIMENSIONS), dtype=np.float32)
    for row, bag in enumerate(bags):
        for place, count in bag.items():
            single[row, place] = math.sqrt(count)
    single *= weights
    stacked, sums = [], single
    for wide in range(1, min(WIDEST, len(bags)) + 1):
        if wide > 1:
            sums = sums[:-1] + single[wide - 1 :]
        stacked.append(sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6))
    return stacked
