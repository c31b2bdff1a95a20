"""This file pairs realms of the translation that the source does not hold with realms of the source that the translation does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from audit.checks.source.both import Sides
from audit.model import Couple, Span
from audit.realms import LANGUAGES, Realm, capitals, english, read
from audit.sides import LEAST

_SPOKEN = re.compile(r"\b(?:in|into|from|speak\w*|spoke|spoken|learn\w*|stud(?:y|ied|ies)|teach\w*|taught|fluent|of|and)[ ]\Z")
_AFTER = re.compile(r"[.,;:)”\"]|[ ](?:and|or|but|language|version|subtitles|at|for|as|is|was|by|to|in)\b|\Z")
_COUNTRIES = frozenset(("land", "people", "language"))


@dataclass(frozen=True, slots=True)
class Change:
    """One realm for another. `meant` is the English name of what the source says."""

    fault: str
    here: Realm
    there: Realm
    meant: str


def changes(sides: Sides) -> tuple[Change, ...]:
    """All changes of a text, found once for all cards."""
    return tuple(change for *_, changed in pairs(sides) for change in changed)


def pairs(sides: Sides) -> tuple[tuple[Couple, list[Realm], list[Realm], list[Change]], ...]:
    """Of each couple: what is alien to the source, what the translation misses, and which of them were exchanged."""
    if sides.language not in LANGUAGES:
        return ()
    return _pairs(sides.text, sides.source, sides.language, tuple(couple for couple in sides.couples if couple.confidence >= LEAST))


@lru_cache(maxsize=4)
def _pairs(
    text: str, source: str, language: str, couples: tuple[Couple, ...]
) -> tuple[tuple[Couple, list[Realm], list[Realm], list[Change]], ...]:
    here, there = read(text, "en"), read(source, language)
    found = []
    for couple in couples:
        alien = [one for one in _alien(_within(here, couple.here), _within(there, couple.wide_there)) if one.alone]
        alien = [one for one in alien if one.span.of(text) not in couple.wide_there.of(source)]
        missed = _alien(_within(there, couple.there), _within(here, couple.wide_here))
        missed = [one for one in missed if one.span.of(source) not in couple.wide_here.of(text)]
        found.append((couple, alien, missed, list(_paired(alien, missed, couple, text))))
    return tuple(found)


def _within(realms: Sequence[Realm], place: Span) -> list[Realm]:
    return [realm for realm in realms if place.contains(realm.span)]


def _alien(these: Iterable[Realm], those: Sequence[Realm]) -> list[Realm]:
    """The sure ones of these that have no counterpart among those, each once."""
    found: dict[frozenset[str], Realm] = {}
    for one in these:
        if one.sure and not any(_same(one, other) for other in those):
            found.setdefault(one.lands if one.kind in _COUNTRIES else one.keys, one)
    return list(found.values())


def _same(one: Realm, other: Realm) -> bool:
    """May the other stand for this one? Its people, cities and offices stand for a country; a city only if it is a capital."""
    if one.keys & other.keys:
        return True
    if one.kind == "city" and other.sure and (other.kind == "city" or not one.keys & capitals()):
        return False
    return bool(one.lands & other.lands)


def _paired(alien: list[Realm], missed: list[Realm], couple: Couple, text: str) -> Iterator[Change]:
    """Each alien one with the missed one of its kind that stands most nearly at its place."""
    left = list(missed)
    for one in alien:
        fitting = [other for other in left if _class(other) == _class(one)] or [other for other in left if _crosses(one, other)]
        if fitting:
            other = min(fitting, key=lambda other: abs(_place(one, couple.here) - _place(other, couple.there)))
            left.remove(other)
            yield Change(_fault(one, other, text), one, other, english(other))


def _class(realm: Realm) -> str:
    return "country" if realm.kind in _COUNTRIES else realm.kind


def _crosses(one: Realm, other: Realm) -> bool:
    """Countries, regions and cities stand at one place in a sentence."""
    return "body" not in (one.kind, other.kind) and "people" not in (one.kind, other.kind)


def _place(realm: Realm, couple: Span) -> float:
    return (realm.span.start - couple.start) / max(1, couple.end - couple.start)


def _fault(one: Realm, other: Realm, text: str) -> str:
    if one.kind in ("people", "language"):
        return "language-changed" if _tongues(one, other, text) else "demonym-changed"
    return {"land": "country-changed", "region": "country-changed", "city": "city-changed", "body": "organisation-changed"}[one.kind]


def _tongues(one: Realm, other: Realm, text: str) -> bool:
    """Are both languages here? The English word is the adjective as well: its company tells, or the source's own word."""
    if not all(any(key.islower() for key in realm.keys) for realm in (one, other)):
        return False
    pure = other.kind == "language" and all(key.islower() for key in other.keys)
    told = _SPOKEN.search(text, max(0, one.span.start - 25), one.span.start) and _AFTER.match(text, one.span.end)
    return bool(told) or (pure and bool(_SPOKEN.search(text, max(0, one.span.start - 25), one.span.start)))
