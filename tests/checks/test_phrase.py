"""This file tests that phrases are found whole, in all their forms, with the wording that fits the form."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from audit.cards import settings_of
from audit.checks.phrase import rows
from audit.context import fold
from audit.inflect import expand, malformed
from audit.model import Analysis, Document, Example, Match, Rule
from audit.rulebook import build

Find = Callable[..., list[tuple[str, tuple[str, ...]]]]


def rule_of(phrases: list[str]) -> Rule:
    examples = (Example("a"),)
    wanted = settings_of("phrase").validate_python({"any": phrases})
    return Rule("a/b", "m", "w", "accuracy/mistranslation", "minor", 0.9, "phrase", wanted, examples, examples)


def words(found: list[tuple[str, tuple[str, ...]]]) -> list[str]:
    return [quote for quote, _ in found]


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("We saw the big row.", True),
        ("The big row began.", True),
        ("THE BIG ROW", True),
        ("“the big row”", True),
        ("(the big row)", True),
        ("the big row—again", True),
        ("the big row's end", True),
        ("the big row’s end", True),
        ("the big row.", True),
        ("the\u00a0big row", True),
        ("the big\nrow was over", True),
        ("the big rower", False),
        ("bathe big row", False),
        ("the big row-boat", False),
        ("re-the big row", False),
        ("the big row_1", False),
        ("the big row2", False),
        ("the big. row", False),
        ("the big, row", False),
    ],
)
def test_a_phrase_is_found_as_whole_words(found: Find, text: str, is_there: bool) -> None:
    assert len(found(text, any=["the big row"])) == is_there


def test_the_shape_of_the_apostrophe_does_not_matter(found: Find) -> None:
    for text in ("don't row", "don’t row", "DON‘T ROW"):
        assert words(found(text, any=["don't row"])) == [text]
    assert words(found("don't row", any=["don’t row"])) == ["don't row"]


def test_case_counts_where_the_card_says_so(found: Find) -> None:
    assert words(found("The State and the state.", any=["the State"], case=True)) == []
    assert words(found("the State and the state.", any=["the State"], case=True)) == ["the State"]
    assert words(found("the State and the state.", any=["the State"])) == ["the State", "the state"]


def test_every_form_of_an_inflected_phrase_is_found(found: Find) -> None:
    text = "He took the word. She takes the word, having taken the word, taking the word to take the word. A retake the word."
    assert words(found(text, any=["~take the word"])) == [
        "took the word",
        "takes the word",
        "taken the word",
        "taking the word",
        "take the word",
    ]


def test_the_better_wording_takes_the_form_and_the_capital_of_what_was_found(found: Find) -> None:
    swap = {"~take the word": "~speak"}
    text = "Taking the word, he left. She took the word. To take the word is hard. TAKE THE WORD!"
    assert found(text, swap=swap) == [
        ("Taking the word", ("Speaking",)),
        ("took the word", ("spoke",)),
        ("take the word", ("speak",)),
        ("TAKE THE WORD", ("Speak",)),
    ]


def test_a_row_may_offer_several_wordings_or_none(found: Find) -> None:
    rows = [{"find": "big row", "better": ["dispute", "brawl"]}, {"find": ["odd row", "~row oddly"]}]
    assert found("A big row, an odd row; they rowed oddly.", rows=rows) == [
        ("big row", ("dispute", "brawl")),
        ("odd row", ()),
        ("rowed oddly", ()),
    ]


def test_alternatives_and_empty_ones_are_found_longest_first(found: Find) -> None:
    assert words(found("the head of state spoke, the head left", any=["the head (of state|)"])) == ["the head of state", "the head"]


def test_of_overlapping_phrases_of_one_card_the_first_and_longest_is_found(found: Find) -> None:
    assert words(found("big old row boat", any=["big old", "big old row", "old row", "row boat"])) == ["big old row"]


def test_two_cards_may_find_the_same_words(make: Callable[..., Rule], matched: Callable[..., list[Match]]) -> None:
    one, other = make("phrase", {"any": ["big row"]}, "a/one"), make("phrase", {"any": ["big row", "big"]}, "a/other")
    found = sorted((match.rule, match.span.of("A big row.")) for match in matched("A big row.", one, other))
    assert found == [("a/one", "big row"), ("a/other", "big row")]


def test_a_longer_match_that_its_context_forbids_does_not_hide_a_shorter_one(found: Find) -> None:
    rows = [{"find": "big row boat", "near": ["river"]}, {"find": "big row"}]
    assert words(found("A big row boat.", rows=rows)) == ["big row"]
    assert words(found("A big row boat on the river.", rows=rows)) == ["big row boat"]


def test_a_row_has_its_own_context_beside_the_cards(found: Find) -> None:
    settings: dict[str, Any] = {"rows": [{"find": "big row", "near": ["river"]}], "unless_near": ["sea"]}
    assert len(found("A big row on the river.", **settings)) == 1
    assert found("A big row on the lake.", **settings) == []
    assert found("A big row on the river by the sea.", **settings) == []


def test_a_style_row_keeps_out_of_quotations_and_an_accuracy_row_does_not(found: Find) -> None:
    text = "She said “a big row began” today."
    assert found(text, "style/awkward", any=["big row"]) == found(text, "style/awkward", rows=[{"find": "big row"}]) == []
    assert words(found(text, any=["big row"])) == ["big row"]
    assert words(found(text, "style/awkward", any=["big row"], quotes="any")) == ["big row"]


def test_a_match_gives_the_message_what_the_source_said_and_meant(make: Callable[..., Rule], matched: Callable[..., list[Match]]) -> None:
    rows = [{"find": "big row", "source": "grosse rangée", "means": "long line"}]
    (match,) = matched("A big row.", make("phrase", {"rows": rows}))
    assert match.values == {"source": "grosse rangée", "means": "long line"}


def test_letters_beyond_the_first_plane_do_not_move_a_phrase(found: Find) -> None:
    assert words(found("🙂🙂 𝔄 big row İ big row", any=["big row"])) == ["big row", "big row"]


def one_by_one(text: str, phrases: list[str]) -> list[tuple[int, int]]:
    """What the check must find, by the slow way: every literal phrase at every place, the first and longest first."""
    folded = fold(text)
    places = set()
    for literal in {fold(literal) for phrase in phrases for literal, _ in expand(phrase)}:
        start = folded.find(literal)
        while start >= 0:
            end = start + len(literal)
            before, after = folded[:start], folded[end:]
            inside = (literal[0].isalnum() and re.search(r"[^\W]\Z|[^\W_]-\Z", before)) or (
                literal[-1].isalnum() and re.match(r"\w|-[^\W_]", after)
            )
            if not inside:
                places.add((start, end))
            start = folded.find(literal, start + 1)
    kept: list[tuple[int, int]] = []
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


PIECE = st.sampled_from(["ab", "a", "abab", "~ab", "~be", " ", "the", "'s", "%", "-", "(a|b)", "(ab|)", "(the |)", "(aab|ab )", "5", "."])
SHORTHAND = st.lists(PIECE, min_size=1, max_size=5).map("".join).filter(lambda phrase: not malformed(phrase))
SAID = st.lists(
    st.sampled_from(["ab", "a", "abs", "b", " ", " ", "the", "is", "'s", "’s", "%", "-", "5", ".", "aab", "THE", "_"]), max_size=14
).map("".join)


@settings(max_examples=400)
@given(st.lists(SHORTHAND, min_size=1, max_size=3), SAID)
def test_phrases_are_found_as_if_each_were_looked_for_by_itself(phrases: list[str], text: str) -> None:
    analysis = Analysis(Document("a", text), text, (), (), (), Doc(Vocab()))
    (check,) = build([rule_of(phrases)])
    assert [(match.span.start, match.span.end) for match in check.find(analysis)] == one_by_one(text, phrases)


def test_five_thousand_phrases_cost_one_pass(make: Callable[..., Rule], matched: Callable[..., list[Match]]) -> None:
    many = [f"{first}{second} {third} row" for first in "abcdefghijklmnopqrst" for second in "aeiouy" for third in map(str, range(42))]
    rule = make("phrase", {"any": many})
    start = time.perf_counter()
    assert len(matched("We saw ba 7 row. " * 3, rule)) == 3
    assert len(many) > 5000
    assert time.perf_counter() - start < 5


def test_a_row_for_one_language_does_not_hide_one_for_all() -> None:
    rows_ = [{"find": "the big row"}, {"find": "the big row", "only": ["fr"], "better": "the quarrel"}]
    wanted = settings_of("phrase").validate_python({"rows": rows_})
    rule = Rule("a/b", "m", "w", "accuracy/mistranslation", "minor", 0.9, "phrase", wanted, (Example("a"),), (Example("a"),))
    (check,) = build([rule])
    analysis = Analysis(Document("a", "We saw the big row."), "We saw the big row.", (), (), (), Doc(Vocab()))
    assert sorted((match.only, match.better) for match in check.find(analysis)) == [((), ()), (("fr",), ("the quarrel",))]


def test_a_table_of_knowledge_gives_a_card_its_entries() -> None:
    wanted = settings_of("phrase").validate_python({"sheet": "press/distinct"})
    rule = Rule("a/b", "m", "w", "accuracy/mistranslation", "minor", 0.9, "phrase", wanted, (Example("a"),), (Example("a"),))
    assert "Gazeta Wyborcza" in {row.better for row in rows(rule.settings)}


def test_a_table_that_is_missing_is_refused() -> None:
    with pytest.raises(ValueError, match="no such sheet"):
        settings_of("phrase").validate_python({"sheet": "press/nowhere"})
