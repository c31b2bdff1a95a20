"""This file compares the headline with the body: how many were killed, hurt or held, and which of two countries of like names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import regex

from audit.cache import expression
from audit.checks.consistency.found import Found
from audit.knowledge import table
from audit.model import Analysis, Paragraph, Span
from audit.numerals import NUMBER, value

_KINDS = {
    "killed": ("killed|dead|died|die|dies|killing|kill|kills|slain|perished|lives", "deaths|fatalities|bodies|victims"),
    "hurt": ("injur(?:ed|ing|es?)|wound(?:ed|ing|s)?|hurts?", "injuries"),
    "held": ("arrest(?:ed|s|ing)?|detain(?:ed|s|ing)?|jail(?:ed|s)?|in custody", "arrests|detainees"),
    "missing": ("missing|unaccounted for", ""),
    "rescued": ("rescued|rescuing|rescue|rescues|saved", ""),
    "homeless": ("homeless|displaced|evacuated", ""),
}
_PEOPLE = (
    r"(?:more[ ])?(?:(?:other|civilian|innocent|young|local|foreign|suspected)[ ])?"
    r"(?:people|persons?|men|women|children|civilians|soldiers|migrants"
    r"|passengers|policemen|officers"
    r"|protesters|suspects|workers|students|tourists|fishermen|miners|victims|residents|others|prisoners|fighters)"
)
_GAP = r"(?:[ ](?:were|are|was|is|have|had|has|been|left|feared|reported|found|confirmed|as|dead|and))*"
_ROUND = 0.05
_HEDGED = regex.compile(
    r"\b(?:about|around|some|nearly|almost|over|more[ ]than|at[ ]least|up[ ]to|dozens|hundreds|approximately|fewer[ ]than|under|scores)\b",
    regex.IGNORECASE,
)

_LEAST = regex.compile(r"\b(?:at[ ]least|more[ ]than|over)\b", regex.IGNORECASE)


@cache
def _counts(kind: str) -> regex.Pattern[str]:
    """`12 people were killed`, `killed 12`, `12 dead`, `12 deaths`."""
    verbs, nouns = (part.replace(" ", "[ ]") for part in _KINDS[kind])
    number = rf"(?<![\p{{L}}\d.,$€£-])(?P<n>{NUMBER})(?![\p{{L}}\d]|[.,]\d|[ ]?%|-)"
    behind = rf"{number}(?:[ ](?:of[ ](?:them|the)[ ]?)?{_PEOPLE})?{_GAP}[ ](?i:{verbs})(?!\p{{L}})"
    hedge = r"(?:(?:at[ ]least|about|around|some|nearly|more[ ]than|over|almost|as[ ]many[ ]as|up[ ]to)[ ])?"
    before = rf"\b(?i:{verbs})[ ]{hedge}{number}(?:[ ]{_PEOPLE}|(?=[ ]?(?:[,.;]|and\b|in\b|at\b|on\b|near\b|$)))"
    noun = rf"|{number}[ ](?:\p{{Ll}}+[ ])?(?i:{nouns})(?!\p{{L}})" if nouns else ""
    return expression(f"{behind}|{before}{noun}", regex.MULTILINE)


def _headline(analysis: Analysis) -> Paragraph | None:
    """The first paragraph, where it is a heading and a body of some length follows."""
    if len(analysis.paragraphs) < 2 or not analysis.paragraphs[0].heading:
        return None
    return analysis.paragraphs[0]


def other_figure(analysis: Analysis) -> Iterator[Found]:
    """The headline counts 15 dead, the body 12 and nothing else of the kind."""
    heading = _headline(analysis)
    if heading is None or not regex.search(r"\d|\p{L}", heading.span.of(analysis.text)):
        return
    for kind in _KINDS:
        above = list(_counts(kind).finditer(analysis.text, heading.span.start, heading.span.end))
        if len(above) != 1 or above[0]["n"] in ("a", "an", "A", "An", "one", "One"):
            continue
        claimed = value(above[0]["n"])
        below = [hit for hit in _counts(kind).finditer(analysis.text, heading.span.end) if value(hit["n"]) is not None]
        if claimed is None or not below or _mentioned(analysis, heading, claimed) or _hedged(analysis, above[0], below):
            continue
        amounts = {value(hit["n"]) for hit in below}
        if len(amounts) == 1:
            first = below[0]
            values = {"number": above[0]["n"], "other": first["n"], "what": kind}
            yield Found(Span(*above[0].span("n")), Span(*first.span("n")), values, "the body says this")


def _mentioned(analysis: Analysis, heading: Paragraph, claimed: float) -> bool:
    """Does the body hold the number of the headline, or one that rounds to it?"""
    form = expression(rf"(?<![\p{{L}}\d.,])(?:{NUMBER})(?![\p{{L}}\d]|[.,]\d)")
    near = _ROUND * claimed if claimed >= 20 else 0
    found = (value(hit[0]) for hit in form.finditer(analysis.text, heading.span.end))
    return any(number is not None and abs(number - claimed) <= near for number in found)


def _hedged(analysis: Analysis, above: regex.Match[str], below: list[regex.Match[str]]) -> bool:
    """About, at least, dozens: then both may be right. A sum of what the body counts one by one may be meant as well."""
    least = _LEAST.search(analysis.text, max(0, above.start() - 16), above.end()) is not None
    fewer = all((value(hit["n"]) or 0) < (value(above["n"]) or 0) for hit in below)
    spots = below if least and fewer else [above, *below]
    if any(_HEDGED.search(analysis.text, max(0, hit.start() - 16), hit.end()) for hit in spots):
        return True
    total = sum(value(hit["n"]) or 0 for hit in below)
    return total == value(above["n"]) or bool(
        regex.search(r"\b(?:another|others|more|further|toll (?:rose|rises|climbed))\b", analysis.text)
    )


def other_country(analysis: Analysis) -> Iterator[Found]:
    """The headline has Austria, the body only Australia."""
    heading = _headline(analysis)
    if heading is None:
        return
    above, below = _countries(analysis, heading.span.start, heading.span.end), _countries(analysis, heading.span.end, len(analysis.text))
    for one, other in table("places/confused")["pairs"]:
        for here, there in ((one, other), (other, one)):
            if len(above[here]) == 1 and not above[there] and not below[here] and len(below[there]) > 1:
                values = {"country": above[here][0].of(analysis.text), "other": below[there][0].of(analysis.text)}
                yield Found(above[here][0], below[there][0], values, "the body says this")


def _countries(analysis: Analysis, start: int, end: int) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = defaultdict(list)
    for hit in _named().finditer(analysis.text, start, end):
        found[_names()[hit[0]]].append(Span(*hit.span()))
    return found


@cache
def _names() -> dict[str, str]:
    return {sign: str(country) for country, signs in table("places/confused")["signs"].items() for sign in signs}


@cache
def _named() -> regex.Pattern[str]:
    return expression(r"(?<![\p{L}-])\L<names>(?![\p{L}])", names=sorted(_names()))
