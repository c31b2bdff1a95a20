"""This file finds who said each quotation."""

from __future__ import annotations

from audit.entries import Quote
from audit.model import Analysis


def quotes(analysis: Analysis) -> tuple[Quote, ...]:
    """Every quotation with its speaker and verb, in order; one that goes on over paragraphs is one entry."""
    return ()
