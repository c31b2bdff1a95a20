"""This file tests the spelling of English forms, and what a card's shorthand stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.inflect import expand, forms, malformed, respell


def spelled(phrase: str) -> list[str]:
    return [literal for literal, _ in expand(phrase)]


@pytest.mark.parametrize(
    ("word", "s", "ing", "ed"),
    [
        ("climb", "climbs", "climbing", "climbed"),
        ("move", "moves", "moving", "moved"),
        ("agree", "agrees", "agreeing", "agreed"),
        ("dye", "dyes", "dyeing", "dyed"),
        ("tiptoe", "tiptoes", "tiptoeing", "tiptoed"),
        ("untie", "unties", "untying", "untied"),
        ("carry", "carries", "carrying", "carried"),
        ("play", "plays", "playing", "played"),
        ("pass", "passes", "passing", "passed"),
        ("fix", "fixes", "fixing", "fixed"),
        ("reach", "reaches", "reaching", "reached"),
        ("push", "pushes", "pushing", "pushed"),
        ("veto", "vetoes", "vetoing", "vetoed"),
        ("stop", "stops", "stopping", "stopped"),
        ("plan", "plans", "planning", "planned"),
        ("book", "books", "booking", "booked"),
        ("look", "looks", "looking", "looked"),
        ("remain", "remains", "remaining", "remained"),
        ("help", "helps", "helping", "helped"),
        ("show", "shows", "showing", "showed"),
        ("tax", "taxes", "taxing", "taxed"),
    ],
)
def test_regular_forms_follow_the_spelling_rules(word: str, s: str, ing: str, ed: str) -> None:
    found = forms(word)
    assert (found["base"], found["s"], found["ing"], found["ed"]) == ((word,), (s,), (ing,), (ed,))


@pytest.mark.parametrize(
    ("word", "s", "ing", "ed", "en"),
    [
        ("be", ["is"], ["being"], ["was"], ["been"]),
        ("have", ["has"], ["having"], ["had"], ["had"]),
        ("go", ["goes"], ["going"], ["went"], ["gone"]),
        ("take", ["takes"], ["taking"], ["took"], ["taken"]),
        ("begin", ["begins"], ["beginning"], ["began"], ["begun"]),
        ("say", ["says"], ["saying"], ["said"], ["said"]),
        ("run", ["runs"], ["running"], ["ran"], ["run"]),
        ("lie", ["lies"], ["lying"], ["lay"], ["lain"]),
    ],
)
def test_irregular_forms_come_from_the_sheet(word: str, s: list[str], ing: list[str], ed: list[str], en: list[str]) -> None:
    found = forms(word)
    assert [list(found[form]) for form in ("s", "ing", "ed", "en")] == [s, ing, ed, en]


def test_be_has_all_its_forms_and_other_verbs_answer_them_with_theirs() -> None:
    assert spelled("~be able") == [f"{form} able" for form in ("be", "is", "being", "was", "been", "am", "are", "were")]
    found = dict(expand("~be able"))
    assert [respell("~know how", found[f"{form} able"]) for form in ("are", "am", "were", "is")] == [
        "know how",
        "know how",
        "knew how",
        "knows how",
    ]
    assert [respell("~be apt", found[f"{form} able"]) for form in ("are", "were", "being")] == ["are apt", "were apt", "being apt"]


def test_both_spellings_are_given_where_stress_decides() -> None:
    assert forms("offer")["ing"] == ("offering", "offerring")
    assert forms("prefer")["ed"] == ("prefered", "preferred")


def test_alternatives_stand_for_each_of_them_and_an_empty_one_for_nothing() -> None:
    assert spelled("(on|in) the head") == ["on the head", "in the head"]
    assert spelled("(the|a|) head (of state|)") == ["the head of state", "the head", "a head of state", "a head", "head of state", "head"]
    assert spelled("head(s|) up") == ["heads up", "head up"]


def test_a_tilde_stands_for_all_forms() -> None:
    assert spelled("~climb towards") == ["climb towards", "climbs towards", "climbing towards", "climbed towards"]
    assert set(spelled("~take the ~road")) >= {"took the road", "taken the roads", "taking the road"}
    assert spelled("~Climb up")[1] == "climbs up"


def test_a_plain_phrase_stands_for_itself() -> None:
    assert expand("at the level of") == [("at the level of", ())]
    assert spelled("  too   many  spaces ") == ["too many spaces"]


def test_a_better_wording_takes_the_form_that_was_found() -> None:
    found = dict(expand("~climb towards"))
    assert respell("~move closer to", found["climbed towards"]) == "moved closer to"
    assert respell("~go to", found["climbed towards"]) == "went to"
    assert respell("~go to", found["climbs towards"]) == "goes to"
    assert respell("~go to", found["climb towards"]) == "go to"
    assert respell("towards", found["climbed towards"]) == "towards"


def test_several_forms_go_to_the_better_wording_in_their_order() -> None:
    found = dict(expand("~take the ~decision"))
    assert respell("~make the ~choice", found["took the decisions"]) == "made the choices"
    assert respell("~make and ~keep the ~choice", found["took the decision"]) == "made and keep the choice"


def test_a_wording_with_forms_for_a_phrase_without_any_takes_the_base() -> None:
    assert respell("~go on", ()) == "go on"


@pytest.mark.parametrize(
    "phrase", ["(a|b", "a|b)", "~", "~ climb", "a ~(b)", "(a(b)|c)", "(~climb up", "", " ", "(a|)", "(|)", "(a|) (b|)"]
)
def test_what_is_no_shorthand_is_called_so(phrase: str) -> None:
    assert malformed(phrase) != ""


@pytest.mark.parametrize("phrase", ["a", "~climb", "(a|b)", "(the|) head", "don't", "state-of-the-art", "5 %", "~take-off", "(sic)"])
def test_what_is_a_shorthand_is_let_pass(phrase: str) -> None:
    assert malformed(phrase) == ""


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True))
def test_every_word_has_every_form(word: str) -> None:
    assert all(spelling for spellings in forms(word).values() for spelling in spellings)


@given(st.text(alphabet="ab ~(|)", max_size=15))
def test_a_shorthand_that_passes_stands_for_something(phrase: str) -> None:
    if not malformed(phrase):
        assert expand(phrase)
        assert all(literal and "~" not in literal and "(" not in literal for literal in spelled(phrase))
