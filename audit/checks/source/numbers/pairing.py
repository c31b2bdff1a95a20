"""This file pairs the numbers of each couple of sentences and keeps those that have no counterpart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from audit.amounts import Amount, known, read
from audit.calendars import read as whens
from audit.checks.source.both import Sides
from audit.checks.source.numbers.same import alike, equal
from audit.model import Couple
from audit.spans import Span

_TIMED = ("day", "clock", "century", "decade", "month")
_SEEN_ELSEWHERE = 13


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of a couple: numbers here that stand nowhere there, and the other way round. `loose_*` may be no numbers at all."""

    couple: Couple
    here: tuple[Amount, ...]
    there: tuple[Amount, ...]
    all_here: int
    all_there: int


def rests(sides: Sides) -> tuple[Rest, ...]:
    """The numbers without a counterpart, couple by couple."""
    if not known(sides.language):
        return ()
    return _rests(sides.text, sides.source, sides.language, sides.couples)


@lru_cache(maxsize=2)
def _rests(text: str, source: str, language: str, couples: tuple[Couple, ...]) -> tuple[Rest, ...]:
    here, there = read(text, "en"), read(source, language)
    left = [_paired(text, language, couple, _within(here, couple.here), _within(there, couple.there)) for couple in couples]
    spare_here = {amount.span for rest in left for amount in rest.here}
    spare_there = {amount.span for rest in left for amount in rest.there}
    return tuple(_near(text, language, rest, here, there, spare_here, spare_there) for rest in left)


def _within(amounts: Sequence[Amount], span: Span) -> list[Amount]:
    index = bisect_left(amounts, span.start, key=lambda amount: amount.span.start)
    found = []
    while index < len(amounts) and amounts[index].span.end <= span.end:
        found.append(amounts[index])
        index += 1
    return found


def _paired(text: str, language: str, couple: Couple, here: list[Amount], there: list[Amount]) -> Rest:
    """Pairs what is equal first, firm ones before doubtful ones, then what is alike."""
    size = len(here), len(there)
    for fits in (
        lambda one, two: equal(one, two) and one.kind == two.kind and one.firm and two.firm,
        lambda one, two: equal(one, two) and one.firm and two.firm,
        equal,
        lambda one, two: alike(text, one, two, language) and one.firm and two.firm,
        lambda one, two: alike(text, one, two, language),
    ):
        here, there = _without(here, there, fits)
    return Rest(couple, tuple(here), tuple(there), *size)


def _without(here: list[Amount], there: list[Amount], fits: Callable[[Amount, Amount], bool]) -> tuple[list[Amount], list[Amount]]:
    rest, others = [], list(there)
    for one in here:
        other = next((two for two in others if fits(one, two)), None)
        if other is None:
            rest.append(one)
        else:
            others.remove(other)
    return rest, others


def _near(
    text: str, language: str, rest: Rest, here: Sequence[Amount], there: Sequence[Amount], spare_here: set[Span], spare_there: set[Span]
) -> Rest:
    """Takes out what moved to a neighbour: a spare number there that fits, or a great number that stands there at all."""
    around_there = _within(there, rest.couple.wide_there) if rest.here else []
    around_here = _within(here, rest.couple.wide_here) if rest.there else []
    inner_there, inner_here = rest.couple.there, rest.couple.here

    def stays(one: Amount) -> bool:
        return not any(
            (equal(one, two) and (_large(one) or two.span in spare_there))
            or (two.span in spare_there and not inner_there.contains(two.span) and alike(text, one, two, language))
            for two in around_there
        )

    def lacks(two: Amount) -> bool:
        return not any(
            (equal(one, two) and (_large(two) or one.span in spare_here))
            or (one.span in spare_here and not inner_here.contains(one.span) and alike(text, one, two, language))
            for one in around_here
        )

    return Rest(rest.couple, tuple(filter(stays, rest.here)), tuple(filter(lacks, rest.there)), rest.all_here, rest.all_there)


def _large(amount: Amount) -> bool:
    return amount.value >= _SEEN_ELSEWHERE and not amount.words


def timed(text: str, language: str, span: Span) -> bool:
    """Does the calendar read this number, as a day, an hour, a century or a decade?"""
    found = whens(text, language)
    index = bisect_left(found, span.end, key=lambda when: when.span.start)
    return any(when.kind in _TIMED and when.sure and when.span.overlaps(span) for when in found[max(0, index - 4) : index])
