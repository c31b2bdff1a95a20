"""This file keeps the ledger: it asks each of the four books for its entries."""

from __future__ import annotations

from dataclasses import replace

from audit.ledger.dates import article_day, days
from audit.ledger.figures import figures
from audit.ledger.people import people
from audit.ledger.quotes import quotes
from audit.model import Analysis, Ledger


def keep(analysis: Analysis) -> Analysis:
    """The analysis with its ledger filled. Spans count in prose."""
    found = days(analysis)
    as_of, as_of_from = article_day(analysis.document, found)
    ledger = Ledger(dates=found, as_of=as_of, as_of_from=as_of_from)
    told, strays = people(replace(analysis, ledger=ledger))
    ledger = replace(ledger, people=told, strays=strays)
    ledger = replace(ledger, quotes=quotes(replace(analysis, ledger=ledger)))
    return replace(analysis, ledger=replace(ledger, figures=figures(replace(analysis, ledger=ledger))))
