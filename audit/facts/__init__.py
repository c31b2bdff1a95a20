"""This file answers what the sheets of facts know: who held this office on that day, who is a member, which city is the capital."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from audit.bundled import folder
from audit.cache import digest, kept, state
from audit.facts.book import Book
from audit.facts.index import Facts
from audit.facts.values import Country, Holders, Known, Organisation, Renamed, Stay, Tenure, When
from audit.model import AuditError

__all__ = ["Country", "Facts", "Holders", "Known", "Organisation", "Renamed", "Stay", "Tenure", "When", "read"]


def read(folders: Sequence[Path] = ()) -> Facts:
    """The bundled sheets and a desk's own (later folders win). Raises AuditError with file, line and key."""
    for place in folders:
        if not place.exists():
            raise AuditError(f"{place}: no such folder of sheets; name one that exists with --knowledge")
    places = (folder("knowledge") / "facts", *folders)
    resolved = [place.resolve() for place in places]
    stamp = state(Path(__file__).parent, *resolved)
    return kept(f"facts/{digest(*map(str, resolved))}", stamp, lambda: Facts(_bound(places)))


def _bound(places: Sequence[Path]) -> Book:
    """All sheets read, looked through and laid over one another."""
    from audit.facts.book import compiled
    from audit.facts.layers import over
    from audit.facts.sheets import read_sheet
    from audit.facts.sound import faults
    from audit.facts.statements import Sheet

    layers: list[list[Sheet]] = []
    for index, place in enumerate(places):
        paths = sorted(place.rglob("*.y*ml")) if place.is_dir() else [place]
        names = [path.relative_to(place.parent.parent if not index else place.parent).as_posix() for path in paths]
        layers.append([read_sheet(path, name) for path, name in zip(paths, names, strict=True)])
        for fault in faults(layers[-1], [sheet for layer in layers[:-1] for sheet in layer]):
            raise fault
    sheets = [sheet for layer in layers for sheet in layer]
    vows = [vow for sheet in sheets for vow in sheet.vows]
    countries = [name for sheet in sheets for name in (*sheet.countries, *([sheet.about.text()] if sheet.about else ()))]
    return compiled(over(layers), vows, countries, [name for sheet in sheets for name in sheet.organisations])
