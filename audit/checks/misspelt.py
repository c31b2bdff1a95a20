"""This file finds misprints: a lower-case word that English hardly knows, one letter away from a word that it uses often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

import regex

from audit.frequency import foreign, zipf
from audit.model import Analysis, Failure, Match, Rule, Span
from audit.wordhood import derived, edits

_WORD = regex.compile(r"(?<![\p{L}\p{N}\p{M}@#./_’'&-])\p{Ll}{3,24}(?![\p{L}\p{N}\p{M}@_/’'-]|\.\p{L})")
_SHORTEST = 3
_STRICTER = {3: (1.9, 5.2), 4: (2.0, 4.5)}
"""How rare a word of so few letters must be, and how common the one meant: there are many short words one letter apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`rare`: the Zipf frequency up to which a word is hardly known; `commoner`: by how much the word meant must be commoner.

    `known`: rare words that stand.
    """

    rare: float = 2.6
    commoner: float = 2.6
    known: tuple[str, ...] = ()


class Misspelt:
    """Asks wordfreq (R. Speer, 3.1.1). One edit is a letter lost, added, replaced, or swapped with its neighbour (Damerau 1964)."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match | Failure]:
        words = [(Span(*hit.span()), hit[0]) for hit in _WORD.finditer(analysis.text)]
        source = frozenset(regex.findall(r"\p{L}+", analysis.original.text.lower())) if analysis.original else frozenset()
        times = Counter(word for _, word in words)
        try:
            for rule in self._rules:
                for span, word in words:
                    if times[word] == 1 and word not in source and word not in rule.settings.known:
                        yield from _misprint(rule, analysis, span, word)
        except ImportError:
            yield Failure("typography/misspelt", "misprints were not looked for: install the package wordfreq")


def _misprint(rule: Rule, analysis: Analysis, span: Span, word: str) -> Iterator[Match]:
    meant = _meant(word, rule.settings.rare, rule.settings.commoner)
    if meant and not _foreign(analysis, span):
        yield Match(rule.name, span, {"meant": meant}, (meant,))


@lru_cache(maxsize=50_000)
def _meant(word: str, rare: float, commoner: float) -> str:
    """The word that was meant; empty for a word that may be right."""
    rarer, used_often = _STRICTER.get(len(word), (rare, 0.0))
    own = zipf(word)
    if own > min(rare, rarer) or foreign(word) or derived(word):
        return ""
    used, meant = max((zipf(other), other) for other in edits(word, _SHORTEST))
    return meant if used >= max(used_often, own + commoner) else ""


def _foreign(analysis: Analysis, span: Span) -> bool:
    """Is the word quoted alone, or among others that English hardly knows? Then it is a name, or of another language."""
    if any(quote.inside.contains(span) and len(quote.inside.of(analysis.text).split()) == 1 for quote in analysis.quotations):
        return True
    sentence = analysis.sentence_at(span.start)
    around = sentence.span if sentence else span
    hits = [hit for hit in _WORD.finditer(analysis.text, around.start, around.end) if abs(hit.start() - span.start) < 40]
    return sum(zipf(hit[0]) < 2.5 for hit in hits) > 1
