"""This file tests which names are found glued to their neighbours or without their capital, and which words are left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audit.model import Match, Rule

Find = Callable[..., list[tuple[str, tuple[str, ...]]]]


@pytest.mark.parametrize(
    ("text", "glued"),
    [
        ("Ana Rastelli left. Ana Rastellithe mayor came.", [("Rastellithe", ("Rastelli the",))]),
        ("As Velkersaid, Velker left.", [("Velkersaid", ("Velker said",))]),
        ("Ana Rastellithe mayor came.", []),
        ("In March the player Marchand left. Marchand won.", []),
        ("In March the player Marchand left.", []),
        ("The car belongs to Marchettithe police say.", [("Marchettithe", ("Marchetti the",))]),
        ("A poem by Goethe, a house called Blythe and a Forsythe.", []),
        ("There was a war. Thereafter there was peace, and Therewith an end.", []),
        ("Velkersaid and Velker: the firm Velkersaid is his.", []),
        ("Rol met Roland; Good people gave to Goodwill.", []),
    ],
)
def test_a_name_glued_to_the_next_word_is_known_from_elsewhere_in_the_text_or_the_language(
    found: Find, text: str, glued: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert found(text, fault="glued-behind") == glued


@pytest.mark.parametrize(
    ("text", "glued"),
    [
        ("The party ofRastelli met Rastelli.", [("ofRastelli", ("of Rastelli",))]),
        ("The formerGerman mayor met on Monday.", [("formerGerman", ("former German",))]),
        ("We met PresidentRastelli; Rastelli left.", [("PresidentRastelli", ("President Rastelli",))]),
        ("The party ofRastelli met.", []),
        ("The letter of ministerKarimi is lost.", [("ministerKarimi", ("minister Karimi",))]),
        ("The site theGrio and the firm inDrive, an iPhone and a MacDonald.", []),
        ("Write to ofRastelli@example.org or Rastelli.", []),
    ],
)
def test_a_name_glued_to_the_last_word_is_known_from_the_text_or_a_sheet(
    found: Find, text: str, glued: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert found(text, fault="glued-before") == glued


@pytest.mark.parametrize(
    ("text", "small"),
    [
        ("Ana Rastelli left. Ana rastelli said no.", ["Ana rastelli"]),
        ("Ana rastelli said no.", []),
        ("Ana Rastelli ate rastelli; Ana rastelli said no.", []),
        ("Burda Editions are Burda editions.", []),
        ("Theresa May left. Theresa may return.", []),
    ],
)
def test_a_small_surname_needs_a_given_name_and_its_right_form_elsewhere(found: Find, text: str, small: list[str]) -> None:
    assert [quote for quote, _ in found(text, fault="lower-case")] == small


def test_the_right_form_is_shown_beside_the_fault(make: Callable[..., Rule], matched: Callable[..., list[Match]]) -> None:
    text = "Ana Velker left. Velkersaid so."
    (match,) = matched(text, make("mentions", {"fault": "glued-behind"}))
    assert [(other.span.of(text), other.label) for other in match.related] == [("Velker", "the name stands here")]
    assert match.values["name"] == "Velker"
