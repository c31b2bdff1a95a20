"""This file reads realms in languages that put spaces between words: the word itself, its stem with an ending, a phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from audit.cache import expression
from audit.knowledge import table
from audit.realms.letters import ARABIC, LATIN, level
from audit.realms.lexicon import LEAST_STEM, Lexicon, endings, lexicon
from audit.realms.realm import UNSURE_PREFIX, Entry, Realm
from audit.spans import Span

if TYPE_CHECKING:
    import regex

_WORD = r"[\p{L}][\p{L}\p{M}\u200c]*"
_BETWEEN = re.compile(r"(?:[ \u00a0\-’'.]|\. |\.\u00a0)\Z")
_CASELESS = ARABIC | {"hi"}
_BENDING = frozenset(("ru", "uk", "pl", "cs", "fi", "tr"))
_ARTICLES = ("وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل", "ف", "ك")
_LONGEST = 14
_NAME_BEFORE = re.compile(r"([A-ZÀ-ÞА-ЯІЇЄ]\w[\w’'-]*|[A-ZÀ-Þ]\w+ of(?: the)?)[ -]\Z")
_NAME_AFTER = re.compile(r"[ -]([A-ZÀ-ÞА-ЯІЇЄ][\w’'-]*)|[-][A-ZÀ-Þ]|[’']s? ?[A-Z]\w+ (?:Party|Times|Post)")
_LOCATIVE = re.compile(
    r"(?<!\w)(?:in|from|to|of|near|across|outside|inside|into|around|throughout|between|against|with|visit(?:s|ed|ing)?|left|leav(?:e|es|ing)"
    r"|invad\w+|and) (?:the |north(?:ern)? |south(?:ern)? |east(?:ern)? |west(?:ern)? |central )?\Z",
    re.IGNORECASE,
)
_POINTS = frozenset("North South East West Northern Southern Eastern Western Central".split())


def read(text: str, language: str) -> Iterator[Realm]:
    """The realms of a text, in its order."""
    known = lexicon(language)
    hits = [(hit[0], hit.start(), hit.end()) for hit in expression(_WORD).finditer(text)]
    at = 0
    while at < len(hits):
        entry, length = _phrase(text, hits, at, known)
        if entry is None:
            entry, length = look_up(hits[at][0], language), 1
        if entry is not None:
            span = Span(hits[at][1], hits[at + length - 1][2])
            yield Realm(
                span, entry.kind, entry.keys, entry.lands, _sure(text, span, entry, language), _alone(text, span, language, entry.kind)
            )
        at += length


def _sure(text: str, span: Span, entry: Entry, language: str) -> bool:
    """English names that people bear count behind a preposition."""
    if language == "en" and level(span.of(text), "en") in _asking():
        return entry.sure and bool(_LOCATIVE.search(text, max(0, span.start - 30), span.start))
    return entry.sure


@cache
def _asking() -> frozenset[str]:
    rows = table("realms/words/en")["doubtful"]
    return frozenset(level(name, "en") for names in rows.values() for name in names)


def _alone(text: str, span: Span, language: str, kind: str) -> bool:
    """Is the word no part of a longer name? Only capitals tell; in Russian, the name of a country often stands beside that of a person."""
    if language in _CASELESS or language == "de" or (language not in LATIN and kind != "city"):
        return True
    before = _NAME_BEFORE.search(text, max(0, span.start - 40), span.start)
    if before and before[1] not in _POINTS and not _opens(text, before.start()) and before[1].split()[0] not in _TITLES:
        return False
    return not _NAME_AFTER.match(text, span.end)


_TITLES = frozenset("President Minister Premier Chancellor King Queen Ambassador Republic Kingdom".split())


def _opens(text: str, start: int) -> bool:
    """Does a sentence begin here? Its first word has a capital for no other reason."""
    return start == 0 or text[:start].rstrip(" “\"‘'(—–-")[-1:] in ("", ".", "!", "?", "\n", ":", "”")


def _phrase(text: str, hits: list[tuple[str, int, int]], at: int, known: Lexicon) -> tuple[Entry | None, int]:
    """The longest name of several words that begins here."""
    first = level(hits[at][0], known.language)
    best: tuple[Entry | None, int] = (None, 0)
    for words, entry in known.phrases.get(first[:3], ()):
        if len(words) <= best[1] or at + len(words) > len(hits) or not _fits(first, words[0], known.language, entry.kind):
            continue
        if not (known.language in _CASELESS or hits[at][0][0].isupper() or entry.kind == "people"):
            continue
        if all(
            _BETWEEN.match(text[hits[at + n - 1][2] : hits[at + n][1]])
            and _fits(level(hits[at + n][0], known.language), words[n], known.language, entry.kind)
            for n in range(1, len(words))
        ):
            best = (entry, len(words))
    return best


def _fits(word: str, wanted: str, language: str, kind: str) -> bool:
    """Is this the word, in some case?"""
    if word == wanted:
        return True
    if kind == "people" and word.startswith(wanted) and _ending(language, "people").fullmatch(word[len(wanted) :]):
        return True
    short = len(wanted) - (2 if len(wanted) > LEAST_STEM else 1)
    return language in _BENDING and len(wanted) > 3 and word[:short] == wanted[:short] and abs(len(word) - len(wanted)) <= 4


@lru_cache(maxsize=100_000)
def look_up(word: str, language: str) -> Entry | None:
    """What one word means. A name wants its capital, where the script has one; in English, so do the words for people."""
    known = lexicon(language)
    if word in known.capitals:
        return known.capitals[word]
    plain = level(word, language)
    named = language in _CASELESS or word[0].isupper()
    if language == "en" and not named:
        return None
    entry = _word(plain, known, named)
    if entry is None and language in ARABIC:
        bare = next((plain[len(prefix) :] for prefix in _ARTICLES if plain.startswith(prefix) and len(plain) - len(prefix) >= 3), None)
        entry = (_word(bare, known, True) or _word("ال" + bare, known, True)) if bare else None
    return entry


def _word(plain: str, known: Lexicon, named: bool) -> Entry | None:
    """The word as it is, with an ending, or at least beginning like one. `named`: it may be a name, by its capital."""
    name, people = known.words.get(plain) if named else None, known.people.get(plain)
    if name or people:
        return name.or_else(people) if name and people else name or people
    rules = endings(known.language)
    for end in range(len(plain) - 1, max(LEAST_STEM - 2, len(plain) - _LONGEST, 1), -1):
        front, rest = plain[:end], plain[end:]
        person, stem = known.people.get(front), known.stems.get(front)
        if person and _ending(known.language, "people").fullmatch(rest):
            return person
        if stem and end >= LEAST_STEM - 1:
            bends = stem.kind != "city" or known.language in _BENDING | ARABIC or rest == "s"
            if rules and named and bends and _ending(known.language, "case").fullmatch(rest):
                return stem
            if rules and end >= LEAST_STEM and _ending(known.language, "derived").fullmatch(rest):
                return replace(stem, kind="people", sure=stem.sure and stem.kind == "land")
        found = stem or person
        if found and end >= LEAST_STEM and len(rest) <= UNSURE_PREFIX and known.language != "en":
            return replace(found.unsure(), kind="people")
    return None


@cache
def _ending(language: str, which: str) -> regex.Pattern[str]:
    return expression(endings(language).get(which, "") or r"(?!)")
