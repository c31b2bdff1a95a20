"""This file tests who the people of an article are, what says that they are women or men, and whom their pronouns mean."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.analyse import analyse
from audit.entries import Person, Pronoun
from audit.facts.index import Facts
from audit.ledger.given import borne, gender_of
from audit.ledger.people import people
from audit.model import Document
from audit.segment import segment


def read(text: str) -> tuple[tuple[Person, ...], tuple[Pronoun, ...]]:
    """Without any sheet of facts: what the text alone says."""
    document = Document("a", text)
    return people(replace(analyse(document, segment(document)), facts=Facts()))


def the_only(text: str) -> Person:
    (person,) = read(text)[0]
    return person


def test_the_forms_of_a_name_are_one_person() -> None:
    person = the_only("Ursula von der Velk spoke. Von der Velk left. Mrs von der Velk's aide stayed, and Ursula slept.")
    assert person.name == "Ursula von der Velk"
    assert person.variants == ("Ursula von der Velk", "Von der Velk", "von der Velk", "Ursula")


def test_a_surname_that_two_people_share_is_nobody_in_particular() -> None:
    anna, peter = read("Anna Velk and Peter Velk came. Velk spoke.")[0]
    assert [mention.form for person in (anna, peter) for mention in person.mentions] == ["full", "full"]


def test_a_surname_before_the_full_name_may_be_a_relative() -> None:
    assert the_only("The film shows how Velk died. His daughter Anna Velk made it.").variants == ("Anna Velk",)


@pytest.mark.parametrize(
    ("text", "gender", "grade"),
    [
        ("Mrs Velk came.", "female", "A"),
        ("Sir Robin Velk came.", "male", "A"),
        ("The actress Robin Velk came.", "female", "A"),
        ("Robin Velk, the mother of two, came.", "female", "A"),
        ("Robin Velk is a widower.", "male", "A"),
        ("Anna Velk came.", "female", "B"),
        ("The striker Igor Velk came.", "male", "B"),
    ],
)
def test_what_tells_a_gender_is_graded(text: str, gender: str, grade: str) -> None:
    person = the_only(text)
    assert (person.gender, person.evidence[0].grade) == (gender, grade)


@pytest.mark.parametrize("text", ["Robin Velk came.", "Andrea Velk came.", "Minister Velk came.", "Mr Anna Velk came."])
def test_what_does_not_tell_leaves_the_gender_open(text: str) -> None:
    assert the_only(text).gender is None


@pytest.mark.parametrize(
    "text",
    [
        "The Bank of Velmar met in Paris on Monday in April.",
        "Paris and London were flooded.",
        "The Anna Velk Foundation gave money.",
        "He visited the University of Velmar in May 2019.",
    ],
)
def test_places_bodies_and_months_are_no_people(text: str) -> None:
    assert read(text)[0] == ()


def test_a_role_stands_before_the_name_or_behind_it() -> None:
    igor, anna = read("The former foreign minister Igor Velk met Anna Tollan, the mayor of Velmar.")[0]
    assert [(role.title, role.former) for role in igor.roles] == [("former foreign minister", True)]
    assert [role.title for role in anna.roles] == ["mayor of Velmar"]


@pytest.mark.parametrize(
    ("text", "binding"),
    [
        ("Anna Velk defended herself.", "reflexive"),
        ("Anna Velk sold her house.", "own"),
        ("Anna Velk and her team won.", "joined"),
        ("Anna Velk, who lost her seat, wept.", "relative"),
        ("Anna Velk said she would come.", "said"),
        ("In her speech, Anna Velk called for calm.", "fronted"),
        ("Anna Velk came late. She was tired.", "next"),
        ("“No,” said Anna Velk. Her Ardenzan counterpart agreed.", "counterpart"),
    ],
)
def test_grammar_binds_a_pronoun_whatever_its_gender(text: str, binding: str) -> None:
    assert [pronoun.binding for pronoun in the_only(text).pronouns] == [binding]
    wrong = text.replace("herself", "himself").replace("she ", "he ").replace("She", "He").replace("her ", "his ").replace("Her ", "His ")
    (pronoun,) = the_only(wrong).pronouns
    assert (pronoun.binding, pronoun.gender, pronoun.sure) == (binding, "male", True)


@pytest.mark.parametrize(
    "text",
    [
        "Igor Tollan wants a vote. Anna Velk rejected his plan.",
        "Tollan wants a vote. Anna Velk rejected his plan.",
        "The mayor wants a vote. Anna Velk rejected his plan.",
        "He wants a vote. Anna Velk rejected his plan.",
    ],
)
def test_a_pronoun_is_not_sure_where_somebody_else_may_be_meant(text: str) -> None:
    people_found, strays = read(text)
    anna = next(person for person in people_found if person.name == "Anna Velk")
    assert not any(pronoun.sure for pronoun in anna.pronouns)
    assert strays == ()


def test_first_names_are_known_by_gender_or_not_at_all() -> None:
    assert (gender_of("Anna"), gender_of("Igor"), gender_of("Jean-Claude"), gender_of("Andrea")) == ("female", "male", "male", None)
    assert borne("Andrea")
    assert not borne("Velk")
