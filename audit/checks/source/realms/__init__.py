"""This file finds countries, peoples, languages, cities and organisations that are others in the translation than in the source."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from audit.checks.source.both import Finder, Sides
from audit.checks.source.realms import figures
from audit.checks.source.realms.pairs import Change, changes
from audit.checks.source.realms.single import added, lost
from audit.found import Found


def _find(fault: str, sides: Sides) -> Iterator[Found]:
    for change in changes(sides):
        if change.fault == fault:
            yield _found(change, sides)


def _found(change: Change, sides: Sides) -> Found:
    here, there = change.here.span, change.there.span
    values = {"found": here.of(sides.text), "source": there.of(sides.source), "meant": change.meant}
    return Found(here, values, source_span=there)


FAULTS: dict[str, Finder] = {
    fault: partial(_find, fault)
    for fault in ("country-changed", "demonym-changed", "language-changed", "city-changed", "organisation-changed")
}
FAULTS |= {"country-lost": lost, "country-added": added, **figures.FAULTS}
"""The comparisons of this folder, by the name that a card gives."""
