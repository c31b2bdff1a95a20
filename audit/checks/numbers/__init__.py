"""This file finds figures that contradict each other: sums, shares, changes, ranges, conversions, counts. Each fault is a card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from audit.checks.numbers.anchors import ages, members, tolls
from audit.checks.numbers.conversions import conversion
from audit.checks.numbers.directions import direction, factor, percentage
from audit.checks.numbers.lists import counted
from audit.checks.numbers.magnitudes import doubled
from audit.checks.numbers.ranges import inverted, part_greater
from audit.checks.numbers.shares import fraction, part_of_whole
from audit.checks.numbers.sums import total
from audit.found import Finder
from audit.model import Analysis, Match, Rule

Fault = Literal[
    "direction", "percentage", "factor", "inverted", "part-greater", "part-of-whole", "fraction", "total", "conversion", "doubled",
    "counted", "tolls", "members", "ages",
]  # fmt: skip
FAULTS: dict[Fault, Finder] = {
    "direction": direction,
    "percentage": percentage,
    "factor": factor,
    "inverted": inverted,
    "part-greater": part_greater,
    "part-of-whole": part_of_whole,
    "fraction": fraction,
    "total": total,
    "conversion": conversion,
    "doubled": doubled,
    "counted": counted,
    "tolls": tolls,
    "members": members,
    "ages": ages,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`fault`: which contradiction the card is about."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
    fault: Fault


class Numbers:
    """Looks at the figures of a text and at the words between them."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match]:
        for rule in self._rules:
            for found in FAULTS[rule.settings.fault](analysis):
                yield found.match(rule.name)
