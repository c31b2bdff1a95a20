"""This file finds figures whose currency or unit is another in the translation than in the source."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from audit.checks.source.both import Finder, Sides
from audit.found import Found
from audit.model import Span
from audit.realms.measures import Measure, measures
from audit.sides import LEAST


def _find(kind: str, sides: Sides) -> Iterator[Found]:
    here = [measure for measure in measures(sides.text) if measure.kind == kind]
    there = [measure for measure in measures(sides.source) if measure.kind == kind]
    for couple in sides.couples if here and there else ():
        if couple.confidence < LEAST:
            continue
        alien = _without(_within(here, couple.here), _within(there, couple.wide_there))
        missed = _without(_within(there, couple.there), _within(here, couple.wide_here))
        for one in alien:
            other = next((other for other in missed if other.figure == one.figure), None)
            if other and len({measure.figure for measure in missed if measure.figure == one.figure}) == 1:
                values = {"found": one.span.of(sides.text), "source": other.span.of(sides.source), "meant": _named(other)}
                yield Found(one.span, values, source_span=other.span)


def _within(these: list[Measure], place: Span) -> list[Measure]:
    return [one for one in these if place.contains(one.span)]


def _without(these: list[Measure], those: list[Measure]) -> list[Measure]:
    """Those that have no counterpart, whatever its figure: a conversion names both."""
    return [one for one in these if not any(one.keys & other.keys for other in those)]


def _named(measure: Measure) -> str:
    return " or ".join(sorted(measure.keys))


FAULTS: dict[str, Finder] = {"currency-changed": partial(_find, "currency"), "unit-changed": partial(_find, "unit")}
