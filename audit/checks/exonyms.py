"""This file finds names of places that were left in another language: Alemanha, Moscou, Sajonia. CLDR and knowledge/places know them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import regex

from audit.bundled import folder
from audit.cache import digest, kept, state
from audit.context import Context, holds
from audit.knowledge import table, words
from audit.model import Analysis, Match, Rule, Span

_WORD = regex.compile(r"(?<![\p{L}\p{N}\p{M}@#/._’'&-])\p{Lu}[\p{L}’'-]*\p{Ll}[\p{L}-]*")
_CLOSED = regex.compile(r"(?![\p{L}\p{N}@_]|[.-]\p{L}(?<!-[bl])|[’'](?!s\b)\p{L})")
_BASED = regex.compile(r"-(?:based|born|led|backed|controlled|friendly)\b")
_PLACE_BEFORE = regex.compile(
    r"(?<!\w)(?:in|from|to|of|with|between|for|against|near|outside|inside|towards?|via|through|across|over|by|than|and|that|including"
    r"|visit(?:s|ed|ing)?|left|leav(?:e|es|ing)|reach(?:ed|es)?|attack(?:s|ed|ing)?|invad(?:e|es|ed|ing)|called on|urged)"
    r"[ ](?:the[ ]|all[ ]|both[ ])?\Z"
)
_NAME_BEFORE = regex.compile(r"(?P<word>\p{Lu}[\p{L}’'.-]*|\p{Ll}+)[ ]\Z")
_NAME_AFTER = regex.compile(r"[ ](?P<word>\p{L}[\p{L}-]*|\d)")
_FOREIGN = frozenset(
    "de del della delle dello dei di da do dos das du des la las le les los el il lo gli von vom für aus zu zur auf bei och i e y et und "
    "ve dan na w z en em à al der die das den dem het van voor ja sur pour por para con com avec per nel nella dans sin su".split()
)
_SHORT = 4
"""A quotation of so few words is a name or a foreign phrase, not speech."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Context):
    """`accent`: names that differ from the English ones by accents alone (Perú, Irán) instead of all others."""

    accent: bool = False


class Name(NamedTuple):
    """A foreign name: as written, in English, whether it asks for a second sign, whether an accent is all that is foreign in it."""

    written: str
    english: str
    asking: bool
    accent: bool


class Exonyms:
    """Looks every capitalised word of a text up among the foreign names of places."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match]:
        names = _names()
        text = analysis.text
        for hit in _WORD.finditer(text):
            word = regex.sub(r"[’']s\Z", "", hit[0])
            name = _longest(names.get(word) or names.get(word.split("-")[0], ()), text, hit.start())
            if name is None:
                continue
            span = Span(hit.start(), hit.start() + len(name.written))
            if not _stands_alone(text, span, name) or _titled(analysis, span) or (name.asking and not _place(text, span)):
                continue
            for rule in self._rules:
                if rule.settings.accent == name.accent and holds(rule.settings, analysis, span, rule.category.startswith("style/")):
                    yield Match(rule.name, span, {}, (_better(name.english, text[: span.start]),))


def _longest(names: Iterable[Name], text: str, start: int) -> Name | None:
    fitting = [name for name in names if text.startswith(name.written, start) and _ends(text, start + len(name.written))]
    return max(fitting, key=lambda name: len(name.written), default=None)


def _ends(text: str, end: int) -> bool:
    return bool(_CLOSED.match(text, end) or _BASED.match(text, end))


def _stands_alone(text: str, span: Span, name: Name) -> bool:
    """Is it no part of a longer name (Banco de España, Tokio Marine) or of a phrase in the source's language?"""
    before = _NAME_BEFORE.search(text, max(0, span.start - 30), span.start)
    if before and (before["word"].lower() in _FOREIGN or (before["word"][0].isupper() and before["word"].lower() not in _openers())):
        return False
    after = _NAME_AFTER.match(text, span.end)
    if before and after and before["word"].lower() == "the" and not name.english.startswith("the "):
        return after["word"].lower() in _openers()  # not the Bruxelles restaurant
    if after:
        word = after["word"]
        return word.lower() not in _FOREIGN and not word.isdigit() and (word[0].islower() or word in _calendar())
    return not (text[span.start - 1 : span.start] == "(" and text[span.end : span.end + 1] == ")")


def _titled(analysis: Analysis, span: Span) -> bool:
    return any(
        quote.span.contains(span) and len(quote.inside.of(analysis.text).split()) <= _SHORT
        for quote in analysis.quotations
        if quote.closing
    )


def _place(text: str, span: Span) -> bool:
    """Does a preposition stand before it, and is it nowhere in the text somebody's surname or a club?"""
    if not _PLACE_BEFORE.search(text, max(0, span.start - 30), span.start):
        return False
    bearers = regex.finditer(rf"(?P<word>\p{{Lu}}[\p{{L}}.]+)[ ]{regex.escape(span.of(text))}(?!\w)", text)
    if any(hit["word"].lower() not in _openers() for hit in bearers):
        return False
    return not _SPORT.search(text)


_SPORT = regex.compile(
    r"\b(?:Serie A|La Liga|Bundesliga|Europa League|Champions League|UEFA|FIFA|midfielder|striker|goalkeeper|semi-?finals?"
    r"|World Cup|coach)\b|\b\d{1,2}[–-]\d{1,2}\b"
)


def _better(english: str, before: str) -> str:
    return english.removeprefix("the ") if regex.search(r"\b[Tt]he[ ]\Z", before[-5:]) else english


@cache
def _names() -> dict[str, tuple[Name, ...]]:
    """All foreign names by their first word."""
    return kept("exonyms", digest(version("babel"), state(folder("knowledge") / "places"), state(Path(__file__))), _gathered)


def _gathered() -> dict[str, tuple[Name, ...]]:
    never, asking = (frozenset(table("places/ambiguous")[key]) for key in ("never", "asking"))
    english = {_plain(name) for name in table("places/further")}
    written: dict[str, tuple[str, bool]] = {}
    for foreign, ours, country in _cldr(english):
        written.setdefault(foreign, (ours, country))
    written |= {str(foreign): (ours, False) for ours, foreigns in table("places/further").items() for foreign in foreigns}
    names: dict[str, list[Name]] = {}
    for foreign, (ours, country) in written.items():
        accent = _plain(foreign) == _plain(ours)
        known = {_plain(foreign), _plain(foreign).removesuffix("s")} & english
        if foreign not in never and foreign != ours and (country if accent else not known):
            names.setdefault(foreign.split()[0], []).append(Name(foreign, ours, foreign in asking, accent))
    return {first: tuple(those) for first, those in names.items()}


def _cldr(english: set[str]) -> Iterator[tuple[str, str, bool]]:
    """Names of countries (true) and cities (false), foreign and as we write them; what English itself calls them goes into `english`."""
    from babel.localedata import load  # a Locale would read and merge more than names

    sheet: dict[str, Any] = dict(table("places/cldr"))
    own = load("en")["territories"]
    cities = {city: sheet["names"].get(spelled := city.replace("_", " "), spelled) for city in sheet["cities"]}
    english.update(map(_plain, own.values()))
    english.update(_plain(city.replace("_", " ")) for city in cities)
    for language in sheet["languages"]:
        locale = load(language)
        for code, name in locale["territories"].items():
            if (len(code) == 2 and code not in _NO_PLACES) or code in sheet["territories"]:
                ours = sheet["territories"].get(code, own.get(code, ""))
                yield from ((form, ours, True) for form in _forms(name, language))
        for zone, names in locale["time_zones"].items():
            if "city" in names and (last := zone.rsplit("/", 1)[-1]) in cities:
                yield from ((form, cities[last], False) for form in _forms(names["city"], language))


_NO_PLACES = frozenset({"XA", "XB", "ZZ", "QO", "UM", "001"})
"""Codes of CLDR for tests, for what is unknown and for scattered islands."""


def _forms(name: str, language: str) -> tuple[str, ...]:
    """The name, and in German its genitive (Russlands), if it can be told from a common word."""
    if len(name) < 4 or not name[0].isupper() or regex.search(r"[(\[,–—]", name):
        return ()
    return (name, f"{name}s") if len(name) > 4 and language == "de" and " " not in name and name[-1] not in "sz" else (name,)


def _plain(name: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign)).lower().removeprefix("the ")


@cache
def _openers() -> frozenset[str]:
    return frozenset(words("words/sentence-openers")) | {day.lower() for day in _calendar()}


@cache
def _calendar() -> frozenset[str]:
    return frozenset((*words("words/days"), *words("words/months")))
