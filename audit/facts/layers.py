"""This file lays the sheets of several folders over one another: what a later folder says of a time takes the place of the earlier."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from audit.facts.statements import SINGLE, Sheet, Statement
from audit.facts.values import When

_DAY = datetime.timedelta(days=1)


def over(layers: Sequence[Iterable[Sheet]]) -> list[Statement]:
    """The statements that stand, in the order of folders and sheets."""
    standing: list[Statement] = []
    for sheets in layers:
        new = [said for sheet in sheets for said in sheet.statements]
        standing = [*_spared(standing, new), *new] if standing else new
    return standing


def _spared(old: Iterable[Statement], new: Iterable[Statement]) -> Iterator[Statement]:
    by_key: defaultdict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for said in new:
        by_key[_key(said)].append(said)
    for said in old:
        rivals = by_key.get(_key(said), [])
        pieces = [said]
        if said.trait in SINGLE:
            pieces = [] if rivals else pieces
        elif said.is_tenure or said.trait in ("capital", "member"):
            for rival in rivals:
                pieces = [rest for piece in pieces for rest in _outside(piece, rival)]
        yield from pieces


def _key(said: Statement) -> tuple[str, ...]:
    """What only one statement can be about at a time. A member's stay is no other member's affair."""
    return (said.subject, said.trait, said.value) if said.trait == "member" else (said.subject, said.trait)


def _outside(old: Statement, new: Statement) -> Iterator[Statement]:
    """The parts of an old statement that lie before and after the time of a new one."""
    first, last = _bounds(new)
    begins, ends = _bounds(old)
    if ends < first or begins > last or (old.acting != new.acting and old.value != new.value):
        yield old
        return
    if ends == first or begins == last:  # the one takes over from the other
        yield old
        return
    if old.value == new.value:
        return  # the new folder knows better when this was
    if begins < first:
        unknown_since = old.reviewed if old.end is None and old.reviewed and old.reviewed < first else None
        yield replace(old, end=When(unknown_since + _DAY, first) if unknown_since else new.start or When(begins, first))
    if new.end is not None and (ends > last):
        yield replace(old, start=new.end)


def _bounds(said: Statement) -> tuple[datetime.date, datetime.date]:
    """The first and the last day on which it may have been so."""
    return said.start.first if said.start else datetime.date.min, said.end.last if said.end else datetime.date.max
