"""This file finds pronouns and titles of the wrong gender: `Liz Truss ... his`, `NATO ... his`, `Mr Anna`, `He is necessary that`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from audit.checks.pronouns import bodies, bound, impersonal, titles
from audit.found import Found
from audit.model import Analysis, Match, Rule

Fault = Literal[
    "reflexive", "own", "joined", "relative", "said", "fronted", "next", "counterpart", "stray", "body", "thing", "impersonal", "weather",
    "title", "kin",
]  # fmt: skip
FAULTS: dict[str, Callable[[Analysis], Iterator[Found]]] = {**bound.FAULTS, **bodies.FAULTS, **impersonal.FAULTS, **titles.FAULTS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`fault`: by which construction, or in which word, the wrong gender shows. A card may name several."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
    fault: tuple[Fault, ...]


class Pronouns:
    """Reads what the ledger bound, and the few constructions that need no person."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match]:
        for rule in self._rules:
            for fault in rule.settings.fault:
                for found in FAULTS[fault](analysis):
                    yield found.match(rule.name)
