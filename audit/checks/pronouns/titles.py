"""This file finds titles and nouns of kinship that contradict the name beside them: `Mr Anna Velk`, `his brother Eva`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

import regex

from audit.entries import Evidence, Person
from audit.found import Found
from audit.knowledge import words
from audit.model import Analysis, Related, Span

_PAIRS = (
    "Mr Ms|Mr. Ms.|King Queen|Prince Princess|spokesman spokeswoman|businessman businesswoman|policeman policewoman"
    "|congressman congresswoman|councilman councilwoman|sportsman sportswoman|statesman stateswoman|salesman saleswoman"
    "|serviceman servicewoman|Duke Duchess|Count Countess|Emperor Empress|Lord Lady|Sir Dame|Monsieur Madame|Herr Frau|Señor Señora"
)
_KIN_PAIRS = (
    "brother sister|husband wife|son daughter|father mother|uncle aunt|nephew niece|grandfather grandmother|grandson granddaughter"
    "|boyfriend girlfriend|widower widow|stepfather stepmother|stepson stepdaughter|stepbrother stepsister|half-brother half-sister"
    "|father-in-law mother-in-law|son-in-law daughter-in-law|brother-in-law sister-in-law|ex-husband ex-wife|fiancé fiancée"
)


def _table(pairs: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for pair in pairs.split("|"):
        male, female = pair.split()
        table |= {male: female, female: male, male.capitalize(): female.capitalize(), female.capitalize(): male.capitalize()}
    return table


TITLES = {**_table(_PAIRS), "Mrs": "Mr", "Miss": "Mr", "Mrs.": "Mr.", "actress": "actor", "Actress": "Actor", "waitress": "waiter"}
KIN = _table(_KIN_PAIRS)


def _clash(table: dict[str, str], analysis: Analysis) -> Iterator[Found]:
    for person in analysis.ledger.people:
        for told in person.evidence:
            word = told.span.of(analysis.text) if told.span is not None else ""
            word = f"{word}." if f"{word}." in table and word not in table else word
            against = _against(person, told)
            if told.span is None or word not in table or against is None:
                continue
            named = next((mention.span for mention in person.mentions if 0 <= mention.span.start - told.span.end <= 2), None)
            if named is not None:
                values = {"person": named.of(analysis.text), "evidence": against.reason}
                yield Found(told.span, values, (table[word],), (Related(named, "the name"),))


def _titles(analysis: Analysis) -> Iterator[Found]:
    yield from _clash(TITLES, analysis)
    for person in analysis.ledger.people:
        best = next((each for each in person.evidence if each.gender == person.gender and each.grade in ("A", "B")), None)
        for mention in person.mentions if best is not None else ():
            hit = _of_a_body().search(analysis.text, max(0, mention.span.start - _BACK), mention.span.start)
            if hit is None or best is None or analysis.text[mention.span.end : mention.span.end + 1] not in {",", ".", ";"}:
                continue
            gender = "male" if hit["title"].lower() in _MASCULINE else "female"
            if gender != person.gender and not set(hit["of"].lower().split()) & {*words("words/people"), *words("words/titles")}:
                values = {"person": mention.span.of(analysis.text), "evidence": best.reason}
                span = Span(*hit.span("title"))
                yield Found(span, values, (TITLES[hit["title"]],), (Related(mention.span, "the name"),))


_BACK = 70
_MASCULINE = frozenset("spokesman businessman policeman congressman councilman".split())


@cache
def _of_a_body() -> regex.Pattern[str]:
    """`the spokesman of the ministry, ` directly before a name."""
    return regex.compile(
        r"(?<!\p{L})(?P<title>[Ss]pokes(?:wo)?man|[Bb]usiness(?:wo)?man|[Cc]ongress(?:wo)?man)"
        r"[ ](?:of|for|at)[ ](?P<of>(?:the|a|its)[ ][\p{L}’' ]{2,40}),[ ]\Z"
    )


def _against(person: Person, told: Evidence) -> Evidence | None:
    """The evidence of the other gender that outweighs a word: the sheets of facts or the first name, where nothing else backs the word."""
    rest = [each for each in person.evidence if each != told]
    against = [each for each in rest if each.gender != told.gender and each.grade in ("A", "B")]
    if any(each.gender == told.gender for each in rest):
        return None
    return against[0] if against else None


FAULTS: dict[str, Callable[[Analysis], Iterator[Found]]] = {"title": _titles, "kin": partial(_clash, KIN)}
