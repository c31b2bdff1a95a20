"""This file tests the second signs: a commoner word is one letter away, or the replacement reads better."""

from __future__ import annotations

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
    ("text", "word", "better", "wrong"),
    [
        ("The mayor saw the goverment.", "goverment", "government", True),
        ("The Goverment was closed.", "Goverment", "Government", False),
        ("The mayor is duking it out.", "duking", "during", False),
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


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [("The mayor met Brimolter.", "Brimolter", True), ("Werth came.", "Werth", True), ("the mayor came.", "mayor", False)],
)
def test_a_capitalised_word_is_a_name_wherever_it_stands(text: str, word: str, name: bool) -> None:
    assert is_name(text, Span(text.index(word), text.index(word) + len(word))) is name
