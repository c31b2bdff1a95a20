"""This file defines what the reader of realms finds: a word for a country, its people, a language, a city, a currency, a region, a body."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from audit.spans import Span

Kind = Literal["land", "people", "language", "city", "region", "body"]

UNSURE_PREFIX = 7
"""Letters that may follow a country's name in a word of which the reader knows no more than that it begins so."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word may mean. `keys` say which one it is (FR; Lyon; NATO), `lands` are the countries it may stand for (ISO 3166).

    What is not `sure` may be another word: it excuses its counterpart on the other side and is never missed itself.
    """

    kind: Kind
    keys: frozenset[str]
    lands: frozenset[str]
    sure: bool = True

    def or_else(self, other: Entry) -> Entry:
        """One word that may mean either."""
        kind = self.kind if _RANK[self.kind] <= _RANK[other.kind] else other.kind
        same = {self.kind, other.kind} <= {"people", "language"} or self.kind == other.kind or bool(self.lands & other.lands)
        known = self.kind == other.kind == "city" and bool(self.keys & other.keys)
        sure = same and (self.sure or other.sure if known else self.sure and other.sure)
        return Entry(kind, self.keys | other.keys, self.lands | other.lands, sure)

    def unsure(self) -> Entry:
        return replace(self, sure=False)


_RANK: dict[Kind, int] = {"land": 0, "people": 1, "language": 2, "region": 3, "body": 4, "city": 5}


@dataclass(frozen=True, slots=True)
class Realm:
    """A word of the text that names a realm. `alone`: it is no part of a longer name."""

    span: Span
    kind: Kind
    keys: frozenset[str]
    lands: frozenset[str]
    sure: bool
    alone: bool = True
