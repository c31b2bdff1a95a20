"""This file finds days that no calendar has: February 30, 31 April, March 48, 29 February 2023, 2023-02-30."""

from __future__ import annotations

import calendar
from collections.abc import Iterator

import regex

from audit.almanac import LAST_DAYS, MONTHS, day_of, month_number
from audit.checks.dates.found import compiled, sentence_of
from audit.entries import Day
from audit.found import Found
from audit.model import Analysis
from audit.spans import Span

_TALKED_OF = regex.compile(
    r"\b(?:no such|never|not exist|joke\w*|calendar\w*|leap|impossible|non-?existent|error|typo|mistak\w*|fictional|imaginary"
    r"|invent\w*|as if"
    r"|there is no|there was no|only (?:28|30) days|wrong\w*|fake|bogus|invalid|supposed\w*)\b",
    regex.IGNORECASE,
)
_COUNTED = regex.compile(r"[ ](?!was\b|is\b|has\b|this\b|its\b|as\b|his\b|across\b|towards\b)\p{Ll}*(?:s|people|men|women|children)\b")
_BIG_DAY = r"(?P<day>3[2-9]|[4-9]\d|00)"
_GOES_ON = (
    r"(?:[,.;:)!?”\"]|\s*$|[ ](?:at|in|to|and|or|the|when|he|she|it|they|we|after|before|by|with|for|from|until|as|that|was|will|is|a"
    r"|an|on|of)\b)"
)
_MONTH_FIRST = (
    rf"(?<!\b(?:[Ii]n|[Ss]ince|[Ff]or|[Oo]f|[Ee]arly|[Ll]ate|[Ll]ast|[Tt]his|[Nn]ext|mid|[Bb]y|['’])[ -])\b(?P<month>%(month)s)[ ]"
    rf"(?:the[ ])?{_BIG_DAY}(?:st|nd|rd|th)?"
    rf"(?![\d:/%%-]|[.,]\d)(?:(?P<year>,?[ ]%(year)s)|(?={_GOES_ON}))"
)
_DAY_FIRST = (
    rf"\b(?:[Oo]n|[Tt]he|[Uu]ntil|[Bb]y|[Ff]rom|[Ss]ince|[Bb]efore|[Aa]fter|of|[Mm]onday|[Tt]uesday|[Ww]ednesday|[Tt]hursday"
    rf"|[Ff]riday|[Ss]aturday|[Ss]unday),?[ ](?:the[ ])?"
    rf"(?P<found>{_BIG_DAY}(?P<th>st|nd|rd|th)?[ ](?:of[ ])?(?P<month>%(month)s)(?P<year>,?[ ]%(year)s)?)(?!\p{{L}}|[ ]\d)(?={_GOES_ON})"
)
_IN_FIGURES = regex.compile(
    r"(?<![\d.,:/-])(?:(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)|(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<y2>(?:19"
    r"|20)\d\d))(?![\d/-]|[.,:]\d)"
)
_LEAP_DAY_BEFORE = regex.compile(r"\b(?:on|until|by|from|since|to|before|after|between|and|day|,)[ ](?:the[ ])?\Z", regex.IGNORECASE)
_BORN = regex.compile(r"\b(?:born|birthday|every|leap|once|four years)\b", regex.IGNORECASE)
_LABEL_BEFORE = regex.compile(r"(?:\p{Lu}\p{L}+|[Nn]o\.|[#№])[ ]\Z")
_STARTS = frozenset("On The Until By From Since Before After Of And To".split())


def impossible(analysis: Analysis) -> Iterator[Found]:
    for found in (*_beyond(analysis), *_too_big(analysis), *_figures(analysis)):
        here = sentence_of(analysis, found.span)
        if not _TALKED_OF.search(analysis.text, here.start, here.end):
            yield found


def _beyond(analysis: Analysis) -> Iterator[Found]:
    """A day from 1 to 31 that its month does not have."""
    text = analysis.text
    for day in analysis.ledger.dates:
        if day.kind != "date" or not day.day or not day.month:
            continue
        if text[day.span.start].isdigit() and (
            "." in day.span.of(text)[:3] or "-" in day.span.of(text)[:5] or "/" in day.span.of(text)[:3]
        ):
            continue  # in figures
        if day.day > LAST_DAYS[day.month - 1] and not _a_count(text, day):
            last = calendar.monthrange(day.year or 2001, day.month)[1]
            yield Found(day.span, {"reason": f"{MONTHS[day.month - 1]} has {last if day.month != 2 or day.year else '28 or 29'} days"})
        elif (day.month, day.day) == (2, 29):
            yield from _leap_day(analysis, day)


def _a_count(text: str, day: Day) -> bool:
    """`By April 31 people had died`, `Boeing 31 June`."""
    if text[day.span.start].isdigit():
        before = _LABEL_BEFORE.search(text, max(0, day.span.start - 20), day.span.start)
        return before is not None and before[0].strip() not in _STARTS and day.weekday is None and not before[0].strip().endswith("day")
    return day.year is None and _COUNTED.match(text, day.span.end) is not None


def _leap_day(analysis: Analysis, day: Day) -> Iterator[Found]:
    text = analysis.text
    if day.year:
        if not calendar.isleap(day.year):
            yield Found(day.span, {"reason": f"{day.year} was no leap year"})
        return
    as_of = analysis.document.date
    here = sentence_of(analysis, day.span)
    if (
        as_of is None
        or _BORN.search(text, here.start, here.end)
        or not _LEAP_DAY_BEFORE.search(text, max(0, day.span.start - 12), day.span.start)
    ):
        return
    near = {as_of.year, as_of.year + 1 if as_of.month > 6 else as_of.year - 1}
    near |= {other.year for other in analysis.ledger.dates if other.year}
    if not any(map(calendar.isleap, near)):
        yield Found(day.span, {"reason": f"{as_of.year} is no leap year"})


def _too_big(analysis: Analysis) -> Iterator[Found]:
    """A number that no month reaches. `May 68` and `May 35` have become names."""
    for template in (_MONTH_FIRST, _DAY_FIRST):
        for hit in compiled(template).finditer(analysis.text):
            if month_number(hit["month"]) == 5 and hit["day"] in ("68", "35"):
                continue
            span = Span(*(hit.span("found") if template is _DAY_FIRST else hit.span()))
            yield Found(span, {"reason": "no month has that day"})


def _figures(analysis: Analysis) -> Iterator[Found]:
    for hit in _IN_FIGURES.finditer(analysis.text):
        if hit["y"]:
            real = day_of(int(hit["y"]), int(hit["m"]), int(hit["d"])) is not None
        else:
            first, second, year = int(hit["a"]), int(hit["b"]), int(hit["y2"])
            real = bool(day_of(year, second, first)) or bool(day_of(year, first, second)) or first > 31 or second > 31
        if not real:
            yield Found(Span(*hit.span()), {"reason": "the calendar has no such day"})
