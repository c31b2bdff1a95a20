"""This file finds where a text departs from what a desk's style sheet chooses; without a sheet it looks at nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from audit.checks.house import currency, days, figures, marks, spelling, terms
from audit.checks.house.places import Found
from audit.checks.house.sheet import Choice, Sheet
from audit.model import Analysis, Match, Rule

Finder = Callable[[Analysis], Iterator[Found]]
FINDERS: Mapping[Choice, Callable[[Sheet], Finder]] = {
    "names": terms.names,
    "glossary": terms.glossary,
    "kept": terms.kept,
    "spelling": spelling.spelling,
    "thousands": figures.thousands,
    "decimal": figures.decimal,
    "percent": figures.percent,
    "words-up-to": figures.small_numbers,
    "quotation-marks": marks.pairs,
    "mark-shape": marks.shapes,
    "dates": days.dates,
    "time": days.clock,
    "currency": currency.currency,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`choice`: which choice of a style sheet the card is about. `sheet`: what the card's own examples suppose to be chosen.

    A run puts the desk's own sheet in its place, and leaves the card out where the desk does not choose.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}
    choice: Choice
    sheet: Sheet

    def __post_init__(self) -> None:
        if not self.sheet.made(self.choice):
            raise ValueError(f"its sheet does not choose {self.choice!r}: nothing could be found")


class House:
    """One finder for each choice, made of the sheet once."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._finders = [(rule, FINDERS[rule.settings.choice](rule.settings.sheet)) for rule in rules]

    def find(self, analysis: Analysis) -> Iterator[Match]:
        for rule, finder in self._finders:
            for found in finder(analysis):
                if found.span.of(analysis.text) not in found.better:
                    yield Match(rule.name, found.span, found.values, found.better, found.related, severity=found.severity)
