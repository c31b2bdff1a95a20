"""This file finds words that nobody knows: in no list, formed of no listed parts, and nowhere else in the text or in its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

import regex

from audit.frequency import foreign, zipf
from audit.glosses import glossed, told_what_it_is
from audit.knowledge import words
from audit.model import Analysis, Failure, Match, Rule, Span
from audit.wordhood import near, unknown

_SHORTEST = 4
_WORD = regex.compile(r"(?<![\p{L}\p{N}\p{M}@#./_’'&-])(?:\p{Ll}+-){0,3}\p{Ll}{1,30}(?:-\p{Ll}+){0,3}(?![\p{L}\p{N}\p{M}@_/’'-]|\.\p{L})")
_PART = regex.compile(r"\p{Ll}+")
_ANY = regex.compile(r"[\p{L}\p{M}]+")
_NAME_BEFORE = regex.compile(r"(?<=[\p{L},;]\s+)\p{Lu}[\p{L}’'.-]*\s+(?:\p{Ll}{1,3}\s+)?\Z")
_NAME_AFTER = regex.compile(r"[ ]\p{Lu}")
_LONGEST_NAME = 4
"""A quotation of so few words may be a title or a word that is spoken of."""
_RARE = 2.0
_NO_ADVICE = "it may be left over from the source, glued together or made up"
_AROUND = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`known`: words that stand although no list has them."""

    known: tuple[str, ...] = ()


class Unknown:
    """Asks wordfreq (R. Speer, 3.1.1) for words and for the parts they may be formed of; a hyphen makes parts. In doubt it is silent."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match | Failure]:
        if not self._rules:
            return
        try:
            found = list(_places(analysis))
        except ImportError:
            yield Failure(self._rules[0].name, "words that nobody knows were not looked for: install the package wordfreq")
            return
        for rule in self._rules:
            for span, word in found:
                if word not in rule.settings.known:
                    better = near(word) if span.of(analysis.text) == word else ()
                    yield Match(rule.name, span, {"advice": f"was '{better[0]}' meant" if better else _NO_ADVICE}, better)


def _places(analysis: Analysis) -> Iterator[tuple[Span, str]]:
    """Each unknown word (or hyphenated word with an unknown part), and that part."""
    text = analysis.text
    elsewhere: Counter[str] | None = None
    for hit in _WORD.finditer(text):
        strange = next((part for part in _PART.findall(hit[0]) if len(part) >= _SHORTEST and unknown(part)), "")
        if not strange:
            continue
        elsewhere = elsewhere or Counter(word.lower() for word in _ANY.findall(text))
        if elsewhere[strange] == 1 and not _in_source(analysis, strange) and not _spoken_of(analysis, Span(*hit.span())):
            yield Span(*hit.span()), strange


def _in_source(analysis: Analysis, word: str) -> bool:
    return analysis.original is not None and word in (found.lower() for found in _ANY.findall(analysis.original.text))


def _spoken_of(analysis: Analysis, span: Span) -> bool:
    """Is the word explained, quoted as a word, part of a name, or one of several strangers side by side?"""
    text = analysis.text
    if glossed(text, span) or told_what_it_is(text, span) or span.of(text) in words("words/loanwords"):
        return True
    if _NAME_BEFORE.search(text, max(0, span.start - 40), span.start) or _NAME_AFTER.match(text, span.end):
        return True
    if any(quote.inside.contains(span) and len(quote.inside.of(text).split()) <= _LONGEST_NAME for quote in analysis.quotations):
        return True
    around = _WORD.finditer(text, max(0, span.start - _AROUND), min(len(text), span.end + _AROUND))
    return any(hit.start() != span.start and _stranger(hit[0]) for hit in around)


def _stranger(word: str) -> bool:
    return len(word) >= _SHORTEST and "-" not in word and (unknown(word) or (zipf(word) < _RARE and foreign(word) is not None))
