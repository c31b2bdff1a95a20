"""This file tests that a band holds the way through two texts, wherever the certain pairs are."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from audit.align.bands import AROUND, anchored, diagonal


@given(st.integers(1, 40), st.integers(1, 40), st.dictionaries(st.integers(0, 39), st.integers(0, 39), max_size=40))
def test_bands_hang_together_from_the_beginning_to_the_end_of_both_texts(rows: int, columns: int, found: dict[int, int]) -> None:
    anchors = sorted((row, column) for row, column in found.items() if row < rows and column < columns)
    bands = anchored(rows, columns, anchors)
    assert len(bands) == rows
    assert bands[0].start == 0 or anchors
    assert bands[-1].stop == columns
    assert all(0 <= band.start < band.stop <= columns for band in bands)
    assert all(second.start <= first.stop for first, second in pairwise(bands))
    assert all(first.start <= second.start for first, second in pairwise(bands))


def test_between_two_certain_pairs_everything_is_compared() -> None:
    bands = anchored(100, 120, [(10, 10), (50, 70)])
    assert bands[10] == range(10 - AROUND, 10 + AROUND + 1)
    assert bands[30] == range(10 - AROUND, 70 + AROUND + 1)
    assert bands[99] == range(70 - AROUND, 120)


def test_a_pair_that_stands_against_the_others_is_not_believed() -> None:
    bands = anchored(50, 50, [(0, 0), (10, 10), (20, 45), (30, 30), (40, 40)])
    straight = anchored(50, 50, [(at, at) for at in range(0, 50, 10) if at != 20])
    assert bands == straight


def test_short_texts_are_compared_whole_and_long_ones_round_the_diagonal() -> None:
    assert diagonal(3, 4) == [range(4)] * 3
    long = diagonal(2000, 2000)
    assert max(map(len, long)) == 400
    assert long[-1].stop == 2000
