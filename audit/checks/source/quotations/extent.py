"""This file finds quotation marks that moved: words of the speaker outside them, or words of the reporter inside."""

from __future__ import annotations

from collections.abc import Iterator

from audit.checks.source.both import Sides
from audit.checks.source.quotations.paired import MARK, length, pairs
from audit.found import Found
from audit.model import Couple

SHIFTED = 0.3
"""By how much the quoted share of a sentence may differ between two languages."""
LIKELY = 0.6
"""Sentences whose lengths differ more hold more or less than each other."""
LEAST = 4
"""So many words at least stand on the wrong side of a mark."""


def extent(both: Sides) -> Iterator[Found]:
    """The quotation takes up much more, or much less, of the sentence than in the source."""
    seen: set[Couple] = set()
    for pair in pairs(both):
        if pair.couple in seen or not _whole(both, pair.couple):
            continue
        seen.add(pair.couple)
        here, there = pair.couple.here.of(both.text), pair.couple.there.of(both.source)
        quoted, all_words = _quoted(both, pair.couple), length(here)
        share = quoted[0] / max(1.0, all_words) - quoted[1] / max(1.0, length(there))
        alike = LIKELY < all_words / max(1.0, length(there)) < 1 / LIKELY
        if alike and abs(share) > SHIFTED and abs(share) * all_words >= LEAST:
            yield Found(pair.here, {"source": pair.there.of(both.source)}, source_span=pair.there)


def _whole(both: Sides, couple: Couple) -> bool:
    """Is every mark of both sides one end of a quotation? One left over belongs to a quotation that reaches beyond, or holds another."""
    mine = sum(couple.here.contains(quote.span) for quote in both.analysis.quotations)
    theirs = sum(couple.there.contains(quote) for quote in both.original.quotations)
    marks = MARK.findall(both.text, couple.here.start, couple.here.end), MARK.findall(both.source, couple.there.start, couple.there.end)
    return len(marks[0]) <= 2 * mine and len(marks[1]) <= 2 * theirs


def _quoted(both: Sides, couple: Couple) -> tuple[float, float]:
    mine = [quote.span for quote in both.analysis.quotations if couple.here.contains(quote.span)]
    theirs = [quote for quote in both.original.quotations if couple.there.contains(quote)]
    return sum(length(span.of(both.text)) for span in mine), sum(length(span.of(both.source)) for span in theirs)
