"""This file finds days that are wrongly counted from another: on Monday ... the next day, Thursday."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from audit.almanac import nearest
from audit.checks.dates.found import APART, before_in_two, matches, say, small
from audit.entries import Day
from audit.found import Found
from audit.model import Analysis, Related
from audit.spans import Span

if TYPE_CHECKING:
    import regex

_LATER = (
    r"\b(?P<whole>(?:[Tt]he[ ](?:next|following)[ ]day|(?P<n>[Aa]|[Oo]ne|%(n)s)[ ](?P<unit>day|week)s?[ ](?P<way>later|after"
    r"(?:wards)?|earlier|before)|[Tt]he[ ]day[ ]after"
    r"|[Tt]he[ ](?P<back>previous[ ]day|day[ ]before))),?[ ](?:on[ ])?(?=\p{L}|\d)"
)


def days_later(analysis: Analysis) -> Iterator[Found]:
    """`On Monday ... two days later, on Thursday`: the day before it must be the only one in sight."""
    text = analysis.text
    by_start = {day.span.start: index for index, day in enumerate(analysis.ledger.dates)}
    for hit in matches(analysis, _LATER, "day", "week"):
        index = by_start.get(hit.end())
        if index is None or index == 0:
            continue
        day = analysis.ledger.dates[index]
        count = _steps(hit)
        if day.kind not in ("weekday", "date") or count is None or APART.match(text, day.span.end):
            continue
        start = before_in_two(analysis, hit.start())
        before = [other for other in analysis.ledger.dates[:index] if other.span.start >= start and other.kind != "year"]
        if len(before) != 1 or before[0].kind not in ("weekday", "date") or analysis.quoted(day.span):
            continue
        if _apart(before[0], day, count):
            related = (Related(before[0].span, "counted from here"),)
            yield Found(Span(hit.start(), day.span.end), {"other": say(before[0], analysis)}, (), related)


def _steps(hit: regex.Match[str]) -> int | None:
    if hit["unit"] is None:
        return -1 if hit["back"] else 1
    number = small(hit["n"].lower()) if hit["n"].lower() != "a" else 1
    if number is None or number != int(number) or number > 60:
        return None
    return int(number) * (7 if hit["unit"] == "week" else 1) * (-1 if hit["way"] in ("earlier", "before") else 1)


def _apart(first: Day, second: Day, count: int) -> bool:
    """Does what lies between them differ from the count? Longer counts may take in both ends."""
    loose = 0 if abs(count) < 3 else 1
    if first.kind == "date" and second.kind == "date":
        if first.day is None or second.day is None:
            return False
        start = datetime.date(first.year or second.year or 2001, first.month or 1, min(first.day, 28))
        end = nearest(second.month or 1, second.day, start)
        return end is not None and abs((end - start).days + start.day - first.day - count) > loose
    if first.weekday is None or second.weekday is None:
        return False
    off = (second.weekday - first.weekday - count) % 7
    return min(off, 7 - off) > loose
