"""This file reads which city the article calls a capital, and of which land it says a city is, and compares both with the sheets."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import regex

from audit.cache import expression
from audit.entries import Statement
from audit.facts import Country, Facts
from audit.model import Analysis, Span
from audit.statements.time import other_year, written
from audit.statements.wording import fold, owner_after, owner_before, the

_CITY = r"(?P<city>\p{Lu}[\p{L}’'-]+(?:[ ](?:(?:de|of|la|del|el|do|da)[ ])?\p{Lu}[\p{L}’'-]+){0,3})"
_CAPITAL = expression(r"(?<![\p{L}-])(?:national[ ])?capital(?:[ ]city)?(?![\p{L}-])(?![’']s)")
_END = r"(?=[,.;:!?)—–”\"\n]|[ ](?:and|where|which|is|was|has|on|in|after|to|for|with|said|from|by|as|at|will|have)\b|[’']s?\b|[ ]?\Z)"
_AFTER = expression(rf"(?P<link>,?[ ]|[ ]is[ ](?:the[ ]city[ ]of[ ])?|[ ]of[ ]){_CITY}{_END}")
_BEFORE = expression(
    rf"(?<![\p{{L}}’'-]){_CITY}(?P<link>,[ ](?:which[ ]is[ ])?|[ ]is[ ](?:now[ ]|still[ ]|also[ ])?|[ ]\()(?:the[ ]|its[ ])?\Z"
)
_DISPUTED = frozenset(
    frozenset(pair.split("|"))
    for pair in (
        "Russia|Ukraine", "Israel|Palestine", "Armenia|Azerbaijan", "China|Taiwan", "Serbia|Kosovo", "Georgia|Russia", "Cyprus|Turkey",
        "India|Pakistan", "Morocco|Western Sahara", "China|Hong Kong", "China|Macau", "Denmark|Greenland", "Sudan|South Sudan",
        "Syria|Israel", "Moldova|Russia", "Moldova|Transnistria", "Ethiopia|Eritrea", "Czechia|Slovakia", "Russia|Abkhazia",
    )
)  # fmt: skip
_ADJECTIVES = (
    r"(?:(?:southern|northern|eastern|western|central|coastal|port|border|second|third|largest|biggest|main|big|small|old"
    r"|historic|ancient|seaside|industrial|university|tourist|major|capital)[ ]){0,3}"
)
_TOWN = expression(rf"(?<![\p{{L}}-]){_ADJECTIVES}(?P<kind>city|town|port[ ]city|capital[ ]city|metropolis)[ ](?:of[ ])?{_CITY}{_END}")
_IN_LAND = expression(
    rf"\b(?i:in|from|near|outside|to|at)[ ]{_CITY}(?:(?:,[ ]|,?[ ]in[ ])(?:(?:southern|northern|eastern|western|central)[ ])?|[ ]\()(?="
    rf"(?:the[ ])?\p{{Lu}})"
)
_NOW_OTHER = expression(
    r"(?i)\b(?:former|old|then|ancient|medieval|historic(?:al)?|future|new|planned|temporary|interim|wartime|second|provisional|imperial"
    r"|erstwhile|once"
    r"|de[ ]facto|self-\w+|would-be|occupied|north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?|proposed|moved?|relocat\w+"
    r"|claims?|claimed|declar\w+)\b"
)


def capitals(analysis: Analysis, facts: Facts) -> Iterator[Statement]:
    """`Geneva, the Swiss capital`, `the Australian capital Sydney`, `the capital of France, Lyon`, `Bern is Switzerland's capital`."""
    text = analysis.text
    for hit in _CAPITAL.finditer(text):
        sentence = analysis.sentence_at(hit.start())
        first, last = (sentence.span.start, sentence.span.end) if sentence else (hit.start(), hit.end())
        for land, start, end in _whose(facts, text, first, hit, last):
            if _NOW_OTHER.search(text[max(first, start - 25) : start]) or facts.organisation(land.name):
                continue
            yield from _named(analysis, facts, land, start, end, first, last)


def _whose(facts: Facts, text: str, first: int, hit: regex.Match[str], last: int) -> Iterator[tuple[Country, int, int]]:
    left = text[first : hit.start()]
    if left.endswith(" "):
        found = owner_before(facts, regex.sub(r"[’']s?\Z", "", left[:-1]))
        if found and isinstance(found[0], Country):
            article = regex.search(r"(?i)\bthe[ ]\Z", left[: found[1]])
            yield found[0], first + (article.start() if article else found[1]), hit.end()
            return
    if of := regex.compile(r"[ ]of[ ](?:the[ ])?").match(text, hit.end(), last):
        found = owner_after(facts, text[of.end() : last])
        if found and isinstance(found[0], Country):
            end = of.end() + found[1]
            if not regex.match(
                r"[’']s|-|[ ](?:region|province|state|canton|county|district|island|territory)s?\b|[ ]\p{Lu}", text[end : end + 14]
            ):
                article = regex.search(r"(?i)\bthe[ ]\Z", left)
                yield found[0], first + (article.start() if article else len(left)), end


def _named(analysis: Analysis, facts: Facts, land: Country, start: int, end: int, first: int, last: int) -> Iterator[Statement]:
    """The city that stands beside: after, or before."""
    text = analysis.text
    after = _AFTER.match(text, end, last)
    tail = text[after.end() : after.end() + 8] if after else ""
    listed = after is not None and after["link"] == ", " and regex.match(r",?[ ](?:and|or)[ ]\p{Lu}|,[ ]\p{Lu}", tail)
    if after and facts.city(after["city"]) and not listed:
        yield from _capital(analysis, facts, land, Span(*after.span("city")), Span(start, after.end()))
        return
    window = max(first, start - 70)
    found = _BEFORE.search(text[window:start])
    closed = regex.compile(r"[,.;:!?)—–”\"\n]|[ ]?\Z|[ ](?:and|where|which|since|until)\b|[ ]on[ ]|[ ]in[ ](?!the)").match(text, end, last)
    if found and closed and facts.city(found["city"]):
        at = Span(window + found.start("city"), window + found.end("city"))
        if "is" not in found["link"] and regex.search(r"(?:,|\band|\bor)[ ]\Z", text[first : at.start]):
            return  # `in Zurich, Geneva, the Swiss capital and ...`: a list
        if regex.match(r",?[ ](?:and|or)[ ](?:the[ ])?\p{Lu}", text[end : end + 12]) and "is" not in found["link"]:
            return
        yield from _capital(analysis, facts, land, at, Span(at.start, end))


def _capital(analysis: Analysis, facts: Facts, land: Country, at: Span, whole: Span) -> Iterator[Statement]:
    text, on = analysis.text, analysis.ledger.as_of
    city = at.of(text)
    names = tuple(filter(None, facts.capitals(land.name, on) if on else (land.capital, *land.capitals)))
    if not names:
        return
    fact = f"{f'on {written(on)} ' if on else ''}the capital of {the(land.name)} {'was' if on else 'is'} {names[0]}"
    if any(_same_city(city, name) for name in names):
        yield Statement("capital", whole, "agrees", fact)
    elif other_year(analysis, whole) or city in _ELSEWHERE.get(land.name, ()) or _lately(facts, land, city, on):
        yield Statement("capital", whole, "not known")
    else:
        better = text[whole.start : at.start] + names[0] + text[at.end : whole.end]
        yield Statement("capital", whole, "contradicts", fact, (better,), ((at, "named here"),))


def _lately(facts: Facts, land: Country, city: str, on: datetime.date | None) -> bool:
    """Was the city the capital not long ago, or, without a date, ever?"""
    names = facts.capitals(land.name, on - _SETTLED) if on else land.capitals
    return any(_same_city(city, name) for name in names)


_SETTLED = datetime.timedelta(days=1000)
_ELSEWHERE = {
    land: frozenset(cities.split("|"))
    for land, cities in {
        "Georgia": "Atlanta", "Netherlands": "The Hague|Hague", "Israel": "Tel Aviv", "Bolivia": "La Paz", "Sri Lanka": "Colombo",
        "Tanzania": "Dar es Salaam", "Ivory Coast": "Abidjan", "Benin": "Cotonou", "South Africa": "Pretoria|Cape Town|Bloemfontein",
        "Malaysia": "Putrajaya", "Burundi": "Bujumbura", "Eswatini": "Mbabane|Lobamba", "Yemen": "Aden", "Palestine": "Ramallah",
        "Chile": "Valparaíso", "Montenegro": "Cetinje", "Myanmar": "Yangon",
    }.items()
}  # fmt: skip
"""Capitals of a namesake, and cities that some papers call the capital."""


def _same_city(city: str, capital: str) -> bool:
    one, other = set(fold(city).replace(".", "").split()), set(fold(capital).replace(".", "").split())
    return one <= other or other <= one


def cities(analysis: Analysis, facts: Facts) -> Iterator[Statement]:
    """`the French city of Geneva`, `in Lyon, Germany,`."""
    text = analysis.text
    for hit in _TOWN.finditer(text):
        sentence = analysis.sentence_at(hit.start())
        first = sentence.span.start if sentence else hit.start()
        left = text[first : hit.start()].removesuffix(" ")
        found = owner_before(facts, regex.sub(r"[’']s?\Z", "", left))
        if not found or not isinstance(found[0], Country) or text[hit.start() - 1 : hit.start()] != " ":
            continue
        before = left[: found[1]]
        if regex.search(r"(?i)\b(?:north|south|east|west)(?:ern)?[ ]\Z|-\Z|\b(?:occupied|former|then|old|held)[ -]\Z", before):
            continue
        article = regex.search(r"(?i)\b(?:the|an?)[ ]\Z", before)
        start = first + (article.start() if article else found[1])
        yield from _city(analysis, facts, found[0], Span(*hit.span("city")), Span(start, hit.end("city")))
    for hit in _IN_LAND.finditer(text):
        found = owner_after(facts, text[hit.end() : hit.end() + 60])
        if found and isinstance(found[0], Country) and _ends_place(facts, found[0], text, hit.end(), found[1]):
            yield from _city(analysis, facts, found[0], Span(*hit.span("city")), Span(hit.start("city"), hit.end() + found[1]))


def _ends_place(facts: Facts, land: Country, text: str, start: int, length: int) -> bool:
    """Is the land's name itself here, and the whole no list of places?"""
    name, tail = text[start : start + length], text[start + length : start + length + 40]
    if name.removeprefix("the ") not in (land.name, *land.names) or not regex.match(
        r"[,.;)]|[ ](?:on|last|this|for|after|where)\b|\Z", tail
    ):
        return False
    following = regex.match(r",[ ](?:and[ ])?(?:in[ ])?(?:the[ ])?(\p{Lu}[\p{L}’'-]+)", tail)
    return not (following and (facts.country(following[1]) or facts.city(following[1]))) and not regex.match(r",?[ ]and\b", tail)


def _city(analysis: Analysis, facts: Facts, land: Country, at: Span, whole: Span) -> Iterator[Statement]:
    lands = facts.city(at.of(analysis.text))
    if not lands:
        return
    fact = f"{at.of(analysis.text)} is in {' or '.join(map(the, lands))}"
    if land.name in lands:
        yield Statement("city-country", whole, "agrees", fact)
    elif (
        any(frozenset((land.name, other)) in _DISPUTED for other in lands)
        or other_year(analysis, whole)
        or (
            land.name in ("England", "Scotland", "Wales", "Northern Ireland", "United Kingdom")
            and {
                "United Kingdom",
                "England",
                "Scotland",
            }
            & set(lands)
        )
    ):
        yield Statement("city-country", whole, "not known")
    else:
        yield Statement("city-country", whole, "contradicts", fact, (), ((at, "the city"),))
