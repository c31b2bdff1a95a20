"""This file finds dates that the calendar, the article's day or the text itself contradicts. Each fault is a card of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from audit.checks.dates.ages import article_year
from audit.checks.dates.calendar import weekday_clash, weekday_of_article, weekday_with_year
from audit.checks.dates.impossible import impossible
from audit.checks.dates.later import days_later
from audit.checks.dates.lives import age_between
from audit.checks.dates.order import backwards
from audit.checks.dates.relative import relative_day
from audit.checks.dates.spans import days_counted, years_counted, years_later
from audit.checks.dates.tense import tense
from audit.found import Finder
from audit.model import Analysis, Match, Rule

Fault = Literal[
    "weekday-with-year", "weekday-of-article", "weekday-clash", "impossible", "relative-day", "days-later", "backwards", "years-counted",
    "days-counted", "years-later", "article-year", "age-between", "tense",
]  # fmt: skip
FAULTS: dict[Fault, Finder] = {
    "weekday-with-year": weekday_with_year,
    "weekday-of-article": weekday_of_article,
    "weekday-clash": weekday_clash,
    "impossible": impossible,
    "relative-day": relative_day,
    "days-later": days_later,
    "backwards": backwards,
    "years-counted": years_counted,
    "days-counted": days_counted,
    "years-later": years_later,
    "article-year": article_year,
    "age-between": age_between,
    "tense": tense,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`fault`: which contradiction the card is about."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
    fault: Fault


class Dates:
    """Looks at the dates of the ledger and at the words round them."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match]:
        for rule in self._rules:
            for found in FAULTS[rule.settings.fault](analysis):
                yield found.match(rule.name)
