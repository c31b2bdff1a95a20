"""This file reads the wordings of days: Friday, January 7, 2022; the 7th of January; January 2022; 2022-01-07; yesterday."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from audit.almanac import MONTH, WEEKDAY, YEAR, month_number, weekday_number
from audit.cache import expression
from audit.entries import Day
from audit.spans import Span

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_TH = r"(?:st|nd|rd|th)?"
_PART = r"(?:[ ](?:morning|afternoon|evening|night|midday|noon))?"
_FULL_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_IS_A = r"(?:is|was|will[ ]be|would[ ]be|fell[ ]on|falls[ ]on|falling[ ]on|happened[ ]to[ ]be|were)"
_PERIOD = r"(?:week|weekend|month|year|spring|summer|autumn|fall|winter)"
_FORM = rf"""
(?=[MTWFSJADONLmtwfsjadonl\dYy])(?<![\p{{L}}\d.,:/-]|[$€£¥][ ]?)
(?: (?:(?P<wd1>{WEEKDAY}){_PART}(?:,?[ ](?:the[ ]|on[ ](?:the[ ])?)?|[ ]?\((?:the[ ])?))?
    (?: (?P<m1>{MONTH})[ ](?:the[ ])?(?P<d1>{_DAY}){_TH}(?!\d|:\d|[.,]\d|-\p{{L}}|[ ]?(?:%|per[ ]?cent|million|billion|thousand))
      | (?:[Tt]he[ ])?(?P<d2>{_DAY}){_TH}[ ](?:of[ ])?(?P<m2>{MONTH})(?!\p{{L}}) )
    (?:(?:,[ ]?|[ ])(?:of[ ])?(?P<y1>{YEAR})(?![\d:,-]*\d|[ ]?%))?
    (?:[ ]\((?:a[ ])?(?P<wd2>{_FULL_WEEKDAY})\)
      | ,?[ ](?:which[ ])?(?:{_IS_A}[ ])?an?[ ](?P<wd3>{_FULL_WEEKDAY})\b(?!['’ ][\p{{Ll}}]+[ ](?:in|of|at)\b)
      | [ ]{_IS_A}[ ](?P<wd4>{_FULL_WEEKDAY})\b
      | ,[ ](?P<wd5>{_FULL_WEEKDAY})(?=[.;]|,(?![ ](?:the[ ])?(?:{MONTH}[ ]|{_DAY}\b))))?
  | (?P<wd6>{WEEKDAY})[ ](?:the[ ])?(?P<d6>{_DAY}){_TH}
      (?=[ ]?(?:and|to|until|or|till|through|[-–])[ ]?{WEEKDAY},?[ ](?:the[ ])?{_DAY}{_TH}[ ](?:of[ ])?(?P<m6>{MONTH})\b
      (?:,?[ ](?P<y6>{YEAR}))?)
  | (?P<y7>{YEAR})-(?P<m7>0[1-9]|1[0-2])-(?P<d7>0[1-9]|[12]\d|3[01])(?![\d-])
  | (?P<d8>{_DAY})(?P<dot>[./])(?P<m8>0?[1-9]|1[0-2])(?P=dot)(?P<y8>{YEAR})(?![\d./])
  | (?P<m9>{MONTH}),?[ ](?:of[ ])?(?P<y9>{YEAR})(?![\d,]*\d|[ ]?%)
  | (?P<wd10>{_FULL_WEEKDAY})(?!s?[ ](?:Times|Telegraph|Mirror|Express|Mail|Post|Mass|Agreement|Night[ ]Live)\b)(?![\p{{L}}])
  | (?P<relative>[Tt]he[ ]day[ ](?:before[ ]yesterday|after[ ]tomorrow)|(?:[Yy]esterday|[Tt]omorrow){_PART}|[Tt]oday|[Tt]onight
      |(?:[Ll]ast|[Tt]his|[Nn]ext)[ ](?:{_PERIOD}
        |(?P<rwd>{_FULL_WEEKDAY}(?!,?[ ](?:the[ ])?(?:{MONTH}[ ]{_DAY}\b|{_DAY}{_TH}[ ](?:of[ ])?{MONTH})))
        |(?P<rm>{MONTH})(?![ ]\d)|night)\b)
  | (?=[JFMASOND])(?<=(?:\b(?:in|since|of|by|until|early|late|last|this|next|from|to|and|between|during|before|after|for|through
      |mid)[ ]|\bmid-))
      (?P<m11>{MONTH})(?![ ]\d|[-’'\p{{L}}]) )
"""
_YEAR = rf"""(?=1[5-9]\d\d|20\d\d)(?<=\b(?i:in|since|by|until|till|from|to|and|of|during|before|after|between|early|late|mid|through
  |around|year|year,|spring|summer|autumn|winter|fall|about|than|for|end)[ ]|\bmid-|[(]|\b{YEAR}[-–/]) (?P<year>{YEAR})
  (?![\d,.:]*\d|-?\p{{L}}|[ ]?(?:%|{_PERIOD}s?\b(?<!year))
  |[ ](?!was|is|has|this|its|as|his|across|less|does|unless|pass|always|perhaps|plus|minus)\p{{Ll}}+s\b
  |[ ](?:people|men|women|children|km|kg|police|troops|million|thousand|euros?|dollars?))"""


@cache
def _form() -> regex.Pattern[str]:
    return expression(_FORM, regex.VERBOSE | regex.MULTILINE)


@cache
def _year_form() -> regex.Pattern[str]:
    return expression(_YEAR, regex.VERBOSE)


_RANGE_BEHIND = regex.compile(
    r"[ ]?[-–/][ ]?\d|[ ](?:and|to|or|until|through)[ ](?:the[ ])?\d{1,2}(?:st|nd|rd|th)?\b(?![ ](?:\p{Ll}|" + MONTH + "))"
)
_TWO_WEEKDAYS = regex.compile(rf"{WEEKDAY}{_PART}(?:[ ](?:and|to|or|through)[ ]|[ ]?[-–/,&][ ]?)(?:the[ ])?(?:[Nn]ight[ ]of[ ])?\Z")
_COUNTED = regex.compile(
    r"[ ](?!was\b|is\b|has\b|this\b|its\b|as\b|his\b|across\b|towards\b|always\b|celebrations\b|elections\b)\p{Ll}*(?:s|people|men"
    r"|women|children)\b"
)
_NEWSPAPER = regex.compile(r"\b[Tt]he[ ]\Z")


def wordings(text: str) -> Iterator[Day]:
    """Every wording of a day in order, as it stands; nothing is resolved."""
    found = [day for hit in _form().finditer(text) if (day := _read(text, hit)) is not None]
    taken = [day.span for day in found if day.year is not None]
    years = [Day(Span(*hit.span("year")), "year", year=int(hit["year"])) for hit in _year_form().finditer(text)]
    starts = {span.end for span in taken}
    found += [day for day in years if day.span.end not in starts and not any(span.overlaps(day.span) for span in taken)]
    yield from sorted(found, key=lambda day: day.span)


def _read(text: str, hit: regex.Match[str]) -> Day | None:
    group = hit.groupdict()
    span = Span(*hit.span())
    if group["relative"]:
        weekday = weekday_number(group["rwd"]) if group["rwd"] else None
        return Day(span, "relative", month=month_number(group["rm"]) if group["rm"] else None, weekday=weekday)
    if group["wd10"]:
        return Day(span, "weekday", weekday=weekday_number(group["wd10"]))
    if month := group["m9"] or group["m11"]:
        return Day(span, "month", year=int(group["y9"]) if group["y9"] else None, month=month_number(month))
    if group["y7"] or group["y8"]:
        return _in_figures(span, group)
    if group["wd6"]:
        year = int(group["y6"]) if group["y6"] else None
        return Day(span, "date", year, month_number(group["m6"]), int(group["d6"]), weekday_number(group["wd6"]))
    return _date(text, hit, group, span)


def _date(text: str, hit: regex.Match[str], group: dict[str, str | None], span: Span) -> Day | None:
    month_name = group["m1"] or group["m2"] or ""
    month, day = month_number(month_name), int(group["d1"] or group["d2"] or 0)
    if group["d1"] and not group["y1"] and _COUNTED.match(text, hit.end()) and regex.search(r"\b[Ii]n[ ]\Z", text[: span.start][-4:]):
        return Day(Span(*hit.span("m1")), "month", month=month)  # in May 10 people died
    weekday = next((group[name] for name in ("wd1", "wd2", "wd3", "wd4", "wd5") if group[name]), None)
    shared = (
        (group["d1"] and _RANGE_BEHIND.match(text, hit.end("d1")))
        or (group["wd1"] and _TWO_WEEKDAYS.search(text, max(0, span.start - 30), span.start))
        or (
            group["d2"] and regex.search(r"\d[ ]?(?:[-–/]|and|to|or)[ ]?(?:the[ ])?\Z", text[max(0, hit.start("d2") - 9) : hit.start("d2")])
        )
    )
    if weekday in ("Sun", "Sat") and _NEWSPAPER.search(text, max(0, span.start - 4), span.start):
        weekday = None
    if group["wd1"] and (shared or weekday is None):
        span = Span(hit.start("m1") if group["m1"] else hit.start("d2"), span.end)
    number = weekday_number(weekday) if weekday and not shared else None
    return Day(span, "date", int(group["y1"]) if group["y1"] else None, month, day, number)


def _in_figures(span: Span, group: dict[str, str | None]) -> Day:
    """2022-01-07; 07.01.2022 has the day first; 7/1/2022 is read only where it can mean one day."""
    year = int(group["y7"] or group["y8"] or 0)
    first, second = int(group["d7"] or group["d8"] or 0), int(group["m7"] or group["m8"] or 0)
    if group["dot"] != "/" or first > 12 or first == second:
        return Day(span, "date", year, second, first)
    return Day(span, "year", year=year)
