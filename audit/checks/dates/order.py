"""This file finds spans of time that end before they begin: from 2021 to 2019, between 12 and 9 May, began in 2021 and ended in 2019."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import regex

from audit.almanac import day_of, month_number
from audit.checks.dates.found import compiled, sentence_of
from audit.found import Found
from audit.model import Analysis, Related
from audit.spans import Span

_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_POINT = (
    rf"(?:(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[ ])?(?:(?:the[ ])?(?P<d%(k)s>{_DAY})(?:[ ](?:of[ ])?(?P<m%(k)s>%%"
    rf"(month)s)\b)?|(?P<mm%(k)s>%%(month)s)[ ](?P<dd%(k)s>{_DAY})(?!\d|-\p{{L}}))"
    rf"(?:,?[ ](?P<y%(k)s>%%(year)s))?)|(?:(?P<mo%(k)s>%%(month)s),?[ ](?:of[ ])?)?(?P<yo%(k)s>%%(year)s))"
)
_FROM_TO = (
    rf"\b(?:(?P<from>[Ff]rom)|[Bb]etween)[ ](?P<first>{_POINT % {'k': 1}})[ ](?P<join>to|until|till|through|and|up[ ]to)[ ]"
    rf"(?P<second>{_POINT % {'k': 2}})(?!\p{{L}}|[\d:/]|[.,]\d|[ ]per)"
)
_MOVED = regex.compile(
    r"\b(?:(?:mov|shift|push|postpon|delay|advanc|bring|brought|reschedul|chang|rais|rise|rose|risen|fall|fell|drop|declin|reduc"
    r"|lower|grow|grew|increas|decreas"
    r"|climb|shr[aiu]nk|revers|compar|revis|correct|differ|slip|jump|sank|sink|slid|alter|amend|redat|backdat|forward|backward|rewind"
    r"|descend)\p{L}*"
    r"|cut|cuts|cutting|dip|dipped|dips|put|set|back|down|up|count|counted|counting)\b",
    regex.IGNORECASE,
)
_COMPARED = regex.compile(r"\b(?:compar|differ|gap|contrast|choos|choice|chose|versus|swap|toss|decid)\p{L}*\b", regex.IGNORECASE)
_THINGS = regex.compile(
    r"[ ](?!was|is|has|this|its|as|across|inclusive|alone)\p{Ll}+s\b(?<!years)|[ ](?:people|men|women|million|euros?|dollars?|BC|BCE|B\.C)"
)
_BC = regex.compile(r"\b(?:BC|BCE|B\.C\.)")


def backwards(analysis: Analysis) -> Iterator[Found]:
    """`from 12 May to 9 May`, `between 2021 and 2019`; not dates that were moved, figures that fell, or years before Christ."""
    text = analysis.text
    for hit in compiled(_FROM_TO).finditer(text):
        if bool(hit["from"]) == (hit["join"].strip() == "and"):
            continue
        start, end = _points(hit)
        if start is None or end is None or start <= end:
            continue
        here = sentence_of(analysis, Span(*hit.span()))
        around = text[max(here.start, hit.start() - 60) : hit.start()]
        if (
            (_MOVED if hit["from"] else _COMPARED).search(around)
            or _THINGS.match(text, hit.end())
            or _BC.search(text, here.start, here.end)
        ):
            continue
        yield Found(Span(hit.start("first"), hit.end("second")), {"first": hit["first"], "second": hit["second"]})
    yield from _dashed(analysis)
    yield from _verbs(analysis)


def _points(hit: regex.Match[str]) -> tuple[datetime.date | None, datetime.date | None]:
    """Both ends as days; what one leaves out (the month, the year) the other has. Without a year, only days of one month compare."""
    years = [hit[f"y{k}"] or hit[f"yo{k}"] for k in (1, 2)]
    months = [hit[f"m{k}"] or hit[f"mm{k}"] or hit[f"mo{k}"] for k in (1, 2)]
    days = [hit[f"d{k}"] or hit[f"dd{k}"] for k in (1, 2)]
    if days[0] is None and days[1] is None:
        if not all(years) or (months[0] is None) != (months[1] is None):
            return None, None
    elif days[0] is None or days[1] is None or not any(months):
        return None, None
    months = [months[0] or months[1], months[1] or months[0]] if days[0] else months
    if days[0] and months[0] and months[1] and month_number(months[0]) != month_number(months[1]) and not all(years):
        return None, None
    if (
        days[0]
        and days[1]
        and not (hit["m1"] or hit["mm1"])
        and int(regex.sub(r"\D", "", days[0])) > 27
        and int(regex.sub(r"\D", "", days[1])) < 6
    ):
        return None, None  # from Friday 30 to Sunday 2 October
    year = years[0] or years[1] or "2001"
    return tuple(  # type: ignore[return-value]
        day_of(int(years[k] or year), month_number(months[k]) if months[k] else 6, int(regex.sub(r"\D", "", days[k])) if days[k] else 1)
        for k in (0, 1)
    )


_DASHED = r"\(\s?(?:born[ ]|b\.[ ])?(?P<first>%(dated)s)[ ]?[-–—][ ]?(?P<second>%(dated)s)\s?\)"
_SEASON = r"\b(?:[Tt]he|[Ii]n|[Ff]or|[Dd]uring|[Oo]f|[Hh]is|[Hh]er|[Ii]ts)[ ](?P<first>%(year)s)[-–](?P<second>%(year)s)(?![-–][ ]?\d)"
_DAYS = (
    rf"(?:\(|,[ ]|\b(?:[Oo]n|[Ff]rom|[Oo]f|[Tt]he|[Hh]eld|[Ii]n)[ ])(?P<first>(?P<d1>{_DAY}))[ ]?[-–][ ]?(?P<second>"
    rf"(?P<d2>{_DAY})[ ]%(month)s)(?![ ]?\d{{1,2}}\b|\p{{L}})"
)


def _dashed(analysis: Analysis) -> Iterator[Found]:
    """`(1980–1975)` behind a name, `the 2019-2015 term`, `on 14-12 May`."""
    text = analysis.text
    for template in (_DASHED, _SEASON):
        for hit in compiled(template).finditer(text):
            years = [int(regex.findall(r"\d{4}", hit[name])[-1]) for name in ("first", "second")]
            if years[0] > years[1] and not _BC.search(text, max(0, hit.start() - 60), hit.end() + 10):
                yield Found(Span(hit.start("first"), hit.end("second")), {"first": hit["first"], "second": hit["second"]})
    for hit in compiled(_DAYS).finditer(text):
        days = [int(regex.sub(r"\D", "", hit[name])) for name in ("d1", "d2")]
        if days[0] > days[1] and not (days[0] > 27 and days[1] < 6):
            yield Found(Span(hit.start("first"), hit.end("second")), {"first": hit["first"], "second": hit["second"]})


_BEGAN = (
    r"(?i:began|begun|started|opened|launched|broke[ ]out|took[ ](?:office|power|over)|elected|founded|established|created|born|joined"
    r"|married|built|appointed|arrived|came[ ]to[ ]power|signed)"
)
_ENDED = (
    r"(?:ended|finished|concluded|closed|left|resigned|died|dissolved|abolished|divorced|stepped[ ]down|retired|completed|demolished"
    r"|disbanded"
    r"|was[ ]replaced|expired|separated|was[ ]killed)"
)
_LIFE = (
    rf"\b(?P<began>{_BEGAN})\b(?:[ ](?!and\b|but\b|who\b|which\b|after\b|before\b|while\b|when\b|{_ENDED}\b)[\p{{L}}'’]+){{0,6}}?[ ]"
    rf"(?:in|on)[ ](?P<first>%(dated)s),?[ ]"
    rf"(?:(?:and|but|who|which)[ ])?(?:(?:was|were|then|later|it|he|she|they)[ ]){{0,2}}(?P<ended>{_ENDED})\b(?:[ ](?!and\b|but\b"
    rf"|after\b|before\b)[\p{{L}}'’]+){{0,5}}?[ ](?:in|on)[ ](?P<second>%(dated)s)"
)


_DIED_BORN = (
    r"\bdied[ ](?:[\p{L}’']+[ ]){0,4}?(?:in|on)[ ](?P<second>%(dated)s)[,;]?[ ](?:and[ ])?(?:(?:he|she|was|had|been)[ ]){1,3}born[ ]"
    r"(?:[\p{L}’']+[ ]){0,4}?(?:in|on)[ ](?P<first>%(dated)s)"
)


def _verbs(analysis: Analysis) -> Iterator[Found]:
    for hit in compiled(_DIED_BORN).finditer(analysis.text):
        if int(hit["first"][-4:]) > int(hit["second"][-4:]):
            related = (Related(Span(*hit.span("second")), "died"),)
            yield Found(Span(*hit.span("first")), {"first": hit["first"], "second": hit["second"]}, (), related)
    for hit in compiled(_LIFE).finditer(analysis.text):
        years = [int(regex.findall(r"\d{4}", hit[name])[-1]) for name in ("first", "second")]
        if years[0] > years[1]:
            related = (Related(Span(*hit.span("first")), hit["began"]),)
            yield Found(Span(*hit.span("second")), {"first": hit["first"], "second": hit["second"]}, (), related)
