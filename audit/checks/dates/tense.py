"""This file finds what `will` happen on a day that is over, and what `took place` on a day that is still to come."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import regex

from audit.almanac import MONTHS, WEEKDAYS
from audit.checks.dates.found import sentence_of
from audit.entries import Day
from audit.found import Found
from audit.model import Analysis, Related
from audit.spans import Span

_WILL = regex.compile(
    r"\b(?P<verb>will)[ ](?:also[ ]|not[ ]|again[ ]|be[ ]|then[ ]){0,2}\p{Ll}+(?:,?[ ](?!who\b|which\b|that\b|signed\b|agreed\b"
    r"|since\b|after\b|before\b|until\b|than\b|as\b|adopted\b|announced\b"
    r"|killed\b|died\b|elected\b|and\b|but\b|if\b|said\b|if\b|from\b|launched\b|arrested\b|of\b)[\p{L}’'-]+){0,7}?,?[ ](?:on[ ]"
    r"(?:the[ ])?)?\Z"
)
_TOOK_PLACE = regex.compile(
    r"\b(?P<verb>took[ ]place|(?:was|were)[ ](?:held|signed|opened|killed|arrested|found|elected|published|announced|closed|buried"
    r"|born|released|shot|attacked|founded)"
    r"|met|arrived|died|resigned|visited|ended|happened|occurred|erupted|collapsed|crashed|landed)(?:,?[ ](?!who\b|which\b|that\b"
    r"|before\b|until\b|and\b|but\b|ahead\b|for\b|to\b|of\b)[\p{L}’'-]+){0,5}?,?[ ](?:on[ ](?:the[ ])?)\Z"
)
_PLANNED = regex.compile(
    r"\b(?:if|would|scheduled|due|planned|plan|until|expected|supposed|ahead|upcoming|deadline|next|forthcoming|coming|invited"
    r"|postponed|moved|agreed|anniversary|every|each|year)\b"
)
_SURE = 60
"""Days beyond which a date without a year may belong to another year."""


def tense(analysis: Analysis) -> Iterator[Found]:
    """Only where the article's day is given, and outside quotations, which may be older."""
    as_of = analysis.document.date
    if as_of is None:
        return
    for day in analysis.ledger.dates:
        if day.kind != "date" or day.resolved is None or analysis.quoted(day.span):
            continue
        apart = (day.resolved - as_of).days
        if abs(apart) < 2 or (day.year is None and abs(apart) > _SURE):
            continue
        verb = _before(analysis, day, _WILL if apart < 0 else _TOOK_PLACE)
        if verb is not None:
            reason = "before" if apart < 0 else "after"
            yield Found(
                day.span, {"verb": verb.of(analysis.text), "reason": reason, "day": _written(as_of)}, (), (Related(verb, "the verb"),)
            )


def _before(analysis: Analysis, day: Day, form: regex.Pattern[str]) -> Span | None:
    """The verb that the date belongs to, if nothing in the sentence says that it was planned."""
    here = sentence_of(analysis, day.span)
    if form is _TOOK_PLACE and _PLANNED.search(analysis.text, here.start, here.end):
        return None
    hit = form.search(analysis.text, max(here.start, day.span.start - 90), day.span.start)
    return Span(*hit.span("verb")) if hit else None


def _written(day: datetime.date) -> str:
    return f"{WEEKDAYS[day.weekday()]}, {MONTHS[day.month - 1]} {day.day}, {day.year}"
