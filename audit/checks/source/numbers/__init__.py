"""This file names the comparisons of numbers."""

from __future__ import annotations

from audit.checks.source.both import Finder
from audit.checks.source.numbers.faults import number_added, number_changed, number_lost, scale_changed

FAULTS: dict[str, Finder] = {
    "number-changed": number_changed,
    "number-lost": number_lost,
    "number-added": number_added,
    "scale-changed": scale_changed,
}
"""The name that a card gives under `source: {fault: NAME}`, and the comparison that finds it."""
