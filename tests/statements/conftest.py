"""This file gives the tests of statements a few small sheets of facts, and one way to ask what a text states."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from audit import facts, statements
from audit.analyse import analyse
from audit.model import Document, Ledger
from audit.segment import segment

Said = Callable[..., list[tuple[str, str, str]]]
SHEETS = Path(__file__).parents[1] / "data" / "facts"


@pytest.fixture(scope="session")
def known() -> facts.Facts:
    """Only the sheets of tests/data/facts: what the tool itself knows may change."""
    return facts.Facts(facts._bound((SHEETS,)))


@pytest.fixture
def said(known: facts.Facts) -> Said:
    """Kind, verdict and words of each statement of a text, by default one of 7 January 2022."""

    def ask(text: str, day: str | None = "2022-01-07") -> list[tuple[str, str, str]]:
        document = Document("a", text, date=datetime.date.fromisoformat(day) if day else None)
        analysis = replace(analyse(document, segment(document)), facts=known, ledger=Ledger(as_of=document.date))
        return [(one.kind, one.verdict, one.span.of(text)) for one in statements.read(analysis)]

    return ask
