"""This file finds quotations that lost their marks, and words between marks that nobody said."""

from __future__ import annotations

from collections.abc import Iterator

from audit.checks.source.both import Sides
from audit.checks.source.quotations.paired import MARK, WORDS, length, ours, within
from audit.found import Found
from audit.spans import Span


def lost(both: Sides) -> Iterator[Found]:
    """The source quotes a sentence or the better part of one; here there is no quotation mark far and wide."""
    for couple in both.couples:
        quoted = [quote for quote in within(both.original.quotations, couple.there) if length(quote.of(both.source)) >= WORDS]
        if len(quoted) == 1 and _quotes(both.source, quoted[0], couple.there) and not _marked(both.text, couple.wide_here):
            yield Found(couple.here, {"source": quoted[0].of(both.source)}, source_span=quoted[0])


def added(both: Sides) -> Iterator[Found]:
    """The translation quotes; the source has no quotation mark and no dash of dialogue far and wide."""
    mine = ours(both)
    for couple in both.couples:
        for quote in within(mine, couple.here):
            if couple.here.contains(quote) and length(quote.of(both.text)) >= WORDS and not _marked(both.source, couple.wide_there):
                yield Found(quote)


def _quotes(source: str, quote: Span, side: Span) -> bool:
    """Is it a quotation of what somebody said, and no title of a book? It has a verb's company: a comma, a colon, or a stop within."""
    if not side.contains(quote):
        return False
    before, after = source[side.start : quote.start].rstrip(), source[quote.end : side.end].lstrip()
    inner = source[quote.start : quote.end - 1].rstrip()
    return (
        before.endswith((":", "：", ",", "，"))
        or inner.endswith((",", "，", "。", ".", "!", "?", "！", "？"))
        or after[:1] in {",", "，", "と", "–", "—", "-"}
    )


def _marked(text: str, side: Span) -> bool:
    return MARK.search(text, side.start, side.end) is not None
