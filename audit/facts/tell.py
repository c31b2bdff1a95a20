"""This file tells all that the sheets know under a name: of a person, a country, an organisation, an office, a city."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from audit.facts.index import Facts
from audit.facts.values import Country, Known, Organisation, Renamed, Stay, Tenure, When, lasts

_WORD = {"female": "woman", "male": "man", None: ""}


@dataclass(frozen=True, slots=True)
class Told:
    """One thing known: what it is about, what it says, from when to when, who says so and where that is written."""

    about: str
    what: str
    value: str
    start: str = ""
    end: str = ""
    known_until: str = ""
    source: str = ""
    place: str = ""


def tell(facts: Facts, name: str, on: datetime.date | None) -> list[Told]:
    """Everything under this name; with a day, only what held (or may have held) on it. Empty where the name is not known."""
    return list(dict.fromkeys(_all(facts, " ".join(name.split()), on)))


def _all(facts: Facts, name: str, on: datetime.date | None) -> Iterator[Told]:
    person, country, organisation = facts.person(name), facts.country(name), facts.organisation(name)
    people = (person,) if person else () if country or organisation else facts.bearers(name)
    for known in people:
        yield from _person(facts, known, on)
    if country:
        yield from _country(facts, country, on)
    if organisation:
        yield from _organisation(facts, organisation, on)
    for office, of in _offices(facts, name):
        yield from _office(facts, office, of, on)
    yield from (Told(name, "city of", land) for land in facts.city(name))
    if renamed := facts.renamed(name):
        yield from _renamed(renamed)


def _person(facts: Facts, known: Known, on: datetime.date | None) -> Iterator[Told]:
    where = {"source": known.source, "place": _place(known.sheet, known.line)}
    listed = (
        ("is a", _WORD[known.gender]), ("born", _point(known.born)), ("died", _point(known.died)), ("of", ", ".join(known.countries)),
        ("also written", ", ".join(known.spellings)), ("not written", ", ".join(known.avoid)), ("Wikidata", known.wikidata),
    )  # fmt: skip
    yield from (Told(known.name, what, value, **where) for what, value in listed if value)
    for held in facts.tenures(known.name):
        if on is None or lasts(held.start, held.end, held.known_until, on) is not False:
            yield _tenure(known.name, f"{held.office} of {held.of}", "", held)


def _tenure(about: str, what: str, value: str, held: Tenure) -> Told:
    what += " (acting)" if held.acting else ""
    until = held.known_until.isoformat() if held.known_until and held.end is None else ""
    return Told(about, what, value, _point(held.start), _point(held.end), until, held.source, _place(held.sheet, held.line))


def _office(facts: Facts, office: str, of: str, on: datetime.date | None) -> Iterator[Told]:
    about = f"{office} of {of}"
    if titles := facts.titles(office, of):
        yield Told(about, "called", ", ".join(titles))
    if on is None:
        yield from (_tenure(about, "holder", held.person, held) for held in facts.history(office, of))
        return
    found = facts.holders(office, of, on)
    yield from (_tenure(about, f"holder on {on}", held.person, held) for held in found.tenures)
    if found.unsure:
        yield Told(about, "sure", "no: the office changed hands about that day, or the sheets end before it")
    yield Told(about, "complete", "yes: nobody else held it" if found.complete else "no: the sheets do not vouch for this day")


def _country(facts: Facts, country: Country, on: datetime.date | None) -> Iterator[Told]:
    where = {"source": country.source, "place": _place(country.sheet, country.line)}
    listed = (
        ("also called", country.names),
        ("adjectives", country.adjectives), ("people", country.people),
        ("capital", facts.capitals(country.name, on) if on else country.capitals), ("ISO 3166", (country.code,)),
        ("Wikidata", (country.wikidata,)),
    )  # fmt: skip
    yield from (Told(country.name, what, ", ".join(values), **where) for what, values in listed if any(values))
    for organisation in facts.organisations():
        for stay in facts.members(organisation):
            if stay.value == country.name and (on is None or lasts(stay.start, stay.end, stay.known_until, on) is not False):
                yield _stay(country.name, f"member of {organisation}", "", stay)
    yield from _held(facts, country.name, on)


def _held(facts: Facts, of: str, on: datetime.date | None) -> Iterator[Told]:
    """Who holds each office of a country or organisation: on that day, else the last known."""
    for office in facts.offices(of):
        held = facts.holders(office, of, on).tenures if on else facts.history(office, of)[-1:]
        yield from (_tenure(of, office, one.person, one) for one in held)


def _organisation(facts: Facts, of: Organisation, on: datetime.date | None) -> Iterator[Told]:
    where = {"source": of.source, "place": _place(of.sheet, of.line)}
    count = facts.count(of.name, on) if on else None
    listed = (
        ("also called", ", ".join(of.names)), ("seat", of.seat), ("its members are called", ", ".join(of.called)),
        (f"members on {on}", "" if count is None else str(count)), ("Wikidata", of.wikidata),
    )  # fmt: skip
    yield from (Told(of.name, what, value, **where) for what, value in listed if value)
    for stay in facts.members(of.name):
        if on is None or lasts(stay.start, stay.end, stay.known_until, on) is not False:
            yield _stay(of.name, "member", stay.value, stay)
    yield from _held(facts, of.name, on)


def _stay(about: str, what: str, value: str, stay: Stay) -> Told:
    until = stay.known_until.isoformat() if stay.known_until and stay.end is None else ""
    return Told(about, what, value, _point(stay.start), _point(stay.end), until, stay.source, _place(stay.sheet, stay.line))


def _renamed(found: Renamed) -> Iterator[Told]:
    yield Told(
        found.name, "formerly", ", ".join(found.formerly), "", _point(found.since), "", found.source, _place(found.sheet, found.line)
    )  # fmt: skip


def _offices(facts: Facts, name: str) -> Iterator[tuple[str, str]]:
    """The offices that `foreign minister of France`, `French foreign minister` or `France's foreign minister` can mean."""
    words = name.replace("’s ", " ").replace("'s ", " ").split()
    pairs = [(words[:cut], words[cut + 1 :]) for cut, word in enumerate(words) if word == "of"]
    pairs += [(words[cut:], words[:cut]) for cut in range(1, len(words))]
    for title, owner in pairs:
        of = " ".join(owner[1:] if owner[:1] == ["the"] else owner)
        whose = facts.country(of) or facts.organisation(of)
        office = facts.office(" ".join(title), whose.name if whose else of)
        if office:
            yield office, whose.name if whose else of


def _point(point: When | None) -> str:
    return str(point) if point else ""


def _place(sheet: str, line: int) -> str:
    return f"{sheet}:{line}" if sheet else ""


def nearest_names(facts: Facts, name: str) -> Iterable[str]:
    """Names of the sheets that look like this one, the likeliest first."""
    from difflib import get_close_matches

    from audit.facts.names import fold

    folded = {fold(known): known for known in facts.names()}
    folded |= {fold(known).rsplit(" ", 1)[-1]: known for known in facts.names() if " " in known}
    near = [folded[found] for found in get_close_matches(fold(name), folded, 3, 0.75)]
    return list(dict.fromkeys(near))
