"""This file compares a translation with its source: numbers, dates, names, negation, content. Each fault is a card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from audit.checks.source import content
from audit.checks.source.both import sides
from audit.checks.source.faults import FAULTS
from audit.checks.source.reference import Reference
from audit.model import Analysis, Failure, Match, Rule

__all__ = ["FAULTS", "Reference", "Source"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`fault`: which difference the card is about."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
    fault: str

    def __post_init__(self) -> None:
        if self.fault not in FAULTS:
            raise ValueError(f"fault: {self.fault!r} is none of {', '.join(sorted(FAULTS))}")


class Source:
    """Looks at both sides of every couple of sentences that the alignment is sure of. Without a source text it is silent."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match | Failure]:
        both = sides(analysis)
        if both is None:
            return
        yield from content.unseen(both, frozenset(rule.settings.fault for rule in self._rules))
        for rule in self._rules:
            for found in FAULTS[rule.settings.fault](both):
                yield found.match(rule.name)
