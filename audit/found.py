"""This file holds what a check that knows many faults finds of each: a match that does not yet know which card it is for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from audit.model import Analysis, Match, Related, Severity
from audit.spans import Span


@dataclass(frozen=True, slots=True)
class Found:
    """One fault: where, what fills the card's message, what would be right, the other places it rests on, the words of the source.

    What is missing has no place of its own: its span is the word or the sentence where it should stand.
    """

    span: Span
    values: Mapping[str, str] = field(default_factory=dict)
    better: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    source_span: Span | None = None
    severity: Severity | None = None

    def match(self, rule: str) -> Match:
        """The same, as the match of a card."""
        return Match(rule, self.span, self.values, self.better, self.related, self.source_span, severity=self.severity)


Finder = Callable[[Analysis], Iterator[Found]]
