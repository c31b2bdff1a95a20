"""This file gathers what both sides of a couple say about the gender of persons."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import regex

from audit import genders
from audit.checks.source.both import Sides
from audit.entries import Gender, Mention
from audit.genders import Mark, Reading
from audit.model import Couple
from audit.spans import Span

OTHER: dict[Gender, Gender] = {"male": "female", "female": "male"}

_OBJECT = (
    r"\s*(?:[.,;:!?)”\"’—–]|$|(?:to|for|with|in|on|at|by|from|as|that|and|or|but|because|when|while|if|the|a|an|of|is|was|over|during"
    r"|after)\b)"
)


def as_object(text: str, mark: Mark) -> bool:
    """Is this pronoun an object: him, or a her that no noun follows?"""
    if mark.detail != "possessive":
        return mark.detail == "object"
    return mark.span.of(text).lower() == "her" and bool(regex.match(_OBJECT, text[mark.span.end :], regex.IGNORECASE))


def within(marks: tuple[Mark, ...], span: Span) -> tuple[Mark, ...]:
    first, last = (bisect_left(marks, at, key=lambda mark: mark.span.start) for at in (span.start, span.end))
    return marks[first:last]


def only(marks: tuple[Mark, ...], *kinds: str, gender: Gender | None = None) -> tuple[Mark, ...]:
    return tuple(mark for mark in marks if mark.kind in kinds and gender in (None, mark.gender))


@dataclass(frozen=True)
class Facing:
    """A couple with the marks on both sides. `ours` and `theirs` are those of the whole texts."""

    both: Sides
    couple: Couple
    ours: Reading
    theirs: Reading

    @cached_property
    def here(self) -> tuple[Mark, ...]:
        return within(self.ours.marks, self.couple.here)

    @cached_property
    def there(self) -> tuple[Mark, ...]:
        return within(self.theirs.marks, self.couple.there)

    @cached_property
    def near(self) -> tuple[Mark, ...]:
        return within(self.theirs.marks, self.couple.wide_there)

    @cached_property
    def named(self) -> frozenset[Gender | None]:
        """The genders of the persons that the translation names in the couple or beside it; None for somebody of whom nothing is known."""
        return frozenset(
            person.gender for person in self.both.analysis.ledger.people if self._names(person.mentions, self.couple.wide_here)
        )

    @cached_property
    def persons(self) -> int:
        """How many persons the couple names."""
        return sum(self._names(person.mentions, self.couple.here) for person in self.both.analysis.ledger.people)

    def named_anywhere(self, gender: Gender) -> bool:
        return any(person.gender == gender for person in self.both.analysis.ledger.people)

    @staticmethod
    def _names(mentions: Iterable[Mention], span: Span) -> bool:
        return any(span.contains(mention.span) for mention in mentions)


def facing(both: Sides) -> Iterator[Facing]:
    """The couples, where the source's language is one that is read."""
    if not genders.known(both.language):
        return
    ours, theirs = genders.read(both.text, "en"), genders.read(both.source, both.language)
    for couple in both.couples:
        yield Facing(both, couple, ours, theirs)
