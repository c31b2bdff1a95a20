"""This file finds the figures of an article: value, unit, hedge, and what is counted."""

from __future__ import annotations

from audit.entries import Figure
from audit.model import Analysis


def figures(analysis: Analysis) -> tuple[Figure, ...]:
    """Every number of the text that is a quantity, in order."""
    return ()
