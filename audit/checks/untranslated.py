"""This file finds words that the engine left in the source language: common there, all but unknown in English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

import regex

from audit.frequency import Foreign, abroad, everyday, foreign
from audit.glosses import glossed, told_what_it_is
from audit.knowledge import words
from audit.languages import name
from audit.model import Analysis, Failure, Match, Related, Rule, Span

_LONGEST_KNOWN_QUOTE = 4
_COMMON = 3.0
_SHOWN = 5
_WORD = regex.compile(r"(?<![\p{L}\p{N}@#/._'’-])\p{Ll}{4,}(?![\p{L}\p{N}@/_-]|[.'’]\p{L})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Zipf frequencies: `common` at least (3.5 or more) in the word's own language, and `commoner` by so much than in English.

    `known`: words of other languages that English news uses as they are.
    """

    common: float = 3.5
    commoner: float = 2.5
    known: tuple[str, ...] = ()


class Untranslated:
    """Asks wordfreq (R. Speer, 3.1.1) how common a lower-case word is in English and elsewhere; silent where both are in doubt."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match | Failure]:
        try:
            found = list(self._words(analysis))
        except ImportError:
            yield Failure("accuracy/untranslated", "words left in the source language were not looked for: install the package wordfreq")
            return
        for rule in self._rules:
            yield from _matches(rule, found, analysis.text)

    @staticmethod
    def _words(analysis: Analysis) -> Iterator[tuple[Span, Foreign]]:
        for match in _WORD.finditer(analysis.text):
            span, known = Span(*match.span()), foreign(match.group())
            if known and not _explained(analysis, span):
                yield span, known


def _matches(rule: Rule, found: Iterable[tuple[Span, Foreign]], text: str) -> Iterator[Match]:
    """Words that the rule counts as left over, each once, with the other places where it stands."""
    places: dict[str, list[Span]] = {}
    languages: dict[str, tuple[str, ...]] = {}
    for span, shared in _runs(rule.settings, found, text):
        places.setdefault(span.of(text), []).append(span)
        languages[span.of(text)] = shared
    for word, (first, *others) in places.items():
        related = tuple(Related(other, "left here too") for other in others[:_SHOWN])
        yield Match(rule.name, first, {"language": " or ".join(map(name, languages[word][:2]))}, related=related)


def _runs(wanted: Settings, found: Iterable[tuple[Span, Foreign]], text: str) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Words side by side out of one language are one."""
    run: tuple[Span, tuple[str, ...]] | None = None
    for span, word in found:
        if word.zipf < wanted.common or word.zipf - word.english < wanted.commoner or span.of(text) in wanted.known:
            continue
        shared = tuple(language for language in run[1] if language in word.languages) if run else ()
        if run and shared and not text[run[0].end : span.start].strip():
            run = Span(run[0].start, span.end), shared
            continue
        if run:
            yield run
        run = span, word.languages
    if run:
        yield run


def _explained(analysis: Analysis, span: Span) -> bool:
    """Is the word part of a name, glossed, or quoted as a word?"""
    before, after = analysis.text[max(0, span.start - 80) : span.start], analysis.text[span.end : span.end + 80]
    if glossed(analysis.text, span) or told_what_it_is(analysis.text, span):
        return True
    if span.of(analysis.text) in words("words/loanwords") or _behind_capital(before, span.of(analysis.text)):
        return True
    if regex.search(r"\p{Lu}[\p{L}'’.-]*[ ]\Z", before) and regex.match(r"[ ]\p{Lu}", after):
        return True
    if analysis.quoted(span):
        quote = next(quote for quote in analysis.quotations if quote.span.contains(span))
        return len(quote.inside.of(analysis.text).split()) <= _LONGEST_KNOWN_QUOTE
    return False


_CAPITAL = regex.compile(r"(?<!\p{L})(\p{Lu}\p{Ll}+)[ ](?:\p{Ll}{1,3}[ ])?\Z")


def _behind_capital(before: str, word: str) -> bool:
    """Is it the rest of a name or title in the word's own language (`Česká spořitelna`, `Kde domov můj`)?"""
    capital = _CAPITAL.search(before)
    if capital is None:
        return False
    first = capital[1].lower()
    known = foreign(word)
    return not everyday(first) and known is not None and any(abroad(first, language) >= _COMMON for language in known.languages)
