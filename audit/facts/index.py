"""This file answers questions to the sheets of facts: plain dictionaries by name, and for each office a line of time to look along."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from itertools import chain

from audit.facts.book import Book, Office
from audit.facts.keys import counts, grouped, line_of_time, titles_of, unshared
from audit.facts.names import bare, fold, plain, surnames
from audit.facts.values import Country, Holders, Known, Organisation, Renamed, Stay, Tenure, lasts


class Facts:
    """The index over all sheets. Every look-up takes microseconds; what the sheets do not say is None or empty, never false."""

    def __init__(self, book: Book | None = None) -> None:
        self._book = book = book or Book()
        people, countries, organisations = book.people.values(), book.countries.values(), book.organisations.values()
        self._people = unshared((fold(bare(form)), one) for one in people for form in (one.name, *one.spellings, *one.avoid))
        self._bearers = grouped(
            (part, one) for one in people for form in (one.name, *one.spellings) for part in surnames(form, one.countries)
        )
        self._held = grouped((held.person, held) for held in chain.from_iterable(book.tenures.values()))
        others = ((plain(word), one) for one in countries for word in (*one.names, *one.adjectives, *one.people))
        self._countries = unshared(others) | {plain(one.name): one for one in countries}
        called = ((plain(word), one) for one in organisations for word in one.names)
        self._organisations = unshared(called) | {plain(one.name): one for one in organisations}
        self._cities = {fold(name): lands for name, lands in book.cities.items()}
        self._renamed = unshared((fold(word), one) for one in book.renamed.values() for word in (one.name, *one.formerly))
        self._titles = titles_of(book)
        self._stays = grouped(((name, stay.value), stay) for name, those in book.members.items() for stay in those)
        self._counts: dict[str, tuple[list[datetime.date], list[int | None]]] = {}
        self._lines: dict[Office, tuple[list[int], list[Holders]]] = {}

    def person(self, name: str) -> Known | None:
        """The person with exactly this full name or spelling (any case of accents), if only one has it."""
        return self._people.get(fold(name))

    def bearers(self, surname: str) -> tuple[Known, ...]:
        """All known people with this surname."""
        return self._bearers.get(fold(surname), ())

    def tenures(self, person: str) -> tuple[Tenure, ...]:
        """Every office of a person (by `Known.name`), in order of time."""
        held = self._held.get(person, ())
        return held if len(held) < 2 else tuple(sorted(held, key=lambda one: one.start.first if one.start else datetime.date.min))

    def holders(self, office: str, of: str, on: datetime.date) -> Holders:
        """Who held the office (by its key, such as `foreign minister`) of a country or organisation on a day."""
        key = (of, office)
        line = self._lines.get(key)
        if line is None:
            line = self._lines[key] = line_of_time(self._book.tenures.get(key, ()), self._book.complete.get(key, ()))
        starts, answers = line
        return answers[bisect_right(starts, on.toordinal())]

    def history(self, office: str, of: str) -> tuple[Tenure, ...]:
        """Every known tenure of an office."""
        return self._book.tenures.get((of, office), ())

    def office(self, title: str, of: str) -> str | None:
        """The key of the office that English news means by this title in that country or organisation (`Chancellor` of Germany)."""
        return self._titles.get((of, fold(title)))

    def offices(self, of: str) -> tuple[str, ...]:
        """The keys of all offices of a country or organisation."""
        return tuple(office for owner, office in self._book.tenures if owner == of)

    def titles(self, office: str, of: str) -> tuple[str, ...]:
        """What English news calls an office, as the sheets say."""
        return self._book.titles.get((of, office), ())

    def country(self, word: str) -> Country | None:
        """The country that this name, adjective or noun for its people means."""
        return self._countries.get(plain(word))

    def capitals(self, country: str, on: datetime.date) -> tuple[str, ...]:
        """The names that a capital may rightly have had on a day; empty where the sheets do not know."""
        return tuple(stay.value for stay in self._book.capitals.get(country, ()) if lasts(stay.start, stay.end, None, on) is not False)

    def organisation(self, name: str) -> Organisation | None:
        """The organisation with this name or acronym."""
        return self._organisations.get(plain(name))

    def organisations(self) -> tuple[str, ...]:
        """The names of all organisations."""
        return tuple(self._book.organisations)

    def members(self, organisation: str) -> tuple[Stay, ...]:
        """Every known membership in an organisation (by `Organisation.name`), past ones too."""
        return self._book.members.get(organisation, ())

    def is_member(self, country: str, organisation: str, on: datetime.date) -> bool | None:
        """True or false where the sheets are sure, else None."""
        of, member = self.organisation(organisation), self.country(country) or self.organisation(country)
        if of is None or member is None:
            return None
        answers = {lasts(stay.start, stay.end, stay.known_until, on) for stay in self._stays.get((of.name, member.name), ())}
        if answers - {False}:
            return True if True in answers else None
        return False if self._vouched((of.name, ""), on) else None

    def count(self, organisation: str, on: datetime.date) -> int | None:
        """How many members it had, where its list is complete and no change falls within the precision."""
        of = self.organisation(organisation)
        if of is None or not self._vouched((of.name, ""), on):
            return None
        steps = self._counts.get(of.name)
        if steps is None:
            steps = self._counts[of.name] = counts(self.members(of.name))
        days, numbers = steps
        return numbers[bisect_right(days, on)]

    def city(self, name: str) -> tuple[str, ...]:
        """The countries that have a city of this name; empty when the sheets do not know it."""
        return self._cities.get(fold(name), ())

    def renamed(self, name: str) -> Renamed | None:
        """What this is called now, or was called before: for the new name and for the old ones."""
        return self._renamed.get(fold(name))

    def names(self) -> tuple[str, ...]:
        """Every person, country, organisation, city and renamed thing by its name."""
        book = self._book
        return tuple(dict.fromkeys((*book.people, *book.countries, *book.organisations, *book.cities, *book.renamed)))

    def statements(self) -> int:
        """How many statements the sheets hold."""
        return self._book.statements

    def _vouched(self, key: Office, on: datetime.date) -> bool:
        return any(first <= on <= last for first, last in self._book.complete.get(key, ()))
