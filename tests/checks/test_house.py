"""This file tests what a desk's style finds and what it leaves alone, choice by choice, beyond the examples of the cards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.analyse import analyse
from audit.bundled import folder
from audit.cards import settings_of
from audit.checks.house import House
from audit.checks.house.sheet import CHOICES
from audit.checks.house.spelling import spellings
from audit.model import Document, Example, Match, Rule
from audit.rulebook import read_cards
from audit.segment import segment

Mended = Callable[..., str]


def rule(choice: str, **sheet: Any) -> Rule:
    wanted = settings_of("house").validate_python({"choice": choice, "sheet": sheet})
    return Rule(f"style/{choice}", "m", "w", "style/house-style", "minor", 0.9, "house", wanted, (Example("a"),), (Example("b"),))


def matches(text: str, *rules: Rule) -> list[Match]:
    document = Document("a", text)
    return list(House(rules).find(analyse(document, segment(document))))


def mended(text: str, choice: str, **sheet: Any) -> str:
    """The text as the desk would have it: every match replaced by its first better wording, or put into brackets without one."""
    for match in sorted(matches(text, rule(choice, **sheet)), key=lambda match: -match.span.start):
        better = match.better[0] if match.better else f"[{match.span.of(text)}]"
        text = text[: match.span.start] + better + text[match.span.end :]
    return text


BRITISH = "The travelling organiser analysed the colour of two grey theatres, 200 metres from the centre, for the defence programme."
OXFORD = "The travelling organizer analysed the colour of two grey theatres, 200 metres from the centre, for the defence programme."
AMERICAN = "The traveling organizer analyzed the color of two gray theaters, 200 meters from the center, for the defense program."


@pytest.mark.parametrize(("desk", "wanted"), [("british", BRITISH), ("oxford", OXFORD), ("american", AMERICAN)])
@pytest.mark.parametrize("text", [BRITISH, OXFORD, AMERICAN])
def test_every_spelling_becomes_the_desks(desk: str, wanted: str, text: str) -> None:
    assert mended(text, "spelling", spelling=desk) == wanted


@pytest.mark.parametrize("desk", ["british", "oxford", "american"])
def test_a_desk_never_respells_what_it_writes_itself(desk: Any) -> None:
    own = {spelling.better for spelling in spellings(desk).values()}
    sure = {word for word, spelling in spellings(desk).items() if not spelling.behind and not spelling.unless}
    assert own & sure == set()
    assert len(spellings(desk)) > 2000


@pytest.mark.parametrize(
    ("desk", "text"),
    [
        ("american", "The Labour Party, the Ministry of Defence and the World Food Programme met at the Barbican Centre."),
        ("american", "Labour lost; she read “The Colour of Money” and an essay titled “A centre for defence”."),
        ("british", "Pearl Harbor, the Department of Defense and the World Trade Center keep their names."),
        ("british", "THE COLOR RUN and #color and color.example and info@center.example stay."),
        ("british", "The humorist gave an honorary and glamorous advertisement to the timber-framed school of rigor mortis."),
        ("british", "They license pubs, a parking meter, the computer program and the curb of his power."),
        ("british", "They practice; the story of the tire and the check is told with a draft."),
        ("british", "The exercise was televised, revised, supervised and advised by surprise; the prize was of capsized size."),
        ("oxford", "They organize, recognize and analyse the exercise, and televise and advertise it."),
        ("american", "Two analyses and several paralyses were described in the ochre book of catalysts."),
        ("american", "He was advised to exercise, comprise, improvise and advertise a premise."),
    ],
)
def test_names_titles_addresses_and_other_words_keep_their_spelling(desk: str, text: str) -> None:
    assert mended(text, "spelling", spelling=desk) == text


def test_spellings_that_no_common_ending_makes_are_known_too() -> None:
    text = "It maneuvered by maneuvers, analyzes sulfur, enrolls two jewelers and smolders."
    assert mended(text, "spelling", spelling="british") == (
        "It manoeuvred by manoeuvres, analyses sulphur, enrols two jewellers and smoulders."
    )


def test_capitals_and_compounds_are_respelt_with_their_own_form() -> None:
    text = "Organizers came. A cream-colored, center-left car (favored by neighbors) stood there."
    assert mended(text, "spelling", spelling="british") == (
        "Organisers came. A cream-coloured, centre-left car (favoured by neighbours) stood there."
    )


def test_a_sheets_own_exceptions_are_kept() -> None:
    given = {"spelling": "british", "spelling-keeps": ["color guard"], "glossary": [{"keep": "Harbor light"}]}
    assert mended("The color guard saw the color of the Harbor light in the harbor.", "spelling", **given) == (
        "The color guard saw the colour of the Harbor light in the harbour."
    )


@pytest.mark.parametrize(
    ("names", "text", "wanted"),
    [
        (["Kyiv"], "A Kiev-based firm left Kiev’s suburbs; KIEV FALLS.", "A Kyiv-based firm left Kyiv’s suburbs; KYIV FALLS."),
        ({"Kiev": None}, "They left Kyiv on Monday.", "They left Kiev on Monday."),
        ({"Czech Republic": ["Czechia"]}, "She is in Czechia now.", "She is in Czech Republic now."),
        (["Czechia"], "She is in the Czech Republic now.", "She is in Czechia now."),
        (["the Czech Republic"], "In the Czech Republic they say Czechia.", "In the Czech Republic they say the Czech Republic."),
        (["Türkiye"], "On Monday Turkey ate no turkey.", "On Monday Türkiye ate no turkey."),
        ({"Basra": {"not": ["Bassora", "Basrah"], "unless": ["Basrah Oil"]}}, "Basrah Oil left Basrah.", "Basrah Oil left Basra."),
    ],
)  # fmt: skip
def test_a_place_gets_the_name_that_the_desk_prefers(names: Any, text: str, wanted: str) -> None:
    assert mended(text, "names", names=names) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "He ate chicken Kiev while Dynamo Kiev played.",
        "“Kiev is cold,” she said.",
        "She saw the film “The Last Bus to Kiev” and read kiev.example and #Kiev.",
        "They call it kiev, and the Kievan monks and Radio Kiev do not.",
        "They are in Kyiv.",
    ],
)
def test_a_place_name_in_a_dish_a_club_a_quotation_or_a_title_stays(text: str) -> None:
    assert mended(text, "names", names=["Kyiv"]) == text


@pytest.mark.parametrize(
    ("choice", "sheet", "text", "wanted"),
    [
        ("thousands", {"numbers": {"thousands": "none"}}, "Some 25,000 of 1,250,000 came.", "Some 25000 of 1250000 came."),
        ("thousands", {"numbers": {"thousands": "none"}}, "Pages 3,5 and sums of 2.5 stay.", "Pages 3,5 and sums of 2.5 stay."),
        ("thousands", {"numbers": {"thousands": "thin space"}}, "Some 25,000 or 30000 came.", "Some 25\u2009000 or 30\u2009000 came."),
        ("thousands", {"numbers": {"thousands": "comma"}}, "In 2015 people left 2500 towns.", "In 2015 people left 2,500 towns."),
        ("decimal", {"numbers": {"decimal": "comma"}}, "It is 3.5 km, version 3.5, at 4.5%.", "It is 3,5 km, version 3.5, at 4,5%."),
        ("percent", {"numbers": {"percent": "%"}}, "It fell 5 per cent or 6 percent, ten percent.", "It fell 5% or 6%, ten percent."),
        ("percent", {"numbers": {"percent": "percent"}}, "It fell 5% or 6 per cent.", "It fell 5 percent or 6 percent."),
        ("words-up-to", {"numbers": {"words-up-to": 9}}, "We saw 9 cats and 10 dogs.", "We saw nine cats and 10 dogs."),
        ("words-up-to", {"numbers": {"words-up-to": 12}}, "We saw 12 cats and 0 dogs.", "We saw twelve cats and 0 dogs."),
        ("words-up-to", {"numbers": {"words-up-to": 9}}, "Title of 4 words here\n\nIt ran 4 km.", "Title of 4 words here\n\nIt ran 4 km."),
        ("currency", {"currency": "word"}, "It cost €5 million, £1 and $20.", "It cost 5 million euros, 1 pound and 20 dollars."),
        ("currency", {"currency": "word"}, "A $5 million deal and A$7 or €5-10.", "A [$5 million] deal and A$7 or €5-10."),
        ("currency", {"currency": "code"}, "It cost €5 million or 20 dollars.", "It cost EUR 5 million or USD 20."),
        ("dates", {"dates": "month-day"}, "On 5 May 2023 it rained.", "On May 5, 2023, it rained."),
        ("dates", {"dates": "month-day"}, "On Friday 5th of May, it rained.", "On Friday May 5, it rained."),
        ("dates", {"dates": "month-day"}, "It rained on the 5th of May.", "It rained on May 5."),
        ("words-up-to", {"numbers": {"words-up-to": 9}}, "They won the 1 / 8 finals.", "They won the 1 / 8 finals."),
        ("dates", {"dates": "month-day"}, "Article 5 May and Route 9 April stay.", "Article 5 May and Route 9 April stay."),
        ("dates", {"dates": "day-month"}, "From Sept. 4 to 7 and May 5-7 they met.", "From Sept. 4 to 7 and May 5-7 they met."),
        ("dates", {"dates": "day-month"}, "In May 10 people died of a May 2023 storm.", "In May 10 people died of a May 2023 storm."),
        ("time", {"time": "12h"}, "It began at 14:30 and ended at 00:05.", "It began at 2:30 pm and ended at 12:05 am."),
        ("time", {"time": "12h", "spelling": "american"}, "It began at 14:00.", "It began at 2 p.m.."),
        ("time", {"time": "12h"}, "They won 21:15 in a 16:9 film of 2:14:35.", "They won 21:15 in a 16:9 film of 2:14:35."),
        ("time", {"time": "24h"}, "It began at 12.15am and ended at noon.", "It began at 00:15 and ended at noon."),
        ("quotation-marks", {"quotation-marks": "single"}, "He said “so ‘it’ is” here.", "He said ‘so ‘it’ is’ here."),
        ("quotation-marks", {"quotation-marks": "single"}, "He said ‘so “it” is’ here.", "He said ‘so “it” is’ here."),
        ("quotation-marks", {"quotation-marks": "double straight"}, "He said ‘so’ here.", 'He said "so" here.'),
        ("quotation-marks", {"quotation-marks": "double"}, "The boys’ and girls’ school’s ’90s.", "The boys’ and girls’ school’s ’90s."),
        ("mark-shape", {"quotation-marks": "straight"}, "“It’s ‘so’,” he said.", "\"It’s 'so',\" he said."),
        ("mark-shape", {"quotation-marks": ["curly"]}, "A 24\" wheel, and \"so\" it is.", "A 24\" wheel, and “so” it is."),
    ],
)  # fmt: skip
def test_figures_dates_and_marks_become_the_desks(choice: str, sheet: dict[str, Any], text: str, wanted: str) -> None:
    assert mended(text, choice, **sheet) == wanted


def test_a_text_full_of_other_marks_gets_one_remark_that_shows_them_all() -> None:
    (match,) = matches("“So,” he said. “No,” she said. " * 5, rule("quotation-marks", **{"quotation-marks": "single"}))
    assert (match.span.start, match.better, len(match.related)) == (0, ("‘",), 19)
    assert match.values["more"] == ", and so with 19 more marks in this text"


GLOSSARY = [
    {"say": "~carry out", "not": ["~realize"], "when": ["project"], "note": "not 'realize'.", "severity": "major"},
    {"say": "asylum seeker", "not": ["seeker", "asylum (applicant|petitioner)"]},
    {"say": "lorry", "not": ["truck"], "unless": ["fire truck"], "quotes": True},
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They realized the project, realizing it late.", "They carried out the project, carrying out it late."),
        ("They realized it too late.", "They realized it too late."),
        ("An asylum petitioner is an asylum seeker.", "An asylum seeker is an asylum seeker."),
        ("Truck meets fire truck: “a truck”.", "Lorry meets fire truck: “a lorry”."),
        ("A truck-like thing and “Realize the Project”.", "A truck-like thing and “Realize the Project”."),
    ],
)
def test_the_glossary_knows_inflections_conditions_and_exceptions(text: str, wanted: str) -> None:
    assert mended(text, "glossary", glossary=GLOSSARY) == wanted


def test_an_entrys_note_and_severity_go_with_the_match() -> None:
    (match,) = matches("They realized the project.", rule("glossary", glossary=GLOSSARY))
    assert (match.values, match.severity) == ({"note": " (not 'realize')"}, "major")


KEPT = [
    {"keep": ["São Tomé", "AfD", "eBay", "Die Linke"]},
    {"keep": "Le Monde", "not": ["The World"], "when": ["newspaper"]},
    {"keep": "Orange"},
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sao Tome, the Afd and die Linke met.", "São Tomé, the AfD and Die Linke met."),
        ("The newspaper The World was read in The World Bank.", "The newspaper Le Monde was read in Le Monde Bank."),
        ("All the world over, an orange is eaten by Orange.", "All the world over, an orange is eaten by Orange."),
        ("EBay rose. SÃO TOMÉ FLOODED\n\nSee afd.example; “the afd” and São\u00a0Tomé’s port.",) * 2,
    ],
)
def test_a_kept_name_gets_its_capitals_and_accents_back(text: str, wanted: str) -> None:
    assert mended(text, "kept", glossary=KEPT) == wanted


CARDS = tuple(rule for rule in read_cards(folder("rules")) if rule.check == "house")
PIECES = st.sampled_from(
    [*"“”\"'‘’.,;:%$€-–", "\n", "\n\n", "\u00a0", "Kiev", "the Czech Republic", "color", "centers", "25000", "1 250 000", "3,5%", "7 men",
     "May 5, 2023", "2 p.m.", "5 million euros", "asylum petitioner", "the Left", "Berlin", "Sao Jorge", "per", "percent", "9", "é", "İ",
     "e\u0301", "🙂", "ﬁ", "ß"]
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.one_of(PIECES, st.just(" "), st.text(max_size=4)), max_size=40).map("".join))
def test_on_any_text_matches_stand_in_it_and_change_something(text: str) -> None:
    for match in matches(text, *CARDS):
        assert 0 <= match.span.start < match.span.end <= len(text)
        assert match.span.of(text) not in match.better
        assert all(0 <= other.span.start < other.span.end <= len(text) for other in match.related)


def test_every_choice_has_its_card() -> None:
    assert sorted(rule.settings.choice for rule in CARDS) == sorted(CHOICES)
