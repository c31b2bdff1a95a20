"""This file finds a city that is given to two countries: Velin, the Polish capital; the Czech city of Velin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import regex

from audit.cache import expression
from audit.checks.consistency.found import Found
from audit.knowledge import table
from audit.model import Analysis, Span

_CITY = r"(?P<city>\p{Lu}[\p{L}\p{M}]+(?:[- ]\p{Lu}[\p{L}\p{M}]+)?)"
_SIDE = r"(?:(?:north|south)-?)?(?:northern|southern|eastern|western)|central"
_KIND = rf"(?:(?:port|coastal|border|industrial|small|mining|{_SIDE})[ ]){{0,2}}"
_TOWN = r"(?:city|town|port|village|resort|capital)"
_TIME = regex.compile(
    r"\b(?:former|formerly|then|once|now|ancient|old|historic|occupied|annexed|disputed|until|war|twin|sister|called|another"
    r"|same name|namesake|joke\p{Ll}*)\b"
    r"|\b(?:1\d|20)\d\d\b",
    regex.IGNORECASE,
)


@cache
def _lands() -> dict[str, str]:
    """Each adjective with its country, without the article of the Netherlands."""
    return {adjective: str(country).removeprefix("the ") for adjective, country in table("places/lands").items()}


@cache
def _forms() -> tuple[regex.Pattern[str], ...]:
    land = r"(?P<land>\L<lands>)"
    return tuple(
        expression(form, lands=sorted({*_lands(), *_lands().values()}))
        for form in (
            rf"(?<![\p{{L}}-]){_CITY}(?:,|[ ]is)[ ](?:the[ ])?{land}(?:['’]s)?[ ]capital(?![ ](?:of|market|city[ ]of)|\p{{L}})",
            rf"(?<![\p{{L}}-]){_CITY}(?:,|[ ]is)[ ](?:the[ ])?capital(?:[ ]city)?[ ]of[ ](?:the[ ])?{land}(?!\p{{L}})",
            rf"(?<![\p{{L}}-]){land}(?:['’]s)?[ ]capital(?:[ ]city)?(?:,|[ ]of)?[ ]{_CITY}",
            rf"[Tt]he[ ]capital(?:[ ]city)?[ ]of[ ](?:the[ ])?{land},[ ]{_CITY}",
            rf"(?<![\p{{L}}-]){land}(?:['’]s)?[ ]{_KIND}{_TOWN}[ ]of[ ]{_CITY}",
            rf"(?<![\p{{L}}-]){_CITY},[ ](?:a|an|the)[ ]{_KIND}{_TOWN}[ ]in[ ](?:(?:{_SIDE})[ ])?(?:the[ ])?{land}(?!\p{{L}})",
            rf"(?<![\p{{L}}-]){_CITY},[ ](?:a|an|the)[ ]{land}[ ]{_KIND}{_TOWN}\b(?![ ]of)",
        )
    )


def two_countries(analysis: Analysis) -> Iterator[Found]:
    """The second country that a city is given, where the text does not speak of another time."""
    if not regex.search(r"\b(?:capital|city|town|port|village|resort)\b", analysis.text):
        return
    given: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for form in _forms():
        for hit in form.finditer(analysis.text):
            sentence = analysis.sentence_at(hit.start("city"))
            if (
                sentence is not None
                and not _TIME.search(analysis.text, sentence.span.start, sentence.span.end)
                and hit["city"] not in _lands()
            ):
                given[hit["city"]].append((Span(*hit.span("land")), _lands().get(hit["land"], hit["land"])))
    for city, spots in given.items():
        spots.sort(key=lambda spot: spot[0].start)
        span, land = spots[0]
        other = next((spot for spot in spots[1:] if spot[1] != land), None)
        homes = analysis.facts.city(city) if analysis.facts is not None else ()
        if (
            other is not None
            and not {land, other[1]} <= set(homes)
            and analysis.sentence_at(span.start) != analysis.sentence_at(other[0].start)
        ):
            values = {"city": city, "country": other[0].of(analysis.text), "other": span.of(analysis.text)}
            yield Found(other[0], span, values, "here it lies in another country")
