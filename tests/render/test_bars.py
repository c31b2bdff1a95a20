"""This file tests that bars are as high as what they stand for, and stay within their plot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.render.bars import MOST, Datum, bars, grouped, rounded_up

VALUES = st.floats(0, 1e6, allow_nan=False)


def test_parts_stand_on_one_another_and_are_as_high_as_their_share_of_the_axis() -> None:
    (bar,) = bars([Datum("d1-c0", "t", (("critical", 25.0), ("major", 0.0), ("minor", 10.0)))], 50.0)
    assert [(part.severity, part.y, part.height) for part in bar.parts] == [("critical", 50.0, 50.0), ("minor", 30.0, 20.0)]


@given(st.lists(st.lists(VALUES, min_size=1, max_size=4), min_size=1, max_size=40), st.floats(0.1, 1e6))
def test_no_bar_leaves_the_plot_and_whatever_is_not_nothing_can_be_seen(rows: list[list[float]], top: float) -> None:
    drawn = list(bars([Datum("", "", tuple(("minor", value) for value in row)) for row in rows], top))
    assert all(bar.x >= 0 and bar.x + bar.width <= 1000.1 for bar in drawn)
    assert all(part.y >= 0 and part.height > 0 and part.y + part.height <= 100.1 for bar in drawn for part in bar.parts)
    assert [bool(bar.parts) for bar in drawn] == [any(value > 0 for value in row) for row in rows]


@given(st.integers(0, 5 * MOST))
def test_neighbours_share_a_bar_where_there_are_too_many_and_none_is_lost(many: int) -> None:
    runs = list(grouped(range(many)))
    assert [number for run in runs for number in run] == list(range(many))
    assert len(runs) <= MOST
    assert many > MOST or len(runs) == many


@pytest.mark.parametrize(("value", "end"), [(0.0, 1.0), (0.3, 0.5), (1.0, 1.0), (3.0, 5.0), (27.4, 50.0), (50.0, 50.0), (51.0, 100.0)])
def test_an_axis_ends_at_a_round_figure(value: float, end: float) -> None:
    assert rounded_up(value) == pytest.approx(end)
