"""This file says how well sentences here and sentences there fit together: by meaning, by shared anchors, by length."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from audit import encode
from audit.align.bands import diagonal
from audit.align.beads import SHAPES
from audit.cache import expression

if TYPE_CHECKING:
    from numpy.typing import NDArray

WIDEST = max(wide for wide, _ in SHAPES)
MEANING_ABROAD = 0.6
"""What the likeness of meaning is worth in a language that the encoder was not trained on."""
STRANGER = 0.9
"""The likeness that takes the place of the meaning which the encoder cannot see."""
KIN = 0.25
"""Likeness of meaning that a part of a sentence mostly has to the whole (of 0.5 to 0.9)."""
ANCHORS = 0.25
LENGTH = 0.12
BORDER = 0.06
SURE, NEVER = 0.62, 0.2
"""Likeness of a couple that is certain, and of one that is none; where the encoder only guesses, `GUESSED` is certain."""
GUESSED = 0.7
FITTING = 0.3
"""Without the encoder: how far (as a logarithm) a length may be from the one expected and still speak for a couple."""
_ANCHOR = r"\d+(?:[.,:]\d+)*|(?<![A-Za-z])(?:[A-Z][A-Za-z]{2,}|[A-Z]{2,}|[a-z]{7,})"
NAME, COGNATE = 4, 5
"""Letters by which two spellings of a name, and of a long international word, are known again: endings differ."""
_STOP = frozenset("the this that but and for his her its der die das les une des los las del gli".split())


@dataclass(frozen=True, slots=True)
class Side:
    """The sentences of one text: as written, with what the encoder made of them, and the paragraph each belongs to."""

    sentences: Sequence[str]
    paragraphs: Sequence[int]
    encoded: Sequence[encode.Encoded] = ()


class Likeness:
    """Likeness of every run of up to three sentences here to every such run there: `of(i, wide, j, high)`, about 0 to 1.3."""

    border = BORDER

    def __init__(self, here: Side, there: Side, language: str | None) -> None:
        self._here, self._there = here, there
        self.meaning = bool(here.encoded) and bool(there.encoded)
        trust = (1.0 if language in encode.LANGUAGES else MEANING_ABROAD) if self.meaning else 0.0
        self.trust = trust
        weights = _rarity(here.sentences, there.sentences)
        ours, theirs = _stacked(here, weights), _stacked(there, weights)
        self._means = [[one.meaning @ two.meaning.T * trust if self.meaning else None for two in theirs] for one in ours]
        self._anchors = [[_shared(one.anchors, two.anchors) for two in theirs] for one in ours]
        self._lengths = ([one.length.tolist() for one in ours], [two.length.tolist() for two in theirs])
        # One number out of an array costs ten times what one out of a list does, and the path asks for many.
        self._mean_row = lru_cache(maxsize=512)(self._listed)
        self._anchor_row = lru_cache(maxsize=512)(lambda i, wide, high: self._anchors[wide - 1][high - 1][i].tolist())
        self._ratio = float((ours[0].length.sum() + 1) / (theirs[0].length.sum() + 1))

    @property
    def method(self) -> str:
        return "embeddings" if self.meaning else "anchors"

    def bands(self) -> list[range]:
        return diagonal(len(self._here.sentences), len(self._there.sentences))

    def sure(self, i: int, wide: int, j: int, high: int) -> float:
        """How certain it is that two runs stand for each other, 0 to 1."""
        if not self.meaning:
            fits = abs(self.stretch(i, wide, j, high)) < FITTING
            return max(0.0, min(1.0, 0.12 + 0.2 * fits + 0.6 * self.anchored(i, wide, j, high)))
        certain = GUESSED + (SURE - GUESSED) * self.trust
        return max(0.0, min(1.0, (self.of(i, wide, j, high) - NEVER) / (certain - NEVER)))

    def meant(self, i: int, wide: int, j: int, high: int) -> float:
        """Cosine of the two runs' sentence vectors, 0 without an encoder."""
        found: float = self._mean_row(i, wide, high)[j] if self.meaning else 0.0
        return found

    def strayed(self, i: int, wide: int, j: int, high: int) -> float:
        """How much likeness the sentence of a run lacks that has least to do with the other side; 0 where the encoder only guesses."""
        if wide + high == 2 or self.trust < 1:
            return 0.0
        single = [self._mean_row(row, 1, 1)[j : j + high] for row in range(i, i + wide)]
        least: float = min(*map(max, single), *map(max, zip(*single, strict=True)))
        return max(0.0, KIN - least)

    def anchored(self, i: int, wide: int, j: int, high: int) -> float:
        """What both share of figures and names, rare ones counting more: 0 to 1, or negative where one has many that the other lacks."""
        found: float = self._anchor_row(i, wide, high)[j]
        return found

    def stretch(self, i: int, wide: int, j: int, high: int) -> float:
        """Natural logarithm of how much longer the run here is than its run there would make one expect."""
        here, there = self._lengths[0][wide - 1][i], self._lengths[1][high - 1][j]
        return math.log((here + 8) / (there * self._ratio + 8))

    def of(self, i: int, wide: int, j: int, high: int) -> float:
        stretch = self.stretch(i, wide, j, high)
        base = self.meant(i, wide, j, high) + (1 - self.trust) * STRANGER
        return base + ANCHORS * self.anchored(i, wide, j, high) - LENGTH * min(4.0, stretch * stretch)

    def _listed(self, i: int, wide: int, high: int) -> list[float]:
        means: Any = self._means[wide - 1][high - 1]
        row: list[float] = means[i].tolist()
        return row


@dataclass(frozen=True, slots=True)
class _Runs:
    """All runs of one width: unit vectors of meaning (n, 512), weighted anchors (n, v), lengths in letters (n)."""

    meaning: Any
    anchors: Any
    length: NDArray[Any]


def _stacked(side: Side, weights: dict[str, float]) -> list[_Runs]:
    import numpy as np

    index = {anchor: at for at, anchor in enumerate(weights)}
    anchors = np.zeros((len(side.sentences), len(index) + 1), dtype=np.float32)
    for row, sentence in enumerate(side.sentences):
        for anchor in _anchors(sentence) & weights.keys():
            anchors[row, index[anchor]] = weights[anchor]
    lengths = np.asarray([sum(map(str.isalnum, sentence)) for sentence in side.sentences], dtype=np.float32)
    runs = []
    for wide in range(1, min(WIDEST, len(side.sentences)) + 1):
        starts = range(len(side.sentences) - wide + 1)
        meaning: Any = None
        if side.encoded:
            sums = [encode.joined(side.encoded[start : start + wide]) for start in starts]
            meaning = encode.whole([total for total, _ in sums], [pieces for _, pieces in sums])
        joined = [np.maximum.reduce(anchors[start : start + wide]) for start in starts]
        runs.append(_Runs(meaning, np.asarray(joined), np.asarray([lengths[start : start + wide].sum() for start in starts])))
    return runs


def _rarity(here: Sequence[str], there: Sequence[str]) -> dict[str, float]:
    """The anchors that stand on both sides, with a weight: rare ones tell more."""
    counts = [Counter(anchor for sentence in side for anchor in _anchors(sentence)) for side in (here, there)]
    return {anchor: 1 / math.sqrt(max(counts[0][anchor], counts[1][anchor])) for anchor in sorted(counts[0].keys() & counts[1].keys())}


def _anchors(sentence: str) -> set[str]:
    """Figures, and the first letters of names and of long words in Latin script, as both sides may write them alike."""
    from anyascii import anyascii

    found = set()
    for hit in expression(_ANCHOR).finditer(sentence if sentence.isascii() else anyascii(sentence)):
        word = hit[0]
        if word[0].isdigit():
            found.add(word.replace(".", "").replace(",", ""))
        elif word.lower() not in _STOP:
            found.add(word.lower()[: NAME if word[0].isupper() else COGNATE])
    return found


def _shared(ours: Any, theirs: Any) -> Any:
    """Dice coefficient of the weighted anchors of every run here with every run there."""
    import numpy as np

    both = np.sqrt(ours) @ np.sqrt(theirs).T
    sums = ours.sum(axis=1)[:, None] + theirs.sum(axis=1)[None, :]
    return np.where(sums > 0, 2 * both / np.maximum(sums, 1e-6) - np.where((sums > 1) & (both == 0), 0.2, 0.0), 0.0)
