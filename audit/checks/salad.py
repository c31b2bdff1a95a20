"""This file finds word salad: a sentence whose words stand beside each other as chance would have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from audit import neighbours
from audit.frequency import foreign, zipf
from audit.model import Analysis, Failure, Match, Rule, Span

_KNOWN = 2.5
"""Zipf frequency from which on a word's neighbours say anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`pairs`: how many pairs of words a sentence must have; `below`: the evidence for order (audit/neighbours.py) it falls short of."""

    pairs: int = 6
    below: float = -5


class Salad:
    """Sums the evidence of a sentence's pairs of words in lower case. Names and what is written as one say nothing about order."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match | Failure]:
        try:
            for sentence in analysis.sentences:
                evidence = _evidence(analysis.text, sentence.span)
                for rule in self._rules:
                    if len(evidence) >= rule.settings.pairs and sum(evidence) < rule.settings.below:
                        yield Match(rule.name, sentence.span)
        except ImportError:
            yield Failure("grammar/word-salad", "word salad was not looked for: install the packages symspellpy and wordfreq")


def _evidence(text: str, span: Span) -> list[float]:
    pairs = [pair for pair in neighbours.pairs(text, span) if all(word.islower() and zipf(word) >= _KNOWN for word in pair)]
    # Words of another language are no salad: they have a card of their own.
    abroad = sum(foreign(word) is not None for word in text[span.start : span.end].lower().split())
    return [] if abroad > 1 else [neighbours.evidence(*pair) for pair in pairs]
