"""This file finds dates and times of day written otherwise than the desk writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import regex

from audit.checks.house.places import Found, in_title, opens_sentence
from audit.checks.house.sheet import Sheet
from audit.knowledge import words
from audit.model import Analysis, Span

Finder = Callable[[Analysis], Iterator[Found]]
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_FREE = frozenset("On By From Since Until Till Before After Between And To The Through Around About For".split())


@cache
def _months() -> str:
    short = ("Jan.", "Feb.", "Aug.", "Sept.", "Sep.", "Oct.", "Nov.", "Dec.", "Mar.", "Apr.")
    return "(?P<month>" + "|".join(map(regex.escape, (*words("words/months"), *short))) + ")"


def dates(sheet: Sheet) -> Finder:
    """A day and a month in the other order. Events named after their day (the September 11 attacks) keep it."""
    if sheet.dates == "day-month":
        form = regex.compile(
            rf"\b{_months()}[ \u00a0]{_DAY}\b(?!:|[.,]?\d|[ ]?[-–/][ ]?\d|[ ]?%)"
            r"(?![ ](?:to|and|or|through)[ ]\d{1,2}\b(?![ ]?\p{Lu}))(?![ ](?:million|billion|thousand|per|percent|people|men|women)\b)"
            rf"(?:,?[ ](?P<year>{_YEAR})\b(?![ ]\p{{Ll}}+s\b))?"
        )
        return lambda analysis: _month_first(analysis, form)
    form = regex.compile(
        rf"(?<![\p{{L}}\p{{N}}.,:/$€£–-]|\d[ ])(?:[Tt]he[ ](?=\d+(?:st|nd|rd|th)))?{_DAY}[ \u00a0](?:of[ ])?{_months()}"
        rf"(?![\p{{L}}\d])(?:,?[ ](?P<year>{_YEAR})\b)?"
    )
    return lambda analysis: _day_first(analysis, form)


_EVENT = regex.compile(
    r"[ ](?:attacks?|massacre|movement|uprising|revolution|terror|terrorist|holiday|parade|plot|commission|hijackings|pogrom)\b"
)
_NO_DATE = regex.compile(r"\b[Ii]n[ ](?:early[ ]|late[ ]|mid-)?\p{Lu}[\p{L}.]+[ ]\d+\Z|(?<!\b[Oo]n[ ])\bSept(?:\.|ember)[ ]11\Z")
"""In May 10 people died; since September 11, the attacks."""


def _month_first(analysis: Analysis, form: regex.Pattern[str]) -> Iterator[Found]:
    for hit in form.finditer(analysis.text):
        span = Span(*hit.span())
        if _EVENT.match(analysis.text, span.end) or _NO_DATE.search(analysis.text[max(0, span.start - 10) : span.end]):
            continue
        counts = regex.match(r"[ ]\p{Ll}+s\b(?<![ ]was|[ ]has|[ ]is)", analysis.text, pos=span.end)  # "by May 10 towns had fallen"
        if in_title(analysis, span) or (counts and not hit["year"]):
            continue
        year = f" {hit['year']}" if hit["year"] else ""
        yield Found(span, (f"{int(hit['day'])} {hit['month']}{year}",))


def _day_first(analysis: Analysis, form: regex.Pattern[str]) -> Iterator[Found]:
    for hit in form.finditer(analysis.text):
        span = Span(*hit.span())
        before = regex.search(r"(\p{Lu}[\p{L}.’']*),?[ ]\Z", analysis.text[max(0, span.start - 30) : span.start])
        if before and before[1] not in _FREE and before[1] not in words("words/days"):
            continue  # Article 5 March, Route 9 April: a label's number
        if _EVENT.match(analysis.text, span.end) or in_title(analysis, span):
            continue
        better = f"{hit['month']} {int(hit['day'])}"
        if hit["year"]:
            goes_on = regex.match(r"[ ]\p{Ll}", analysis.text, pos=span.end) is not None
            better = f"{better}, {hit['year']}{',' * goes_on}"
        yield Found(span, (better,))


_CLOCK = regex.compile(r"(?<![\p{L}\d.,:/+-])(?P<h>[01]?\d|2[0-3])[:.](?P<min>[0-5]\d)(?!\d|[.:,/]\d|[ \u00a0]?(?:[ap]\.?m\b|%)|\p{L})")
_TIME_BEFORE = regex.compile(
    r"\b(?:at|from|until|till|by|around|about|before|after|since|between|shortly|noon|and|to)[ ]\Z", regex.IGNORECASE
)
_TIME_BEHIND = regex.compile(
    r"[ ](?:GMT|BST|CET|CEST|EST|EDT|MSK|UTC|ET|local[ ]time|hours|hrs|Moscow[ ]time|Kyiv[ ]time|Brussels[ ]time)\b"
)
_HALF_DAY = regex.compile(
    r"(?<![\p{L}\d.,:/+-]|\d[ ](?:to|and|or)[ ])(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<min>[0-5]\d))?[ \u00a0]?(?P<half>[ap])(?:\.m\.|m\b|\.m\b)",
    regex.IGNORECASE,
)


def clock(sheet: Sheet) -> Finder:
    """Times of day with 24 hours for 12, or the reverse. A bare 21:15 is a time only where words say so: it may be a score."""
    if sheet.time == "12h":
        american = sheet.spelling == "american"
        return lambda analysis: _of_24(analysis, american)
    return _of_12


def _of_24(analysis: Analysis, american: bool) -> Iterator[Found]:
    text = analysis.text
    for hit in _CLOCK.finditer(text):
        hour, minute = int(hit["h"]), hit["min"]
        behind = _TIME_BEHIND.match(text, hit.end())
        if not (behind or (":" in hit[0] and _TIME_BEFORE.search(text, max(0, hit.start() - 12), hit.start()))):
            continue
        if 1 <= hour <= 12 and not hit["h"].startswith("0"):  # which half of the day it is, another word may say
            continue
        end = behind.end() if behind and behind[0].strip() in ("hours", "hrs") else hit.end()
        half = ("p.m." if american else "pm") if hour >= 12 else ("a.m." if american else "am")
        yield Found(Span(hit.start(), end), (f"{hour % 12 or 12}{':' + minute if minute != '00' else ''} {half}",))


def _of_12(analysis: Analysis) -> Iterator[Found]:
    text = analysis.text
    for hit in _HALF_DAY.finditer(text):
        hour = int(hit["h"]) % 12 + (12 if hit["half"].lower() == "p" else 0)
        end = hit.end()
        if text[end - 1] == "." and (not text[end : end + 1].strip() and _ends_sentence(analysis, end)):
            end -= 1  # the stop also ends the sentence
        yield Found(Span(hit.start(), end), (f"{hour:02}:{hit['min'] or '00'}",))


def _ends_sentence(analysis: Analysis, end: int) -> bool:
    rest = analysis.text[end : end + 2].strip()
    return not rest or rest[0] == "\n" or (rest[0].isupper() and opens_sentence(analysis, end + 1))
