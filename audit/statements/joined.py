"""This file reads when a land joined or left an organisation, as the article says it, and compares it with the sheets."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.cache import expression
from audit.entries import Statement
from audit.facts import Country, Facts, Organisation, When
from audit.model import Analysis, Span
from audit.statements.time import point
from audit.statements.wording import owner_after, the

_VERB = expression(
    r"(?<![\p{L}-])(?:which[ ]|who[ ])?(?P<verb>joined|acceded[ ]to|entered|left|quit|withdrew[ ]from|has[ ]been[ ](?:in|a[ ]member[ ]of)"
    r"|has[ ]belonged[ ]to)[ ](?:the[ ])?"
)
_LAND = expression(
    r"(?<![\p{L}-])(?P<land>\p{Lu}[\p{L}.’'-]*(?:[ ](?:and[ ]|of[ ]|the[ ])?\p{Lu}[\p{L}.’'-]*){0,3}),?[ ](?:which[ ]|also[ ])?\Z"
)
_YEAR = expression(
    r"[ ](?:back[ ]|only[ ]|already[ ])?(?:in|since)[ ](?:\p{L}+[ ])?(?P<year>\d{4})\b(?=[,.;:)—–]|[ ]?\Z|[ ](?:and|but|after|as|with"
    r"|along|while|when|under|despite)\b)"
)
_LEFT = frozenset({"left", "quit", "withdrew from"})


def joined(analysis: Analysis, facts: Facts) -> Iterator[Statement]:
    """`Poland, which joined the EU in 1999`, `Britain left the EU in 2016`, `Sweden has been in NATO since 2022`."""
    text = analysis.text
    for hit in _VERB.finditer(text):
        sentence = analysis.sentence_at(hit.start())
        first, last = (sentence.span.start, sentence.span.end) if sentence else (hit.start(), hit.end())
        found = owner_after(facts, text[hit.end() : last])
        window = max(first, hit.start() - 60)
        named = _LAND.search(text[window : hit.start()])
        if not found or not named or not isinstance(found[0], Organisation):
            continue
        year = _YEAR.match(text, hit.end() + found[1], last)
        land = facts.country(regex.sub(r"\A[Tt]he[ ]", "", named["land"]))
        if year and land and named["land"].removeprefix("The ") in (land.name, *land.names):
            at = Span(window + named.start("land"), window + named.end("land"))
            yield _compared(facts, land, found[0], hit["verb"], int(year["year"]), Span(at.start, year.end()))


def _compared(facts: Facts, land: Country, of: Organisation, verb: str, year: int, whole: Span) -> Statement:
    stays = [stay for stay in facts.members(of.name) if stay.value == land.name]
    leaving = verb in _LEFT
    days = [stay.end if leaving else stay.start for stay in stays]
    known = [day for day in days if day is not None]
    if not known or (not leaving and len(known) < len(stays)):
        return Statement("membership", whole, "not known")
    did = "left" if leaving else "joined"
    fact = f"{the(land.name)} {did} {the(of.name)} {' and '.join(map(_when, known))}" + (f" ({of.source})" if of.source else "")
    agrees = any(day.first.year <= year <= day.last.year for day in known)
    return Statement("membership", whole, "agrees" if agrees else "contradicts", fact)


def _when(day: When) -> str:
    written = point(day)
    return f"{'on' if day.first == day.last else 'in'} {written or day.first.year}"
