"""This file looks whether the sheets of one folder agree with each other: no unknown names, no gaps, no two holders of one office."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from audit.facts.statements import SINGLE, Sheet, Statement, Vow
from audit.facts.values import when
from audit.lines import nearest
from audit.model import AuditError

_DAY = datetime.timedelta(days=1)
_Dated = tuple[datetime.date, datetime.date, Statement]


def faults(sheets: Sequence[Sheet], before: Sequence[Sheet]) -> Iterator[AuditError]:
    """Everything that cannot be so, with file, line, key and what to do. `before`: the sheets of the folders below."""
    countries = {name for sheet in (*before, *sheets) for name in sheet.countries}
    organisations = {name for sheet in (*before, *sheets) for name in sheet.organisations}
    people = {name for sheet in (*before, *sheets) for name in sheet.people}
    for sheet in sheets:
        yield from _names(sheet, countries, organisations)
        yield from _listed(sheet, people)
    by_key: defaultdict[tuple[str, str], list[Statement]] = defaultdict(list)
    for sheet in sheets:
        for said in sheet.statements:
            by_key[said.subject, said.trait].append(said)
    vows = {(vow.of, vow.office): vow for sheet in sheets for vow in sheet.vows}
    for key, rows in by_key.items():
        if rows[0].trait in SINGLE:
            yield from _one_value(rows)
        elif rows[0].is_tenure:
            yield from _tenures(rows, vows.get(key))


def _names(sheet: Sheet, countries: set[str], organisations: set[str]) -> Iterator[AuditError]:
    """Countries and organisations must be called as their own sheets call them."""
    if not countries:
        return
    if sheet.about is not None and sheet.about.text() not in countries:
        yield sheet.about.fail(f"no sheet of countries has {sheet.about.text()!r}{nearest(sheet.about.text(), countries)}")
    known = countries | organisations
    for said in sheet.statements:
        name = said.value if said.trait in ("member", "city", "nationality") else said.subject if said.is_tenure else ""
        if name and name not in known and said.at is not None:
            yield said.at.fail(f"no sheet of countries or organisations has {name!r}{nearest(name, known)}")


def _listed(sheet: Sheet, people: set[str]) -> Iterator[AuditError]:
    """Who held an office must stand under `people:`, where the sheet has that key: a misspelt name would be another person."""
    for said in sheet.statements if sheet.people else ():
        if said.is_tenure and said.value and said.value not in people and said.at is not None:
            yield said.at.fail(f"{said.value!r} does not stand under people:{nearest(said.value, sorted(sheet.people))}")


def _one_value(rows: Sequence[Statement]) -> Iterator[AuditError]:
    """Two sheets may both say when somebody was born, if they say the same, or one of them more precisely."""
    first = rows[0]
    for said in rows[1:]:
        one, other = when(first.value), when(said.value)
        agree = one.first <= other.last and other.first <= one.last if one and other else first.value == said.value
        if not agree and said.at is not None:
            yield said.at.fail(
                f"{said.trait} is {said.value!r} here and {first.value!r} in {first.sheet}:{first.line}; "
                "mend one, or tell two people of one name apart in brackets: John Smith (minister)"
            )


def _tenures(rows: Iterable[Statement], vow: Vow | None) -> Iterator[AuditError]:
    dated = sorted(((_first(said), _last(said), said) for said in rows), key=lambda row: row[:2])
    if vow and vow.complete and vow.reviewed:
        if not vow.several:
            yield from _alone([row for row in dated if not row[2].acting and row[1] > vow.complete.last])
        yield from _gapless(dated, vow.complete.last, vow.reviewed)


def _alone(dated: Sequence[_Dated]) -> Iterator[AuditError]:
    """Nobody may take over more than a day before the last holder left, by the widest reading of both dates.

    Only where the list calls itself complete: rival governments and offices that several hold are said not to be.
    """
    for (_, _, old), (_, _, new) in pairwise(dated):
        begins, ends = new.start.last if new.start else datetime.date.max, old.end.first if old.end else datetime.date.max
        if (old.end is None and new.start is None) or begins + _DAY >= ends or new.at is None:
            continue
        yield new.at.fail(
            f"{new.value or 'nobody'} holds this office since {new.start}, "
            f"{old.value or 'nobody'} until {old.end or 'today'} (line {old.line}); "
            "mend a date, or write {acting: true} behind one, or several: true for the office"
        )


def _gapless(dated: Sequence[_Dated], since: datetime.date, reviewed: datetime.date) -> Iterator[AuditError]:
    """A list that calls itself complete may leave no day open; a vacant office stands in it as `[~, from, to]`."""
    covered = since - _DAY
    for begins, ends, said in dated:
        if ends < since:
            continue
        if (begins - covered).days > 2 and begins <= reviewed and said.at is not None:
            yield said.at.fail(
                f"nobody is named from {covered + _DAY} to {begins - _DAY}, but the list is complete from {since}; "
                "name the holder, or write [~, from, to] if the office was vacant, or take complete: away"
            )
        covered = max(covered, ends)
    last = dated[-1][2]
    if covered < reviewed - _DAY and last.at is not None:
        what = f"nobody is named from {covered} to the day of review ({reviewed}), but the list is complete"
        yield last.at.fail(f"{what}; name the next holder, or write [~, from] for a vacant or abolished office")


def _first(said: Statement) -> datetime.date:
    return said.start.first if said.start else datetime.date.min


def _last(said: Statement) -> datetime.date:
    return said.end.last if said.end else datetime.date.max
