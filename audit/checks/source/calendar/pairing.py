"""This file finds what one side of a couple says of time and the other does not, and which two belong together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.calendars import Kind, When, read, small_numbers
from audit.checks.source.both import Sides
from audit.sides import LEAST, Couple
from audit.spans import Span


@dataclass(frozen=True, slots=True)
class Pair:
    """A word here and the word of the source in whose place it stands, in one couple of sentences."""

    here: When
    there: When
    couple: Couple


def differences(sides: Sides, kind: Kind) -> Iterator[Pair]:
    """What stands here and has no like in the source, beside what stands in the source and has no like here.

    Both must be lonely: what is only lost or only added may be a free rendering, a conversion, or have moved.
    """
    here, there = _of_kind(read(sides.text, "en"), kind), _of_kind(read(sides.source, sides.language), kind)
    if not here or not there:
        return
    for couple in sides.couples:
        ours, theirs = _within(here, couple.here), _within(there, couple.there)
        if couple.confidence < LEAST or not ours or not theirs:
            continue
        wide_ours, wide_theirs = _within(here, couple.wide_here), _within(there, couple.wide_there)
        lonely = _lonely(ours, theirs, wide_theirs)
        lost = _lonely(theirs, ours, wide_ours)
        lonely = [when for when in lonely if not _bare(sides.text, sides.source, sides.language, when, couple.wide_there)]
        lost = [when for when in lost if not _bare(sides.source, sides.text, "en", when, couple.wide_here)]
        for mine, other in _paired(lonely, lost, couple):
            yield Pair(mine, other, couple)


def _of_kind(whens: Sequence[When], kind: Kind) -> list[When]:
    return [when for when in whens if when.kind == kind]


def _within(whens: Sequence[When], span: Span) -> list[When]:
    first = bisect_left(whens, span.start, key=lambda when: when.span.start)
    last = bisect_left(whens, span.end, key=lambda when: when.span.start)
    return list(whens[first:last])


def agree(one: When, other: When) -> bool:
    return not one.readings.isdisjoint(other.readings)


def _lonely(mine: Sequence[When], others: Sequence[When], wide: Sequence[When]) -> list[When]:
    """Those of mine that nothing on the other side bears out.

    Where both sides say equally much, each word bears out only one: Monday and Monday for lundi and mardi leaves one over.
    """
    strict = len(mine) == len(others) > 1
    left = list(wide)
    lonely = []
    for when in mine:
        match = next((other for other in left if agree(when, other)), None)
        if match is not None:
            left.remove(match)
        elif when.sure and (strict or not any(agree(when, other) for other in wide)):
            lonely.append(when)
    return lonely


def _bare(text: str, other_text: str, language: str, when: When, wide: Span) -> bool:
    """Does the other side have the figure without its sign, so that it may be meant: between 3 and 5 p.m., the 19th and 20th?"""
    if when.kind in ("day", "century"):
        values = {int(reading) for reading in when.readings}
    elif when.kind == "clock":
        hours = {int(reading) // 60 for reading in when.readings}
        values = hours | {hour - 12 for hour in hours if hour > 12} | ({12} if 0 in hours else set())
    elif when.kind == "decade":
        values = {int(reading) for reading in when.readings} | {int(reading) % 100 for reading in when.readings}
    else:
        return False
    numbers = small_numbers(other_text, language)
    first = bisect_left(numbers, (wide.start, -1))
    last = bisect_left(numbers, (wide.end, -1))
    return any(value in values for _, value in numbers[first:last])


def _paired(lonely: Sequence[When], lost: Sequence[When], couple: Couple) -> Iterator[tuple[When, When]]:
    """As many pairs as the shorter side gives: in order where both are as many, else by their place in the sentence."""
    if len(lonely) == len(lost):
        yield from zip(lonely, lost, strict=True)
        return
    fewer, more = sorted((list(lonely), list(lost)), key=len)
    swapped = fewer and fewer[0] not in lonely
    for when in fewer:
        spans = (couple.there, couple.here) if swapped else (couple.here, couple.there)
        nearest = min(more, key=lambda other: abs(_place(when, spans[0]) - _place(other, spans[1])))
        more.remove(nearest)
        yield (nearest, when) if swapped else (when, nearest)


def _place(when: When, span: Span) -> float:
    return (when.span.start - span.start) / max(1, span.end - span.start)
