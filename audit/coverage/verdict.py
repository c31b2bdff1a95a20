"""This file weighs, for an English word that seems to have no counterpart, what else may explain it: a few features, one straight line.

A word that was added stands where the source has nothing left over. Where a source word is without a counterpart too, the two may be a
pair that the encoder does not know; and a word may be a part of a compound that the source says in one word (traffic jams, ingorghi).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from audit.coverage import lexical
from audit.coverage.scorer import line

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.coverage.weighed import Weighed

    Floats = NDArray[Any]

REACH = 5
"""Words between a free source word and the place where a counterpart is expected."""
HELD = 0.4
LEAST, NEVER = -6.0, -20.0
"""The least odds that count, and the odds of a word that is not asked."""
NONE = -0.1
"""Gain of a phrase that is none."""
DOUBTED, MANY = -1.0, 5
PLAUSIBLE = -1.5
"""Below these odds no other reason is looked for."""
NAMES = ("added", "free", "with before", "with after", "leaf", "others")


def verdicts(couple: Weighed, text: str, source: str) -> Mapping[int, float]:
    """Log-odds that a word was added, all considered, for those that may well be."""
    which = [i for i, odds in enumerate(couple.added) if odds > PLAUSIBLE]
    return dict(zip(which, line()(rows(couple, text, source, which)).tolist(), strict=True)) if which else {}


def rows(couple: Weighed, text: str, source: str, which: Sequence[int]) -> Floats:
    """A row for each of the words asked for, columns as `NAMES` has them: the odds that it was added, the best odds that a source word
    is lost where its counterpart is expected, what the phrases with its neighbours gain, whether nothing hangs on it, and how many other
    words of the sentence seem to be added, too.
    """
    import numpy as np

    links, lost = linked(couple), np.maximum(couple.lost, LEAST)
    out = []
    for i, gains in zip(which, _phrases(couple, text, source, which), strict=True):
        near = near_places(links, i, len(lost), len(couple.here))
        free = max((float(lost[j]) for j in near), default=LEAST)
        leaf = next(iter(couple.tokens[i].children), None) is None
        others = int((couple.added > DOUBTED).sum()) - int(couple.added[i] > DOUBTED)
        out.append((couple.added[i], free, *gains, leaf, min(others, MANY)))
    return np.asarray(out, dtype=np.float32).reshape(len(out), len(NAMES))


def linked(couple: Weighed) -> Mapping[int, int]:
    """English word -> source word of those of the couple that choose each other."""
    like = couple.facing.likeness[couple.facing.here.inner, couple.facing.there.inner]
    right, left = like.argmax(axis=1), like.argmax(axis=0)
    return {i: int(j) for i, j in enumerate(right) if left[j] == i and like[i, j] >= HELD}


def near_places(links: Mapping[int, int], index: int, there: int, here: int) -> set[int]:
    """The source words that stand where the counterpart of an English word is expected: beside those of its neighbours."""
    neighbours = sorted((abs(i - index), j) for i, j in links.items() if i != index)[:2]
    middles = [j for _, j in neighbours] or [index * there // max(1, here)]
    return {j for middle in middles for j in range(max(0, middle - REACH), min(there, middle + REACH + 1))}


def _phrases(couple: Weighed, text: str, source: str, which: Sequence[int]) -> list[tuple[float, float]]:
    """By how much a word's phrase with the word before (after) it is liker some source word than that word alone is."""
    words = [span.of(text).lower() for span in couple.here]
    theirs = lexical.alone([span.of(source).lower() for span in couple.there])
    pairs = [
        (i, k) for i in which for k in (i - 1, i + 1) if 0 <= k < len(words) and couple.added[k] > NEVER and _beside(couple, text, i, k)
    ]
    asked = [f"{words[min(i, k)]} {words[max(i, k)]}" for i, k in pairs]
    together = (lexical.alone(asked) @ theirs.T).max(axis=1, initial=-1.0)
    single = (lexical.alone([words[k] for _, k in pairs]) @ theirs.T).max(axis=1, initial=-1.0)
    gains = {pair: float(value - other) for pair, value, other in zip(pairs, together, single, strict=True)}
    return [(gains.get((i, i - 1), NONE), gains.get((i, i + 1), NONE)) for i in which]


def _beside(couple: Weighed, text: str, one: int, two: int) -> bool:
    """Does nothing but a space or a hyphen stand between two words?"""
    first, last = sorted((couple.here[one], couple.here[two]))
    return text[first.end : last.start] in (" ", "-", "\u00a0", "‑")
