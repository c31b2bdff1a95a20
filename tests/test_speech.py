"""This file tests how the parts of a reporting clause are told apart: who speaks, when, and whether a verb still follows."""

import pytest

from audit.analyse import analyse
from audit.model import Analysis, Document
from audit.segment import segment
from audit.speech import clause_before, expression, opens_sentence, quote_ending_at, quoted_sentence_before, reporting, verb_follows


def analysed(text: str) -> Analysis:
    document = Document("text", text)
    return analyse(document, segment(document))


@pytest.mark.parametrize(
    "speaker",
    ["the mayor", "the finance minister, Ana Velk", "its spokesman Jan Velk", "Ana von Velk", "Mr. Velk", "the president of the council"],
)
def test_an_office_or_a_name_can_speak(speaker: str) -> None:
    assert expression(r"%(who)s").fullmatch(speaker)


@pytest.mark.parametrize("time", ["Friday", "on Monday evening", "this Tuesday", "Friday, January 7", "yesterday", "last night"])
def test_a_weekday_or_a_word_for_one_says_when(time: str) -> None:
    assert expression(r"%(when)s").fullmatch(time)


def test_a_full_name_has_two_words_and_is_no_weekday() -> None:
    assert expression(r"%(full_name)s").fullmatch("Ana Velk")
    assert not expression(r"%(full_name)s").fullmatch("Velk")
    assert not expression(r"%(full_name)s").fullmatch("Friday Morning")


def test_reporting_verbs_stand_in_the_forms_that_are_asked_for() -> None:
    assert {"says", "said"} <= reporting()
    assert "say" not in reporting()
    assert "saying" in reporting("ing")


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("“It is over,” said Monday the mayor.", False),
        ("“It is over,” said Monday the mayor, who left.", False),
        ("The man who called it “over” said Monday the mayor had left.", True),
        ("The man who called it “over” said Monday the mayor, Ana Velk, had left.", True),
    ],
)
def test_a_finite_verb_makes_the_words_before_it_its_subject(text: str, follows: bool) -> None:
    assert verb_follows(analysed(text), text.index("mayor") + len("mayor")) == follows


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The bridge will be closed in June, said the mayor.", True),
        ("The firm, which builds bridges, announced the sale.", False),
        ("Ana Velk, a lawyer, said nothing.", False),
    ],
)
def test_a_relative_clause_or_an_apposition_is_no_whole_clause(text: str, whole: bool) -> None:
    verb = next(word for word in ("said", "announced") if word in text)
    assert clause_before(analysed(text), text.index(verb)) == whole


def test_a_quotation_is_found_by_what_follows_it_and_knows_whether_it_opens_the_sentence() -> None:
    text = "“We won.” He called it “a miracle”, said Ana."
    analysis = analysed(text)
    fragment = quote_ending_at(analysis, text.index("said"))
    assert fragment is not None
    assert fragment.inside.of(text) == "a miracle"
    assert not opens_sentence(analysis, fragment)
    assert opens_sentence(analysis, analysis.quotations[0])
    assert quote_ending_at(analysis, text.index("called")) is None


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("“The bridge will be closed,” said Friday the mayor.", True),
        ("The firm, which denied “any wrong in the case”, said Friday the mayor had lied.", False),
        ("“Shame,” said Friday the mayor.", False),
    ],
)
def test_only_a_quoted_sentence_leaves_nothing_but_its_speaker_to_follow(text: str, whole: bool) -> None:
    assert quoted_sentence_before(analysed(text), text.index("said")) == whole


def test_an_office_does_not_reach_over_a_preposition() -> None:
    assert not expression(r"%(office)s").fullmatch("the departure of its head")
