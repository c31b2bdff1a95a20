"""This file tests the statistics against published values, and that few counts prove nothing."""

from __future__ import annotations

import math

import pytest

from audit import odds


@pytest.mark.parametrize(
    ("right", "wrong", "low", "high"),
    [(0, 0, 0, 1), (0, 10, 0, 0.2775), (8, 2, 0.4902, 0.9433), (10, 0, 0.7225, 1), (81, 182, 0.2553, 0.3662)],
)
def test_the_share_that_is_right_lies_in_wilsons_interval(right: int, wrong: int, low: float, high: float) -> None:
    assert odds.share(right, wrong) == pytest.approx((low, high), abs=1e-4)


@pytest.mark.parametrize(
    ("alarms", "low", "high"), [(0, 0, 3.6889), (1, 0.0253, 5.5716), (5, 1.6235, 11.6683), (20, 12.2165, 30.8884), (1000, 938.97, 1063.96)]
)
def test_the_rate_of_alarms_lies_in_the_exact_poisson_interval(alarms: int, low: float, high: float) -> None:
    assert odds.rate(alarms, 100_000) == pytest.approx((low, high), rel=1e-3)
    assert odds.rate(alarms, 50_000) == pytest.approx((2 * low, 2 * high), rel=1e-3)


def test_without_words_any_rate_is_possible() -> None:
    assert odds.rate(0, 0) == (0, math.inf)
    assert odds.budget(0, 0) == "not yet known"


@pytest.mark.parametrize(
    ("alarms", "words", "budget"),
    [
        (1, 20_000, "not yet known"),
        (0, 20_000, "not yet known"),
        (3, 20_000, "over"),
        (0, 200_000, "within"),
        (1, 300_000, "within"),
        (4, 200_000, "not yet known"),
        (10, 200_000, "over"),
    ],
)
def test_a_rule_is_over_budget_only_when_that_is_proved(alarms: int, words: int, budget: str) -> None:
    assert odds.budget(alarms, words) == budget


@pytest.mark.parametrize(
    ("said", "right", "wrong", "agreement"),
    [
        (0.9, 0, 4, "too few to say"),
        (0.9, 0, 5, "too high"),
        (0.9, 4, 0, "too few to say"),
        (0.9, 9, 1, "agrees"),
        (0.9, 10, 10, "too high"),
        (0.5, 10, 0, "too low"),
        (0.99, 6, 6, "too high"),
        (0.6, 6, 6, "agrees"),
    ],
)
def test_a_confidence_is_contradicted_by_what_lies_outside_the_interval(said: float, right: int, wrong: int, agreement: str) -> None:
    assert odds.agreement(said, odds.share(right, wrong), right + wrong) == agreement


@pytest.mark.parametrize("right", [0.0, 0.3, 0.9])
@pytest.mark.parametrize("mended", [odds.MENDED, 0.8, 1.0])
def test_behind_an_editors_changes_lies_what_was_right_however_much_of_it_was_mended(right: float, mended: float) -> None:
    chance = 0.2
    touched = right * mended + (1 - right * mended) * chance
    low, high = odds.behind(odds.Interval(touched, touched), chance)
    assert low - 1e-9 <= right <= high + 1e-9
    assert odds.behind(odds.Interval(0.1, 0.95), chance) == (0, 1)
