"""This file tests capitals, cities and money, as articles word them, against small sheets."""

from __future__ import annotations

import pytest

from tests.statements.conftest import Said


@pytest.mark.parametrize(
    ("kind", "words", "text"),
    [
        ("capital", "Geneva, the Swiss capital", "Geneva, the Swiss capital, was calm."),
        ("capital", "The Australian capital Sydney", "The Australian capital Sydney was calm."),
        ("capital", "The capital of France, Lyon", "The capital of France, Lyon, was calm."),
        ("capital", "Zurich is the capital of Switzerland", "Zurich is the capital of Switzerland."),
        ("capital", "Munich, Germany's capital", "Munich, Germany's capital, was calm."),
        ("city-country", "The French city of Geneva", "The French city of Geneva was calm."),
        ("city-country", "Lyon, Germany", "In Lyon, Germany, people met."),
        ("currency", "Polish euros", "They paid in Polish euros."),
        ("currency", "Swedish euro", "The Swedish euro fell."),
    ],
)
def test_a_wrong_place_or_money_contradicts(said: Said, kind: str, words: str, text: str) -> None:
    assert (kind, "contradicts", words) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bern, the Swiss capital, was calm.",
        "Geneva, the Swiss financial capital, was calm.",
        "They flew from Geneva to the French capital.",
        "In Zurich, Geneva and the Swiss capital, Bern, people met.",
        "Lyon, the capital of France's silk industry, was calm.",
        "The capital of the Swiss canton of Geneva was calm.",
        "The Spanish city of Valencia and the Venezuelan city of Valencia were calm.",
        "In Paris, Germany, France and Poland agreed.",
        "They paid in Polish zlotys, Swiss francs and French euros.",
        "The Polish euro debate goes on.",
    ],
)
def test_right_places_and_near_misses_contradict_nothing(said: Said, text: str) -> None:
    assert not [one for one in said(text) if one[1] == "contradicts"]
