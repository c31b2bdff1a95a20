"""This file defines what every sheet of facts comes down to: statements, and vows that a list is complete."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from audit.facts.cursor import Cursor
from audit.facts.values import When

PERSON = ("born", "died", "gender", "nationality")
COUNTRY = ("capital", "adjective", "people", "code")
PROPERTIES = (*PERSON, *COUNTRY, "member", "spelling", "avoid", "preferred", "name", "called", "seat", "wikidata", "city", "formerly")
"""Every property that is not the name of an office."""
SINGLE = frozenset({"born", "died", "gender", "preferred", "wikidata", "code"})
"""What has one value: a later folder's takes the place of an earlier one's."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that a sheet says: of a subject, its trait (an office, `born`, `member` ...) is a value, from a day to a day.

    `reviewed`: until then what is open still held.
    """

    subject: str
    trait: str
    value: str
    start: When | None = None
    end: When | None = None
    reviewed: datetime.date | None = None
    acting: bool = False
    source: str = ""
    sheet: str = ""
    line: int = 0
    at: Cursor | None = field(default=None, compare=False)

    @property
    def is_tenure(self) -> bool:
        return self.trait not in PROPERTIES


@dataclass(frozen=True, slots=True)
class Vow:
    """An office, or the members of an organisation (`of` alone): what it is called, and from when on everybody is listed."""

    of: str
    office: str
    titles: tuple[str, ...]
    complete: When | None
    reviewed: datetime.date | None
    several: bool
    at: Cursor


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that one file says. `country` and `organisation` name what it is about; `subjects` are those that it defines."""

    statements: tuple[Statement, ...] = ()
    vows: tuple[Vow, ...] = ()
    countries: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    about: Cursor | None = None
