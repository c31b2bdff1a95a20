"""This file finds dates that the calendar contradicts: a wrong weekday, two dates that fit no one year."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import regex

from audit.almanac import GREGORIAN_EVERYWHERE, MONTHS, WEEKDAYS, Pair, day_of, nearest, weekday_number, years_that_fit
from audit.checks.dates.found import say
from audit.entries import Day
from audit.found import Found
from audit.model import Analysis, Related
from audit.spans import Span

_GREGORIAN_FIRST = 1753
_OLD_STYLE = regex.compile(
    r"\b(?:Russia|Petersburg|Petrograd|Moscow|Greece|Greek|Ottoman|Serbia|Bulgaria|Romania|Julian|Old Style|Tsar|Czar|Bolshevik|Lenin"
    r"|Alaska"
    r"|Ukrain|Kiev|Kyiv|Turk|Chin|Japan)"
)
_SURE_OF_YEAR = 150
"""Days from the article's day beyond which a date without a year may also belong to the year before or after."""
_NEAR = 400
"""Characters within which a date with a year says which year a date without one belongs to."""


def weekday_with_year(analysis: Analysis) -> Iterator[Found]:
    """`Friday, 8 January 2022`: that was a Saturday."""
    for day in _pairs(analysis):
        if day.year is None or day.year < _GREGORIAN_FIRST:
            continue
        if day.year < GREGORIAN_EVERYWHERE and _OLD_STYLE.search(analysis.text):
            continue
        real = day_of(day.year, day.month or 0, day.day or 0)
        if real and real.weekday() != day.weekday:
            yield _wrong(analysis, day, real)


def weekday_of_article(analysis: Analysis) -> Iterator[Found]:
    """`Friday, January 8` in an article of January 2022, or behind a date that names the year: that was a Saturday."""
    for day in _pairs(analysis):
        if day.year is not None:
            continue
        given = analysis.document.date
        anchor = _year_near(analysis, day)
        to = anchor[0] if anchor else given
        if to is None or _fits_elsewhere(analysis, day, to):
            continue
        real = nearest(day.month or 0, day.day or 0, to)
        if real and real.weekday() != day.weekday:
            related = (Related(anchor[1], "the year"),) if anchor else ()
            yield _wrong(analysis, day, real, related)


def _fits_elsewhere(analysis: Analysis, day: Day, to: datetime.date) -> bool:
    """May it be of another year: one that its paragraph or the one before names, or the neighbour of a far-off date?"""
    month, number = day.month or 0, day.day or 0
    here = analysis.paragraph_at(day.span.start)
    before = analysis.paragraph_at(max(0, here.span.start - 2)) if here and here.span.start > 1 else None
    start = before.span.start if before else here.span.start if here else 0
    end = here.span.end if here else len(analysis.text)
    years = {other.year for other in analysis.ledger.dates if other.year and start <= other.span.start < end}
    real = nearest(month, number, to)
    if real and abs((real - to).days) > _SURE_OF_YEAR:
        years |= {real.year - 1, real.year + 1}
    return any((of := day_of(year, month, number)) is not None and of.weekday() == day.weekday for year in years)


def _year_near(analysis: Analysis, day: Day) -> tuple[datetime.date, Span] | None:
    """A date with its year close by: the last one before, or one that follows in the sentence; or the same month with its year."""
    sentence = analysis.sentence_at(day.span.start)
    end = sentence.span.end if sentence else day.span.end
    close = [
        (of, other.span)
        for other in analysis.ledger.dates
        if other.year and other.month and day.span.start - _NEAR < other.span.start < end and other is not day
        and (other.kind == "date" or other.month == day.month)
        and (of := day_of(other.year, other.month, other.day or 15))
    ]  # fmt: skip
    return close[-1] if close and len({of.year for of, _ in close}) == 1 else None


def weekday_clash(analysis: Analysis) -> Iterator[Found]:
    """`Friday, January 7 ... Monday, January 11` and no year: no year has both."""
    if analysis.document.date:
        return
    named = {day.year for day in analysis.ledger.dates if day.year}
    pairs = [
        day
        for day in _pairs(analysis)
        if day.year is None
        and _year_near(analysis, day) is None
        and not any((of := day_of(year, day.month or 0, day.day or 0)) and of.weekday() == day.weekday for year in named)
    ]
    keys = [_key(day) for day in pairs]
    if len(set(keys)) < 2 or years_that_fit(keys):
        return
    odd = [index for index in range(len(keys)) if (rest := keys[:index] + keys[index + 1 :]) and years_that_fit(rest)]
    if not odd:
        return
    day = pairs[odd[-1]]
    other = next(pairs[index] for index in range(len(pairs)) if keys[index] != _key(day) and index != odd[-1])
    years = years_that_fit([key for key in keys if key != _key(day)])
    reals = {
        of.weekday() for year in years for month in (1, 6, 12) if (of := nearest(day.month or 0, day.day or 0, _near(other, year, month)))
    }
    better = (_with_weekday(analysis, day, reals.pop()),) if len(reals) == 1 else ()
    yield Found(day.span, {"other": say(other, analysis)}, better, (Related(other.span, "the other date"),))


def _near(other: Day, year: int, month: int) -> datetime.date:
    return day_of(year, other.month or 0, other.day or 0) or datetime.date(year, month, 15)


def _key(day: Day) -> Pair:
    return (day.weekday or 0, day.month or 0, day.day or 0)


def _pairs(analysis: Analysis) -> Iterator[Day]:
    yield from (day for day in analysis.ledger.dates if day.weekday is not None and day.month and day.day)


def _wrong(analysis: Analysis, day: Day, real: datetime.date, related: tuple[Related, ...] = ()) -> Found:
    values = {
        "date": f"{MONTHS[real.month - 1]} {real.day}, {real.year}",
        "weekday": WEEKDAYS[real.weekday()],
        "said": WEEKDAYS[day.weekday or 0],
    }
    return Found(day.span, values, (_with_weekday(analysis, day, real.weekday()),), related)


def _with_weekday(analysis: Analysis, day: Day, weekday: int) -> str:
    """The wording with the right weekday in place of the wrong one."""

    def right(hit: regex.Match[str]) -> str:
        if weekday_number(hit[0]) != day.weekday:
            return hit[0]
        name = WEEKDAYS[weekday]
        return name if len(hit[0]) > 5 else name[:3] + "." * hit[0].endswith(".")

    return _ANY_WEEKDAY.sub(right, day.span.of(analysis.text), count=1)


_ANY_WEEKDAY = regex.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|weds?|thurs?|thu|fri|sat|sun)\b\.?)", regex.IGNORECASE
)
