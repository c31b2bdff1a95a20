"""This file judges counts: what they say of a share (Wilson) or of a rate (Poisson), and whether that bears out what a card says.

The bounds are those of 95 %: one count in forty lies above, one in forty below.
"""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

BUDGET = 2.0
"""Alarms per 100,000 words of clean text that an editor puts up with from one rule."""
MENDED = 0.3
"""Of the faults of one kind in a machine translation, the least share that post-editors mend; the rest they leave standing. Measured: about
half of all, but three in ten of the words left in the source's language, which an editor who does not know it passes over."""
EDITS = 5
"""So many findings where an editor's changes are marked tell as much as one where all faults are."""
_FEW = 5
"""Below so many findings no card is contradicted: they may all stand in one text, and be one mistake of the rule or of the labels."""
_WIDE = 0.5
"""An interval wider than this agrees with nearly everything, so it says nothing."""
_Z = 1.959964
_TAIL = 0.025

Agreement = Literal["too high", "too low", "agrees", "too few to say"]
Budget = Literal["over", "within", "not yet known"]


class Interval(NamedTuple):
    low: float
    high: float


def share(right: int, wrong: int) -> Interval:
    """Wilson's interval for the share that is right."""
    count = right + wrong
    if not count:
        return Interval(0.0, 1.0)
    seen, square = right / count, _Z * _Z
    middle = (seen + square / (2 * count)) / (1 + square / count)
    reach = _Z / (1 + square / count) * math.sqrt(seen * (1 - seen) / count + square / (4 * count * count))
    return Interval(max(0.0, middle - reach), min(1.0, middle + reach))


def behind(touched: Interval, chance: float) -> Interval:
    """The share that is right, out of the share that touches an editor's change.

    More touch one than are mended, because any word has a chance to; and more may be right than are mended, because editors leave
    faults standing, though perhaps none of this kind.
    """
    low, high = (max(0.0, (bound - chance) / (1 - chance)) if chance < 1 else 0.0 for bound in touched)
    return Interval(low, min(1.0, high / MENDED))


def agreement(said: float, seen: Interval, count: int) -> Agreement:
    """Does the confidence that a card states lie in what was seen?"""
    if count < _FEW:
        return "too few to say"
    if said > seen.high:
        return "too high"
    if said < seen.low:
        return "too low"
    return "agrees" if seen.high - seen.low <= _WIDE else "too few to say"


def rate(alarms: int, words: int) -> Interval:
    """The exact Poisson interval for alarms per 100,000 words."""
    if not words:
        return Interval(0.0, math.inf)
    low = _mean(alarms - 1, 1 - _TAIL) if alarms else 0.0
    return Interval(low * 1e5 / words, _mean(alarms, _TAIL) * 1e5 / words)


def _mean(count: int, wanted: float) -> float:
    """The mean at which so many or fewer come with the probability wanted."""
    low, high = 0.0, 2.0 * count + 20
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if _at_most(count, middle) > wanted else (low, middle)
    return low


def _at_most(count: int, mean: float) -> float:
    """How probable `count` or fewer are. In logarithms, so that a great mean does not vanish."""
    return sum(math.exp(number * math.log(mean) - mean - math.lgamma(number + 1)) for number in range(count + 1)) if mean else 1.0


def budget(alarms: int, words: int) -> Budget:
    """Over only when the lower bound is, within only when the upper bound is: one alarm in 20,000 words proves nothing yet."""
    bounds = rate(alarms, words)
    if bounds.low > BUDGET:
        return "over"
    return "within" if bounds.high <= BUDGET else "not yet known"
