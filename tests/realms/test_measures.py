"""This file tests that figures are read with their currency or unit, whatever the language."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.realms.measures import measures


@pytest.mark.parametrize(
    ("text", "key", "figure"),
    [
        ("It cost $15 million.", "dollar", "15"),
        ("15 millions d'euros", "euro", "15"),
        ("15 млн рублей", "rouble", "15"),
        ("6000万元", "yuan", "6"),
        ("1500円", "yen", "15"),
        ("300 گرم", "gram", "3"),
        ("10-kilometre race", "kilometre", "1"),
        ("12 kilomètres", "kilometre", "12"),
        ("18个月", "month", "18"),
        ("3个小时", "hour", "3"),
        ("5日間", "day", "5"),
        ("1.000 Tonnen", "tonne", "1"),
        ("1,000 metric tons", "tonne", "1"),
        ("2,5 Mio. Kronen", "crown", "25"),
        ("40 milionů korun", "crown", "4"),
    ],
)
def test_a_figure_is_read_with_what_it_counts(text: str, key: str, figure: str) -> None:
    (measure,) = measures(text)
    assert (measure.figure, key in measure.keys) == (figure, True)


@pytest.mark.parametrize(
    "text", ["in 2020, yen fell", "20 people", "room 101 real estate agents", "the euro fell 3%", "3,000 soldiers from Lira"]
)
def test_a_figure_that_counts_something_else_is_no_measure(text: str) -> None:
    assert not measures(text)


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="0123456789.,$€ 元円원kmtonеврорублй-", max_size=40))
def test_any_figures_are_read_in_bounds(text: str) -> None:
    for measure in measures(text):
        assert 0 <= measure.span.start < measure.span.end <= len(text)
