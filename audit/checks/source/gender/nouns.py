"""This file finds the brother for the sister, the king for the queen: nouns of the other gender than in the source."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.cache import expression
from audit.checks.source.both import Sides
from audit.checks.source.gender.facing import OTHER, Facing, facing, only
from audit.found import Found
from audit.genders import Mark

_NEUTRAL = frozenset({"actor", "hero", "waiter", "chair"})
"""Families whose masculine English word may stand for a woman."""

_FLAGS = regex.IGNORECASE | regex.VERSION0
_SPOUSES = frozenset({"wife", "wives", "husband", "husbands"})
_MARRIED = (
    r"夫婦|夫妻|부부|супруг|подруж|małżeń|manžel|\b(?:ehepaar|eheleute|echtpaar|echtpar|couples?|époux|esposos|matrimonio|pareja|parejas|coniugi|coppia"
    r"|casal|casais|çift|evli|pasangan|pariskunta|aviopari)\b|زوجان|زوجين|दंपति|दम्पति|दंपत्ति"
)
"""A married couple: one of them is a wife, though the source names none."""


def noun_changed(both: Sides) -> Iterator[Found]:
    for pair in facing(both):
        for mark in only(pair.here, "noun"):
            told = _told(pair, mark)
            if told is not None:
                values = {"source": told.span.of(both.source), "gender": "a woman" if told.gender == "female" else "a man"}
                yield Found(mark.span, values, source_span=told.span)


def _told(pair: Facing, mark: Mark) -> Mark | None:
    """The noun of the same family and the other gender that stands in the source, where none of this gender does."""
    if mark.gender == "male" and mark.detail in _NEUTRAL:
        return None
    couple = pair.couple.there
    if mark.span.of(pair.both.text).lower() in _SPOUSES and expression(_MARRIED, _FLAGS).search(pair.both.source, couple.start, couple.end):
        return None
    right = OTHER[mark.gender]
    there = [one for one in only(pair.there, "noun", gender=right) if one.detail == mark.detail]
    here = [one for one in only(pair.here, "noun") if one.detail == mark.detail]
    ours = sum(one.gender == mark.gender for one in here)
    if not there or len(there) < ours or len(here) - ours >= len(there):
        return None
    if any(one.detail == mark.detail for one in only(pair.near, "noun", gender=mark.gender)):
        return None
    return there[0]
