"""This file reads clock times (14h30, half past two, halb drei, 午後3時), centuries (XIXe siècle) and decades (the 1990s, 90年代)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import regex

from audit.calendars.figures import number, roman
from audit.calendars.sheet import Sheet
from audit.calendars.when import When
from audit.spans import Span

NOON, MIDNIGHT, DAY, HALF_DAY = 720, 0, 1440, 720


def clocks(text: str, of: Sheet) -> Iterator[When]:
    if of.clock is None:
        return
    for hit in of.clock.finditer(text):
        group = hit.groupdict()
        if group.get("noon"):
            readings: frozenset[int | str] = frozenset((NOON,))
        elif group.get("midnight"):
            readings = frozenset((MIDNIGHT,))
        else:
            readings = _readings(group, of)
        if readings:
            yield When(Span(*hit.span()), "clock", readings, not of.doubts(text, hit.start()))


def _readings(group: dict[str, str | None], of: Sheet) -> frozenset[int | str]:
    """Minutes after midnight; both halves of the day where nothing says which."""
    written = group.get("h")
    hour = number(written) if written else _index(of.hours, group.get("w"))
    minute = number(group.get("m") or "0")
    if hour is None or minute is None or hour > 29 or minute > 59:
        return frozenset()
    minute = 30 if group.get("half") else 15 if group.get("quarter") else minute
    time = hour * 60 + minute - (30 if group.get("before") else 15 if group.get("to") else 0)
    if group.get("am"):
        return frozenset((time % HALF_DAY if hour <= 12 else time % DAY,))
    if group.get("pm"):
        return frozenset((time % HALF_DAY + HALF_DAY if hour <= 12 else time % DAY,))
    if group.get("night"):
        return frozenset((_at_night(hour, time) % DAY,))
    exact = hour > 12 or written in ("0", "00", "零") or (of.whole_day and written and (group.get("m") or written[0] == "0"))
    return frozenset((time % DAY,)) if exact else frozenset((time % DAY, (time + HALF_DAY) % DAY))


def _at_night(hour: int, time: int) -> int:
    """Eight in the evening is 20:00, twelve is midnight, and two at night is 2:00."""
    if hour == 12:
        return time - HALF_DAY
    return time + HALF_DAY if 5 <= hour < 12 else time


def centuries(text: str, of: Sheet) -> Iterator[When]:
    if of.century is None:
        return
    for hit in of.century.finditer(text):
        group = hit.groupdict()
        values = [int(group["hundreds"] or 0) + 1] if group.get("hundreds") else [_century(group, of, ""), _century(group, of, "2")]
        readings: frozenset[int | str] = frozenset(value for value in values if value and 1 <= value <= 30)
        if readings:
            yield When(Span(*hit.span()), "century", readings, not of.doubts(text, hit.start()))


def _century(group: dict[str, str | None], of: Sheet, suffix: str) -> int | None:
    """The first number of a wording, or the second (the 19th and 20th centuries)."""
    figures, letters, word = (group.get(name + suffix) for name in "nro")
    if figures:
        return number(figures)
    return roman(letters) if letters else _index(of.ordinals, word)


def decades(text: str, of: Sheet, beside: Iterable[When]) -> Iterator[When]:
    """Decades in four figures or two; a century right before two figures says which is meant (20世纪90年代)."""
    if of.decades is None:
        return
    ends = {when.span.end: when for when in beside}
    for hit in of.decades.finditer(text):
        group = hit.groupdict()
        year = number(group["y"]) if group.get("y") else None
        sure = not of.doubts(text, hit.start())
        if year is not None:
            yield When(Span(*hit.span()), "decade", frozenset((year,)), sure and year % 100 != 0)
            continue
        tens = number(group["t"] or "") if group.get("t") else _tens(of.tens, group.get("T"))
        if tens is not None:
            before = ends.get(hit.start()) or ends.get(hit.start() - 1)
            hundreds = [100 * (int(of_century) - 1) for of_century in before.readings] if before else [1800, 1900, 2000]
            yield When(Span(*hit.span()), "decade", frozenset(hundred + tens for hundred in hundreds), sure)


def _tens(words: Sequence[str], written: str | None) -> int | None:
    index = _index(tuple(words), written)
    return None if index is None else (index + 1) * 10


@cache
def _index(words: tuple[str, ...], written: str | None) -> int | None:
    """The number, from 1, of the word that was written."""
    if not written:
        return None
    fitting = (index for index, word in enumerate(words, 1) if regex.fullmatch(word, written, regex.IGNORECASE))
    return next(fitting, None)
