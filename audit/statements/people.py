"""This file finds the people of the sheets in an article, and reads of which land it says that they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from audit.cache import expression
from audit.entries import Statement
from audit.facts import Country, Facts, Known
from audit.model import Analysis, Span
from audit.statements.wording import CAPITALISED, owner_before, person_name, the

_ROLE = expression(
    r"(?:(?:prime|foreign|defen[cs]e|interior|finance|health|justice|former|ex|then|veteran|conservative|liberal|socialist|centrist"
    r"|opposition|top|senior|government)[ -]){0,3}"
    r"(?i:minister|president|premier|chancellor|politician|diplomat|leader|statesman|stateswoman|lawmaker|head[ ]of[ ]state"
    r"|head[ ]of[ ]government)\Z"
)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody of the sheets where the article names them. `full`: with more than a surname."""

    known: Known
    span: Span
    full: bool


def named(analysis: Analysis, facts: Facts) -> Iterator[Named]:
    """Every place that names somebody whom the sheets know; a lone surname only after the full name, and where nobody else bears it."""
    met: dict[str, set[str]] = {}
    people: dict[str, Known] = {}
    for hit in CAPITALISED.finditer(analysis.text):
        name = person_name(hit[0])
        if not name:
            continue
        start = hit.start() + hit[0].find(name)
        if " " in name:
            found = _longest(facts, name)
            surname = name.rsplit(" ", 1)[-1]
            met.setdefault(surname, set()).add(found[0].name if found else name)
            if found:
                people[found[0].name] = found[0]
                begin = start + name.find(found[1])
                yield Named(found[0], Span(begin, begin + len(found[1])), True)
        elif len(met.get(name, ())) == 1 and (known := people.get(next(iter(met[name])))):
            yield Named(known, Span(start, start + len(name)), False)


def _longest(facts: Facts, name: str) -> tuple[Known, str] | None:
    """The person of the sheets in a run of capitalised words (`French President Emmanuel Macron`), with the words that name them."""
    parts = name.split(" ")
    for length in range(len(parts), 1, -1):
        for start in range(len(parts) - length, -1, -1):
            words = " ".join(parts[start : start + length])
            if known := facts.person(words):
                return known, words
    return None


def nationality(analysis: Analysis, facts: Facts, person: Named) -> Iterator[Statement]:
    """`Polish minister Liz Truss`: a role of another land than the sheets know."""
    text = analysis.text
    sentence = analysis.sentence_at(person.span.start)
    first = max(sentence.span.start if sentence else 0, person.span.start - 80)
    left = regex.sub(r"[ ](?:(?:Mr|Mrs|Ms|Sir|Dame|Dr)\.?[ ])?\Z", "", text[first : person.span.start])
    role = _ROLE.search(left)
    lands = _lands(facts, person.known)
    noun = left[left.rfind(" ") + 1 :]
    of_people = None if role else facts.country(noun)
    if not lands or not (role or (of_people and noun in of_people.people and noun not in of_people.adjectives)):
        return
    found = owner_before(facts, regex.sub(r"[’']s\Z", "", left[: role.start()].rstrip(" ") if role else left))
    if not found or not isinstance(found[0], Country):
        return
    land, start = found
    before = left[:start]
    if before.endswith("-") or regex.search(
        r"(?i)\b(?:north|south|east|west)(?:ern)?[ ]\Z|\band[ ]\Z|-born[ ]\Z|\b(?:spokes\w+|aide|adviser|wife|husband)[ ](?:of|for"
        r"|to)[ ](?:the[ ])?\Z",
        before,
    ):
        return
    whole = Span(first + start, person.span.end)
    fact = f"{person.known.name} held office in {' and '.join(map(the, lands))}"
    if land.name in lands:
        yield Statement("nationality", whole, "agrees", fact)
    elif len(lands) == 1 and not _kin(land.name, lands[0]):
        yield Statement("nationality", whole, "contradicts", fact, (), ((person.span, "named here"),))


def _lands(facts: Facts, known: Known) -> tuple[str, ...]:
    """The lands that somebody belongs to, as far as the sheets say."""
    offices = (tenure.of for tenure in facts.tenures(known.name))
    lands = dict.fromkeys(land for land in (*known.countries, *offices) if facts.country(land) and not facts.organisation(land))
    return tuple(land for land in lands if land != "Andorra" or len(lands) == 1)  # the president of France is its co-prince


_KIN = tuple(
    frozenset(lands.split("|"))
    for lands in (
        "United Kingdom|England|Scotland|Wales|Northern Ireland", "Ireland|Northern Ireland", "China|Hong Kong|Taiwan|Macau",
        "Lebanon|Syria",
        "Denmark|Greenland|Faroe Islands", "Cyprus|Turkey|Northern Cyprus", "Israel|Palestine", "Moldova|Romania", "Sudan|South Sudan",
        "Soviet Union|Russia|Georgia|Ukraine|Belarus", "Czechia|Czechoslovakia|Slovakia", "Ethiopia|Eritrea", "North Korea|South Korea",
        "Serbia|Yugoslavia|Montenegro|Croatia|Slovenia|Bosnia and Herzegovina|Kosovo|North Macedonia",
    )
)  # fmt: skip


def _kin(one: str, other: str) -> bool:
    """Lands whose politicians may well be called by both names."""
    return any(one in kin and other in kin for kin in _KIN)


def spelling(analysis: Analysis, person: Named) -> Iterator[Statement]:
    """A spelling that the sheet says an editor would mend."""
    form = person.span.of(analysis.text)
    before = analysis.text[max(0, person.span.start - 8) : person.span.start]
    if form in person.known.avoid and not regex.search(r"\b(?:Fr\.|Father|St\.?|Saint)[ ]\Z", before):
        fact = f"English-language news writes {person.known.name}"
        yield Statement("spelling", person.span, "contradicts", fact, (person.known.name,))
