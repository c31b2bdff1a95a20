"""This file finds words and short phrases that stand twice in a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

import regex

from audit.context import Context, holds, spelled
from audit.model import Analysis, Match, Rule, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Context):
    """`words`: how many words at most are repeated together. `allowed`: doubled words that are English ("had had", "that that")."""

    words: int = 3
    allowed: tuple[str, ...] = ()


class Repetition:
    """A repeat is the same words, in the same spelling but for an initial capital, with only white space between."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = [
            (
                rule,
                regex.compile(
                    rf"(?<![\w'’.-])((?:\p{{L}}[\w'’]*[ ]){{0,{rule.settings.words - 1}}}\p{{L}}[\w'’]*)\s+\1(?![\w'’-])", regex.IGNORECASE
                ),
                set(spelled(rule.settings.allowed)),
            )
            for rule in rules
        ]

    def find(self, analysis: Analysis) -> Iterator[Match]:
        for rule, expression, allowed in self._rules:
            for hit in expression.finditer(analysis.text):
                span, once = Span(*hit.span()), hit[1]
                if (
                    once.lower() in allowed
                    or _name(hit)
                    or "\n" in hit[0]
                    or not holds(rule.settings, analysis, span, rule.category.startswith("style/"))
                ):
                    continue
                yield Match(rule.name, span, {"once": once}, (once,))


def _name(hit: regex.Match[str]) -> bool:
    """Two capitalised words are a name (Duran Duran, Walla Walla, New York New York) unless the first opens a sentence."""
    first, second = hit[1], hit[0][-len(hit[1]) :]
    return second[:1].isupper() and (first[:1].isupper() or not first.islower())
