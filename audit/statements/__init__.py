"""This file reads what the article states of the world that the sheets of facts could know, each with what they say of it."""

from __future__ import annotations

from collections.abc import Iterable

from audit.entries import Statement
from audit.model import Analysis
from audit.statements.counts import counts
from audit.statements.members import memberships
from audit.statements.money import money
from audit.statements.offices import behind, holders
from audit.statements.persons import persons
from audit.statements.places import capitals, cities
from audit.statements.renamed import renamed

_READERS = (holders, behind, counts, memberships, capitals, cities, persons, money, renamed)


def read(analysis: Analysis) -> tuple[Statement, ...]:
    """Every statement, in the order of the text; nothing where no sheets were read. Spans count in prose."""
    if analysis.facts is None:
        return ()
    facts = analysis.facts
    found = {(said.span, said.kind): said for reader in _READERS for said in reader(analysis, facts)}
    kept = [said for said in found.values() if said.kind != "nationality" or not _told(said, found.values())]
    return tuple(sorted(kept, key=lambda said: (said.span, said.kind)))


def _told(land: Statement, others: Iterable[Statement]) -> bool:
    """Does a statement about the office itself already say what there is to say?"""
    return any(other.kind in ("holder", "misspelt-holder") and other.span.overlaps(land.span) for other in others)
