"""This file tests a guest's intervals and paired tests, and how a source is laid beside segments."""

from __future__ import annotations

import random

import pytest

from audit.model import AuditError
from audit.score.guest import Judged, by_lines, figure, significance
from audit.score.paired import Test


def judged(*rows: list[float]) -> Judged:
    return Judged(tuple(map(tuple, rows)), "model:m", "")


SOME = [random.Random(7).gauss(0.5, 0.2) for _ in range(200)]


def test_the_figure_is_the_mean_and_its_interval_is_that_of_the_normal_distribution() -> None:
    found = figure(judged(SOME), 0, 1000)
    mean = sum(SOME) / len(SOME)
    spread = (sum((score - mean) ** 2 for score in SOME) / len(SOME) ** 2) ** 0.5
    assert found.score.value == pytest.approx(mean)
    assert found.half == pytest.approx(1.96 * spread, rel=0.15)
    assert figure(judged(SOME), 0).half is None


def test_segments_without_text_do_not_count() -> None:
    assert figure(Judged(((0.5, None, 0.7),), "", ""), 0).score.value == pytest.approx(0.6)


@pytest.mark.parametrize("test", ["bs", "ar"])
def test_a_steady_gap_is_more_than_chance_and_no_gap_is_none(test: Test) -> None:
    noise = random.Random(8)
    better, like = [score + 0.05 + noise.gauss(0, 0.1) for score in SOME], [score + noise.gauss(0, 0.1) for score in SOME]
    found = significance(["a", "b", "c", "d"], judged(SOME, better, like, SOME), test).rows
    assert [row.differs for row in found] == [False, True, False, False]
    assert found[0].p is None
    assert (found[1].mean is None) == (test == "ar")


@pytest.mark.parametrize("test", ["bs", "ar"])
def test_where_nothing_differs_few_tests_say_so(test: Test) -> None:
    draw = random.Random(9)
    pairs = [[[draw.gauss(0, 1) for _ in range(30)] for _ in range(2)] for _ in range(60)]
    false = sum(significance(["a", "b"], judged(*pair), test).rows[1].differs for pair in pairs)
    assert false <= 9


@pytest.mark.parametrize("source", ["a\nb", "a\nb\n", "\n\na\nb\n\n", "a\n\nb\n", "a\r\nb\r\n"])
def test_a_source_is_read_line_by_line(source: str) -> None:
    assert by_lines(source, 2) == ["a", "b"]


def test_a_source_with_other_lines_is_refused_in_one_line() -> None:
    with pytest.raises(AuditError, match="the source has 2 lines for 3 segments"):
        by_lines("a\nb\n", 3)
