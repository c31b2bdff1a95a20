"""This file finds statements of the article that contradict the sheets of facts on the article's day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from audit.model import Analysis, Match, Related, Rule

Kind = Literal[
    "holder", "misspelt-holder", "member-count", "membership", "capital", "city-country", "age", "dead", "nationality", "currency",
    "spelling", "renamed",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`kind`: what the statement is about."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
    kind: Kind


class Facts:
    """Looks at what was read as statements, and asks nothing again."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules: defaultdict[str, list[str]] = defaultdict(list)
        for rule in rules:
            self._rules[rule.settings.kind].append(rule.name)

    def find(self, analysis: Analysis) -> Iterator[Match]:
        for said in analysis.statements:
            if said.verdict == "contradicts":
                related = tuple(Related(span, label) for span, label in said.parts if span != said.span)
                for rule in self._rules.get(said.kind, ()):
                    yield Match(rule, said.span, {"fact": said.fact}, said.better, related)
