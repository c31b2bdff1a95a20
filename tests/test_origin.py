"""This file tests the estimate of the source language: what speaks for one, what does not, and that the user's word counts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.config import Config
from audit.model import SURE_OF_ORIGIN as SURE
from audit.model import Document, Origin
from audit.pipeline import Line, line


@pytest.fixture(scope="module")
def whole() -> Line:
    return line(Config(force=True))


def origin(whole: Line, text: str, **more: str) -> Origin:
    return whole.audit(Document("a", text, **more)).origin


FRENCH = (
    "The Minister of the Interior Gérard Valmont estimated Thursday that there is no question that the reform be withdrawn. "
    "“We will play the game of dialogue”, assured Friday on France Inter the number two of the CFDT, Benoît Lacroix."
)
ENGLISH_ABOUT_FRANCE = (
    "France's National Assembly voted on Tuesday to raise the pension age, days after strikes emptied the streets of Paris, Lyon and "
    "Marseille. The prime minister, Élisabeth Borne, told Le Monde that the government had no other choice. Unions called another march."
)


def test_calques_and_places_of_one_language_make_the_estimate_sure(whole: Line) -> None:
    found = origin(whole, FRENCH)
    assert found.language == "fr"
    assert found.confidence >= SURE
    assert not found.given
    assert {clue.kind for clue in found.clues} >= {"calque", "bodies"}


def test_english_news_about_a_land_is_not_surely_out_of_its_language(whole: Line) -> None:
    assert origin(whole, ENGLISH_ABOUT_FRANCE).confidence < SURE


def test_however_long_an_article_writes_about_a_land_that_alone_is_not_enough(whole: Line) -> None:
    assert origin(whole, "\n\n".join([ENGLISH_ABOUT_FRANCE] * 8)).confidence < SURE


def test_a_text_without_a_clue_has_no_origin(whole: Line) -> None:
    assert origin(whole, "The committee met for an hour and then went home.") == Origin(None, 0.0)


def test_what_the_user_says_is_taken(whole: Line) -> None:
    assert origin(whole, FRENCH, source_language="es") == Origin("es", 1.0, given=True)


def test_letters_of_a_script_point_to_its_language(whole: Line) -> None:
    (clue,) = origin(whole, "The word 대표 was left standing by the engine in this line of the text.").clues
    assert (clue.language, clue.kind) == ("ko", "letters")


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=120))
def test_on_any_text_the_confidence_is_a_probability_and_clues_lie_in_the_text(whole: Line, text: str) -> None:
    found = origin(whole, text)
    assert 0 <= found.confidence <= 1
    assert all(clue.span.end <= len(text) for clue in found.clues)
    assert all(clue.language == found.language for clue in found.clues)
