"""This file lists the sentences whose source has changed since they were translated, for `--against`."""

from __future__ import annotations

from collections.abc import Iterator

from audit.checks.source.both import Sides
from audit.found import Found
from audit.spans import Span

_SHOWN = 160
"""Characters of a wording that are told."""


def changed_since(both: Sides) -> Iterator[Found]:
    """The translation of every sentence that is not in the earlier source as it is now, each couple once."""
    changes = both.analysis.changes
    if changes is None:
        return
    for couple in both.couples:
        inside = [(span, was) for span, was in changes.changed if couple.there.contains(span)]
        if inside:
            old = " ".join(was for _, was in inside if was)
            before = f"it read “{_short(old)}”" if old else "it was not there"
            now = Span(inside[0][0].start, inside[-1][0].end)
            yield Found(couple.here, {"before": before, "now": _short(now.of(both.source))}, source_span=now)


def _short(wording: str) -> str:
    flat = " ".join(wording.split())
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1].rstrip() + "…"
