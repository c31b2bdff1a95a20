"""This file holds what all comparisons with the source share: what is found, and the couples that may be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from audit.model import Analysis, Couple, Original, Related, Severity
from audit.spans import Span


@dataclass(frozen=True, slots=True)
class Found:
    """One fault: where in the translation, what fills the card's message, what would be right, and the words of the source.

    What is missing here has no place of its own: its span is the word or the sentence where it should stand.
    """

    span: Span
    values: Mapping[str, str] = field(default_factory=dict)
    better: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    source_span: Span | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Sides:
    """The translation and its source, both known: what a comparison gets. `language` is the source's ISO 639-1 code."""

    analysis: Analysis
    original: Original
    language: str
    couples: tuple[Couple, ...]

    @property
    def text(self) -> str:
        return self.analysis.text

    @property
    def source(self) -> str:
        return self.original.text


Finder = Callable[[Sides], Iterator[Found]]


def sides(analysis: Analysis) -> Sides | None:
    """What there is to compare; nothing without a source text, or where its language is not known."""
    original, alignment = analysis.original, analysis.alignment
    if original is None or alignment is None or not original.language:
        return None
    return Sides(analysis, original, original.language, alignment.couples)
