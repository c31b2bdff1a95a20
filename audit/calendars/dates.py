"""This file reads the days of months: 26 juillet, March 4th, 26-28 июля, 26.7.2021, 03/04/2021, (26/7), 7月26日."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.cache import expression
from audit.calendars.figures import HAN, number
from audit.calendars.sheet import DAY, Sheet
from audit.calendars.when import When
from audit.spans import Span

_FIGURES = (
    r"(?<![\d.,:/-])(?:"
    rf"(?P<y1>1[5-9]\d\d|20\d\d)(?P<s1>[-/.]) ?(?P<m1>0?[1-9]|1[0-2])(?P=s1) ?(?P<d1>{DAY})(?!\d|(?P=s1)\d)"
    rf"|(?P<a>{DAY})(?P<s2>[-/.]) ?(?P<b>{DAY})(?P=s2) ?(?P<y2>1[5-9]\d\d|20\d\d|\d\d)(?!\d|[-/.:,]\d)"
    rf"|(?P<d3>{DAY})\. ?(?P<m3>0?[1-9]|1[0-2])\.(?! ?\d)"
    rf"|(?<=\()(?P<d4>{DAY})/(?P<m4>0?[1-9]|1[0-2])(?=\)))"
)
_K = rf"(?:\d{{1,2}}|[{HAN}]{{1,3}})"
_HAN_DAY = rf"(?P<d>{_K}) ?(?:日|号|號|일)(?! ?(?:本|間|间|元|内|內|後|后|以|目|分|に\d回|중|간|동안|만|째|치))"
_HAN_DATE = (
    rf"(?<![\d.,{HAN}個个])(?P<m>{_K}) ?(?:月|월)(?![間间])(?:份)?"
    rf"(?: ?{_HAN_DAY}|(?P<more>(?: ?[、,，~〜～\-–至到와과] ?)?))"
    rf"|(?<![\d.,{HAN}每])(?P<first>{_K}(?: ?(?:日|号|號|일)?(?:（.）|\(.\))?[、,，・·~〜～\-–—至到와과및] ?{_K})*) ?"
    r"(?:日|号|號|일)(?! ?(?:本|間|间|元|内|內|後|后|以|目|分|中|朝夕|に\d回|중|간|동안|만|째|치))"
)


def with_month(text: str, month: When, of: Sheet) -> list[When]:
    """The days that stand before a month's name or after it."""
    start, end = month.span.start, month.span.end
    hit = of.before.search(text, max(0, start - 60), start)
    if hit is None and of.after is not None:
        hit = of.after.match(text, end)
    if hit is None:
        return []
    days = regex.finditer(rf"(?<!\d){DAY}(?!\d)", text, pos=hit.start("days"), endpos=hit.end("days"))
    return [When(Span(*day.span()), "day", _meant(text, day, of), month=month.readings) for day in days]


def _meant(text: str, day: regex.Match[str], of: Sheet) -> frozenset[int | str]:
    number = int(day[0])
    return frozenset((number, number - 1 or 31)) if of.before_midnight(text, day.start()) else frozenset((number,))


def in_figures(text: str, of: Sheet) -> Iterator[When]:
    """Dates in figures alone. In English the month may stand first: both readings are kept."""
    for hit in expression(_FIGURES).finditer(text):
        if hit["m1"]:
            yield from _pair(hit, ("d1", "m1"))
        elif hit["a"]:
            yield from _either(hit, of)
        elif hit["d3"] and of.dots:
            yield from _pair(hit, ("d3", "m3"))
        elif hit["d4"] and of.paren:
            yield from _pair(hit, ("d4", "m4"))


def _pair(hit: regex.Match[str], places: tuple[str, str]) -> Iterator[When]:
    day, month = places
    months: frozenset[int | str] = frozenset((int(hit[month]),))
    yield When(Span(*hit.span(month)), "month", months)
    yield When(Span(*hit.span(day)), "day", frozenset((int(hit[day]),)), month=months)


def _either(hit: regex.Match[str], of: Sheet) -> Iterator[When]:
    first, second, short = int(hit["a"]), int(hit["b"]), len(hit["y2"]) == 2
    if short and hit["s2"] != "/":
        return
    if of.language == "en" and first <= 12 and second <= 12 and first != second:
        both: frozenset[int | str] = frozenset((first, second))
        for place in ("a", "b"):
            yield When(Span(*hit.span(place)), "month", both, sure=False)
            yield When(Span(*hit.span(place)), "day", both, sure=False, month=both)
    elif second <= 12:
        yield from _pair(hit, ("a", "b"))
    elif of.language == "en" and first <= 12:
        yield from _pair(hit, ("b", "a"))


def in_han(text: str) -> Iterator[When]:
    """Months and days of Chinese, Japanese and Korean: 7月26日, 26日至28日, 七月. A day without a month is one of any month."""
    month: frozenset[int | str] = frozenset()
    last = -9
    for hit in expression(_HAN_DATE).finditer(text):
        if hit["m"]:
            value = number(hit["m"])
            if value is None or not 1 <= value <= 12:
                continue
            month = frozenset((value,))
            yield When(Span(*hit.span("m")), "month", month)
            last = hit.end()
            if hit["d"] and (day := number(hit["d"])) and 1 <= day <= 31:
                yield When(Span(*hit.span("d")), "day", frozenset((day,)), month=month)
        elif hit["first"]:
            beside = month if hit.start() - last <= 4 else frozenset()
            for day_hit in regex.finditer(_K, text, pos=hit.start("first"), endpos=hit.end("first")):
                if (day := number(day_hit[0])) and 1 <= day <= 31:
                    sure = bool(beside) or (day_hit[0].isascii() and day != 1)
                    yield When(Span(*day_hit.span()), "day", frozenset((day,)), sure, beside)
            last = hit.end()
