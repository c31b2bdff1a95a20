"""This file finds `yesterday, Friday` in an article of Friday, and `last year, in 2019` in one of 2022."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import regex

from audit.almanac import MONTHS, WEEKDAYS, nearest, written
from audit.checks.dates.found import APART, matches, say, small
from audit.entries import Day
from audit.found import Found
from audit.model import Analysis, Related
from audit.spans import Span

_AHEAD = {"the day before yesterday": -2, "yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "the day after tomorrow": 2}
_CLOSE = 600
"""Characters within which two words that count from the article's day are taken to be of one article."""
_YEARS = {"last year": -1, "this year": 0, "next year": 1}
_MONTHS = {"last month": -1, "this month": 0, "next month": 1}
_JOINED = regex.compile(
    r"[ ]?\((?:on[ ]|in[ ])?(?:the[ ])?|,?[ ](?:on[ ]|in[ ])?(?:the[ ])?|[ ][–—-][ ](?:on[ ]|in[ ])?|,[ ]that[ ]is,?[ ](?:on[ ]|in[ ])?"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A relative word beside a day: what they say together of the article's own day."""

    relative: Day
    day: Day
    ahead: int
    kind: str

    @property
    def span(self) -> Span:
        return Span(min(self.relative.span.start, self.day.span.start), max(self.relative.span.end, self.day.span.end))


def relative_day(analysis: Analysis) -> Iterator[Found]:
    """Against the article's day, where it is known; else one such pair against another."""
    as_of = analysis.document.date
    yield from days_ago(analysis)
    told = list(_beside(analysis))
    if as_of is None:
        yield from _among_themselves(analysis, told)
        return
    for one in told:
        if right := _contradicts(one, as_of):
            values = {"right": right, "reason": f"the article is of {_of(as_of)}"}
            yield Found(_closed(analysis.text, one.span), values, _better(analysis, one, as_of))


_AGO = r"\b(?P<n>[Aa]|[Oo]ne|%(n)s)[ ](?P<unit>day|week|month)s?[ ]ago,?[ ]\(?(?:on[ ]|in[ ])?(?:the[ ])?(?=\p{L}|\d)"


def days_ago(analysis: Analysis) -> Iterator[Found]:
    """`three days ago, on Friday` in an article of Friday. Longer counts are told roughly."""
    as_of = analysis.document.date
    if as_of is None:
        return
    by_start = {day.span.start: day for day in analysis.ledger.dates}
    for hit in matches(analysis, _AGO, " ago"):
        day = by_start.get(hit.end())
        number = 1 if hit["n"].lower() == "a" else small(hit["n"].lower())
        if day is None or number is None or number > 60 or analysis.quoted(day.span):
            continue
        meant = as_of - datetime.timedelta(days=round(number * {"day": 1, "week": 7, "month": 30.4}[hit["unit"]]))
        loose = {"day": int(number > 2), "week": 2 + int(number), "month": 25 + int(number)}[hit["unit"]]
        if _far(day, meant, loose):
            values = {"right": written(meant), "reason": f"the article is of {_of(as_of)}"}
            yield Found(Span(hit.start(), day.span.end), values)


def _far(day: Day, meant: datetime.date, loose: int) -> bool:
    """Does what stands lie further from the day that was counted than a rough count may?"""
    if day.kind == "weekday" and loose < 2:
        off = ((day.weekday or 0) - meant.weekday()) % 7
        return min(off, 7 - off) > loose
    if day.kind == "date" and day.year is None:
        of = nearest(day.month or 1, day.day or 1, meant)
        return of is not None and abs((of - meant).days) > loose
    if day.kind == "month" and day.year is None and loose > 20:
        off = ((day.month or 1) - meant.month) % 12
        return min(off, 12 - off) > 1
    return False


def _among_themselves(analysis: Analysis, told: list[_Told]) -> Iterator[Found]:
    """Two that stand close and make the article two days old at once: the one that fewer others agree with, or the second."""
    agreed = Counter((one.kind, _implied(one)) for one in told)
    for first, second in pairwise(told):
        if first.kind != second.kind or second.span.start - first.span.end > _CLOSE:
            continue
        keys = [(one.kind, _implied(one)) for one in (first, second)]
        if keys[0] == keys[1]:
            continue
        wrong, other = (first, second) if agreed[keys[0]] < agreed[keys[1]] else (second, first)
        reason = f"'{other.relative.span.of(analysis.text).lower()}' is {say(other.day, analysis)} elsewhere"
        related = (Related(other.span, "the article's day by this"),)
        yield Found(_closed(analysis.text, wrong.span), {"right": "another", "reason": reason}, (), related)


def _closed(text: str, span: Span) -> Span:
    """With the bracket that closes behind it."""
    opened = "(" in span.of(text) and ")" not in span.of(text) and text[span.end : span.end + 1] == ")"
    return Span(span.start, span.end + opened)


def _of(day: datetime.date) -> str:
    return f"{WEEKDAYS[day.weekday()]}, {MONTHS[day.month - 1]} {day.day}, {day.year}"


def _beside(analysis: Analysis) -> Iterator[_Told]:
    days, text = analysis.ledger.dates, analysis.text
    for first, second in pairwise(days):
        if (first.kind == "relative") == (second.kind == "relative") or second.span.start < first.span.end:
            continue
        relative, day = (first, second) if first.kind == "relative" else (second, first)
        gap = text[first.span.end : second.span.start]
        if gap in (" ", " on ") and regex.match(r"[ ]\p{Lu}", text, pos=second.span.end):
            continue  # yesterday on Friday Street
        if not _JOINED.fullmatch(gap) or (first is day and gap != ", ") or analysis.quoted(relative.span):
            continue
        if APART.match(text, second.span.end) and second.kind not in {"date", "year"}:
            continue
        if (told := _told(relative, day, relative.span.of(text).lower(), gap)) is not None:
            yield told


def _told(relative: Day, day: Day, said: str, gap: str) -> _Told | None:
    said = regex.sub(r"(?<=yesterday|tomorrow)[ ]\p{Ll}+\Z", "", said)
    if said in _AHEAD and day.kind in ("weekday", "date"):
        return _Told(relative, day, _AHEAD[said], "weekday" if day.weekday is not None and day.kind == "weekday" else "date")
    if said in _YEARS and day.kind == "year" and gap != " ":
        return _Told(relative, day, _YEARS[said], "year")
    if said in _MONTHS and day.kind == "month" and (gap not in (" ", " in ") or relative.span.start > day.span.start):
        return _Told(relative, day, _MONTHS[said], "month")
    return None


def _contradicts(told: _Told, as_of: datetime.date) -> str:
    """What the relative word means on the article's day, where that is not what stands beside it."""
    if told.kind == "year":
        return "" if told.day.year == as_of.year + told.ahead else str(as_of.year + told.ahead)
    if told.kind == "month":
        month = (as_of.month - 1 + told.ahead) % 12
        return "" if told.day.month == month + 1 else MONTHS[month]
    meant = as_of + datetime.timedelta(days=told.ahead)
    if told.kind == "weekday":
        return "" if told.day.weekday == meant.weekday() else WEEKDAYS[meant.weekday()]
    return "" if (told.day.month, told.day.day) == (meant.month, meant.day) else written(meant)


def _better(analysis: Analysis, told: _Told, as_of: datetime.date) -> tuple[str, ...]:
    """The relative word that fits the day, where one does."""
    if told.kind in ("year", "month"):
        return ()
    words = [word for word, ahead in _AHEAD.items() if word != "tonight" and _fits(told, as_of + datetime.timedelta(days=ahead))]
    if len(words) != 1:
        return ()
    said = told.relative.span.of(analysis.text)
    word = words[0].capitalize() if said[0].isupper() else words[0]
    return (_closed(analysis.text, told.span).of(analysis.text).replace(said, word, 1),)


def _fits(told: _Told, day: datetime.date) -> bool:
    if told.kind == "weekday":
        return told.day.weekday == day.weekday()
    return (told.day.month, told.day.day) == (day.month, day.day)


def _implied(told: _Told) -> object:
    """What the article's day must be: its weekday, its month and day, its month, or its year."""
    if told.kind == "weekday":
        return ((told.day.weekday or 0) - told.ahead) % 7
    if told.kind == "year":
        return (told.day.year or 0) - told.ahead
    if told.kind == "month":
        return ((told.day.month or 0) - told.ahead) % 12
    of = nearest(told.day.month or 1, told.day.day or 1, datetime.date(told.day.year or 2001, 6, 15))
    return of - datetime.timedelta(days=told.ahead) if of else None
