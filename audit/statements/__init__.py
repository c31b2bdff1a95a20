"""This file reads what the article states of the world that the sheets of facts could know, each with what they say of it."""

from __future__ import annotations

from collections.abc import Iterable

from audit.entries import Statement
from audit.model import Analysis, Failure
from audit.statements.bare import bare
from audit.statements.counts import counts
from audit.statements.joined import joined
from audit.statements.members import memberships
from audit.statements.money import money
from audit.statements.offices import behind, holders
from audit.statements.persons import persons
from audit.statements.places import capitals, cities
from audit.statements.renamed import renamed

_READERS = (holders, behind, bare, counts, memberships, joined, capitals, cities, persons, money, renamed)


def read(analysis: Analysis) -> tuple[Statement, ...]:
    """Every statement, in the order of the text; nothing where no sheets were read. Spans count in prose."""
    if analysis.facts is None:
        return ()
    facts = analysis.facts
    found = {(said.span, said.kind): said for reader in _READERS for said in reader(analysis, facts)}
    kept = [said for said in found.values() if not _told(said, found.values())]
    return tuple(sorted(kept, key=lambda said: (said.span, said.kind)))


def _told(said: Statement, others: Iterable[Statement]) -> bool:
    """Does a longer statement about the office itself already say what there is to say of a holder or a land?"""
    if said.kind not in ("holder", "nationality"):
        return False
    of_office = [other for other in others if other.kind in ("holder", "misspelt-holder") and other.span.overlaps(said.span)]
    return any(said.kind == "nationality" or (other.span != said.span and other.span.contains(said.span)) for other in of_office)


_DATED = frozenset({"holder", "member-count", "membership", "age"})


def undated(analysis: Analysis) -> tuple[Failure, ...]:
    """What could not be compared because nobody knows the article's day; nothing where the day is known or does not matter."""
    waiting = [said for said in analysis.statements if said.kind in _DATED and said.verdict == "not known"]
    if analysis.ledger.as_of or not waiting:
        return ()
    number = f"{len(waiting)} statement{'s' * (len(waiting) > 1)}"
    return (Failure("date", f"the article's day is not known: {number} about offices, members or ages could not be compared. Give --date"),)
