"""This file finds faults of grammar that need more than a pattern of words: what a clause lacks, and what does not agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from audit.checks.grammar import (
    adverbials,
    agreement,
    bare_nouns,
    copula,
    dislocated,
    distance,
    echo,
    fragments,
    inversion,
    mood,
    person,
    placement,
    relatives,
    reporting,
    splices,
    subjects,
    tense,
    verb_forms,
    verbless,
)
from audit.checks.grammar.tokens import Found, Tokens, sentences
from audit.model import Analysis, Match, Rule

Fault = Literal[
    "no-main-verb",
    "that-without-verb",
    "finished-time",
    "no-question-that",
    "demand-that-may",
    "concessive-if",
    "narrated-perfect",
    "no-verb-before-quotation",
    "form-after-auxiliary",
    "past-after-to",
    "past-after-inversion",
    "determiner-number",
    "one-of-singular",
    "pronoun-verb",
    "subject-verb",
    "bare-verb",
    "made-up-first-person",
    "there-is-several",
    "zero-copula",
    "subordinate-without-verb",
    "verbless-sentence",
    "subject-behind",
    "double-subject",
    "comma-splice",
    "which-for-person",
    "far-verb",
    "same-stem",
    "bare-noun",
    "if-with-facts",
    "perfect-chain",
    "report-first-person",
    "verb-before-subject",
    "adjective-behind",
    "late-speaker",
    "time-between",
    "adverbial-before-verb",
]
FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {
    **verbless.FAULTS,
    **tense.FAULTS,
    **mood.FAULTS,
    **verb_forms.FAULTS,
    **agreement.FAULTS,
    **person.FAULTS,
    **copula.FAULTS,
    **fragments.FAULTS,
    **subjects.FAULTS,
    **splices.FAULTS,
    **relatives.FAULTS,
    **distance.FAULTS,
    **echo.FAULTS,
    **bare_nouns.FAULTS,
    **inversion.FAULTS,
    **placement.FAULTS,
    **reporting.FAULTS,
    **adverbials.FAULTS,
    **dislocated.FAULTS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`fault`: which fault of grammar the card is about. Headings are not looked at."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
    fault: Fault


class Grammar:
    """Cuts the document into sentences once; each fault reads them all."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match]:
        running_text = sentences(analysis)
        for rule in self._rules:
            for found in FAULTS[rule.settings.fault](analysis, running_text):
                yield Match(rule.name, found.span, found.values, found.better)
