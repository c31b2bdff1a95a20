"""This file puts the statements of all sheets together: people, tenures, countries, organisations, each under its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from audit.entries import Gender
from audit.facts.statements import PERSON, Statement, Vow
from audit.facts.values import Country, Known, Organisation, Renamed, Stay, Tenure, when

Office = tuple[str, str]
"""Whose office (`France`) and which (`foreign minister`)."""


@dataclass(slots=True)
class Book:
    """All that the sheets say, by name. Dated lists are in the order of time; `complete` holds the stretches that the sheets vouch for."""

    people: dict[str, Known] = field(default_factory=dict)
    tenures: dict[Office, tuple[Tenure, ...]] = field(default_factory=dict)
    titles: dict[Office, tuple[str, ...]] = field(default_factory=dict)
    complete: dict[Office, tuple[tuple[date, date], ...]] = field(default_factory=dict)
    countries: dict[str, Country] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    members: dict[str, tuple[Stay, ...]] = field(default_factory=dict)
    capitals: dict[str, tuple[Stay, ...]] = field(default_factory=dict)
    cities: dict[str, tuple[str, ...]] = field(default_factory=dict)
    renamed: dict[str, Renamed] = field(default_factory=dict)
    statements: int = 0


Said = dict[str, list[Statement]]
"""What is said of one subject, by property."""


def compiled(statements: Sequence[Statement], vows: Iterable[Vow], countries: Iterable[str], organisations: Iterable[str]) -> Book:
    """The book of statements that stand. `vows` of later folders come last and count most."""
    said: defaultdict[str, Said] = defaultdict(lambda: defaultdict(list))
    for statement in statements:
        said[statement.subject][statement.trait].append(statement)
    book = Book(statements=len(statements))
    called = {subject: found["preferred"][-1].value for subject, found in said.items() if "preferred" in found}
    _people(book, said, called)
    _vows(book, vows)
    for name in dict.fromkeys(countries):
        book.countries[name] = _country(name, said[name])
        book.capitals[name] = _stays(said[name]["capital"])
    for name in dict.fromkeys([*organisations, *(subject for subject, found in said.items() if found.get("member"))]):
        book.organisations[name] = _organisation(name, said[name])
        book.members[name] = _stays(said[name]["member"])
    for subject, found in said.items():
        if found.get("city"):
            book.cities[subject] = _values(found["city"])
        if found.get("formerly"):
            book.renamed[subject] = _renamed(subject, found["formerly"])
    return book


def _people(book: Book, said: dict[str, Said], called: dict[str, str]) -> None:
    tenures: defaultdict[Office, list[Tenure]] = defaultdict(list)
    names = {subject: found for subject, found in said.items() if any(found.get(of) for of in PERSON)}
    for subject, found in said.items():
        for of, rows in found.items():
            for row in rows if rows and rows[0].is_tenure else ():
                if row.value:  # an office may stand vacant
                    names.setdefault(row.value, said.get(row.value, {}))
                    tenures[subject, of].append(_tenure(row, called.get(row.value, row.value)))
    for office, held in tenures.items():
        book.tenures[office] = tuple(sorted(held, key=_order))
    for name, found in names.items():
        book.people[called.get(name, name)] = _person(name, called.get(name, name), found)


def _order(dated: Tenure | Stay) -> tuple[date, date]:
    return dated.start.first if dated.start else date.min, dated.end.last if dated.end else date.max


def _tenure(row: Statement, person: str) -> Tenure:
    return Tenure(person, row.trait, row.subject, row.start, row.end, row.acting, row.source, row.sheet, row.reviewed, row.line)


def _person(key: str, name: str, found: Said) -> Known:
    spellings = tuple(spelling for spelling in dict.fromkeys((*_values(found.get("spelling")), key)) if spelling != name)
    avoid = tuple(form for form in _values(found.get("avoid")) if form != name)
    gender: dict[str, Gender] = {"female": "female", "male": "male"}
    first = next((rows[0] for rows in found.values() if rows), None)
    return Known(
        name, gender.get(_last(found, "gender")), when(_last(found, "born")), when(_last(found, "died")), _values(found.get("nationality")),
        spellings, avoid, _last(found, "wikidata"), *_origin(first),
    )  # fmt: skip


def _vows(book: Book, vows: Iterable[Vow]) -> None:
    for vow in vows:
        key = (vow.of, vow.office)
        if vow.office:
            book.titles[key] = tuple(dict.fromkeys((*vow.titles, *book.titles.get(key, ()))))
        if vow.complete and vow.reviewed:
            book.complete[key] = (*book.complete.get(key, ()), (vow.complete.last, vow.reviewed))


def _country(name: str, found: Said) -> Country:
    capitals = _stays(found.get("capital", []))
    today = [stay.value for stay in capitals if stay.end is None]
    every = tuple(dict.fromkeys((*(stay.value for stay in reversed(capitals)), *_values(found.get("seat")))))
    first = next((rows[0] for rows in found.values() if rows), None)
    return Country(
        name, _values(found.get("name")), _values(found.get("adjective")), _values(found.get("people")), today[0] if today else "", every,
        _last(found, "code"), _last(found, "wikidata"), *_origin(first),
    )  # fmt: skip


def _organisation(name: str, found: Said) -> Organisation:
    first = next((rows[0] for rows in found.values() if rows), None)
    return Organisation(
        name, _values(found.get("name")), _values(found.get("called")), _last(found, "wikidata"), _last(found, "seat"), *_origin(first)
    )


def _renamed(name: str, rows: Sequence[Statement]) -> Renamed:
    parts = [row.value.split("; ") for row in rows]
    return Renamed(name, tuple(old for old, _, _ in parts), rows[0].start, parts[0][1], parts[0][2], *_origin(rows[0]))


def _origin(said: Statement | None) -> tuple[str, str, int]:
    return (said.source, said.sheet, said.line) if said else ("", "", 0)


def _stays(rows: Iterable[Statement]) -> tuple[Stay, ...]:
    make: Callable[[Statement], Stay] = lambda row: Stay(row.value, row.start, row.end, row.reviewed, row.source, row.sheet, row.line)  # noqa: E731
    return tuple(sorted(map(make, rows), key=_order))


def _values(rows: Iterable[Statement] | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.value for row in rows or ()))


def _last(found: Said, of: str) -> str:
    rows = found.get(of)
    return rows[-1].value if rows else ""
