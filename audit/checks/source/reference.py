"""This file compares a translation with its references: what it says otherwise than every one of them is a departure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from audit.checks.source import tense, wording
from audit.checks.source.both import Sides
from audit.checks.source.faults import FAULTS as BOTH
from audit.checks.source.slight import slight
from audit.found import Found
from audit.model import Analysis, Failure, Match, Rule, Span

FAULTS = {**BOTH, **tense.FAULTS, **wording.FAULTS}
"""The comparisons of two sides, and those that need both to be English."""
LEAST = 0.8
"""Confidence of the couples that are compared: a reference is freer than a source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`faults`: the differences that the card is about."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
    faults: tuple[str, ...]

    def __post_init__(self) -> None:
        for fault in self.faults:
            if fault not in FAULTS:
                raise ValueError(f"faults: {fault!r} is none of {', '.join(sorted(FAULTS))}")


class Reference:
    """Reads a reference as a source that is English, and asks the same comparisons. Without a reference it is silent."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match | Failure]:
        every = [_sides(analysis, number) for number in range(len(analysis.references))]
        if not every:
            return
        here = [(Span(token.idx, token.idx + len(token)), token.tag_) for token in analysis.tokens]
        faults = dict.fromkeys(fault for rule in self._rules for fault in rule.settings.faults)
        # Reference by reference: what the comparisons of one share is kept for the last sides only.
        seen = [
            {fault: [found for found in FAULTS[fault](sides) if not slight(fault, found, sides, here)] for fault in faults}
            for sides in every
        ]
        for rule in self._rules:
            for fault in rule.settings.faults:
                first, *others = (departures[fault] for departures in seen)
                for found in first:
                    agreeing = [[one for one in other if found.span.overlaps(one.span)] for other in others]
                    if all(agreeing):
                        yield _told(rule.name, found, [found, *(same[0] for same in agreeing)])


def _sides(analysis: Analysis, number: int) -> Sides:
    reference = analysis.references[number]
    beside = replace(analysis, original=reference.original, alignment=reference.alignment)
    couples = tuple(couple for couple in reference.alignment.couples if couple.confidence >= LEAST)
    return Sides(beside, reference.original, "en", couples, reference.tags)


def _told(rule: str, found: Found, every: Sequence[Found]) -> Match:
    """The span on the other side counts in a reference, not in the source. `every`: what was found with each reference, in their order."""
    spans = tuple((number, one.source_span) for number, one in enumerate(every) if one.source_span is not None)
    return replace(found.match(rule), source_span=None, reference_spans=spans)
