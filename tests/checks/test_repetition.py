"""This file tests which doubled words are slips and which are English."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Find = Callable[..., list[tuple[str, tuple[str, ...]]]]


@pytest.mark.parametrize(
    ("text", "doubled"),
    [
        ("He left the the room.", ["the the"]),
        ("The the room is empty.", ["The the"]),
        ("He left of the of the room.", ["of the of the"]),
        ("He left in front of in front of the house.", ["in front of in front of"]),
        ("He left the\u00a0the room.", ["the\u00a0the"]),
        ("He left the  the room.", ["the  the"]),
        ("He left the, the room.", []),
        ("He left the. The room is empty.", []),
        ("He left the-the room.", []),
        ("He left the then room.", []),
        ("Bathe the dog.", []),
        ("They sang Duran Duran songs in Walla Walla.", []),
        ("It rose 5 5 times.", []),
        ("A row\n\nrow again.", []),
        ("He said it’s it’s over.", ["it’s it’s"]),
    ],
)
def test_words_that_stand_twice_are_found(found: Find, text: str, doubled: list[str]) -> None:
    assert [quote for quote, _ in found(text)] == doubled


def test_the_better_wording_says_it_once(found: Find) -> None:
    assert found("The the room.") == [("The the", ("The",))]


def test_a_repeat_over_the_end_of_a_wrapped_line_is_one(found: Find) -> None:
    text = "The minister flew to the old capital of the\nthe region, where he met the governor of\nthe town and left."
    assert len(found(text)) == 1


def test_doubles_that_are_english_are_allowed_by_the_card(found: Find) -> None:
    assert found("She had had enough of that that day.", allowed=["had", "that"]) == []
    assert [quote for quote, _ in found("She had had enough.")] == ["had had"]


def test_a_card_says_how_many_words_are_looked_at_together(found: Find) -> None:
    text = "We left in front of in front of it."
    assert found(text, words=2) == []
    assert len(found(text, words=3)) == 1


def test_a_repeat_must_have_its_context(found: Find) -> None:
    assert found("He said “no no” and left.", "style/awkward") == []
    assert len(found("He said no no and left.", "style/awkward")) == 1
