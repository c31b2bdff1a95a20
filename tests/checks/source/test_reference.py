"""This file tests what a translation says otherwise than its references, beyond the cards' examples."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.config import Config
from audit.model import Document, Finding
from audit.pipeline import line
from audit.render.json import document

LINE = line(Config(select=("reference/",), force=True))
WORDS = st.lists(st.sampled_from("the mayor will not open 12 new schools in Lyon on Monday , . ? said she had lost".split()), max_size=14)


def departures(text: str, *references: str) -> tuple[Finding, ...]:
    return LINE.audit(Document("a", text, references=references)).findings


def of(text: str, references: Sequence[str]) -> list[tuple[str, str]]:
    return [(one.rule.removeprefix("reference/"), one.span.of(text)) for one in departures(text, *references)]


def test_without_a_reference_nothing_is_compared() -> None:
    assert of("The bridge cost 12 million euros.", []) == []


def test_one_reference_that_agrees_is_enough() -> None:
    text, other, same = (
        "The bridge cost 12 million euros.",
        "The bridge cost 15 million euros.",
        "Some 12 million euros were paid for the bridge.",
    )
    assert of(text, [other]) == [("number", "12 million")]
    assert of(text, [other, other]) == [("number", "12 million")]
    assert of(text, [other, same]) == of(text, [same, other]) == []


def test_the_reference_is_quoted_and_no_place_in_a_source_is_claimed() -> None:
    (found,) = departures("The party lost the election.", "The party won the election.")
    assert "won" in found.message
    assert found.source_span is None


def test_a_departure_says_where_it_stands_in_every_reference() -> None:
    others = ("In all, the bridge cost 15 million euros.", "The bridge cost 16 million euros.")
    (found,) = departures("The bridge cost 12 million euros.", *others)
    assert [(number, span.of(others[number])) for number, span in found.reference_spans] == [(0, "15 million"), (1, "16 million")]
    entry = document(LINE.audit(Document("a", "The bridge cost 12 million euros.", references=others)))
    assert entry["findings"][0]["reference_spans"] == [
        {"reference": 1, "start": 24, "end": 34},
        {"reference": 2, "start": 16, "end": 26},
    ]


def test_sentences_that_were_merged_are_compared_as_one() -> None:
    text = "The mayor opened the hospital on Tuesday. Forty nurses had waited for it since 2011."
    assert of(text, ["The mayor opened the hospital on Tuesday, for which forty nurses had waited since 2011."]) == []
    assert of(text, ["The mayor opened the hospital on Tuesday, for which forty nurses had waited since 2017."]) == [("number", "2011")]


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("The government has decided to raise taxes.", "The government decided that taxes would be raised."),
        ("Police said two men were arrested.", "Two men have been arrested, the police said."),
        ("She did not come because she was ill.", "She was prevented from coming by an illness."),
        ("The vote was put off until Monday.", "They postponed the vote to Monday."),
        ("A third of the houses burned down.", "One in three houses burned down."),
    ],
)
def test_a_paraphrase_is_no_departure_of_meaning(text: str, reference: str) -> None:
    assert [
        rule for rule, _ in of(text, [reference]) if rule in ("number", "place", "name", "negation", "negation-lost", "opposite", "gender")
    ] == []


@settings(max_examples=40, deadline=None)
@given(WORDS, WORDS)
def test_any_two_texts_can_be_compared_and_every_span_lies_in_the_text(ours: list[str], theirs: list[str]) -> None:
    text, reference = " ".join(["The", *ours]), " ".join(["The", *theirs])
    for found in departures(text, reference):
        assert 0 <= found.span.start < found.span.end <= len(text)
