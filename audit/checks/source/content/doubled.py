"""This file finds sentences that stand twice in the translation and once in the source: an engine lost its place."""

from __future__ import annotations

from collections.abc import Iterator

from audit.cache import expression
from audit.checks.source.both import Sides
from audit.found import Found
from audit.model import Couple
from audit.spans import Span

FEWEST = 4
"""Words of the shortest sentence that is told: `He said nothing.` may well stand twice."""


def repeated(sides: Sides) -> Iterator[Found]:
    """Every later copy of a sentence that no sentence of the source is left for."""
    alignment = sides.analysis.alignment
    seen: dict[tuple[str, ...], Span] = {}
    for span in [sentence.span for sentence in sides.analysis.sentences]:
        words = tuple(expression(r"[\p{L}\p{N}]+").findall(span.of(sides.text).lower()))
        if len(words) < FEWEST:
            continue
        first = seen.setdefault(words, span)
        if first is span or alignment is None:
            continue
        one, two = _couple(sides, first), _couple(sides, span)
        lone = span in alignment.added or first in alignment.added
        if (lone and (one or two)) or (one and one is two and _crowded(sides, one)):
            source = (one or two).there  # type: ignore[union-attr]
            yield Found(span, {"first": _short(first.of(sides.text))}, source_span=source)


def doubled(sides: Sides) -> frozenset[Span]:
    """The places of the later copies."""
    return frozenset(found.span for found in repeated(sides))


def _couple(sides: Sides, span: Span) -> Couple | None:
    return next((couple for couple in sides.couples if couple.here.contains(span)), None)


def _crowded(sides: Sides, couple: Couple) -> bool:
    """Has a couple more sentences here than there?"""
    here = sum(couple.here.contains(sentence.span) for sentence in sides.analysis.sentences)
    there = sum(couple.there.contains(passage.span) for passage in sides.original.sentences)
    return here > there


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else f"{flat[:57].rstrip()}..."
