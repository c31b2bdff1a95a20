"""This file tests the arithmetic of days."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from audit.almanac import day_of, month_number, nearest, weekday_number, written, years_that_fit


def test_two_weekdays_of_january_fit_the_years_that_have_them() -> None:
    assert years_that_fit([(0, 1, 10), (4, 1, 7)]) == (2000, 2005, 2011, 2022)


def test_a_pair_at_the_turn_of_a_year_may_fall_into_the_next() -> None:
    assert 2021 in years_that_fit([(4, 12, 31), (0, 1, 3)])


def test_what_no_year_has_fits_none() -> None:
    assert years_that_fit([(4, 1, 7), (0, 1, 11)]) == ()


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2035, 12, 31)), st.integers(1, 12), st.integers(1, 28))
def test_the_nearest_day_is_never_further_than_half_a_year(to: datetime.date, month: int, day: int) -> None:
    found = nearest(month, day, to)
    assert found is not None
    assert abs((found - to).days) <= 183


def test_a_day_is_written_in_the_order_of_what_it_replaces() -> None:
    assert (written(datetime.date(2022, 1, 7), "8 January"), written(datetime.date(2022, 1, 7), "January 8")) == ("7 January", "January 7")


def test_names_cut_short_are_known() -> None:
    assert (month_number("Sept."), weekday_number("Tues."), day_of(2023, 2, 29)) == (9, 1, None)
