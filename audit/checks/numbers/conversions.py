"""This file finds conversions that went wrong: 100 km (162 miles), 5 kg (21 lb), 30 °C (60 °F)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from audit.cache import expression
from audit.checks.numbers.found import around, searched
from audit.found import Found
from audit.model import Analysis, Related
from audit.numerals import NUMBER, precision, said, value
from audit.spans import Span

Unit = tuple[str, tuple[float, ...], str]
"""The dimension, the size in its first unit (several where one word means several), and the wordings."""
_UNITS: tuple[Unit, ...] = (
    ("area", (1e6,), r"(?:square|sq\.?)[ -]?(?:kilomet(?:re|er)s?|km)|km²|km2"),
    ("area", (2.589988e6,), r"(?:square|sq\.?)[ -]?(?:miles?|mi\b)|mi²"),
    ("area", (1.0,), r"(?:square|sq\.?)[ -]?(?:met(?:re|er)s?|m\b)|m²|m2\b"),
    ("area", (0.09290304,), r"(?:square|sq\.?)[ -]?(?:feet|foot|ft\b)|ft²"),
    ("area", (0.83612736,), r"(?:square|sq\.?)[ -]?yards?"),
    ("area", (1e4,), r"hectares?|ha\b"),
    ("area", (4046.856,), r"acres?"),
    ("volume", (1.0,), r"cubic[ -](?:met(?:re|er)s?)|m³"),
    ("volume", (0.0283168,), r"cubic[ -](?:feet|foot)"),
    ("speed", (1 / 3.6,), r"km/h|kph|kmh|km[ ]per[ ]hour|kilomet(?:re|er)s?[ ](?:per|an)[ ]hour|kilomet(?:re|er)s?/h"),
    ("speed", (0.44704,), r"mph|miles[ ](?:per|an)[ ]hour|m\.p\.h\.?"),
    ("speed", (0.514444,), r"knots?"),
    ("length", (1000.0,), r"kilomet(?:re|er)s?|km\b|kms\b"),
    ("length", (1852.0,), r"nautical[ ]miles?"),
    ("length", (1609.344,), r"miles?|mi\b"),
    ("length", (0.01,), r"centimet(?:re|er)s?|cm\b"),
    ("length", (0.001,), r"millimet(?:re|er)s?|mm\b"),
    ("length", (1.0,), r"met(?:re|er)s?|m\b"),
    ("length", (0.3048,), r"feet|foot|ft\b"),
    ("length", (0.0254,), r"inch(?:es)?|in\b(?=[.)\]])"),
    ("length", (0.9144,), r"yards?|yds?\b"),
    ("mass", (1.0,), r"kilogram(?:me)?s?|kilos?|kg\b|kgs\b"),
    ("mass", (0.45359237,), r"pounds?|lbs?\b"),
    ("mass", (0.001,), r"gram(?:me)?s?|g\b"),
    ("mass", (0.02834952, 0.0311035), r"ounces?|oz\b"),
    ("mass", (1000.0,), r"(?:metric[ ]tons?|tonnes?)"),
    ("mass", (907.185,), r"(?:short|US|U\.S\.)[ ]tons?"),
    ("mass", (1000.0, 907.185, 1016.05), r"tons?"),
    ("mass", (6.35029,), r"stone"),
    ("volume", (0.001,), r"lit(?:re|er)s?|l\b"),
    ("volume", (0.00378541, 0.00454609), r"gallons?|gal\b"),
    ("volume", (0.158987,), r"barrels?"),
    ("volume", (0.000473, 0.000568), r"pints?"),
    ("temperature", (1.0,), r"(?:degrees?[ ])?(?:Celsius|Centigrade|centigrade|celsius)|°[ ]?C\b|degrees?[ ]C\b|º[ ]?C\b|C\b"),
    ("temperature", (1.8,), r"(?:degrees?[ ])?(?:Fahrenheit|fahrenheit)|°[ ]?F\b|degrees?[ ]F\b|º[ ]?F\b|F\b"),
)
_OR = (
    r"(?:[ ]?[(\[](?:or[ ]|i\.e\.[ ]|that[ ]is,?[ ]|equal[ ]to[ ]|equivalent[ ]to[ ])?|,?[ ]or[ ]|,[ ](?:that[ ]is|i\.e\.),?[ ]"
    r"|[ ]?/[ ]?|[ ][–—-][ ](?:or[ ]|that[ ]is[ ])?|,?[ ]equivalent[ ]to[ ]|[ ]=[ ])"
)
_ABOUT = (
    r"(?P<about>(?:about|around|some|roughly|approximately|almost|nearly|just[ ]over|just[ ]under|more[ ]than|over|under|less[ ]than"
    r"|c\.|ca\.|approx\.?|~|≈)[ ]?)?"
)
_SIGNED = rf"(?P<%sminus>(?:minus[ ]|[-−]))?(?P<%s>{NUMBER})"
_DIFFERENCE = regex.compile(
    r"\b(?:rise|rises|rose|rising|increas\p{L}*|warm\p{L}*|cool\p{L}*|differ\p{L}*|drop|dropped|fell|fall|by|above|below|anomal\p{L}*"
    r"|limit|higher|lower|hotter|colder|target|pre-?industrial|swing)\b",
    regex.IGNORECASE,
)
_MARGIN = 0.025


@cache
def _form() -> regex.Pattern[str]:
    first = "|".join(f"(?P<u{index}>{wording})" for index, (_, _, wording) in enumerate(_UNITS))
    second = "|".join(f"(?P<v{index}>{wording})" for index, (_, _, wording) in enumerate(_UNITS))
    return expression(
        rf"(?<![\p{{L}}\d.,/:’$€£–-]|\d[ ]|\d[ ](?:to|and|by|x|or|-)[ ]|\bminus[ ]|\d[ -]?(?:feet|foot|ft|stone|st|pounds?|lbs?|hours?"
        rf"|yards?)[ ]){_SIGNED % ('n', 'a')}(?![\d]|[.,]\d)[ \u00a0-]?"
        rf"(?:{first})(?P<sep>{_OR}){_ABOUT}{_SIGNED % ('k', 'b')}(?![\d]|[.,:]\d)[ \u00a0-]?(?:{second})"
        r"(?![ ]\d|[ ]?(?:per|an?[ ]hour|by|x|and[ ]\d|to[ ]\d)\b|\p{L}|/|[ ]squared?)",
        regex.VERBOSE,
    )


def conversion(analysis: Analysis) -> Iterator[Found]:
    """A quantity in two units beside each other, rounding allowed."""
    for hit in searched(analysis, _form()):
        one = next((index for index in range(len(_UNITS)) if hit[f"u{index}"]), None)
        two = next((index for index in range(len(_UNITS)) if hit[f"v{index}"]), None)
        first, second = value(hit["a"]), value(hit["b"])
        if one is None or two is None or one == two or first is None or second is None:
            continue
        if _UNITS[one][0] != _UNITS[two][0] or (first <= 0 and _UNITS[one][0] != "temperature"):
            continue
        if _UNITS[one][0] == "temperature":
            right = _degrees(analysis, hit, first, second, celsius=_UNITS[one][1][0] == 1.0)
        else:
            right = _measure(hit, _UNITS[one][1], _UNITS[two][1], first, second)
            made = first * _UNITS[one][1][0] / _UNITS[two][1][0]
            if "(" not in hit["sep"] and "[" not in hit["sep"] and not made / 3 < second < made * 3:
                continue  # 100 metres or 2 miles: not one thing in two units
        if right is None:
            continue
        span = Span(hit.start("kminus") if hit["kminus"] else hit.start("b"), hit.end(f"v{two}"))
        start = hit.start("nminus") if hit["nminus"] else hit.start("a")
        other = Span(start, hit.end(f"u{one}"))
        wording = hit[f"v{two}"]
        gap = analysis.text[hit.end("b") : hit.start(f"v{two}")]
        yield Found(
            span,
            {"right": f"{right}{gap}{wording}", "other": other.of(analysis.text)},
            (f"{right}{gap}{wording}",),
            (Related(other, "the same"),),
        )


def _measure(hit: regex.Match[str], ones: tuple[float, ...], twos: tuple[float, ...], first: float, second: float) -> str | None:
    loose = _loose(hit["a"], first, inexact=bool(hit["about"])), _loose(hit["b"], second, inexact=bool(hit["about"]))
    for one in ones:
        for two in twos:
            low, high = (first - loose[0]) * one / two * (1 - _MARGIN), (first + loose[0]) * one / two * (1 + _MARGIN)
            if low <= second + loose[1] and second - loose[1] <= high:
                return None
    made = first * ones[0] / twos[0]
    return said(made, 0 if made >= 10 else 1)


def _loose(written: str, number: float, *, inexact: bool) -> float:
    """Half of the last place, but never more than a fifth part of ten: 100 km may stand for 95, not for 60."""
    return min(max(precision(written), 0.05 * number * inexact), 0.1 * number)


def _degrees(analysis: Analysis, hit: regex.Match[str], first: float, second: float, *, celsius: bool) -> str | None:
    """Degrees have their zeros apart; a difference of degrees has not."""
    first = -first if hit["nminus"] else first
    second = -second if hit["kminus"] else second
    made = first * 1.8 + 32 if celsius else (first - 32) / 1.8
    slack = (1.8 if celsius else 0.6) * (1.0 if first == int(first) else 0.2) + 0.6 + (3 if hit["about"] else 0)
    if abs(made - second) <= slack:
        return None
    difference = first * 1.8 if celsius else first / 1.8
    if abs(difference - second) <= slack and _DIFFERENCE.search(around(analysis, Span(*hit.span()))):
        return None
    return said(made, 0)
