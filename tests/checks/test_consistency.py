"""This file tests what counts as one name, one acronym, one office and one sentence, and which likenesses are left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.analyse import analyse
from audit.checks.consistency import FAULTS
from audit.checks.consistency.alike import apart, pairs, sounds
from audit.checks.consistency.offices import held
from audit.model import Analysis, Document, Match, Rule
from audit.segment import segment


@pytest.fixture
def found(make: Callable[..., Rule], matched: Callable[..., list[Match]]) -> Callable[..., list[str]]:
    """What stands at the findings of one fault in a text."""

    def find(text: str, fault: str) -> list[str]:
        return [match.span.of(text) for match in matched(text, make("consistency", {"fault": fault}))]

    return find


@pytest.mark.parametrize(
    ("first", "second", "letters"),
    [("Velk", "Velk", 0), ("Velk", "Vlek", 1), ("Velk", "Velck", 1), ("Velk", "Valk", 1), ("Velker", "Walkar", 3), ("Velk", "Dornberg", 3)],
)
def test_letters_apart_counts_a_swap_as_one_and_stops_where_it_may(first: str, second: str, letters: int) -> None:
    assert apart(first, second, 2) == letters


@given(st.text("abcde", max_size=8), st.text("abcde", max_size=8))
def test_letters_apart_is_the_same_both_ways(first: str, second: str) -> None:
    assert apart(first, second, 2) == apart(second, first, 2)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Kadyrov", "Kadirov"),
        ("Khodorkovsky", "Hodorkovskiy"),
        ("Sergei", "Sergey"),
        ("Gorbachev", "Gorbatchev"),
        ("Marchenko", "Marchenka"),
    ],
)
def test_romanisations_of_one_name_sound_alike(first: str, second: str) -> None:
    assert sounds(first) == sounds(second)


def test_only_names_of_like_letters_or_sounds_are_compared() -> None:
    assert list(pairs(["Brandner", "Brandtner", "Dornberg", "Velk"])) == [("Brandner", "Brandtner")]


def test_two_people_of_like_surnames_and_other_first_names_are_left_alone(found: Callable[..., list[str]]) -> None:
    assert found("Anna Brandner won. Peter Brandtner lost. Brandtner left.", "two-spellings") == []
    assert found("Anna Brandner won. A day later Anna Brandtner left.", "two-spellings") == ["Brandtner"]


def test_a_woman_and_a_man_of_one_family_are_two(found: Callable[..., list[str]]) -> None:
    assert found("Jan Kowalski won. Then Mrs Kowalska left.", "two-spellings") == []


def test_an_acronym_of_another_language_is_known_and_that_of_a_longer_name_is_left_alone(found: Callable[..., list[str]]) -> None:
    assert found("The European Central Bank (BCE) met.", "wrong-acronym") == ["BCE"]
    assert found("The European Union Naval Force (EUNAVFOR) sailed.", "wrong-acronym") == []


@pytest.mark.parametrize(
    ("text", "office", "name"),
    [
        ("Polish Foreign Minister Zbigniew Rasow spoke.", "foreign minister", "Zbigniew Rasow"),
        ("The Polish minister of foreign affairs, Zbigniew Rasow, spoke.", "foreign minister", "Zbigniew Rasow"),
        ("Zbigniew Rasow, the Polish defence minister, spoke.", "defence minister", "Zbigniew Rasow"),
        ("President Rasow spoke.", "president", "Rasow"),
    ],
)
def test_offices_are_read_before_and_behind_the_name(text: str, office: str, name: str) -> None:
    (one,) = held(_analysed(text))
    assert (one.office, one.name) == (office, name)


@pytest.mark.parametrize(
    "text",
    [
        "Former Polish Foreign Minister Zbigniew Rasow spoke.",
        "Deputy Prime Minister Rasow spoke.",
        "President-elect Rasow spoke.",
        "The spokesman for the president, Zbigniew Rasow, spoke.",
        "The next president, Rasow, spoke.",
    ],
)
def test_offices_of_another_time_or_of_somebody_else_are_not_read(text: str) -> None:
    assert held(_analysed(text)) == []


def test_twins_that_differ_in_two_places_are_a_list(found: Callable[..., list[str]]) -> None:
    first = "The ship carried 40,000 tonnes of grain from the port of Velin on Monday. "
    assert found(first + first.replace("40,000", "4,000"), "twin-sentences") == ["4,000"]
    assert found(first + first.replace("40,000", "4,000").replace("Monday", "Friday"), "twin-sentences") == []


def test_a_headline_without_a_body_is_not_compared(found: Callable[..., list[str]]) -> None:
    assert found("15 killed in bus crash\n", "headline-figure") == []
    assert found("15 killed in bus crash\n\nA bus left the road. Twelve people were killed.", "headline-figure") == ["15"]


def test_all_faults_stand_a_page_of_capitals(found: Callable[..., list[str]]) -> None:
    page = "PRESIDENT VELK OF THE UNITED NATIONS ORGANIZATION (UNO) " * 100 + "\n" + "Velk Dorn President " * 200
    assert [found(page, fault) for fault in FAULTS if fault != "two-spellings"] == [[]] * (len(FAULTS) - 1)


def _analysed(text: str) -> Analysis:
    document = Document("a", text)
    return analyse(document, segment(document))
