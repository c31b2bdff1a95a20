"""This file tests what is written instead of a pronoun of the wrong gender, and that the finding shows whom it means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.analyse import analyse
from audit.checks.pronouns import FAULTS
from audit.config import Config
from audit.facts.index import Facts
from audit.found import Found
from audit.ledger import keep
from audit.model import Document
from audit.pipeline import line
from audit.segment import segment


def found(fault: str, text: str) -> list[Found]:
    document = Document("a", text)
    return list(FAULTS[fault](keep(replace(analyse(document, segment(document)), facts=Facts()))))


@pytest.mark.parametrize(
    ("fault", "text", "better"),
    [
        ("own", "Anna Velk sold his house.", "her"),
        ("own", "Igor Velk sold her house.", "his"),
        ("next", "Igor Velk was not there. They began without her.", "him"),
        ("next", "Anna Velk was late. He was tired.", "She"),
        ("reflexive", "Igor Velk defended herself.", "himself"),
        ("joined", "Anna Velk and his team won.", "her"),
        ("body", "Poland defends his borders.", "its"),
        ("body", "NATO said he would send ships.", "it"),
        ("impersonal", "He is necessary to cut the debt.", "It"),
        ("title", "Mr. Anna Velk came.", "Ms."),
        ("kin", "His brother Anna came.", "sister"),
    ],
)
def test_the_same_form_of_the_right_gender_is_proposed(fault: str, text: str, better: str) -> None:
    (one,) = found(fault, text)
    assert one.better == (better,)


def test_the_finding_shows_the_person_and_the_evidence() -> None:
    text = "Anna Velk was late. He was tired."
    (one,) = found("next", text)
    assert one.values == {"person": "Anna Velk", "evidence": "Anna is a woman’s name"}
    assert [related.span.of(text) for related in one.related] == ["Anna Velk"]


def test_a_stray_pronoun_is_corrected_only_in_company() -> None:
    alone = "Velk said he was ill. His work, he said, was done. She was a burden."
    beside = "Velk said he was ill. His work, he said, was done. Later she sold his house."
    assert [one.better for text in (alone, beside) for one in found("stray", text)] == [(), ("he",)]


def test_the_two_pronouns_of_a_report_on_a_summit_are_found_through_the_whole_line() -> None:
    text = (
        "“They must step back,” insisted Liz Truss, who speaks for London. His Ardenzan counterpart agreed.\n"
        "“It is time that Europe, the European Union, set out his vision,” said Emmanuel Macron in Paris."
    )
    result = line(Config(select=("pronoun/",))).audit(Document("a", text))
    assert [(finding.quote, finding.better) for finding in result.findings] == [("His", ("Her",)), ("his", ("its",))]
