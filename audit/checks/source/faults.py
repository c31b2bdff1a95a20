"""This file lists all comparisons of two sides, by the name that a card gives."""

from __future__ import annotations

from audit.checks.source import calendar, content, gender, meaning, naming, numbers, polarity, quotations, realms, surface
from audit.checks.source.both import Finder
from audit.checks.source.since import changed_since

FAULTS: dict[str, Finder] = {
    **calendar.FAULTS,
    **content.FAULTS,
    **gender.FAULTS,
    **meaning.FAULTS,
    **naming.FAULTS,
    **numbers.FAULTS,
    **surface.FAULTS,
    **polarity.FAULTS,
    **quotations.FAULTS,
    **realms.FAULTS,
    "changed-since": changed_since,
}
"""The name that a card gives under `source: {fault: NAME}`, and the comparison that finds it."""
