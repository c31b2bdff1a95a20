"""This file finds the dates and weekdays of an article and resolves them against its day."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from audit.entries import Day
from audit.model import Analysis, Document


def days(analysis: Analysis) -> tuple[Day, ...]:
    """Every date, month, year, weekday and relative day, in order."""
    return ()


def article_day(document: Document, found: Sequence[Day]) -> tuple[datetime.date | None, str]:
    """The article's day and how it is known: given, or inferred from pairs of weekday and date; else None."""
    return (document.date, "given") if document.date else (None, "")
