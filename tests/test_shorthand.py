"""This file tests that a shorthand fits exactly the phrases it stands for, wherever in a text its telling piece is met."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.inflect import expand
from audit.shorthand import Fit, Shorthand, first_literal

PHRASES = [
    "~climb (up|down|) towards",
    "(the|a|) head of (the|) state",
    "(in|on) the (way|ways) (of|)",
    "of the",
    "(very |)old (man|men|)",
    "(anti-|)government",
    "~put (his|her) (foot|feet) (down|)",
    "according to (him|her),",
]
WORDS = [
    "the", "a", "head", "of", "state", "climb", "climbed", "climbing", "up", "down", "towards", "in", "on", "way", "ways", "very", "old",
    "man", "men", "anti-", "government", "put", "puts", "his", "foot", "feet", "according", "to", "him,", "her,", ",", ".",
]  # fmt: skip


def fits(phrase: str, text: str) -> set[tuple[int, int]]:
    shorthand = Shorthand(phrase)
    return {
        (fit.start, fit.end)
        for anchor in shorthand.anchors
        for place in range(len(text))
        if text.startswith(anchor.text, place)
        for fit in shorthand.fits(text, place, anchor.text)
    }


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(PHRASES), st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join))
def test_it_fits_where_one_of_its_written_out_phrases_stands_and_nowhere_else(phrase: str, text: str) -> None:
    literals = {literal for literal, _ in expand(phrase)}
    spelled = {(place, place + len(literal)) for literal in literals for place in range(len(text)) if text.startswith(literal, place)}
    assert fits(phrase, text) == spelled


def test_a_fit_says_how_the_card_writes_it_and_which_forms_its_verbs_take() -> None:
    (fit,) = Shorthand("~walk the Road on").fits("he walked the road on", 10, "the road on")
    assert fit == Fit(3, 21, "walked the Road on", ("ed",))


def test_a_phrase_of_function_words_is_found_whole() -> None:
    assert fits("of (the|a)", "one of a few of the") == {(4, 8), (13, 19)}


def test_more_than_one_space_may_stand_between_the_pieces() -> None:
    assert fits("~climb (up|) towards", "they climb  up  towards it") == {(5, 23)}


@pytest.mark.parametrize("phrase", PHRASES)
def test_the_first_phrase_is_one_of_them(phrase: str) -> None:
    assert first_literal(phrase) == expand(phrase)[0][0]
    assert Shorthand(phrase).is_one(first_literal(phrase))
    assert not Shorthand(phrase).is_one(first_literal(phrase) + " more")


def test_millions_of_phrases_cost_no_more_than_their_pieces() -> None:
    many = "(a|b|c|d|e|f|g|h|i|j|) " * 8 + "minister"
    assert Shorthand(many).is_one("c d e minister")
