"""This file finds the dates and weekdays of an article and resolves them against its day."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

import regex

from audit.almanac import LAST_YEAR, Pair, day_of, nearest, years_that_fit
from audit.entries import Day
from audit.ledger.dayforms import wordings
from audit.model import Analysis, Document

_DAYS_BACK = {"yesterday": 1, "today": 0, "tonight": 0, "tomorrow": -1, "the day before yesterday": 2, "the day after tomorrow": -2}
_AHEAD = regex.compile(
    r"\b(?:will|would|shall|next|due|by|until|upcoming|coming|scheduled|expected|planned?|plans"
    r"|ahead|before|from|to[ ]be|is[ ]set|are[ ]set|target)\b"
    r"(?![’'])",
    regex.IGNORECASE,
)
_PART_OF_DAY = regex.compile(r"(?<=yesterday|tomorrow)[ ]\p{Ll}+\Z")
_SENTENCE = regex.compile(r"[.!?\n][”\"’]?(?:[ ]|\Z)")
_RECENT = 1990
"""Before this year a text tells history, and its dates do not say when it was written."""


def days(analysis: Analysis) -> tuple[Day, ...]:
    """Every date, month, year, weekday and relative day, in order."""
    found = tuple(wordings(analysis.text))
    as_of, _ = article_day(analysis.document, found)
    return tuple(_resolved(day, as_of, analysis.text) for day in found)


def article_day(document: Document, found: Sequence[Day]) -> tuple[datetime.date | None, str]:
    """The article's day and how it is known: given, or inferred from pairs of weekday and date; else None.

    Without a clock, the year is the only one that fits every pair, from the latest year that the text tells of to the year after
    this was written; where several fit, nothing is said.
    """
    if document.date:
        return document.date, "given"
    text = document.prose
    told = [day.year for day in found if day.year and day.year >= _RECENT and not _ahead(day, text)]
    pairs = [day for day in found if day.weekday is not None and day.month and day.day and day.year is None]
    if not pairs or not told:
        return None, ""
    keys: list[Pair] = [(day.weekday or 0, day.month or 0, day.day or 0) for day in pairs]
    years = years_that_fit(keys, max(told), LAST_YEAR)
    if len(years) != 1:
        return None, ""
    past = [day for day in pairs if not _ahead(day, text)] or pairs[:1]
    dated = [(of, day) for day in past if (of := day_of(years[0], day.month or 0, day.day or 0))]
    if not dated:
        return None, ""
    of, day = max(dated, key=lambda pair: pair[0])
    return of, f"inferred from “{day.span.of(text)}”, which is {of.year}"


def _ahead(day: Day, text: str) -> bool:
    """Does the sentence round it speak of what was still to come?"""
    ends = [hit.end() for hit in _SENTENCE.finditer(text, max(0, day.span.start - 300), day.span.start)]
    start = ends[-1] if ends else max(0, day.span.start - 300)
    behind = _SENTENCE.search(text, day.span.end)
    return _AHEAD.search(text, start, min(behind.start() if behind else len(text), day.span.end + 60)) is not None


def _resolved(day: Day, as_of: datetime.date | None, text: str) -> Day:
    if day.kind == "date" and day.year:
        return replace(day, resolved=day_of(day.year, day.month or 0, day.day or 0))
    if as_of is None:
        return day
    if day.kind == "date":
        of = nearest(day.month or 0, day.day or 0, as_of)
        wrong = of is not None and day.weekday is not None and of.weekday() != day.weekday
        return day if wrong else replace(day, resolved=of)
    if day.kind == "weekday":
        return replace(day, resolved=_weekday(day.weekday or 0, as_of, ahead=_ahead(day, text)))
    if day.kind == "relative":
        return replace(day, resolved=_relative(day, as_of, day.span.of(text).lower()))
    return day


def _weekday(weekday: int, as_of: datetime.date, *, ahead: bool) -> datetime.date:
    """A bare `Friday`: the latest one, that of the article's day included, or the next where the sentence speaks of what is to come."""
    back = (as_of.weekday() - weekday) % 7
    return as_of + datetime.timedelta(days=(7 - back) % 7) if ahead else as_of - datetime.timedelta(days=back)


def _relative(day: Day, as_of: datetime.date, said: str) -> datetime.date | None:
    said = _PART_OF_DAY.sub("", said)
    if said in _DAYS_BACK:
        return as_of - datetime.timedelta(days=_DAYS_BACK[said])
    if day.weekday is None:
        return None
    back = (as_of.weekday() - day.weekday) % 7
    if said.startswith("last"):
        return as_of - datetime.timedelta(days=back or 7)
    return as_of + datetime.timedelta(days=(7 - back) % 7) if said.startswith("next") and back else None
