"""This file couples the segments of a bilingual file, whose source is told and not guessed."""

from __future__ import annotations

from audit import encode
from audit.model import Alignment, Analysis, Couple, Original
from audit.spans import Span


def given(analysis: Analysis, original: Original) -> Alignment:
    """A couple for each segment that has a source. What is missing in one may stand in the one before or after it.

    A segment that the file tells no source of is not called added: nobody knows.
    """
    pairs = [segment for segment in analysis.document.segments if segment.there.end > segment.there.start]
    couples = []
    for at, pair in enumerate(pairs):
        first, last = pairs[max(0, at - 1)], pairs[min(len(pairs) - 1, at + 1)]
        wide_here, wide_there = Span(first.here.start, last.here.end), Span(first.there.start, last.there.end)
        couples.append(Couple(pair.here, pair.there, 1.0, wide_here, wide_there))
    vectors = {}
    if encode.available():
        vectors = {
            "here": encode.kept(analysis.text, [sentence.span for sentence in analysis.sentences]),
            "there": encode.kept(original.text, [passage.span for passage in original.sentences]),
        }
    return Alignment(tuple(couples), method="given", vectors=vectors)
