"""This file tests how naturally words are held to follow each other."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.neighbours import evidence, fluency, pairs
from audit.spans import Span

SENTENCES = (
    "The mayor said he wants to cut the spending of the town by a third next year",
    "Shares of the company fell after the news of a heavy loss in its second quarter",
    "Police believe that the two men had planned the robbery for several months",
    "Farmers who lost their harvest to the flood will receive money from the state",
)


def of(text: str) -> float:
    found = fluency(text, [Span(0, len(text))])
    assert found is not None
    return found


@pytest.mark.parametrize("sentence", SENTENCES)
def test_words_in_order_are_more_fluent_than_the_same_words_shuffled(sentence: str) -> None:
    words = sentence.lower().split()
    for seed in range(20):
        shuffled = random.Random(seed).sample(words, len(words))
        assert of(" ".join(shuffled)) < of(sentence)


def test_only_words_side_by_side_are_a_pair() -> None:
    text = "In May, the mayor\nwent home. It didn’t rain at all"
    assert list(pairs(text, Span(0, len(text)))) == [
        ("In", "May"),
        ("the", "mayor"),
        ("went", "home"),
        ("rain", "at"),
        ("at", "all"),
    ]


def test_a_frequent_pair_speaks_for_its_order_and_its_reverse_against_it() -> None:
    assert evidence("of", "the") > 0 > evidence("the", "of")
    assert evidence("Prime", "Minister") == evidence("prime", "minister") > 2


def test_an_unknown_pair_says_little_and_an_empty_text_nothing() -> None:
    assert -1 < evidence("zebra", "quux") < 0
    assert fluency("Quiet!", [Span(0, 6)]) is None


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    found = fluency(text, [Span(0, len(text))])
    assert found is None or -3 < found < 3
    assert all(f"{first} " in text or f"{first}\t" in text or f"{first}\xa0" in text for first, _ in pairs(text, Span(0, len(text))))
