"""This file reads when things happen in texts of twenty languages: weekdays, months, days, clocks, centuries, seasons, yesterday."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from audit.calendars.clocks import centuries, clocks, decades
from audit.calendars.dates import in_figures, in_han, with_month
from audit.calendars.figures import folded, numbers
from audit.calendars.sheet import LANGUAGES, Sheet, sheet
from audit.calendars.when import Kind, When
from audit.spans import Span

__all__ = ["LANGUAGES", "Kind", "When", "read", "small_numbers"]


def read(text: str, language: str, start: int = 0, end: int | None = None) -> tuple[When, ...]:
    """Everything between two offsets that says when, in order. Nothing of a language that has no sheet."""
    whole = _whole(text, language)
    if start == 0 and (end is None or end >= len(text)):
        return whole
    within = Span(start, len(text) if end is None else end)
    return tuple(when for when in whole if within.contains(when.span))


@lru_cache(maxsize=8)
def _whole(text: str, language: str) -> tuple[When, ...]:
    if language not in LANGUAGES:
        return ()
    of, text = sheet(language), folded(text)
    named = list(_named(text, of))
    days: list[When] = list(in_figures(text, of))
    if of.han:
        days += in_han(text)
    whens: list[When] = []
    for when in named:
        beside = with_month(text, when, of) if when.kind == "month" else []
        days += beside
        whens.append(replace(when, sure=True, readings=when.readings | _month_before(when, beside)) if beside else when)
    dated = [when.span for when in days]
    times = [when for when in clocks(text, of) if not any(when.span.overlaps(span) for span in dated)]
    whens = [replace(when, sure=False) if when.kind == "part" and _inside(when, times) else when for when in whens]
    eras = list(centuries(text, of))
    return _sorted([*whens, *days, *times, *eras, *decades(text, of, eras)])


def _inside(part: When, times: list[When]) -> bool:
    """Is it the p.m. of a clock time? Then the hour is compared, and the part of the day bears out at most."""
    return any(time.span.contains(part.span) for time in times)


def _month_before(month: When, days: list[When]) -> frozenset[int | str]:
    """The night that ends with the first of a month begins in the month before."""
    turns = any({1, 31} <= day.readings for day in days)
    return frozenset((int(one) - 1 or 12) for one in month.readings) if turns else frozenset()


def _named(text: str, of: Sheet) -> list[When]:
    found = []
    for hit in of.names.finditer(text):
        kind, readings = of.meanings[hit.lastgroup or ""]
        if kind == "weekday" and of.before_midnight(text, hit.start()):
            readings |= {(int(day) - 1) % 7 for day in readings}
        found.append(When(Span(*hit.span()), kind, readings, not of.doubts(text, hit.start())))
    return found


def _sorted(whens: list[When]) -> tuple[When, ...]:
    """In order of the text; of two of a kind in one place the longer."""
    kept: dict[Kind, Span] = {}
    result = []
    for when in sorted(whens, key=lambda when: (when.span.start, -when.span.end, when.kind)):
        last = kept.get(when.kind)
        if last is None or not last.overlaps(when.span):
            kept[when.kind] = when.span
            result.append(when)
    return tuple(result)


@lru_cache(maxsize=8)
def small_numbers(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where small numbers stand that may be days, hours or centuries without their sign, each with its value."""
    dated = (when.span for when in _whole(text, language) if when.kind in ("day", "month", "clock", "century", "decade"))
    taken = {offset for span in dated for offset in range(span.start, span.end)}
    return tuple((start, value) for start, value in numbers(folded(text), language) if start not in taken)
