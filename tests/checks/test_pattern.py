"""This file tests token and tree patterns: their anchor, their span, what makes them innocent, and how they fail."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audit.analyse import analyse
from audit.model import Document, Failure, Match, Rule
from audit.rulebook import build
from audit.segment import segment

Find = Callable[..., list[tuple[str, tuple[str, ...]]]]
TREE = [
    {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"LEMMA": "follow"}},
    {"LEFT_ID": "verb", "REL_OP": ">", "RIGHT_ID": "object", "RIGHT_ATTRS": {"DEP": "dobj"}},
]


def words(found: list[tuple[str, tuple[str, ...]]]) -> list[str]:
    return [quote for quote, _ in found]


def test_a_token_pattern_finds_its_words(found: Find) -> None:
    tokens = [[{"LOWER": "since"}, {"LIKE_NUM": True}, {"LOWER": "years"}]]
    assert words(found("He has waited since nine years. She came since.", anchor=["since"], tokens=tokens)) == ["since nine years"]


def test_one_of_several_token_patterns_is_enough(found: Find) -> None:
    tokens = [[{"LOWER": "since"}, {"LOWER": "long"}], [{"LOWER": "since"}, {"LOWER": "always"}]]
    assert words(found("It is so since always and since long.", anchor=["since"], tokens=tokens)) == ["since always", "since long"]


def test_a_pattern_is_tried_only_where_its_anchor_stands(found: Find) -> None:
    tokens = [[{"LOWER": {"IN": ["since", "for"]}}, {"LOWER": "long"}]]
    assert words(found("It is so for long. It is so since long.", anchor=["since"], tokens=tokens)) == ["since long"]


def test_an_anchor_may_be_a_sheet_or_all_forms_of_a_word(found: Find) -> None:
    assert words(found("He came the March.", anchor=["@months"], tokens=[[{"LOWER": "the"}, {"LOWER": "march"}]])) == ["the March"]
    assert words(found("He followed it.", anchor=["~follow"], tokens=[[{"LEMMA": "follow"}]])) == ["followed"]


def test_a_pattern_never_reaches_over_the_end_of_a_sentence(found: Find) -> None:
    assert found("We came since.\n\nLong ago.", anchor=["since"], tokens=[[{"LOWER": "since"}, {"OP": "?"}, {"LOWER": "long"}]]) == []


def test_the_longest_of_overlapping_matches_is_found(found: Find) -> None:
    tokens = [[{"LOWER": "very", "OP": "+"}, {"LOWER": "big"}]]
    assert words(found("A very very very big row.", anchor=["very"], tokens=tokens)) == ["very very very big"]


def test_the_mark_may_be_a_part_of_the_match(found: Find) -> None:
    tokens = [[{"LOWER": "a"}, {"LOWER": "big"}, {"LOWER": "old"}, {"LOWER": "row"}]]
    assert words(found("We saw a big old row.", anchor=["row"], tokens=tokens, mark=[1, 2])) == ["big old"]
    assert words(found("We saw a big old row.", anchor=["row"], tokens=tokens, mark=[-1])) == ["row"]


def test_a_tree_pattern_finds_words_that_stand_apart(found: Find) -> None:
    settings = {"anchor": ["~follow"], "tree": TREE}
    assert words(found("The police followed the old man.", **settings)) == ["followed the old man"]
    assert found("The police followed.", **settings) == []


def test_the_mark_of_a_tree_pattern_names_its_nodes(found: Find) -> None:
    assert words(found("The police followed the old man.", anchor=["~follow"], tree=TREE, mark=["object"])) == ["man"]


def test_the_better_wording_is_filled_with_the_matched_words(found: Find) -> None:
    tokens = [[{"LOWER": "since"}, {"LIKE_NUM": True}, {"LOWER": "years"}]]
    assert found("He waits since nine years.", anchor=["since"], tokens=tokens, better=["for {1} {2}"]) == [
        ("since nine years", ("for nine years",))
    ]
    (only,) = found("The police followed the man.", anchor=["~follow"], tree=TREE, better=["{verb} after the {object}"])
    assert only == ("followed the man", ("followed after the man",))


def test_what_overlaps_an_innocent_pattern_is_left_alone(found: Find) -> None:
    settings = {
        "anchor": ["long"],
        "tokens": [[{"LOWER": "since"}, {"LOWER": "long"}]],
        "unless": [[{"LOWER": "long"}, {"LOWER": "before"}]],
    }
    assert found("It is so since long before the war.", **settings) == []
    assert words(found("It is so since long.", **settings)) == ["since long"]


def test_a_match_must_have_its_context(found: Find) -> None:
    settings = {"anchor": ["long"], "tokens": [[{"LOWER": "since"}, {"LOWER": "long"}]], "near": ["war"]}
    assert len(found("It is so since long, after the war.", **settings)) == 1
    assert found("It is so since long.", **settings) == []


@pytest.mark.parametrize(
    "settings",
    [
        {"tokens": [[{"LOWRE": "since"}]]},
        {"tokens": [[{"LOWER": "since"}]], "better": ["{9}"]},
        {"tokens": [[{"LOWER": "since"}]], "mark": [4, 5]},
        {"tokens": [[]]},
        {"tree": [{"RIGHT_ID": "a", "RIGHT_ATTRS": {"LOWER": "since"}}, {"RIGHT_ID": "b"}]},
        {"tree": [{"RIGHT_ID": "a"}]},
    ],
)
def test_a_pattern_that_cannot_be_used_is_one_failure_of_its_own_card(make: Callable[..., Rule], settings: dict[str, object]) -> None:
    wrong, right = (
        make("pattern", {"anchor": ["since"], **settings}, "a/wrong"),
        make("pattern", {"anchor": ["since"], "tokens": [[{"LOWER": "since"}]]}, "a/right"),
    )
    document = Document("a", "It is so since long. It is so since ever.")
    (check,) = build([wrong, right])
    found = list(check.find(analyse(document, segment(document))))
    failures = [item for item in found if isinstance(item, Failure)]
    assert [failure.what for failure in failures] == ["a/wrong"]
    assert "mend the card" in failures[0].reason
    assert len([item for item in found if isinstance(item, Match) and item.rule == "a/right"]) == 2
