"""This file lists cities and parts of countries with their names in the language at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from audit.knowledge import table
from audit.realms.letters import ARABIC, LATIN, TOGETHER
from audit.realms.realm import Entry
from audit.realms.sources import countries, locales

_SCRIPTS = {
    "latin": re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]"),
    "cyrillic": re.compile(r"[Ѐ-ӿ]"),
    "arabic": re.compile(r"[\u0600-\u06ff]"),
    "devanagari": re.compile(r"[\u0900-\u097f]"),
    "hangul": re.compile(r"[가-힣]"),
    "kana": re.compile(r"[ァ-ヶー]"),
    "han": re.compile(r"[\u4e00-\u9fff]"),
}
_ENOUGH = 3
"""Letters of a city's name in a script without capitals from which on it is hardly another word."""


_SHORT = 5
"""Letters up to which a name may be that of a person, or another word."""


def readable(form: str, language: str) -> bool:
    """May this form stand in a text of the language? The first letter's script says so; abbreviations in Latin letters stand anywhere."""
    script = next((name for name, letters in _SCRIPTS.items() if letters.match(form[:1])), "latin")
    if script == "latin":
        return language in LATIN or form.isupper()
    return script in _scripts(language)


def _scripts(language: str) -> tuple[str, ...]:
    if language in ARABIC:
        return ("arabic",)
    return {"ru": ("cyrillic",), "uk": ("cyrillic",), "hi": ("devanagari",), "ko": ("hangul",), "zh": ("han",), "ja": ("han", "kana")}.get(
        language, ()
    )


def cities(language: str) -> Iterator[tuple[str, Entry]]:
    """Names of cities and parts of countries in the language, and what they mean. One name may belong to several."""
    known = lands_of_cities()
    for sheet in ("realms/cities", "realms/places"):
        rows = table(sheet)
        big = frozenset(rows["big"])
        for name, (_, *forms) in rows["names"].items():
            entry = Entry("city", frozenset({name}), known[name])
            yield from _forms(name, forms, entry, language, name in big or sheet == "realms/places")
    yield from _exemplars(language)
    yield from _further(language)


def _forms(name: str, forms: list[str], entry: Entry, language: str, big: bool) -> Iterator[tuple[str, Entry]]:
    """The forms of one city that the language may use. In Latin letters, which languages share, only the city's own name is sure."""
    if language in LATIN:
        yield name, entry
        if language != "en":
            yield from (
                (form, entry if len(form) > _SHORT + 1 else entry.unsure())
                for form in forms
                if readable(form, language) and not form.isupper()
            )
        return
    for form in forms:
        if _scripted(form, language):
            yield form, entry if _plain(form, big, language) else entry.unsure()


def _scripted(form: str, language: str) -> bool:
    return readable(form, language) and (language in LATIN or not _SCRIPTS["latin"].match(form[:1]))


def _plain(form: str, big: bool, language: str) -> bool:
    """Is the name hardly ever another word? Where there are no capitals, short ones often are."""
    if language in ("ru", "uk"):
        return len(form) > (_SHORT - 1 if big else _SHORT)
    return big if language not in TOGETHER or len(form) < _ENOUGH else True


def _exemplars(language: str) -> Iterator[tuple[str, Entry]]:
    """The cities that CLDR names time zones after."""
    from babel import Locale

    known = lands_of_cities()
    english = Locale.parse("en").time_zones
    for locale in locales(language):
        for zone, names in Locale.parse(locale).time_zones.items():
            city = zone.split("/")[-1].replace("_", " ")
            named = (city, english.get(zone, {}).get("city"), _NOW.get(city))
            keys = frozenset(key for key in map(str, named) if key in known)
            if keys and names.get("city") and _scripted(names["city"], language):
                yield names["city"], Entry("city", keys, frozenset().union(*(known[key] for key in keys)))


_NOW = {"Kiev": "Kyiv", "Calcutta": "Kolkata", "Saigon": "Ho Chi Minh City", "Rangoon": "Yangon", "Katmandu": "Kathmandu", "Dacca": "Dhaka"}


def _further(language: str) -> Iterator[tuple[str, Entry]]:
    """Names in other languages that engines leave standing; written in Latin letters."""
    known = lands_of_cities()
    if language in LATIN:
        for name, forms in table("places/further").items():
            if name in known:
                yield from ((form, Entry("city", frozenset({name}), known[name])) for form in forms)


@cache
def lands_of_cities() -> Mapping[str, frozenset[str]]:
    """The countries of each city: all that have one of that name, or the one that everybody thinks of."""
    codes = {form: code for code, name, row in countries() for form in (name, *row.get("names", ()))}
    lands = {name: frozenset(codes[land] for land in of if land in codes) for name, of in table("facts/cities").items()}
    big = frozenset(table("realms/cities")["big"])
    for name, (land, *_) in table("realms/cities")["names"].items():
        lands[name] = frozenset(land.split()) | (frozenset() if name in big else lands.get(name, frozenset()))
    for name, (land, *_) in table("realms/places")["names"].items():
        lands.setdefault(name, frozenset(land.split()))
    return lands
