"""This file says which day a statement is about, and writes days as an editor reads them."""

from __future__ import annotations

import datetime

from audit.cache import expression
from audit.facts import Tenure, When
from audit.model import Analysis, Span

_YEARS = expression(r"(?<!\bsince[ ])(?<![\d,.$€£%-])\b(1[6-9]\d\d|20\d\d)s?\b(?![,.]?\d|[ ]?%)")
_THEN = expression(
    r"(?i)\b(?:at[ ]the[ ]time|back[ ]then|back[ ]in|when|then|once[ ](?!again|more)|under[ ](?:the[ ]|then-)?(?-i:\p{Lu})|(?:in"
    r"|during)[ ]the[ ](?:era|reign|days|years)"
    r"|reign|tenure|presidency|premiership|previously|formerly|former|ago|anniversary|archives?|history|historian|predecessors?"
    r"|succe(?:ed|ss)\w*|the[ ]late|used[ ]to"
    r"|became|legacy|memoirs?|last[ ](?:year|month|decade|century|summer|winter|spring|autumn)|(?:will|would|to)[ ](?:become|replace)"
    r"|designate|inaugurat\w+"
    r"|step\w*[ ]down|ousted|deposed|overthr\w+|(?:appointed|nominated|named)[ ]by|replac\w+|took[ ]over|tak(?:es?|ing)[ ]over"
    r"|next[ ](?:president|prime|chancellor|king))\b"
)


def sentence_of(analysis: Analysis, span: Span) -> str:
    """The sentence or sentences that hold a span, as text."""
    first, last = analysis.sentence_at(span.start), analysis.sentence_at(max(span.start, span.end - 1))
    start = first.span.start if first else span.start
    return analysis.text[start : last.span.end if last else span.end]


_FORMER = expression(r"(?i)\b(?:former(?:ly)?|ex)\b-?")


def other_year(analysis: Analysis, span: Span) -> bool:
    """Does the sentence name a year that is not the article's (or the one just before a date of it is unknown)?"""
    as_of = analysis.ledger.as_of
    years = {int(hit[1]) for hit in _YEARS.finditer(sentence_of(analysis, span))}
    return bool(years - {as_of.year} if as_of else years)


def years_named(analysis: Analysis, span: Span) -> set[int]:
    return {int(hit[1]) for hit in _YEARS.finditer(sentence_of(analysis, span))}


def looks_elsewhen(analysis: Analysis, span: Span, *, former: bool = True) -> bool:
    """Does a word of the sentence tell of another time? Without `former`, that word does not: it may be a part of somebody's title."""
    words = sentence_of(analysis, span)
    return bool(_THEN.search(words if former else _FORMER.sub("", words)))


def written(day: datetime.date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def point(when: When | None) -> str:
    """A point in time as precisely as it is known; empty where it is not."""
    if when is None:
        return ""
    if when.first == when.last:
        return written(when.first)
    return f"{when.first:%B} {when.first.year}" if (when.first.year, when.first.month) == (when.last.year, when.last.month) else (
        str(when.first.year) if when.first.year == when.last.year else ""
    )  # fmt: skip


def span_of(tenure: Tenure) -> str:
    """`since 14 May 2017`, `from 2012 to 14 May 2017`; empty where nothing is known."""
    start, end = point(tenure.start), point(tenure.end)
    if start and end:
        return f"from {start} to {end}"
    return f"since {start}" if start and not tenure.end else f"until {end}" if end else ""
