"""This file finds the figures of an article: value, unit, hedge, and what is counted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import regex

from audit.cache import expression
from audit.entries import Figure
from audit.model import Analysis
from audit.numerals import NUMBER, value
from audit.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEDGES = (
    r"about|around|some|roughly|approximately|almost|nearly|close to|just under|just over|more than|less than|fewer than|over|under|above"
    r"|below|at least|at most|up to|as many as|as much as|as few as|an estimated|an average of|no more than|no less than|well over"
    r"|circa|only"
)
_UNITS = {
    "points": r"percentage[ ]points?|points?",
    "percent": r"%|per[ ]?cent\b|pct\b|pc\b",
    "USD": r"(?:US[ ])?dollars?",
    "EUR": r"euros?",
    "GBP": r"pounds?(?![ ]of[ ])",
    "JPY": r"yen",
    "CNY": r"yuan|renminbi",
    "RUB": r"rou?bles?",
    "UAH": r"hryvnias?",
    "PLN": r"zlotys?",
    "INR": r"rupees?",
    "KRW": r"won\b(?![ ](?:the|a|by|in|their))",
    "TRY": r"lira",
    "CHF": r"(?:Swiss[ ])?francs?",
    "km2": r"(?:square|sq\.?)[ -](?:kilomet(?:re|er)s?|km)|km²",
    "m2": r"(?:square|sq\.?)[ -](?:met(?:re|er)s?|m)\b|m²",
    "km/h": r"km/h|kph|kilomet(?:re|er)s?[ ](?:per|an)[ ]hour",
    "mph": r"mph|miles[ ](?:per|an)[ ]hour",
    "km": r"kilomet(?:re|er)s?|km\b",
    "cm": r"centimet(?:re|er)s?|cm\b",
    "mm": r"millimet(?:re|er)s?|mm\b",
    "m": r"met(?:re|er)s?\b",
    "mile": r"miles?",
    "ft": r"feet|foot|ft\b",
    "in": r"inch(?:es)?",
    "kg": r"kilogram(?:me)?s?|kilos?|kg\b",
    "g": r"gram(?:me)?s?\b",
    "t": r"(?:metric[ ])?ton(?:ne)?s?",
    "l": r"lit(?:re|er)s?",
    "gallon": r"gallons?",
    "barrel": r"barrels?",
    "ha": r"hectares?",
    "acre": r"acres?",
    "°C": r"degrees?[ ]Celsius|°[ ]?C\b|C\b",
    "°F": r"degrees?[ ]Fahrenheit|°[ ]?F\b|F\b",
    "degree": r"degrees?|°",
    "year": r"years?",
    "month": r"months?",
    "week": r"weeks?",
    "day": r"days?",
    "hour": r"hours?",
    "minute": r"minutes?",
    "second": r"seconds?\b",
    "times": r"times\b",
    "MW": r"megawatts?|MW\b",
    "GW": r"gigawatts?|GW\b",
    "kWh": r"kilowatt[ -]hours?|kWh\b",
}
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH", "₹": "INR", "₺": "TRY", "₩": "KRW"}
_NOT_COUNTED = regex.compile(
    r"(?:\b(?:page|pages|p\.|pp\.|room|flight|no\.|number|article|section|chapter|channel|route|highway|line|phase|level|version|item|act"
    r"|boeing|airbus|resolution|paragraph|group|category|type|class|grade|track|gate|platform|window|day|week|game|round|stage|bus|tram|lot"
    r"|formula|united|apollo|covid|area|box)[ -]|[#№/@_])\Z",
    regex.IGNORECASE,
)
_CLOCK_BEHIND = regex.compile(
    r":\d\d|[ ]?[ap]\.?m\b|[ ]o[’']clock|[ ]hours[ ](?:GMT|local)|[ ](?:GMT|CET|MSK)\b|/\d|(?:st|nd|rd|th|s)\b|°[ ]?[NSEW]\b"
)


@cache
def _form() -> regex.Pattern[str]:
    units = "|".join(f"(?P<u{index}>{form})" for index, form in enumerate(_UNITS.values()))
    return expression(
        rf"""(?=[\d$€£¥₽₴₹₺₩AEFHNOSTZUCaefhnostz])(?<![\p{{L}}\d.,:/_’'-])
        (?:(?:(?:US|A|C)?(?P<sign>[$€£¥₽₴₹₺₩])[ ]?)?
        (?:(?P<part>(?i:one|two|three|four|five|six|seven|eight|nine|ten|\d+))[ ](?:in|out[ ]of)[ ](?:every[ ])?
            (?P<whole>(?i:two|three|four|five|six|seven|eight|nine|ten|\d+))\b
          | (?P<number>\d{{1,3}}(?<!\d[ ]\d{{0,3}})(?:[ ]\d{{3}})+(?=[ ]\p{{Ll}})|{NUMBER})
            (?:(?!\d|[.,]\d)[ \u00a0-]?(?:{units})(?!\p{{L}})|(?![\p{{L}}\d]|[.,]\d))))""",
        regex.VERBOSE,
    )


def figures(analysis: Analysis) -> tuple[Figure, ...]:
    """Every number of the text that is a quantity, in order."""
    return tuple(_found(analysis))


def _found(analysis: Analysis) -> Iterator[Figure]:
    text = analysis.text
    dated = [day.span for day in analysis.ledger.dates]
    starts = [span.start for span in dated]
    offsets: list[int] = []
    for hit in _form().finditer(text):
        inner = "number" if hit["number"] else "part"
        span = Span(hit.start("sign") if hit["sign"] else hit.start(inner), hit.end())
        index = bisect_left(starts, span.end) - 1
        if index >= 0 and dated[index].overlaps(span):
            continue
        if _CLOCK_BEHIND.match(text, hit.end()) or _NOT_COUNTED.search(text, max(0, hit.start() - 12), hit.start()):
            continue
        number = (
            value(hit["number"].replace(" ", "") if hit["number"][0].isdigit() and hit["number"][-1].isdigit() else hit["number"])
            if hit["number"]
            else _share(hit)
        )
        unit = _unit(hit)
        if number is None or (not unit and (hit[inner].lower() in ("one", "zero", "a", "an") or _year(hit[inner]))):
            continue
        offsets = offsets or [token.idx for token in analysis.tokens]
        of = "" if unit and unit != "times" else _counted(analysis, offsets, span)
        yield Figure(span, number, unit, of, _hedge(text, hit.start()))


def _hedge(text: str, start: int) -> str:
    before = _HEDGE_BEFORE.search(text, max(0, start - 20), start)
    return regex.sub(r"\s+", " ", before["hedge"]).lower() if before else ""


_HEDGE_BEFORE = regex.compile(rf"\b(?P<hedge>{_HEDGES})[ ](?:the[ ])?\Z", regex.IGNORECASE)


def _share(hit: regex.Match[str]) -> float | None:
    part, whole = value(hit["part"]), value(hit["whole"])
    return part / whole if part is not None and whole and part <= whole else None


def _unit(hit: regex.Match[str]) -> str:
    if hit["sign"]:
        return _SIGNS[hit["sign"]]
    if hit["part"]:
        return "ratio"
    return next((unit for index, unit in enumerate(_UNITS) if hit[f"u{index}"]), "")


def _year(written: str) -> bool:
    return regex.fullmatch(r"1[89]\d\d|20\d\d", written) is not None


def _counted(analysis: Analysis, offsets: list[int], span: Span) -> str:
    """The lemma of the noun that the number counts, as the parse has it, or the first noun behind."""
    index = bisect_left(offsets, span.end)
    if index == 0:
        return ""
    token: Token = analysis.tokens[index - 1]
    while token.dep_ in ("compound", "nummod", "quantmod", "amod") and token.pos_ == "NUM" and token.head.i > token.i:
        token = token.head
    if token.pos_ == "NOUN" and token.idx >= span.end:
        return token.lemma_.lower()
    for step in range(3):
        if index + step >= len(analysis.tokens):
            break
        ahead = analysis.tokens[index + step]
        if ahead.pos_ == "NOUN":
            return ahead.lemma_.lower()
        if ahead.pos_ not in ("ADJ", "PROPN", "DET") and ahead.lower_ != "of":
            break
    return ""
