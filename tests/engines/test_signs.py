"""This file tests the second signs: the word is unknown or misspelt, the replacement reads better, another engine agrees."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit import ledger
from audit.analyse import analyse
from audit.engines.complaint import Complaint
from audit.engines.signs import holds, is_name
from audit.model import Analysis, Document, Span
from audit.segment import segment


def analysed(text: str) -> Analysis:
    document = Document("a", text)
    return ledger.keep(analyse(document, segment(document)))


def complaint(text: str, words: str, better: str = "", engine: str = "harper") -> Complaint:
    start = text.index(words)
    return Complaint(
        span=Span(start, start + len(words)), engine=engine, rule="R", kind="k", message="m", better=(better,) if better else ()
    )


def held(sign: str, text: str, words: str, better: str = "") -> bool:
    return holds(sign, complaint(text, words, better), analysed(text))


@pytest.mark.parametrize(
    ("text", "word", "wrong"),
    [
        ("The mayor saw the brimolter.", "brimolter", True),
        ("The mayor saw the bridges.", "bridges", False),
        ("The mayor saw Brimolter.", "Brimolter", False),
        ("The brimolter met a brimolter.", "brimolter", False),
    ],
)
def test_a_lower_case_word_is_unknown_when_no_list_has_it(text: str, word: str, wrong: bool) -> None:
    assert held("unknown", text, word) is wrong


@pytest.mark.parametrize(
    ("text", "word", "better", "wrong"),
    [
        ("The mayor saw the goverment.", "goverment", "government", True),
        ("Goverment buildings were closed.", "Goverment", "Government", True),
        ("The Goverment was closed.", "Goverment", "Government", False),
        ("The mayor saw the neighbor.", "neighbor", "neighbour", False),
        ("The mayor saw the wilaya.", "wilaya", "wily", False),
    ],
)
def test_a_word_is_misspelt_when_a_far_commoner_one_is_offered(text: str, word: str, better: str, wrong: bool) -> None:
    assert held("misspelt", text, word, better) is wrong


@pytest.mark.parametrize(
    ("text", "words", "better", "wrong"),
    [
        ("He said that he have been there.", "have", "has", True),
        ("He had had enough of it.", "had had", "had", False),
        ("It was the the mayor of the town.", "the the", "the", True),
        ("He said so.", "so", "", False),
    ],
)
def test_a_replacement_must_read_better_where_the_rule_is_in_doubt(text: str, words: str, better: str, wrong: bool) -> None:
    assert held("fluency", text, words, better) is wrong


def test_another_engine_agrees_when_it_marks_the_same_words() -> None:
    text = "The mayor saw the bridge."
    first, second = complaint(text, "saw the"), complaint(text, "saw", engine="languagetool")
    assert holds("agreed", first, replace(analysed(text), complaints=(first, second)))
    assert not holds("agreed", first, replace(analysed(text), complaints=(first, replace(first, rule="S"))))


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The mayor met Brimolter.", "Brimolter", True),
        ("Yesterdy the mayor came.", "Yesterdy", False),
        ("“Yesterdy the mayor came.”", "Yesterdy", False),
        ("Brimolter came. The mayor met Brimolter.", "Brimolter", True),
        ("McBrim came.", "McBrim", True),
        ("the mayor came.", "the", False),
    ],
)
def test_a_capitalised_word_is_a_name_unless_it_opens_a_sentence_and_stands_alone(text: str, word: str, name: bool) -> None:
    start = text.index(word)
    assert is_name(text, Span(start, start + len(word)), analysed(text)) is name


def test_a_person_of_the_ledger_is_a_name_at_the_start_of_a_sentence() -> None:
    text = "Mayor Dora Lindqvist came at noon. Lindqvist left early."
    assert is_name(text, Span(text.rindex("Lindqvist"), text.rindex(" left")), analysed(text))
