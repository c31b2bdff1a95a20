"""This file makes the dictionaries of the index: names that mean one thing only, titles of offices, and lines of time."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from audit.facts.book import Book, Office
from audit.facts.names import fold
from audit.facts.values import Holders, Stay, Tenure, When, lasts

_GENERAL = {
    "foreign minister": ("minister of foreign affairs", "minister for foreign affairs", "foreign affairs minister"),
    "defence minister": ("defense minister", "minister of defence", "minister of defense", "minister for defence", "minister for defense"),
    "finance minister": ("minister of finance", "minister for finance"),
    "interior minister": ("minister of the interior", "minister of interior", "minister for the interior"),
}
_LONG = 366
"""Days: a start or end within a longer stretch is as good as unknown."""
_N = TypeVar("_N")
_T = TypeVar("_T")


def unshared(pairs: Iterable[tuple[_N, _T]]) -> dict[_N, _T]:
    """Names and what they mean, without those that two things share."""
    found: dict[_N, _T] = {}
    shared = set()
    for name, one in pairs:
        if found.setdefault(name, one) is not one:
            shared.add(name)
    return {name: one for name, one in found.items() if name not in shared}


def grouped(pairs: Iterable[tuple[_N, _T]]) -> dict[_N, tuple[_T, ...]]:
    """Names and all that they may mean."""
    found: defaultdict[_N, dict[int, _T]] = defaultdict(dict)
    for name, one in pairs:
        found[name][id(one)] = one
    return {name: tuple(ones.values()) for name, ones in found.items()}


def titles_of(book: Book) -> dict[Office, str]:
    """The key of the office by whose it is and what it is called. A title that two offices have means neither."""
    own = unshared(((of, fold(title)), office) for (of, office), titles in book.titles.items() for title in titles)
    keys = {(of, fold(office)): office for of, office in (*book.titles, *book.tenures) if office}
    general = {(of, fold(title)): office for of, office in book.tenures for title in _GENERAL.get(office, ())}
    taken = {(of, fold(title)) for (of, _), titles in book.titles.items() for title in titles}
    return {title: office for title, office in (general | keys).items() if title not in taken} | own


def line_of_time(tenures: Sequence[Tenure], vouched: Iterable[tuple[datetime.date, datetime.date]]) -> tuple[list[int], list[Holders]]:
    """The days on which the answer changes, and the answers before the first, between them, and after the last."""
    vouched = tuple(vouched)
    days = sorted({day for tenure in tenures for day in _turns(tenure)} | {day for one in vouched for day in _from_to(one)})
    return days, [_answer(tenures, vouched, datetime.date.fromordinal(max(day, 1))) for day in (days[0] - 1 if days else 1, *days)]


def _turns(tenure: Tenure) -> Iterator[int]:
    for point in (tenure.start, tenure.end):
        if point is not None:
            yield from (day for day in _from_to((point.first, point.last)))
    if tenure.known_until is not None:
        yield tenure.known_until.toordinal() + 1


def _from_to(stretch: tuple[datetime.date, datetime.date]) -> Iterator[int]:
    """The first day of a stretch and the first day after it."""
    yield stretch[0].toordinal()
    if stretch[1] < datetime.date.max:
        yield stretch[1].toordinal() + 1


def _answer(tenures: Iterable[Tenure], vouched: Iterable[tuple[datetime.date, datetime.date]], on: datetime.date) -> Holders:
    held, unsure = [], False
    for tenure in tenures:
        lasted = lasts(tenure.start, tenure.end, tenure.known_until, on)
        unsure = unsure or lasted is None
        if lasted or (lasted is None and _dated(tenure, on)):
            held.append(tenure)
    complete = bool(held) and any(first <= on <= last for first, last in vouched)  # where nobody is named, the sheet vouches for nothing
    return Holders(tuple(held), complete, unsure)


def _dated(tenure: Tenure, on: datetime.date) -> bool:
    """Is it only the precision of a date that leaves it open, not that nobody knows?"""
    if tenure.end is None and (tenure.known_until is None or on > tenure.known_until):
        return False
    return _narrow(tenure.start) and (tenure.end is None or _narrow(tenure.end))


def _narrow(point: When | None) -> bool:
    return point is not None and (point.last - point.first).days <= _LONG


def counts(stays: Sequence[Stay]) -> tuple[list[datetime.date], list[int | None]]:
    """The days on which a number of members may change, and the numbers before the first, from the first on, from the second on ..."""
    edges = {day for stay in stays for bound in (stay.start, stay.end) if bound for day in (bound.first, _after(bound.last))}
    edges |= {_after(stay.known_until) for stay in stays if stay.known_until}
    days = sorted(edges)
    return days, [_counted(stays, day) for day in (datetime.date.min, *days)]


def _counted(stays: Sequence[Stay], on: datetime.date) -> int | None:
    answers = [lasts(stay.start, stay.end, stay.known_until, on) for stay in stays]
    return None if None in answers else sum(map(bool, answers))


def _after(day: datetime.date) -> datetime.date:
    return min(day, datetime.date.max - datetime.timedelta(days=1)) + datetime.timedelta(days=1)
