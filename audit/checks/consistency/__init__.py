"""This file finds what an article says in two ways: names, acronyms, offices, speakers, sentences, and its own headline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from audit.checks.consistency.acronyms import two_expansions, wrong_acronym
from audit.checks.consistency.found import Found
from audit.checks.consistency.headline import other_country, other_figure
from audit.checks.consistency.places import two_countries
from audit.checks.consistency.quoted import two_speakers
from audit.checks.consistency.roles import two_holders, two_offices
from audit.checks.consistency.romanised import two_romanisations
from audit.checks.consistency.spelling import two_spellings
from audit.checks.consistency.twins import twin_sentences
from audit.model import Analysis, Match, Related, Rule

Fault = Literal[
    "two-spellings", "two-romanisations", "wrong-acronym", "two-expansions", "two-offices", "two-holders", "two-speakers",
    "twin-sentences", "headline-figure", "headline-country", "two-countries",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`fault`: what is said in two ways."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
    fault: Fault


class Consistency:
    """Compares the places of a text with each other, never with the world outside."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match]:
        for rule in self._rules:
            for found in FAULTS[rule.settings.fault](analysis):
                related = (Related(found.other, found.label),)
                yield Match(rule.name, found.span, found.values, found.better, related)


FAULTS: dict[Fault, Callable[[Analysis], Iterator[Found]]] = {
    "two-spellings": two_spellings,
    "two-romanisations": two_romanisations,
    "wrong-acronym": wrong_acronym,
    "two-expansions": two_expansions,
    "two-offices": two_offices,
    "two-holders": two_holders,
    "two-speakers": two_speakers,
    "twin-sentences": twin_sentences,
    "headline-figure": other_figure,
    "headline-country": other_country,
    "two-countries": two_countries,
}
