"""This file reads the forms of sheets: holders of offices, organisations, countries, cities, renamed places, and plain statements."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from audit.facts.cursor import Cursor
from audit.facts.statements import PROPERTIES, Sheet, Statement, Vow
from audit.facts.values import When, when
from audit.lines import nearest, read_yaml

_TOP = ("country", "organisation", "what", "source", "reviewed", "names", "called", "seat", "wikidata", "complete", "members", "people",
        "offices", "rows", "statements")  # fmt: skip
_PERSON = ("gender", "born", "died", "wikidata", "spellings", "avoid", "preferred", "countries", "source")
_OFFICE = ("titles", "complete", "several", "holders", "source")
_COUNTRY = {"code": "code", "wikidata": "wikidata", "names": "name", "adjectives": "adjective", "people": "people", "also": "seat"}
_RENAMED = ("formerly", "from", "kind", "country", "source", "note")
_FROM_2010 = when("2010")
_GENDERS = ("female", "male")


def read_sheet(path: Path, label: str) -> Sheet:
    """All statements of one sheet. Raises AuditError with file, line, key and what to do."""
    tree = read_yaml(path)
    top = Cursor(path, label, tree, (), tree.value)
    return _Reader(top).read()


class _Reader:
    """What is said at the top of a sheet holds for all its statements."""

    def __init__(self, top: Cursor) -> None:
        self.top = top
        self.source = top.down("source").text()
        reviewed = top.down("reviewed").when()
        self.reviewed = reviewed.first if reviewed else None
        self.owner = top.down("country").text() or top.down("organisation").text()

    def read(self) -> Sheet:
        top, given = self.top, dict(self.top.mapping(_TOP))
        if not {"country", "organisation", "rows", "statements"} & set(given):
            raise top.fail("says nothing of what it is about; write country:, organisation:, rows: or statements:")
        if "country" in given and "organisation" in given:
            raise top.down("organisation").fail("a sheet is about a country or an organisation; write two sheets")
        for key in ("people", "offices", "members", "names", "called", "complete"):
            if key in given and not self.owner:
                raise top.down(key).fail("whose? Write country: or organisation: above")
        vows = tuple(self._offices(top.down("offices")))
        organisation = top.down("organisation").text()
        if organisation and "members" in given:
            vows += (Vow(organisation, "", (), self._complete(top.down("complete")), self.reviewed, True, top.down("members")),)
        rows = list(top.down("rows").mapping())
        return Sheet(
            tuple(self._all(rows)),
            vows,
            tuple(key for key, row in rows if isinstance(row.value, dict) and "formerly" not in row.value),
            (organisation,) if organisation else (),
            tuple(key for key, _ in top.down("people").mapping()),
            top.down("country") if "country" in given else None,
        )

    def _all(self, rows: Iterable[tuple[str, Cursor]]) -> Iterator[Statement]:
        top = self.top
        for plural, singular in (("names", "name"), ("called", "called"), ("seat", "seat"), ("wikidata", "wikidata")):
            yield from (self._say(self.owner, singular, text, top.down(plural)) for text in top.down(plural).texts())
        for name, person in top.down("people").mapping():
            yield from self._person(name, person)
        for office, at in top.down("offices").mapping():
            for row in at.down("holders").rows():
                yield self._dated(self.owner, office, row)
        for row in top.down("members").rows():
            yield self._dated(self.owner, "member", row)
        for name, row in rows:
            yield from self._row(name, row)
        for row in top.down("statements").rows():
            yield self._statement(row)

    def _say(self, subject: str, of: str, value: str, at: Cursor, source: str = "") -> Statement:
        return Statement(subject, of, value, None, None, self.reviewed, False, source or self.source, at.sheet, at.line, at)

    def _person(self, name: str, at: Cursor) -> Iterator[Statement]:
        given = dict(at.mapping(_PERSON))
        source = at.down("source").text()
        if "gender" in given and at.down("gender").text() not in _GENDERS:
            raise at.down("gender").fail("should be female or male; leave it out where neither is right")
        born, died = at.down("born").when(), at.down("died").when()
        if born and died and born.first > died.last:
            raise at.down("died").fail(f"{died} is before the day of birth, {born}; mend one")
        for key, of in (("gender", "gender"), ("born", "born"), ("died", "died"), ("wikidata", "wikidata"), ("preferred", "preferred"),
                        ("spellings", "spelling"), ("avoid", "avoid"), ("countries", "nationality")):  # fmt: skip
            yield from (self._say(name, of, text, at.down(key), source) for text in at.down(key).texts())
        if "countries" not in given and self.top.down("country").text():
            yield self._say(name, "nationality", self.owner, at, source)

    def _offices(self, offices: Cursor) -> Iterator[Vow]:
        for office, at in offices.mapping():
            list(at.mapping(_OFFICE))
            if office in PROPERTIES:
                raise at.fail("no office is called so; say which (foreign minister, head of state ...)")
            complete = self._complete(at.down("complete"))
            yield Vow(self.owner, office, at.down("titles").texts(), complete, self.reviewed, at.down("several").flag(), at)

    def _complete(self, at: Cursor) -> When | None:
        if isinstance(at.value, bool):
            return _FROM_2010 if at.value else None
        if at.value is not None and self.reviewed is None:
            raise at.fail("until when? Write reviewed: YYYY-MM-DD at the top, the day up to which the list is sure")
        return at.when()

    def _dated(self, subject: str, of: str, row: Cursor) -> Statement:
        """`[Name, from, to, {acting: true}]`; an open one has no `to`, an unknown day is `~`."""
        items = list(row.rows()) if isinstance(row.value, list) else [row]
        more = items.pop() if len(items) > 1 and isinstance(items[-1].value, dict) else None
        if not 1 <= len(items) <= 3:
            raise row.fail("should be [name, from, to, {acting: true}]; what is still so has no 'to'")
        if more:
            list(more.mapping(("acting", "source", "note")))
        name = items[0].text() if of != "member" else items[0].needed()
        start = items[1].when() if len(items) > 1 else None
        end = self._end(start, items[2], row) if len(items) > 2 else None
        said = self._say(subject, of, name, row, more.down("source").text() if more else "")
        return self._check(replace(said, start=start, end=end, acting=bool(more and more.down("acting").flag())), row)

    def _end(self, start: When | None, at: Cursor, row: Cursor) -> When:
        """The end; of one that is over, but nobody knows since when, all the time that it may have been."""
        end = at.when()
        if end is None:
            last = max(self.reviewed or datetime.date.max, start.last if start else datetime.date.min)
            return When(start.first if start else datetime.date.min, last)
        if start and start.first > end.last:
            raise row.fail(f"ends ({end}) before it begins ({start}); mend one of the dates")
        return end

    def _check(self, said: Statement, at: Cursor) -> Statement:
        if said.end is None and self.reviewed is None and (said.is_tenure or said.trait in ("member", "capital")):
            raise at.fail("goes on until when? Give it an end, or write reviewed: YYYY-MM-DD at the top, the day up to which it is sure")
        return said

    def _row(self, name: str, at: Cursor) -> Iterator[Statement]:
        if isinstance(at.value, list):  # a city and the countries that have one of its name
            yield from (self._say(name, "city", country, at) for country in at.texts())
        elif isinstance(at.value, dict) and "formerly" in at.value:
            list(at.mapping(_RENAMED))
            more = "; ".join(at.down(key).text() for key in ("kind", "country"))
            for old in at.down("formerly").texts():
                said = self._say(name, "formerly", f"{old}; {more}", at, at.down("source").text())
                yield replace(said, start=at.down("from").when())
        else:
            yield from self._country(name, at)

    def _country(self, name: str, at: Cursor) -> Iterator[Statement]:
        list(at.mapping((*_COUNTRY, "capital", "source")))
        source, capital = at.down("source").text(), at.down("capital")
        for row in [capital] if isinstance(capital.value, str) else capital.rows():
            yield replace(self._dated(name, "capital", row), source=source or self.source)
        for key, of in _COUNTRY.items():
            yield from (self._say(name, of, text, at.down(key), source) for text in at.down(key).texts())

    def _statement(self, at: Cursor) -> Statement:
        given = dict(at.mapping(("subject", "property", "value", "from", "to", "source", "acting")))
        of, start = at.down("property").needed(), at.down("from").when()
        if of not in PROPERTIES and (meant := nearest(of, PROPERTIES)).startswith("; did you mean") and " " not in of:
            raise at.down("property").fail(f"no such property{meant}")
        value = at.down("value")
        if of in ("born", "died"):
            value.when()
        if of == "gender" and value.text() not in _GENDERS:
            raise value.fail("should be female or male")
        said = self._say(at.down("subject").needed(), of, value.needed(), at, at.down("source").text())
        end = self._end(start, at.down("to"), at) if "to" in given else None
        return self._check(replace(said, start=start, end=end, acting=at.down("acting").flag()), at)
