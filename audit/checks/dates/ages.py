"""This file finds ages, anniversaries and `years ago` that do not fit the year of the article: born in 1975, aged 60, in 2022."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from audit.checks.dates.found import ANNIVERSARY, BORN, compiled, matches, ordinal, sentence_of, small
from audit.found import Found
from audit.model import Analysis, Related
from audit.spans import Span

_AGE = (
    r"(?:(?:at[ ]the[ ]age[ ]of|at[ ]age|aged|is|now|turned|turns|has[ ]turned|,)[ ](?P<n>[1-9]\d?|1[01]\d)(?=[ ]years[ ]old|[,.;)]"
    r"|\s*$|[ ](?:and|in|on|is|was|who|when|at|this|from|after|of)\b)"
    r"|\((?P<n4>[1-9]\d)(?=,[ ]born)|(?P<n2>[1-9]\d?|1[01]\d)(?:-|[ ])years?(?:-|[ ])old\b|(?:aged|at[ ]the[ ]age[ ]of|at[ ]age)[ ]"
    r"(?P<n3>%(n)s)\b)"
)
_THEN = regex.compile(
    r"\b(?:when|at the time|then|died|dies|dead|death|killed|late|was (?:just |only )?\d|at the age|at age|became|married|retired"
    r"|sons?|daughters?|brothers?|sisters?|mother|father|wife|husband|child|children|couple)\b"
)


@dataclass(frozen=True, slots=True)
class _Clue:
    """What a place says of the year of the article: not before `first`, not after `last`."""

    span: Span
    first: int
    last: int
    related: tuple[Related, ...]
    right: tuple[int, int]
    said: str


def article_year(analysis: Analysis) -> Iterator[Found]:
    """Ages, `years ago`, anniversaries: each says in which year the article was written. Against its date, or one against another."""
    clues = sorted(_clues(analysis), key=lambda clue: clue.span)
    as_of = analysis.ledger.as_of
    for index, clue in enumerate(clues):
        if as_of is not None:
            if not clue.first <= as_of.year <= clue.last:
                right = _right(clue, as_of.year)
                yield Found(clue.span, {"right": right, "reason": f"the article is of {as_of.year}"}, (), clue.related)
            continue
        other = next((one for one in clues[:index] if one.last < clue.first or clue.last < one.first), None)
        if other is not None:
            years = f"{other.first}" if other.first == other.last else f"{other.first} or {other.last}"
            reason = f"by '{other.span.of(analysis.text)}' it is {years}"
            yield Found(clue.span, {"right": "another number", "reason": reason}, (), (*clue.related, Related(other.span, "another count")))


def _right(clue: _Clue, year: int) -> str:
    low, high = year - clue.right[1], year - clue.right[0]
    return f"{low}" if low == high else f"{low} or {high}"


def _clues(analysis: Analysis) -> Iterator[_Clue]:
    yield from _living(analysis)
    yield from _things(analysis)
    yield from _ago(analysis)
    yield from _anniversaries(analysis)


def _living(analysis: Analysis) -> Iterator[_Clue]:
    """`born in 1980 ... aged 42`, `the 42-year-old, born in 1980`: of somebody who lives."""
    text = analysis.text
    for hit in matches(analysis, BORN, "orn ", "b. "):
        here = sentence_of(analysis, Span(*hit.span()))
        born = int(hit["first"][-4:])
        years = set(map(int, regex.findall(r"\b(?:1[89]|20)\d\d\b", here.of(text))))
        if years != {born} or _THEN.search(text, here.start, here.end):
            continue
        ages = [age for age in compiled(_AGE).finditer(text, here.start, here.end) if not hit.start() <= age.start() < hit.end()]
        ages = [age for age in ages if abs(age.start() - hit.start()) < 90]
        if len(ages) != 1:
            continue
        group = next(name for name in ("n", "n2", "n3", "n4") if ages[0][name])
        number = small(ages[0][group])
        if number is None or not 1 <= number <= 115:
            continue
        year = born + int(number)
        related = (Related(Span(*hit.span("first")), "year of birth"),)
        yield _Clue(Span(*ages[0].span(group)), year, year + 1, related, (born, born + 1), "age")


_THINGS = (
    r"\b(?i:built|erected|founded|established|opened|completed|constructed|inaugurated|made|planted|created)[ ](?:back[ ])?in[ ]"
    r"(?P<first>%(year)s),?"
    r"(?:[ ](?!old\b)[\p{L}’'-]+){0,6}?[ ](?:is|are|now|turns)[ ](?:now[ ])?(?P<inexact>%(inexact)s[ ])?(?P<n>\d{1,3})[ ]years?[ ]old"
)
_THINGS_AHEAD = (
    r"(?P<inexact>%(inexact)s[ ])?\b(?P<n>\d{2,3})-year-old[ ](?!man|woman|boy|girl)(?:\p{Ll}+[ ]){1,3}?,?[ ]?(?:which[ ]was[ ])?"
    r"(?:built|erected|founded|established|opened|completed"
    r"|constructed|inaugurated|planted)[ ]in[ ](?P<first>%(year)s)"
)


def _things(analysis: Analysis) -> Iterator[_Clue]:
    """`built in 1900, is 150 years old`."""
    for template in (_THINGS, _THINGS_AHEAD):
        for hit in matches(analysis, template, "years old", "year-old"):
            number, first = int(hit["n"]), int(hit["first"])
            loose = number // 7 if hit["inexact"] or number % 10 == 0 else 0
            related = (Related(Span(*hit.span("first")), "the first year"),)
            yield _Clue(Span(*hit.span("n")), first + number - loose, first + number + loose + 1, related, (first, first), "age")


_AGO = (
    r"(?:(?P<inexact>%(inexact)s)[ ])?\b(?P<n>[Aa]|%(n)s)(?:[ ]and[ ]a[ ](?P<half>half))?[ ](?P<unit>year|decade)s?"
    r"(?P<half2>[ ]and[ ]a[ ]half)?[ ]ago(?:,?[ ]\(?(?:back[ ])?(?:in|on|,)[ ]|[ ]\((?:in[ ])?|,[ ])"
    r"(?:(?:early|late|mid|the[ ](?:spring|summer|autumn|fall|winter)[ ]of)[ -])?(?P<first>%(dated)s)"
)
_SINCE = (
    r"\b[Ii]t[ ](?:has[ ]been|is)[ ](?:(?P<inexact>%(inexact)s)[ ])?(?P<n>%(n)s)[ ](?P<unit>year|decade)s?(?P<half>)(?P<half2>)[ ]since[ ]"
    r"(?:[\p{L}’'-]+[ ]){1,8}?in[ ](?P<first>%(dated)s)"
)
_AGO_BEHIND = (
    r"\b[Ii]n[ ](?P<first>%(dated)s),[ ](?:(?P<inexact>%(inexact)s)[ ])?(?P<n>[Aa]|%(n)s)[ ](?P<unit>year|decade)s?"
    r"(?P<half>[ ]and[ ]a[ ]half)?(?P<half2>)[ ]ago\b"
)


def _ago(analysis: Analysis) -> Iterator[_Clue]:
    """`three years ago, in 2015`. Round numbers and hedged ones may be off."""
    text = analysis.text
    for template in (_AGO, _AGO_BEHIND, _SINCE):
        for hit in matches(analysis, template, " ago", "years since", "decades since"):
            span = Span(hit.start("n"), hit.start("first") if template is _AGO else hit.end())
            number = 1.0 if hit["n"].lower() == "a" else small(hit["n"])
            if number is None or analysis.quoted(span):
                continue
            number = (number + (0.5 if hit["half"] or hit["half2"] else 0)) * (10 if hit["unit"] == "decade" else 1)
            loose = 0.15 * number if hit["inexact"] or hit["unit"] == "decade" else 0.1 * number if number >= 10 and number % 5 == 0 else 0
            first = int(hit["first"][-4:])
            span = Span(
                hit.start("n"), text.index("since" if template is _SINCE else "ago", hit.start("n")) + (5 if template is _SINCE else 3)
            )
            related = (Related(Span(*hit.span("first")), "the year"),)
            low, high = first + int(number - loose), first + int(number + loose + 0.5) + 1
            yield _Clue(span, low, high, related, (first, first), "ago")


_OF_YEAR = (
    r"\b(?P<nth>\d{1,3}(?:st|nd|rd|th)|\p{Ll}+(?:ieth|th|nd|st|rd))[ ]anniversary[ ]of[ ](?:the|its|his|her|their)[ ]"
    r"(?P<first>%(dated)s)(?P<between>)(?P<second>)[ ]\p{Ll}"
)


def _anniversaries(analysis: Analysis) -> Iterator[_Clue]:
    for template in (ANNIVERSARY, _OF_YEAR):
        for hit in matches(analysis, template, "anniversary", "birthday"):
            number, first = ordinal(hit["nth"]), int(hit["first"][-4:])
            here = sentence_of(analysis, Span(*hit.span()))
            others = set(map(int, regex.findall(r"\b(?:1[89]|20)\d\d\b", here.of(analysis.text)))) - {first}
            if number is None or hit["second"] or others:
                continue
            year = first + number
            related = (Related(Span(*hit.span("first")), "the first year"),)
            yield _Clue(Span(*hit.span("nth")), year - 1, year, related, (first, first), "anniversary")
