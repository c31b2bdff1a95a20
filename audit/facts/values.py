"""This file defines what the sheets of facts answer with: points in time, people, tenures, countries, organisations."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

from audit.entries import Gender

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class When:
    """A point in time of day, month or year precision, as its first and last possible day."""

    first: datetime.date
    last: datetime.date

    def __str__(self) -> str:
        """As a sheet writes it; a stretch that is no day, month or year stands with both its ends."""
        day, month, year = self.first.isoformat(), f"{self.first:%Y-%m}", f"{self.first:%Y}"
        return next((text for text in (day, month, year) if when(text) == self), f"{day}/{self.last.isoformat()}")


def when(text: str) -> When | None:
    """The point in time that `2017-05-14`, `2017-05` or `2017` says; None where it is none."""
    found = _WRITTEN.fullmatch(text)
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    try:
        first = datetime.date(year, month or 1, day or 1)
        last = first if day else datetime.date(year, month or 12, calendar.monthrange(year, month or 12)[1])
    except (ValueError, calendar.IllegalMonthError):
        return None
    return When(first, last)


@dataclass(frozen=True, slots=True)
class Known:
    """A person of the sheets."""

    name: str
    gender: Gender | None = None
    born: When | None = None
    died: When | None = None
    countries: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    wikidata: str = ""
    source: str = ""
    sheet: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Tenure:
    """Somebody in an office of a country or organisation. Without `end` it went on when the sheet was reviewed (`known_until`)."""

    person: str
    office: str
    of: str
    start: When | None
    end: When | None
    acting: bool = False
    source: str = ""
    sheet: str = ""
    known_until: datetime.date | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Holders:
    """Who held an office on a day. `complete`: the sheet vouches that nobody else did; `unsure`: a handover may fall on that day."""

    tenures: tuple[Tenure, ...] = ()
    complete: bool = False
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Stay:
    """A stretch of time in which something was so: a member of an organisation, a capital of a country."""

    value: str
    start: When | None
    end: When | None
    known_until: datetime.date | None = None
    source: str = ""
    sheet: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its usual English name, other names, adjectives and nouns for its people, capital, ISO 3166 code.

    `capital`: today's; `capitals`: every name that is or was right, seats of government and former capitals among them.
    """

    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: str = ""
    capitals: tuple[str, ...] = ()
    code: str = ""
    wikidata: str = ""
    source: str = ""
    sheet: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation with members. `called`: what its members are called (members, allies, states)."""

    name: str
    names: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    wikidata: str = ""
    seat: str = ""
    source: str = ""
    sheet: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Renamed:
    """A country, city, organisation or company with a new name since a day. `country`: where a place lies."""

    name: str
    formerly: tuple[str, ...]
    since: When | None = None
    kind: str = ""
    country: str = ""
    source: str = ""
    sheet: str = ""
    line: int = 0


def lasts(start: When | None, end: When | None, known_until: datetime.date | None, on: datetime.date) -> bool | None:
    """Was it so on that day? None on the very days of change, where a date is imprecise or missing, and after the last review."""
    if (start is not None and on < start.first) or (end is not None and on > end.last):
        return False
    begun = start is not None and on > start.last
    goes_on = on < end.first if end is not None else known_until is not None and on <= known_until
    return True if begun and goes_on else None
