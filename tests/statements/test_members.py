"""This file tests members of organisations and their number, as articles word them, against small sheets: NATO has four members there."""

from __future__ import annotations

import pytest

from tests.statements.conftest import Said


@pytest.mark.parametrize(
    "text",
    [
        "NATO's 32 members met.",
        "The 30-nation NATO met.",
        "NATO agreed. The alliance's 31 members met.",
        "NATO has thirty members.",
        "All 28 NATO allies agreed.",
        "Ministers of the eight members of NATO met.",
        "The bloc has 28 members, the European Union said.",
    ],
)
def test_a_wrong_number_of_members_contradicts(said: Said, text: str) -> None:
    assert [(kind, verdict) for kind, verdict, _ in said(text)] == [("member-count", "contradicts")]


@pytest.mark.parametrize(
    "text",
    [
        "NATO's four members met.",
        "NATO had 28 members in 2012.",
        "The 3 EU countries that border Poland met.",
        "NATO's two members in the Balkans met.",
        "NATO's 29 other members met.",
        "The EU's 27 commissioners met.",
        "If Sweden joins, NATO's 32 members will be safe.",
    ],
)
def test_parts_other_times_and_right_numbers_contradict_nothing(said: Said, text: str) -> None:
    assert not [one for one in said(text) if one[1] == "contradicts"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("NATO member Ukraine spoke.", "NATO member Ukraine"),
        ("NATO members Poland and Ukraine spoke.", "NATO members Poland and Ukraine"),
        ("Non-EU member Spain spoke.", "Non-EU member Spain"),
        ("Sweden, a NATO member, spoke.", "Sweden, a NATO member"),
        ("Ukraine is a member of the European Union.", "Ukraine is a member of the European Union"),
        ("Poland is not a member of NATO.", "Poland is not a member of NATO"),
        ("Poland, an EU member since 1999, spoke.", "Poland, an EU member since 1999"),
    ],
)
def test_a_wrong_membership_contradicts(said: Said, text: str, words: str) -> None:
    assert [found for _, verdict, found in said(text) if verdict == "contradicts"] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Aspiring NATO member Ukraine spoke.",
        "Ukraine, which is not a member of NATO, spoke.",
        "If Ukraine is a member of NATO one day, we are safe.",
        "NATO member Poland and Ukraine spoke.",
        "Sweden wants to become a NATO member.",
        "NATO member states and Ukraine spoke.",
    ],
)
def test_hopes_and_neighbours_contradict_nothing(said: Said, text: str) -> None:
    assert not [one for one in said(text) if one[1] == "contradicts"]


def test_the_day_of_the_article_decides_on_members(said: Said) -> None:
    assert [said("Sweden, a NATO member, spoke.", day)[0][1] for day in ("2024-03-06", "2024-03-08", "2030-01-01")] == [
        "contradicts",
        "agrees",
        "not known",
    ]
