"""This file tests how numbers are read as news writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.numerals import precision, said, value


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("twenty-five", 25), ("2.5 million", 2.5e6), ("40,000", 40_000), ("a dozen", 12), ("half a million", 5e5), ("3bn", 3e9),
        ("two and a half million", 2.5e6), ("a million and a half", 1.5e6), ("two hundred and fifty thousand", 250_000),
        ("twelve hundred", 1200),
    ],
)  # fmt: skip
def test_digits_and_words_say_the_same(written: str, number: float) -> None:
    assert value(written) == number


@pytest.mark.parametrize("written", ["", "many", "hundred", "m", "twenty people"])
def test_what_is_no_number_is_none(written: str) -> None:
    assert value(written) is None


@given(st.integers(0, 10**12))
def test_what_is_said_is_read_back(number: int) -> None:
    assert value(said(number)) == number


def test_a_round_number_may_have_been_rounded() -> None:
    assert (precision("40,000"), precision("2.5 million"), precision("41")) == (5000, 50_000, 0.5)
