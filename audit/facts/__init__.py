"""This file answers what the sheets of facts know: who held this office on that day, who is a member, which city is the capital."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from audit.entries import Gender


@dataclass(frozen=True, slots=True)
class When:
    """A point in time of day, month or year precision, as its first and last possible day."""

    first: datetime.date
    last: datetime.date


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


@dataclass(frozen=True, slots=True)
class Holders:
    """Who held an office on a day. `complete`: the sheet vouches that nobody else did; `unsure`: a handover may fall on that day."""

    tenures: tuple[Tenure, ...] = ()
    complete: bool = False
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its usual English name, other names, adjectives and nouns for its people, capital, ISO 3166 code."""

    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: str = ""
    capitals: tuple[str, ...] = ()
    code: str = ""
    wikidata: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation with members. `called`: what its members are called (members, allies, states)."""

    name: str
    names: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    wikidata: str = ""


class Facts:
    """The index over all sheets. Every look-up takes microseconds; what the sheets do not say is None or empty, never false."""

    def person(self, name: str) -> Known | None:
        """The person with exactly this full name or spelling (any case of accents), if only one has it."""
        return None

    def bearers(self, surname: str) -> tuple[Known, ...]:
        """All known people with this surname."""
        return ()

    def tenures(self, person: str) -> tuple[Tenure, ...]:
        """Every office of a person (by `Known.name`), in order of time."""
        return ()

    def holders(self, office: str, of: str, on: datetime.date) -> Holders:
        """Who held the office (by its key, such as `foreign minister`) of a country or organisation on a day."""
        return Holders()

    def history(self, office: str, of: str) -> tuple[Tenure, ...]:
        """Every known tenure of an office."""
        return ()

    def office(self, title: str, of: str) -> str | None:
        """The key of the office that English news means by this title in that country or organisation (`Chancellor` of Germany)."""
        return None

    def country(self, word: str) -> Country | None:
        """The country that this name, adjective or noun for its people means."""
        return None

    def organisation(self, name: str) -> Organisation | None:
        """The organisation with this name or acronym."""
        return None

    def is_member(self, country: str, organisation: str, on: datetime.date) -> bool | None:
        """True or false where the sheets are sure, else None."""
        return None

    def count(self, organisation: str, on: datetime.date) -> int | None:
        """How many members it had, where its list is complete and no change falls within the precision."""
        return None

    def city(self, name: str) -> tuple[str, ...]:
        """The countries that have a city of this name; empty when the sheets do not know it."""
        return ()


def read(folders: Sequence[Path] = ()) -> Facts:
    """The bundled sheets and a desk's own (later folders win). Raises AuditError with file, line and key."""
    return Facts()
