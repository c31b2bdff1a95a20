"""This file links the words of a couple: which words of the source an English word stands for, and how surely."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audit import encode
from audit.model import Alignment, Couple
from audit.spans import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

SURE = 0.4
"""From this likeness on, two words that choose each other are a translation of each other."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a couple. `likeness[i, j]`: cosine of English word i and source word j in their contexts, about -0.2 to 1.

    Measured on ten languages: the best likeness of a right English word is mostly above .3, that of an added one mostly below .2.
    """

    here: tuple[Span, ...]
    there: tuple[Span, ...]
    likeness: NDArray[Any]
    source: NDArray[Any]
    """The vectors of the source words: what else could stand in an English word's place is compared with them."""

    def at(self, span: Span) -> int | None:
        """The index of the English word that begins with a span and is no longer."""
        index = bisect_left(self.here, span.start, key=_start)
        return index if index < len(self.here) and self.here[index] == span else None

    def best(self, index: int) -> tuple[float, Span | None]:
        """The source word most like English word `index`, and how like it is."""
        if not len(self.there):
            return 0.0, None
        at = int(self.likeness[index].argmax())
        return float(self.likeness[index, at]), self.there[at]

    def found(self, span: Span) -> tuple[float, Span | None]:
        """The source word most like the English words within a span, and how like; (0, None) where there is no word."""
        first, last = bisect_left(self.here, span.start, key=lambda word: word.end - 1), bisect_left(self.here, span.end, key=_start)
        return max((self.best(index) for index in range(first, last)), key=lambda one: one[0], default=(0.0, None))

    def translated(self, span: Span) -> tuple[float, Span | None]:
        """The English word most like the source words within a span, and how like; (0, None) where there is no word."""
        first, last = bisect_left(self.there, span.start, key=lambda word: word.end - 1), bisect_left(self.there, span.end, key=_start)
        if first >= last or not len(self.here):
            return 0.0, None
        part = self.likeness[:, first:last]
        row = int(part.max(axis=1).argmax())
        return float(part[row].max()), self.here[row]

    def mutual(self) -> list[tuple[int, int, float]]:
        """The pairs (i, j, likeness) that choose each other: each the other's best, and like enough."""
        if not self.likeness.size:
            return []
        right, left = self.likeness.argmax(axis=1), self.likeness.argmax(axis=0)
        pairs = [(i, int(j), float(self.likeness[i, j])) for i, j in enumerate(right) if left[j] == i]
        return [pair for pair in pairs if pair[2] >= SURE]


def words(alignment: Alignment, couple: Couple, language: str | None, *, wide: bool = False) -> Words | None:
    """The words of a couple and how like they are; with `wide`, those of its neighbours in the source too.

    None without the encoder (the extra `align`) or for a language that it was not trained on.
    """
    if not alignment.vectors or language not in encode.LANGUAGES:
        return None
    here = encode.within(alignment.vectors["here"], couple.here)
    there = encode.within(alignment.vectors["there"], couple.wide_there if wide else couple.there)
    if not here or not there:
        return None
    import numpy as np

    ours, theirs = np.concatenate([one.vectors for one in here]), np.concatenate([one.vectors for one in there])
    mine, yours = (tuple(word for one in side for word in one.words) for side in (here, there))
    return Words(mine, yours, ours @ theirs.T, theirs)


def _start(word: Span) -> int:
    return word.start
