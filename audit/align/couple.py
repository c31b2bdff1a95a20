"""This file (for the time being) couples line with line."""

from __future__ import annotations

from audit.model import Alignment, Analysis, Couple, Original
from audit.spans import Span


def coupled(analysis: Analysis, original: Original) -> Alignment:
    here = [paragraph.span for paragraph in analysis.paragraphs]
    rows: dict[int, list[Span]] = {}
    for passage in original.sentences:
        rows.setdefault(passage.paragraph, []).append(passage.span)
    there = [Span(spans[0].start, spans[-1].end) for spans in rows.values()]
    if len(here) != len(there):
        return Alignment(())
    couples = []
    for at, (one, two) in enumerate(zip(here, there, strict=True)):
        wide_here = Span(here[max(0, at - 1)].start, here[min(len(here) - 1, at + 1)].end)
        wide_there = Span(there[max(0, at - 1)].start, there[min(len(there) - 1, at + 1)].end)
        couples.append(Couple(one, two, 1.0, wide_here, wide_there))
    return Alignment(tuple(couples))
