"""This file turns differences of days and times into findings, and is silent where a time zone or a habit of the trade explains them."""

from __future__ import annotations

from collections.abc import Iterator

from audit.almanac import MONTHS, WEEKDAYS
from audit.cache import expression
from audit.calendars import Kind, When
from audit.checks.source.both import Sides
from audit.checks.source.calendar.pairing import Pair, differences
from audit.found import Found
from audit.knowledge import words

_PARTS = {"M": "morning", "A": "afternoon", "E": "evening", "N": "night"}
_DISTANCES = {
    "day-2": "the day before yesterday", "day-1": "yesterday", "day0": "today", "day+1": "tomorrow", "day+2": "the day after tomorrow",
    "week-1": "last week", "week0": "this week", "week+1": "next week", "month-1": "last month", "month0": "this month",
    "month+1": "next month", "year-2": "the year before last", "year-1": "last year", "year0": "this year", "year+1": "next year",
}  # fmt: skip
_DAY, _HALF_HOUR = 1440, 30


def _found(sides: Sides, pair: Pair, meaning: str, *, mends: bool = True) -> Found:
    values = {"source": pair.there.span.of(sides.source), "meaning": meaning}
    better = (_cased(meaning, pair.here.span.of(sides.text)),) if mends and meaning else ()
    return Found(pair.here.span, values, better, source_span=pair.there.span)


def _cased(word: str, like: str) -> str:
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def _sole(when: When) -> int | str | None:
    """The one thing that it can mean."""
    return next(iter(when.readings)) if len(when.readings) == 1 else None


def _zoned(sides: Sides, pair: Pair) -> bool:
    """Does either side name a time zone nearby, so that the hour, and with it the day, may have been converted?"""
    zone = expression("|".join(words("calendars/zones")))
    here, there = pair.couple.wide_here, pair.couple.wide_there
    return bool(zone.search(sides.text, here.start, here.end) or zone.search(sides.source, there.start, there.end))


def _next_door(pair: Pair, size: int) -> bool:
    one, other = _sole(pair.here), _sole(pair.there)
    return isinstance(one, int) and isinstance(other, int) and (one - other) % size in (1, size - 1)


def _named(sides: Sides, kind: Kind, names: list[str]) -> Iterator[tuple[Pair, str]]:
    for pair in differences(sides, kind):
        sole = _sole(pair.there)
        yield pair, names[sole] if isinstance(sole, int) else ""


def weekday_changed(sides: Sides) -> Iterator[Found]:
    for pair, name in _named(sides, "weekday", WEEKDAYS):
        if not (_next_door(pair, 7) and _zoned(sides, pair)):
            yield _found(sides, pair, name, mends=pair.here.span.of(sides.text).lower().endswith("day"))


def month_changed(sides: Sides) -> Iterator[Found]:
    for pair, name in _named(sides, "month", ["", *MONTHS]):
        if not (_next_door(pair, 12) and _zoned(sides, pair)):
            yield _found(sides, pair, name, mends=pair.here.span.of(sides.text).isalpha())


def date_changed(sides: Sides) -> Iterator[Found]:
    for pair in differences(sides, "day"):
        sole = _sole(pair.there)
        if sole is not None and not (_next_door(pair, 31) and _zoned(sides, pair)):
            after = sides.text[pair.here.span.end : pair.here.span.end + 2]
            yield _found(sides, pair, str(sole), mends=not after.isalpha())


def time_changed(sides: Sides) -> Iterator[Found]:
    for pair in differences(sides, "clock"):
        apart = min((int(one) - int(other)) % _DAY for one in pair.here.readings for other in pair.there.readings)
        if not (apart % _HALF_HOUR == 0 and _zoned(sides, pair)):
            sole = _sole(pair.there)
            yield _found(sides, pair, f"{sole // 60}:{sole % 60:02}" if isinstance(sole, int) else "", mends=False)


def day_part_changed(sides: Sides) -> Iterator[Found]:
    for pair in differences(sides, "part"):
        if not _zoned(sides, pair):
            names = [name for letter, name in _PARTS.items() if letter in pair.there.readings]
            yield _found(sides, pair, " or ".join(names), mends=False)


def century_changed(sides: Sides) -> Iterator[Found]:
    for pair in differences(sides, "century"):
        number = int(_sole(pair.there) or 0)
        ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number // 10 != 1 else 0, "th")
        yield _found(sides, pair, f"{number}{ending} century", mends=pair.here.span.of(sides.text).endswith("th century"))


def decade_changed(sides: Sides) -> Iterator[Found]:
    for pair in differences(sides, "decade"):
        sole = _sole(pair.there)
        yield _found(sides, pair, f"{sole}s" if sole is not None else "", mends=sole is not None)


def season_changed(sides: Sides) -> Iterator[Found]:
    for pair in differences(sides, "season"):
        yield _found(sides, pair, str(_sole(pair.there) or ""))


def relative_day_changed(sides: Sides) -> Iterator[Found]:
    """Yesterday for tomorrow, next week for last week. Last week for yesterday is a free rendering."""
    for pair in differences(sides, "relative"):
        one, other = _distance(pair.here), _distance(pair.there)
        if one and other and (one[0] == other[0] or (one[1] == other[1] and "day" not in (one[0], other[0]))):
            yield _found(sides, pair, _DISTANCES.get(str(_sole(pair.there)), ""))


def _distance(when: When) -> tuple[str, str] | None:
    """Unit and distance; of `kal`, which is yesterday and tomorrow, the unit."""
    reading = str(min(when.readings, key=str))
    unit = reading.rstrip("-+012")
    return (unit, reading.removeprefix(unit)) if len(when.readings) == 1 else None
