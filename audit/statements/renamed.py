"""This file finds names of places and organisations that had another name by the article's day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from audit.cache import expression
from audit.entries import Statement
from audit.facts import Facts, Renamed
from audit.model import Analysis, Span
from audit.statements.time import looks_elsewhen, other_year, point
from audit.statements.wording import CAPITALISED

_SETTLED = datetime.timedelta(days=90)
"""So long after the change papers may still write the old name."""
_KINDS = frozenset({"country", "capital", "city", "organisation", "region"})
_EXPLAINED = expression(
    r"(?i)\b(?:formerly|renamed|called|known|named?|names|then|now|officially|old|new|changed?|treaty|protocol|agreement|accords?"
    r"|convention)\b"
)


def renamed(analysis: Analysis, facts: Facts) -> Iterator[Statement]:
    """`Swaziland` in an article of 2022."""
    on = analysis.ledger.as_of
    for hit in CAPITALISED.finditer(analysis.text) if on else ():
        change = facts.renamed(hit[0])
        if change is None or not _past(change, hit[0], on) or analysis.quoted(Span(*hit.span())):
            continue
        span = Span(*hit.span())
        sentence = analysis.sentence_at(span.start)
        around = sentence.span.of(analysis.text) if sentence else ""
        if _EXPLAINED.search(around) or other_year(analysis, span) or looks_elsewhen(analysis, span):
            continue
        fact = f"{hit[0]} has been called {change.name} since {point(change.since)} ({change.source})"
        yield Statement("renamed", span, "contradicts", fact, (change.name,))


def _past(change: Renamed, word: str, on: datetime.date | None) -> bool:
    return (
        on is not None and word in change.formerly and change.kind in _KINDS and change.since is not None
        and change.since.last + _SETTLED < on
    )  # fmt: skip
