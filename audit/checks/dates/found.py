"""This file holds what all date faults share: what is found, the sentence round a place, years and small numbers as written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from audit.almanac import MONTH, YEAR
from audit.cache import expression
from audit.entries import Day
from audit.model import Analysis
from audit.numerals import ORDINALS, WORDS, value
from audit.spans import Span

SMALL_NUMBER = rf"(?:\d{{1,3}}(?!\d|[,.]\d)|(?i:{WORDS}))"
"""A count of years, days or birthdays."""
A_YEAR = rf"(?<![\d.,$€£]|(?<!\d\d\d\d)-){YEAR}(?![\d,.:/]*\d|\p{{L}}|[ ]?%)"
DATED = rf"(?:(?:(?:\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of[ ])?)?{MONTH}(?:[ ]\d{{1,2}}(?:st|nd|rd|th)?,)?,?[ ](?:of[ ])?)?{A_YEAR})"
"""A year, perhaps with its month and day before it."""
INEXACT = (
    r"(?:about|around|some|roughly|approximately|almost|nearly|close[ ]to|just[ ]under|just[ ]over|more[ ]than|less[ ]than|over|under"
    r"|at[ ]least|barely)"
)


@cache
def compiled(template: str) -> regex.Pattern[str]:
    """An expression in which `%(n)s` is a small number, `%(year)s`, `%(dated)s`, `%(month)s`, `%(inexact)s`: spelled out and kept."""
    parts = {"n": SMALL_NUMBER, "year": A_YEAR, "dated": DATED, "month": MONTH, "inexact": INEXACT}
    return expression(template % parts, regex.VERBOSE)


def sentence_of(analysis: Analysis, span: Span) -> Span:
    found = analysis.sentence_at(span.start)
    return found.span if found else span


def sentences_with(analysis: Analysis, *words: str) -> Iterator[Span]:
    """The sentences that hold one of the words, in order: an expression over a whole text would cost too much."""
    text, found = analysis.text, set()
    for word in words:
        at = text.find(word)
        while at >= 0:
            sentence = analysis.sentence_at(at)
            if sentence is not None:
                found.add(sentence.span)
            at = text.find(word, max(at + 1, sentence.span.end if sentence else 0))
    yield from sorted(found)


def matches(analysis: Analysis, template: str, *words: str) -> Iterator[regex.Match[str]]:
    """The matches of a template within the sentences that hold one of the words."""
    form = compiled(template)
    for span in sentences_with(analysis, *words):
        yield from form.finditer(analysis.text, span.start, span.end)


def before_in_two(analysis: Analysis, offset: int) -> int:
    """Where the sentence before the one at `offset` begins, within the paragraph."""
    here = analysis.sentence_at(offset)
    if here is None:
        return offset
    ahead = analysis.sentence_at(max(0, here.span.start - 2)) if here.span.start > 1 else None
    return ahead.span.start if ahead and ahead.paragraph == here.paragraph else here.span.start


def last_year_in(written_date: str) -> int:
    return int(regex.findall(YEAR, written_date)[-1])


def small(written_number: str) -> float | None:
    return value(written_number)


def ordinal(written_number: str) -> int | None:
    """`80th` and `eightieth` up to the nineties; None for the rest."""
    word = written_number.lower()
    if hit := regex.match(r"\d+", word):
        return int(hit[0])
    if word in ORDINALS:
        return ORDINALS[word]
    tens, _, one = word.partition("-")
    if tens.endswith("ieth"):
        return int(value(tens[:-4] + "y") or 0) or None
    first = value(tens)
    return int(first) + ORDINALS[one] if first and one in ORDINALS else None


def named_years(analysis: Analysis, first: int, last: int) -> set[int]:
    """The years that stand in a stretch of the text."""
    return {day.year for day in analysis.ledger.dates if day.year and first <= day.span.start < last}


def say(day: Day, analysis: Analysis) -> str:
    return day.span.of(analysis.text).strip(" (,")


BORN = (
    r"(?:\b[Bb]orn[ ](?:(?:in|on)[ ])?|\bb\.[ ])(?:(?!in\b|on\b)[\p{Lu}][\p{L}’'-]+,?[ ](?:in[ ])?|in[ ]\p{Lu}[\p{L}’'-]+,?[ ](?:in"
    r"|on)[ ]){0,2}(?P<first>%(dated)s)"
)
"""Where somebody was born, with the year."""
ANNIVERSARY = (
    r"\b(?i:founded|established|created|built|opened|launched|signed|adopted|born|inaugurated|formed|set[ ]up|began|independence)[ ]"
    r"(?:back[ ])?(?:in|on)[ ](?P<first>%(dated)s)"
    r"(?P<between>[^.;]{0,80}?)\b(?:celebrat|mark|commemorat|turn|observ)\p{L}*[ ](?:its|his|her|their|the)[ ](?P<nth>\d{1,3}(?:st|nd"
    r"|rd|th)|\p{Ll}+(?:ieth|th|nd|st|rd))[ ](?:anniversary|birthday)"
    r"(?:[ ](?:[\p{L}]+[ ]){0,3}?in[ ](?P<second>%(dated)s))?"
)
"""What was founded in a year and marks an anniversary."""

_PART = r"(?:[ ](?:morning|afternoon|evening|night|noon|at[ ]noon))?"
APART = regex.compile(
    rf"['’]|-\p{{L}}|(?!{_PART}[,.;:)]|{_PART}[ ](?:and|at|in|that|the|to|by|with|for|after|before|when|from|a|an|he|she|they|it"
    rf"|[–—-]|\p{{Lu}})\b)[ ]\p{{Ll}}"
)
"""What follows a weekday that belongs to another word: Monday's vote, Friday prayers."""
