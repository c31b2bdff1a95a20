"""This file does the arithmetic of days: names of months and weekdays, which year a date without one means, which years fit a weekday."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Sequence

MONTHS = ("January February March April May June July August September October November December").split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SHORT = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTH_NUMBER = {**{name.lower(): number for number, name in enumerate(MONTHS, 1)}, **_SHORT}
_SHORT_DAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
WEEKDAY_NUMBER = {**{name.lower(): number for number, name in enumerate(WEEKDAYS)}, **_SHORT_DAYS}

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
    r"|january|february|april|june|july|august|september|october|november|december)"
)
"""A month's name, in full or cut short. Small `may` and `march` are verbs."""
WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat"
    r"|Sun)\b\.?)"
)
YEAR = r"(?:1[5-9]\d\d|20\d\d)"

GREGORIAN_EVERYWHERE = 1924
"""From this year on a date means the same day in every country of Europe."""
FIRST_YEAR, LAST_YEAR = 2000, 2027
"""A full cycle of the calendar (28 years), which ends with the year after this was written: where an article without a year may belong."""
LAST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

MonthDay = tuple[int, int]
Pair = tuple[int, int, int]
"""Weekday, month and day as they stand together in a text without a year."""


def month_number(name: str) -> int:
    return MONTH_NUMBER[name.lower().rstrip(".")]


def weekday_number(name: str) -> int:
    return WEEKDAY_NUMBER[name.lower().rstrip(".")]


def day_of(year: int, month: int, day: int) -> datetime.date | None:
    """The day, or None where the calendar has none."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return datetime.date(year, month, day)


def nearest(month: int, day: int, to: datetime.date) -> datetime.date | None:
    """The date without a year that lies nearest to a day: what an article of that day means by it."""
    found = [of for year in (to.year - 1, to.year, to.year + 1) if (of := day_of(year, month, day))]
    return min(found, key=lambda of: (abs((of - to).days), of), default=None)


def years_that_fit(pairs: Sequence[Pair], first: int = FIRST_YEAR, last: int = LAST_YEAR) -> tuple[int, ...]:
    """The years in which the first pair may fall if all stand in one article. At the turn of a year the others may fall into the next."""
    _, month, day = pairs[0]
    fitting = set()
    for year in range(first, last + 1):
        for of_month in range(1, 13):
            article = datetime.date(year, of_month, 15)
            meant = nearest(month, day, article)
            if meant is not None and first <= meant.year <= last and _fits(pairs, article):
                fitting.add(meant.year)
    return tuple(sorted(fitting))


def _fits(pairs: Iterable[Pair], to: datetime.date) -> bool:
    return all((of := nearest(month, day, to)) is not None and of.weekday() == weekday for weekday, month, day in pairs)


def written(day: datetime.date, like: str = "") -> str:
    """A day as `7 January` or `January 7`, in the order of the words it is to stand for."""
    first = next((letter for letter in like if letter.isalnum()), "")
    month = MONTHS[day.month - 1]
    return f"{day.day} {month}" if first.isdigit() else f"{month} {day.day}"


def years_between(first: datetime.date, last: datetime.date) -> int:
    """Whole years, as ages are counted."""
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))
