"""This file gathers what a language calls countries, their people, languages, cities and organisations: from CLDR and knowledge/realms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from audit.bundled import folder
from audit.cache import digest, kept, state
from audit.knowledge import table
from audit.realms import places, sources
from audit.realms.letters import TOGETHER, level
from audit.realms.realm import Entry

LEAST_STEM = 4
Phrase = tuple[tuple[str, ...], Entry]


@dataclass(slots=True)
class Lexicon:
    """The words of one language. `capitals` are abbreviations in capital letters; `phrases` lie under their first letters."""

    language: str
    words: dict[str, Entry] = field(default_factory=dict)
    capitals: dict[str, Entry] = field(default_factory=dict)
    phrases: dict[str, list[Phrase]] = field(default_factory=dict)
    stems: dict[str, Entry] = field(default_factory=dict)
    people: dict[str, Entry] = field(default_factory=dict)
    signs: dict[str, Entry] = field(default_factory=dict)

    def name(self, written: str, entry: Entry, strip: str) -> None:
        """A name as it is written; its stem too, where the language bends names."""
        if not written:
            return
        if written.isupper() and len(written) > 1 and written.isalpha():
            _put(self.capitals, written, entry)
            return
        if self.language in TOGETHER or self.language == "ko":
            _put(self.words, written, entry)
            return
        words = tuple(re.findall(r"[^\W\d_]+[\w\u0300-\u036f\u0900-\u097f\u200c]*|\d+", level(written, self.language)))
        if len(words) == 1:
            _put(self.words, words[0], entry)
            _put(self.stems, stem(words[0], strip), entry)
        elif words:
            self.phrase(words, entry)

    def phrase(self, words: tuple[str, ...], entry: Entry) -> None:
        """A name of several words, which may mean several things."""
        beside = self.phrases.setdefault(words[0][:3], [])
        same = next((place for place, (others, _) in enumerate(beside) if others == words), None)
        if same is None:
            beside.append((words, entry))
        elif beside[same][1].kind != "land" or entry.kind != "city":
            beside[same] = (words, beside[same][1].or_else(entry))


def stem(word: str, strip: str) -> str:
    """What the endings are put to; the whole word where little would be left."""
    short = re.sub(rf"(?:{strip})\Z", "", word) if strip else word
    return short if len(short) >= LEAST_STEM else word


def _put(entries: dict[str, Entry], word: str, entry: Entry) -> None:
    """Files an entry beside others of the same word. A city that is called like a country (or somebody says it is) is not kept apart."""
    if word in entries and entries[word].kind == "land" and entry.kind == "city":
        return
    entries[word] = entries[word].or_else(entry) if word in entries else entry


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language, built once and kept. Raises KeyError for a language that has no sheet."""
    made_from = (folder("knowledge"), *sources.PLACES)
    stamp = digest(language, sources.version(), state(folder("knowledge") / "realms"), state(*made_from[1:]), state(*sources.CODE))
    return kept(f"realms/{language}", stamp, lambda: _build(language))


def _build(language: str) -> Lexicon:
    made = Lexicon(language)
    strip = endings(language).get("strip", "")
    sheet = sources.sheet(language)
    doubtful = {(code, level(form, language)) for code, forms in sheet.get("doubtful", {}).items() for form in forms}
    for code, form in _lands(language, sheet):
        entry = _land(code)
        made.name(form, entry.unsure() if (code, level(form, language)) in doubtful else entry, strip)
    for code, forms in sheet.get("people", {}).items():
        for form in forms:
            _people(made, form, replace(_land(code), kind="people"), (code, level(form, language)) in doubtful)
    for form, codes, tongue in sources.tongues(language):
        _tongue(made, form, codes, tongue)
    for form, entry in (*_cities(sheet), *places.cities(language)):
        made.name(form, entry, strip)
    for form, entry in _bodies(language):
        made.name(form, entry, "")
    made.signs = {sign: _land(codes).unsure() for sign, codes in sheet.get("signs", {}).items()}
    return made


def _cities(sheet: Mapping[str, Any]) -> Iterator[tuple[str, Entry]]:
    """Forms of cities that do not follow from the name."""
    for city, forms in sheet.get("cities", {}).items():
        yield from ((form, Entry("city", frozenset({city}), places.lands_of_cities()[city])) for form in forms)


def _bodies(language: str) -> Iterator[tuple[str, Entry]]:
    for name, row in table("realms/bodies").items():
        entry = Entry("body", frozenset({name}), frozenset(row["lands"]))
        yield from ((form, entry) for form in row["names"] if places.readable(form, language))


def _lands(language: str, sheet: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from sources.territories(language)
    for code, forms in sheet.get("names", {}).items():
        yield from ((code, form) for form in forms)


def _people(made: Lexicon, form: str, entry: Entry, doubtful: bool) -> None:
    entry = entry.unsure() if doubtful else entry
    if made.language in TOGETHER or made.language == "ko":
        _put(made.words, form, entry)
    elif " " in form or "-" in form:
        words = tuple(re.findall(r"[^\W\d_]+", level(form, made.language)))
        made.phrase(words, entry)
    elif form.isupper():
        _put(made.capitals, form, entry)
    else:
        _put(made.people, level(form, made.language), entry)


def _tongue(made: Lexicon, form: str, codes: Iterable[str], tongue: str) -> None:
    """A language's name stands for its countries. In some languages it is the adjective as well, whose endings it then takes."""
    entry = Entry("language", frozenset({tongue}), frozenset(codes))
    word = level(form, made.language)
    if made.language in TOGETHER or made.language == "ko":
        _put(made.words, word, entry)
    elif word.isalpha() or made.language == "hi":
        strip = "(ий|ый|ая|а|y|i|a|e|o)"
        _put(made.people, stem(word, strip), entry)
        _put(made.people, word, entry)


def _land(codes: str) -> Entry:
    lands = frozenset(codes.split())
    if codes == "EU":
        return Entry("body", lands, frozenset(table("realms/bodies")["EU"]["lands"]))
    region = any(code.isdigit() for code in lands)
    return Entry("region" if region else "land", lands, lands)


@cache
def endings(language: str) -> Mapping[str, str]:
    """The endings of a language; none for one that does not bend its names."""
    rows: Mapping[str, Mapping[str, str]] = table("realms/endings")
    return rows.get(language, {})
