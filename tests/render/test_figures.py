"""This file tests how a figure is shown: its value, and its band and floor where it has them."""

from __future__ import annotations

from dataclasses import dataclass

from audit.model import Score
from audit.render.figures import figure_of


@dataclass(frozen=True)
class Banded(Score):
    low: float | None = None
    high: float | None = None
    floor: float | None = None


def test_a_figure_with_a_band_and_a_floor_shows_where_they_lie() -> None:
    shown = figure_of(Banded("quality", 61.24, "s", low=55.5, high=70.0, floor=40.0))
    assert (shown.value, shown.share, shown.title) == ("61.2", 61.2, "Quality")
    assert shown.band is not None
    assert (shown.band.low.value, shown.band.high.value, shown.band.wide) == ("55.5", "70.0", 14.5)
    assert shown.floor is not None
    assert (shown.floor.value, shown.floor.share) == ("40.0", 40.0)


def test_a_figure_without_them_shows_neither_and_a_bar_ends_at_its_ends() -> None:
    shown = figure_of(Score("ter", 120.0, "s"))
    assert (shown.value, shown.share, shown.band, shown.floor) == ("120.0", 100.0, None, None)
    assert figure_of(Score("fluency", -3.2)).share == 0.0
