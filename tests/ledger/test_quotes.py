"""This file tests which words a text puts into whose mouth."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.analyse import analyse
from audit.entries import Ledger, Mention, Person
from audit.ledger.quotes import quotes
from audit.model import Document, Span
from audit.segment import segment


def said(text: str) -> list[tuple[str, str, str]]:
    document = Document("a", text)
    analysis = analyse(document, segment(document))
    places = ((quote.span, quote.speaker, quote.verb) for quote in quotes(analysis))
    return [(span.of(text).strip("“”\"'"), who.of(text) if who else "", verb.of(text) if verb else "") for span, who, verb in places]


@pytest.mark.parametrize(
    ("text", "speaker", "verb"),
    [
        ("“We will not wait,” warned Anna Velk, the mayor.", "Anna Velk", "warned"),
        ("“We will not wait,” Velk said on Monday.", "Velk", "said"),
        ("“We will not wait,” insisted Friday Ruritanian President Anna Velk.", "Ruritanian President Anna Velk", "insisted"),
        ("“Will you all wait?” she asked.", "she", "asked"),
        ("According to Anna Velk, “the plan is good for all”.", "Anna Velk", ""),
        ("“The plan is good for all”, according to the ministry of trade.", "the ministry of trade", ""),
        ("The minister said: “We are here to stay for long.”", "The minister", "said"),
        ("The minister, Anna Velk, said that “we are here to stay”.", "The minister, Anna Velk", "said"),
        ("Velk told reporters that “the talks have brought nothing”.", "Velk", "told"),
        ("A senior prison officer said: “Nobody was hurt in the fire.”", "A senior prison officer", "said"),
        ("But Velk added that “nobody was hurt in the fire”.", "Velk", "added"),
    ],
)
def test_the_speaker_is_the_subject_of_the_verb_beside_the_quotation(text: str, speaker: str, verb: str) -> None:
    assert said(text)[0][1:] == (speaker, verb)


def test_a_quotation_that_goes_on_behind_its_clause_has_the_same_speaker() -> None:
    found = said("“We will not wait,” warned Anna Velk. “The door is open to everybody.” She left.")
    assert [who for _, who, _ in found] == ["Anna Velk", "Anna Velk"]


def test_the_clause_of_the_next_quotation_is_not_that_of_the_last() -> None:
    found = said("“Nobody was hurt in the fire.” The mayor said on Monday: “We were lucky this time.”")
    assert [who for _, who, _ in found] == ["", "The mayor"]


def test_a_few_words_that_nobody_says_are_no_quotation() -> None:
    assert said("The “dark horse” of the race won. He read “War and Peace” there.") == []


def test_words_in_marks_without_a_speaker_stand_with_none() -> None:
    assert said("Critics speak of “a dark day for the whole country” now.") == [("a dark day for the whole country", "", "")]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = "The minister said: “We are here to stay.\n\n“And we will not leave.”\n\nShe left."
    document = Document("a", text)
    (quote,) = quotes(analyse(document, segment(document)))
    assert [span.of(text) for span in quote.further] == ["“And we will not leave.”"]


def test_the_speaker_is_found_among_the_people_of_the_ledger() -> None:
    text = "“We will not wait,” warned Anna Velk. Jan Dorn nodded."
    document = Document("a", text)
    at = text.index("Anna Velk")
    people = (Person("Jan Dorn", ("Jan Dorn",), ()), Person("Anna Velk", ("Anna Velk",), (Mention(Span(at, at + 9), "full"),)))
    analysis = replace(analyse(document, segment(document)), ledger=Ledger(people=people))
    (quote,) = quotes(analysis)
    assert quote.person == 1


@pytest.mark.parametrize(("pronoun", "person"), [("she", 0), ("he", None), ("they", None)])
def test_a_pronoun_means_whoever_spoke_last_if_the_gender_agrees(pronoun: str, person: int | None) -> None:
    text = f"“We will not wait,” warned Anna Velk. It rained. “The door is open to all,” {pronoun} said."
    document = Document("a", text)
    at = text.index("Anna Velk")
    people = (Person("Anna Velk", ("Anna Velk",), (Mention(Span(at, at + 9), "full"),), gender="female"),)
    found = quotes(replace(analyse(document, segment(document)), ledger=Ledger(people=people)))
    assert [quote.person for quote in found] == [0, person]


def test_pages_of_marks_and_capitals_end_quickly() -> None:
    assert isinstance(said("SAID VELK “" * 400), list)
    assert isinstance(said('" said ' * 400), list)
