"""This file reads money that the article gives to a land (`Polish euros`) and compares it with what Unicode CLDR says is paid there."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cache

import regex

from audit.cache import expression
from audit.entries import Statement
from audit.facts import Country, Facts
from audit.model import Analysis, Span
from audit.statements.wording import owner_before, the

_SAME = (
    "euro dollar franc ruble zloty forint yen yuan lira hryvnia shekel rupee peso krona krone koruna dirham dinar riyal rial baht tenge"
).split()
_NOUNS = {
    **{noun: noun for noun in (*_SAME, "rand", "ringgit", "rupiah", "lari", "dram")},
    "rouble": "ruble", "zlotys": "zloty", "lire": "lira", "hryvnias": "hryvnia", "kronor": "krona", "kroner": "krone",
}  # fmt: skip
"""Nouns for money and what Unicode CLDR calls them; `won`, `pound`, `real` and the like are also other words."""
_MONEY = expression(
    rf"(?<![\p{{L}}-])(?P<noun>(?:{'|'.join(sorted(_NOUNS, key=len, reverse=True))})s?)(?![\p{{L}}-])(?P<tail>[ ]\p{{L}}+)?"
)
_SINGULAR = expression(
    r"[ ](?:has|is|was|fell|rose|lost|gained|slid|slipped|strengthened|weakened|hit|and|against|to|traded|plunged|dropped|climbed|on|in"
    r"|at|by|depreciated|appreciated)\Z"
)
_NAMES = {
    "ruble": {"Ruble", "Rubles"}, "krone": {"Krone", "Kroner"}, "krona": {"Krona", "Kronor", "Króna"},
    "rial": {"Rial", "Riyal"}, "riyal": {"Rial", "Riyal"},
}  # fmt: skip
_LATER = datetime.date(2030, 1, 1)
"""Without a date: whatever CLDR knows of."""


def money(analysis: Analysis, facts: Facts) -> Iterator[Statement]:
    text = analysis.text
    for hit in _MONEY.finditer(text):
        if (
            not hit["noun"].endswith("s")
            and hit["noun"] not in ("kroner", "kronor", "lire")
            and hit["tail"]
            and not _SINGULAR.match(hit["tail"])
        ):
            continue  # the Danish euro referendum
        left = text[max(0, hit.start() - 40) : hit.start()]
        found = owner_before(facts, left[:-1]) if left.endswith(" ") else None
        if not found or not isinstance(found[0], Country) or left[: found[1]].endswith("-"):
            continue
        adjective = left[found[1] : -1]
        if adjective not in found[0].adjectives or regex.search(
            r"\b(?i:north|south|east|west)(?i:ern)?[ ]\Z|\p{Lu}\p{L}+[ ]and[ ]\Z", left[: found[1]]
        ):
            continue
        yield from _paid(analysis, found[0], hit["noun"], Span(hit.start() - len(left) + found[1], hit.end("noun")))


def _paid(analysis: Analysis, land: Country, noun: str, whole: Span) -> Iterator[Statement]:
    wanted = _NOUNS.get(noun) or _NOUNS.get(noun.removesuffix("s"), "")
    now = _currencies(land.code, analysis.ledger.as_of)
    if not now or not wanted:
        return
    fact = f"money of {the(land.name)} is the {now[-1]} (Unicode CLDR)"
    ever = _ever(land.code, analysis.ledger.as_of)
    if any(_called(name, wanted) for name in ever):
        yield Statement("currency", whole, "agrees", fact)
    else:
        yield Statement("currency", whole, "contradicts", fact)


def _called(currency: str, noun: str) -> bool:
    return bool(set(currency.replace("-", " ").split()) & (_NAMES.get(noun, set()) | {noun.capitalize(), noun.capitalize() + "s"}))


@cache
def _currencies(code: str, on: datetime.date | None) -> tuple[str, ...]:
    """What the currencies that are paid there now are called."""
    from babel.numbers import get_currency_name, get_territory_currencies

    codes = get_territory_currencies(code, start_date=on or _LATER) if code else []
    return tuple(get_currency_name(currency, locale="en") for currency in codes)


@cache
def _ever(code: str, on: datetime.date | None) -> tuple[str, ...]:
    """The same of all that were ever paid there until that day."""
    from babel.numbers import get_currency_name, get_territory_currencies

    codes = get_territory_currencies(code, start_date=datetime.date(1900, 1, 1), end_date=on or _LATER)
    return tuple(get_currency_name(currency, locale="en") for currency in codes)
