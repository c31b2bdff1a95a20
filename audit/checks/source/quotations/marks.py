"""This file finds quotations that lost their marks, and words between marks that nobody said."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.checks.source.both import Sides
from audit.checks.source.quotations.paired import MARK, WORDS, length, ours, within
from audit.checks.source.quotations.persons import first_person
from audit.found import Found
from audit.spans import Span

_INDIRECT = regex.compile(
    r"(?i)\b(?:sa(?:y|ys|id|ying)|stat(?:e|es|ed|ing)|add(?:s|ed|ing)?|claim(?:s|ed|ing)?|not(?:es|ed|ing)|stress(?:es|ed)|warn(?:s|ed|ing)?"
    r"|report(?:s|ed)|emphasi[sz]\w+|announc\w+|argu\w+|believ\w+|explain\w+|admit\w*|insist\w*|rules?)(?:\s[\w’'-]+){0,4}?\s(?:that|how|whether)\b"
    r"|\b(?:called|known as|nicknamed|dubbed|entitled|titled)\b"
)
_TITLE = regex.compile(r"[《》〈〉]")
_TERM = ("という", "といった", "とする", "とした", "と題")
"""Behind a Japanese quotation these say that it is a name or a rule, not speech."""


def lost(both: Sides) -> Iterator[Found]:
    """The source quotes a sentence or the better part of one; here there is no quotation mark far and wide."""
    for couple in both.couples:
        quoted = [quote for quote in within(both.original.quotations, couple.there) if length(quote.of(both.source)) >= WORDS]
        if len(quoted) != 1 or not _quotes(both.source, quoted[0], couple.there):
            continue
        if not _marked(both.text, couple.wide_here) and not _reported(both.text, couple.here):
            yield Found(couple.here, {"source": quoted[0].of(both.source)}, source_span=quoted[0])


def added(both: Sides) -> Iterator[Found]:
    """The translation quotes; the source has no quotation mark, no dash of dialogue, and nobody speaks of himself there."""
    mine, first = ours(both), first_person(both.language)
    for couple in both.couples:
        if _TITLE.search(both.source, couple.there.start, couple.there.end) or (first and first.search(couple.there.of(both.source))):
            continue
        for quote in within(mine, couple.here):
            if couple.here.contains(quote) and length(quote.of(both.text)) >= WORDS and not _marked(both.source, couple.wide_there):
                yield Found(quote)


def _quotes(source: str, quote: Span, side: Span) -> bool:
    """Is it a quotation of what somebody said, and no title of a book? It has a verb's company: a comma, a colon, or a stop within."""
    if not side.contains(quote):
        return False
    before, after = source[side.start : quote.start].rstrip(), source[quote.end : side.end].lstrip()
    inner = source[quote.start : quote.end - 1].rstrip()
    if after.startswith(_TERM):
        return False
    return (
        before.endswith((":", "：", ",", "，"))
        or inner.endswith((",", "，", "。", ".", "!", "?", "！", "？"))
        or after[:1] in {",", "，", "と", "–", "—", "-"}
    )


def _reported(text: str, side: Span) -> bool:
    """Is it told in indirect speech (`said that`) or named (`known as`)? Then the marks were given up on purpose."""
    return _INDIRECT.search(text, side.start, side.end) is not None


def _marked(text: str, side: Span) -> bool:
    return MARK.search(text, side.start, side.end) is not None
