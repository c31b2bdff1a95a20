"""This file finds counts of years, months and days that their own dates contradict: from 2015 to 2020, a period of six years."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.almanac import WEEKDAYS, month_number, weekday_number
from audit.checks.dates.found import before_in_two, matches, small
from audit.found import Found
from audit.model import Analysis, Related
from audit.spans import Span

_HALF = 0.55
_ENDS = r"(?P<first>%(dated)s)[ ]?(?:[ ](?:to|until|till|and|through|up[ ]to)[ ]|[–—-])(?P<second>%(dated)s)(?![ ]?[–—-][ ]?\d)"
_COUNT = (
    r"(?:(?P<inexact>%(inexact)s)[ ])?(?P<n>%(n)s)(?:[ -]and[ -]a[ -](?P<half>half))?[ -](?P<unit>year|decade)s?(?!-old|[ ]old|s?[ ]"
    r"(?:ago|later"
    r"|earlier|before|after))"
)
_BEHIND = (
    rf"\b(?:[Ff]rom|[Bb]etween)[ ]{_ENDS}[ ]?(?:[,–—(-]|\b)[ ]?(?:(?:which[ ]is|that[ ]is|i\.e\.|or|for|over|during|making|spanning"
    rf"|lasting|lasted|a[ ]total[ ]of|in[ ]all|in[ ]total|therefore|thus|so"
    rf"|(?:a|an|the)[ ](?P<strict>period|span|stretch|interval|gap|term|reign|run)[ ]of|(?:for|over|in)[ ]a[ ](?P<strict2>period"
    rf"|span)[ ]of|an?),?[ ]){{0,3}}{_COUNT}"
)
_AHEAD = (
    rf"{_COUNT}(?P<of>(?:,?[ ](?!every|each|per|for|prison|jail|behind|old|ago|later|earlier|before|after|in|since|bond|bonds|yield"
    rf"|yields|note|notes|loan"
    rf"|treasury|sentence|sentences|old|plan|until|old)[\p{{L}}'’]+){{0,6}}?),?[ ]\(?(?:(?:running|lasting|extending|spanning"
    rf"|that[ ]ran|which[ ]ran|ran)[ ])?(?:(?:from|between)[ ]|(?<=\())"
    rf"{_ENDS}"
)
_PART_OF = regex.compile(
    r"\b(?:[Ee]very|[Ee]ach|[Pp]er|(?<!will[ ])(?<!to[ ])(?<!would[ ])[Ll]ast|[Ff]irst|[Nn]ext|[Pp]ast|[Oo]ther|[Ff]inal|[Oo]f the"
    r"|[Aa]fter|[Ww]ithin|[Bb]y|aged|than|these|those)[ ](?:(?:the|his|her|its|their)[ ])?\Z"
)


def years_counted(analysis: Analysis) -> Iterator[Found]:
    """A count of years beside `from 2015 to 2020`. It may be off by one (both ends counted in, or months cut off)."""
    text = analysis.text
    for template in (_BEHIND, _AHEAD):
        for hit in matches(analysis, template, "year", "decade"):
            number = small(hit["n"])
            years = [int(regex.findall(r"\d{4}", hit[name])[-1]) for name in ("first", "second")]
            if (
                number is None
                or years[1] <= years[0]
                or (template is _AHEAD and _PART_OF.search(text, max(0, hit.start() - 14), hit.start()))
            ):
                continue
            apart, said = years[1] - years[0], (number + (0.5 if hit["half"] else 0)) * (10 if hit["unit"] == "decade" else 1)
            loose = 1.0 + (0.15 * apart if hit["inexact"] or (said % 10 == 0 and apart > 8) else 0)
            strict = template is _BEHIND and (hit["strict"] or hit["strict2"]) in ("period", "span", "interval", "gap", "stretch")
            if abs(apart - said) > loose + 0.01 or (strict and said == apart + 1):
                span = Span(hit.start("n"), hit.end("n") + len(_unit(text, hit.end("n"))))
                related = (Related(Span(hit.start("first"), hit.end("second")), "the dates"),)
                yield Found(span, {"right": f"{apart} years"}, (), related)


def _unit(text: str, start: int) -> str:
    hit = regex.match(r"(?:[ -]and[ -]a[ -]half)?[ -](?:year|decade)s?", text, pos=start)
    return hit[0] if hit else ""


_DAYS_COUNT = r"(?P<n>%(n)s)[ -](?P<unit>day|week)s?\b(?!-old|[ ](?:ago|later|earlier|before|after))"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_DAY_SPAN = (
    rf"(?:from|between)[ ](?:the[ ])?(?:(?:(?P<d1>{_DAY})(?:[ ](?P<m1>%(month)s))?[ ](?:to|until|and)[ ](?:the[ ])?(?P<d2>{_DAY})"
    rf"(?![\d:])[ ](?:of[ ])?(?P<m2>%(month)s)\b)"
    rf"|(?P<m3>%(month)s)[ ](?P<d3>{_DAY})[ ](?:to|until|and)[ ](?:(?P<m4>%(month)s)[ ])?(?P<d4>{_DAY})(?![\d:]|[ ]%(month)s"
    rf"|[ ]\p{{Ll}}+s\b)"
    rf"|(?P<w1>{'|'.join(WEEKDAYS)})[ ](?:to|until|through|and)[ ](?P<w2>{'|'.join(WEEKDAYS)})\b(?!,?[ ](?:the[ ])?\d))"
)
_DAYS = (
    rf"(?:{_DAYS_COUNT}(?:,?[ ](?!ago|in|of|before|after|every|within|notice|from|between)[\p{{L}}'’]+){{0,5}}?,?[ ]\(?"
    rf"(?:(?:running|lasting)[ ])?{_DAY_SPAN})"
)
_MONTHS = (
    r"(?P<n>%(n)s)[ -]months?\b(?!-old|[ ](?:ago|later|earlier|before|after))(?:,?[ ](?!ago|in|of|before|after|every|within|from"
    r"|between)[\p{L}'’]+){0,5}?,?[ ]\(?(?:running[ ]|lasting[ ])?"
    r"(?:from|between)[ ](?P<m1>%(month)s)[ ](?:to|until|and|through)[ ](?P<m2>%(month)s)\b(?!\.?[ ]\d)"
)


def days_counted(analysis: Analysis) -> Iterator[Found]:
    """`a three-day visit from 3 to 9 May`, `five days, from Monday to Wednesday`, `a two-month ban from January to June`."""
    text = analysis.text
    for template, unit in ((_DAYS, "days"), (_MONTHS, "months")):
        for hit in matches(analysis, template, "day", "week", "month"):
            number = small(hit["n"])
            apart = _days_apart(hit) if unit == "days" else (month_number(hit["m2"]) - month_number(hit["m1"])) % 12
            if number is None or apart is None or apart <= 0 or _PART_OF.search(text, max(0, hit.start() - 14), hit.start()):
                continue
            low, high = apart - (unit == "months"), apart + 1
            if unit == "days" and hit["unit"] == "week":
                low, high = (low + 1) // 7, (high + 3) // 7
            if not low <= number <= high:
                counted = regex.compile(r"[ -](?:day|week|month)s?").match(text, hit.end("n"))
                end = counted.end() if counted else hit.end("n")
                related = (Related(Span(end, hit.end()), "the dates"),)
                yield Found(Span(hit.start("n"), end), {"right": f"{apart + 1} {unit}"}, (), related)


def _days_apart(hit: regex.Match[str]) -> int | None:
    if hit["w1"]:
        return (weekday_number(hit["w2"]) - weekday_number(hit["w1"])) % 7
    first, second = (hit["d1"], hit["d2"]) if hit["d1"] else (hit["d3"], hit["d4"])
    months = (hit["m1"], hit["m2"]) if hit["d1"] else (hit["m3"], hit["m4"])
    if months[0] and months[1] and month_number(months[0]) != month_number(months[1]):
        return None
    return int(regex.sub(r"\D", "", second)) - int(regex.sub(r"\D", "", first))


_LATER = (
    r"\b(?:(?P<inexact>%(inexact)s)[ ])?(?P<n>[Aa]|%(n)s)[ ](?P<unit>year|decade)s?[ ](?P<way>later|afterwards?|after[ ]that|earlier"
    r"|before(?=,)|before[ ]that|previously),?[ ](?:[\p{Ll}]+[ ]){0,2}?(?:in|by)[ ](?P<second>%(dated)s)"
)
_AFTER = (
    r"(?P<second>%(dated)s),?[ ](?:(?P<inexact>%(inexact)s)[ ])?(?P<n>[Aa]|%(n)s)[ ](?P<unit>year|decade)s?[ ](?P<way>after|before"
    r"|since)[ ](?:(?!in\b)[\p{L}'’-]+[ ]){1,7}?(?:(?:in|of|from)[ ])(?P<first>%(dated)s)"
)


def years_later(analysis: Analysis) -> Iterator[Found]:
    """`In 2010 ... Three years later, in 2015` and `In 2015, three years after the war of 2010`."""
    text = analysis.text
    for hit in matches(
        analysis, _AFTER, "years after", "year after", "years before", "year before", "years since", "decades after", "decades before"
    ):
        yield from _counted(text, hit, int(hit["first"][-4:]), Span(*hit.span("first")))
    for hit in matches(analysis, _LATER, "years ", "year ", "decade"):
        start = before_in_two(analysis, hit.start())
        before = [day for day in analysis.ledger.dates if day.year and start <= day.span.start < hit.start()]
        if len({day.year for day in before}) == 1:
            yield from _counted(text, hit, before[-1].year or 0, before[-1].span)


def _counted(text: str, hit: regex.Match[str], first: int, where: Span) -> Iterator[Found]:
    number = 1.0 if hit["n"].lower() == "a" else small(hit["n"])
    if number is None:
        return
    number *= 10 if hit["unit"] == "decade" else 1
    back = hit["way"].startswith(("earlier", "before", "previous"))
    apart = (int(hit["second"][-4:]) - first) * (-1 if back else 1)
    loose = max(1.0, 0.15 * number if hit["inexact"] or number % 10 == 0 else 0.0) + (4 if hit["unit"] == "decade" else 0)
    if abs(apart - number) > loose + _HALF - 0.5:
        wanted = f"{apart} years" if apart > 0 else "the other way round"
        yield Found(
            Span(hit.start("n"), hit.end("way")),
            {"right": wanted},
            (),
            (Related(where, "counted from here"), Related(Span(*hit.span("second")), "to here")),
        )
