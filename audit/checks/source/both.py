"""This file holds what all comparisons with the source share: both sides, and the couples that may be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from audit.found import Found
from audit.model import Analysis, Couple, Original
from audit.spans import Span


@dataclass(frozen=True, slots=True)
class Sides:
    """The translation and its source, both known: what a comparison gets. `language` is the source's ISO 639-1 code.

    `tags` are the words of a reference with their tags; of a source in another language nobody has any.
    """

    analysis: Analysis
    original: Original
    language: str
    couples: tuple[Couple, ...]
    tags: tuple[tuple[Span, str], ...] = ()

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
