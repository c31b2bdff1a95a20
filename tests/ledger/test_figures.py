"""This file tests how figures are read into the ledger: value, unit, hedge, and what is counted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.analyse import analyse
from audit.entries import Figure
from audit.ledger import keep
from audit.model import Document
from audit.segment import segment


def read(text: str) -> tuple[Figure, ...]:
    document = Document("a", text)
    return keep(analyse(document, segment(document))).ledger.figures


@pytest.mark.parametrize(
    ("text", "value", "unit", "of", "hedge"),
    [
        ("About twenty-five soldiers fled.", 25, "", "soldier", "about"),
        ("They counted 2.5 million voters.", 2_500_000, "", "voter", ""),
        ("A dozen towns were taken.", 12, "", "town", ""),
        ("One in five stayed.", 0.2, "ratio", "", ""),
        ("It fell by 20 per cent.", 20, "percent", "", ""),
        ("It rose by 5 percentage points.", 5, "points", "", ""),
        ("It cost $3bn.", 3e9, "USD", "", ""),
        ("It cost at least 40,000 euros.", 40_000, "EUR", "", "at least"),
        ("They walked 100 km.", 100, "km", "", ""),
        ("A force of 40 000 men came.", 40_000, "", "man", ""),
    ],
)
def test_a_figure_has_its_value_unit_and_hedge(text: str, value: float, unit: str, of: str, hedge: str) -> None:
    (figure,) = read(text)
    assert (figure.value, figure.unit, figure.of, figure.hedge) == (value, unit, of, hedge)


@pytest.mark.parametrize(
    "text", ["It was in 2015.", "It began on 7 January.", "The train of 10:30 left.", "See page 12.", "One of them left."]
)
def test_dates_times_and_pages_are_no_figures(text: str) -> None:
    assert read(text) == ()


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="12 0.,$%aknmillio -5th", max_size=40))
def test_spans_lie_in_the_text_and_in_order(text: str) -> None:
    spans = [figure.span for figure in read(text)]
    assert spans == sorted(spans)
    assert all(span.start < span.end <= len(text) for span in spans)
