"""This file holds the countries and cities of both sides, which tell of a name what its sound does not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from audit import realms
from audit.model import Couple, Span


@dataclass(frozen=True, slots=True)
class Places:
    """The realms of both sides. `readable`: those of the source's language are known."""

    here: tuple[realms.Realm, ...]
    there: tuple[realms.Realm, ...]
    readable: bool

    def at(self, span: Span) -> list[realms.Realm]:
        """The realms that a stretch of the translation names."""
        return list(_within(self.here, span))

    def answered(self, realm: realms.Realm, couple: Couple) -> bool:
        """Does the source speak of it, of its people or of what lies in it? Doubt says yes."""
        return not self.readable or any(_same(realm, other) for other in _within(self.there, couple.wide_there))

    def taken(self, realm: realms.Realm, couple: Couple) -> bool:
        """Is it a city where the source has another? A card of its own says so."""
        return realm.kind == "city" and any(other.kind == "city" for other in self.missing(couple))

    def told(self, span: Span, couple: Couple) -> bool:
        """Does the translation speak of the country, or the people, that a word of the source names?"""
        return any(_same(realm, other) for other in _within(self.there, span) for realm in _within(self.here, couple.wide_here))

    def missing(self, couple: Couple) -> Iterator[realms.Realm]:
        """Countries and cities of the source that the translation does not speak of."""
        for other in _within(self.there, couple.there):
            known = other.kind in ("land", "city", "region", "body") and other.sure and other.alone
            if known and not any(_same(realm, other) for realm in _within(self.here, couple.wide_here)):
                yield other


def places(text: str, source: str, language: str) -> Places:
    return Places(realms.read(text, "en"), realms.read(source, language), language in realms.LANGUAGES)


def _same(one: realms.Realm, other: realms.Realm) -> bool:
    return bool(one.keys & other.keys or one.lands & other.lands)


def _within(those: tuple[realms.Realm, ...], span: Span) -> Iterator[realms.Realm]:
    first = bisect_left(those, span.start, key=lambda realm: realm.span.end - 1)
    for realm in those[first:]:
        if realm.span.start >= span.end:
            return
        yield realm
