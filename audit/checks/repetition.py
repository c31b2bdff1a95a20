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
                    or _idiom(once)
                    or "\n" in hit[0]
                    or not holds(rule.settings, analysis, span, rule.category.startswith("style/"))
                ):
                    continue
                yield Match(rule.name, span, {"once": once}, (once,))


def _name(hit: regex.Match[str]) -> bool:
    """A capital on the second word begins or goes on with a name: Duran Duran, Walla Walla, the journal Journal of Botany."""
    return hit[0][-len(hit[1]) :][:1].isupper()


_LINKS = {"and", "by", "after", "to", "upon", "for"}
_BOUND = {
    "the",
    "a",
    "an",
    "of",
    "in",
    "on",
    "at",
    "with",
    "from",
    "that",
    "which",
    "who",
    "is",
    "was",
    "are",
    "were",
    "has",
    "have",
    "had",
    "it",
    "its",
}


def _idiom(once: str) -> bool:
    """`and more and more`, `face to face to`: a word doubled by a link, with the link before or behind it, is an idiom and no repeat."""
    first, *others = once.lower().split()
    pair = {first, *others}
    return len(others) == 1 and len(pair & _LINKS) == 1 and not pair & _BOUND
