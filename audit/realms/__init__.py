"""This file reads the realms of a text in any language of the news: countries, people, languages, cities, organisations."""

from __future__ import annotations

from functools import cache, lru_cache

from audit.knowledge import table
from audit.realms import runs, words
from audit.realms.realm import Entry as Entry
from audit.realms.realm import Kind as Kind
from audit.realms.realm import Realm as Realm
from audit.realms.sources import LANGUAGES as LANGUAGES
from audit.realms.sources import capitals as capitals
from audit.realms.sources import english_names
from audit.spans import Span

_RUNNING = frozenset(("zh", "ja", "ko"))


def read(text: str, language: str, start: int = 0, end: int | None = None) -> tuple[Realm, ...]:
    """The realms that lie in text[start:end]; none in a language that cannot be read. The text is read once, whatever is asked of it."""
    realms = _whole(text, language)
    if start == 0 and end is None:
        return realms
    place = Span(start, len(text) if end is None else end)
    return tuple(realm for realm in realms if place.contains(realm.span))


@lru_cache(maxsize=8)
def _whole(text: str, language: str) -> tuple[Realm, ...]:
    if language not in LANGUAGES:
        return ()
    if language in _RUNNING:
        return tuple(sorted([*runs.read(text, language), *_latin(text)], key=lambda realm: realm.span))
    return tuple(words.read(text, language))


def _latin(text: str) -> list[Realm]:
    """Words in Latin letters among other ones; an abbreviation is read in both ways."""
    return [realm for realm in words.read(text, "en") if realm.kind != "people"]


def english(realm: Realm) -> str:
    """What English calls it."""
    if realm.kind in ("city", "body"):
        return min(realm.keys, default="")
    names = english_names()
    return " or ".join(sorted(names[land] for land in realm.lands if land in names)[:2])


def big(realm: Realm) -> bool:
    """Is it a city that nobody takes for anything else?"""
    return bool(realm.keys & _big())


@cache
def _big() -> frozenset[str]:
    return frozenset(table("realms/cities")["big"])
