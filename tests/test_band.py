"""This file tests how sure a quality is said to be: its band and its floor."""

from __future__ import annotations

import pytest

from audit.config import Config
from audit.model import Document, Score
from audit.pipeline import line

LINE = line(Config(force=True))
ARTICLE = (
    "On Monday the mayor opened the new hospital. Nobody was hurt when the roof caved in last spring. The building cost 12 million euros. "
    "Doctors will move in before the end of the month. The old clinic stands by the river. Its rooms have been too small for years. "
    "The council voted for the plan by a wide margin. Two parties had asked for more time. Work on the road begins in May."
)
OTHER = (
    "The new hospital was opened by the mayor on Monday. When its roof caved in last spring, nobody was injured. It cost 12 million euros. "
    "The doctors are to move in by the end of the month. The old clinic is beside the river. For years its rooms have been too small. "
    "A wide majority of the council voted for the plan. Two parties wanted more time. The road will be built from May on."
)


def quality(text: str, *references: str) -> Score:
    return next(score for score in LINE.audit(Document("a", text, references=references)).scores if score.metric == "quality")


@pytest.mark.parametrize("references", [(), (OTHER,), (OTHER, ARTICLE)], ids=["none", "one", "two"])
def test_the_band_holds_the_quality_and_the_floor_lies_below_it(references: tuple[str, ...]) -> None:
    score = quality(ARTICLE, *references)
    assert score.low is not None
    assert score.high is not None
    assert score.floor is not None
    assert 0 <= score.low <= score.value <= score.high <= 100
    assert score.low < score.high or references
    assert score.floor < score.low


def test_more_sentences_of_the_same_kind_leave_a_narrower_band() -> None:
    short, long = quality(ARTICLE, OTHER), quality(" ".join([ARTICLE] * 4), " ".join([OTHER] * 4))
    assert short.low is not None
    assert short.high is not None
    assert long.low is not None
    assert long.high is not None
    assert long.high - long.low < 0.75 * (short.high - short.low)


def test_a_text_of_few_sentences_has_no_band() -> None:
    score = quality("The mayor opened the hospital. Nobody was hurt.")
    assert (score.low, score.high, score.floor) == (None, None, None)


def test_faults_in_some_sentences_widen_the_band_and_lower_no_floor() -> None:
    spoilt = ARTICLE.replace("The old clinic stands", "The the old clinic stands stands").replace("the road begins", "the the road begins")
    clean, faulty = quality(ARTICLE), quality(spoilt)
    assert faulty.value < clean.value
    assert clean.low is not None
    assert clean.high is not None
    assert faulty.low is not None
    assert faulty.high is not None
    assert faulty.high - faulty.low > clean.high - clean.low


def test_the_same_text_has_the_same_band_twice() -> None:
    assert quality(ARTICLE, OTHER) == quality(ARTICLE, OTHER)


def test_a_text_set_against_another_articles_sentences_comes_near_its_floor() -> None:
    sentences = [sentence.strip() + "." for sentence in OTHER.split(".") if sentence.strip()]
    turned = " ".join([*sentences[4:], *sentences[:4]])
    own, wrong = quality(ARTICLE, OTHER), quality(ARTICLE, turned)
    assert own.floor is not None
    assert wrong.value < own.value
    assert own.floor < 0.6 * own.value


def test_sentences_that_are_cut_otherwise_for_the_comparison_are_no_hindrance() -> None:
    odd = ARTICLE + ' "We did it!" she said. He asked: "Who? Me?" Then he left... and came back; the U.S. Senate met. No. 5 is alive.'
    score = quality(odd.replace(". ", ".\n"), OTHER)
    assert score.low is not None
    assert score.low <= score.value
