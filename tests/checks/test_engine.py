"""This file tests which complaints of an engine become matches: by class and sign, outside quotations, never for names' spelling."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.analyse import analyse
from audit.cards import settings_of
from audit.checks.engine import Engine
from audit.engines import harper
from audit.engines.complaint import Complaint
from audit.engines.sheet import wanted
from audit.model import Document, Example, Match, Rule, Span
from audit.segment import segment


def rule(group: str = "grammar", **settings: object) -> Rule:
    wanted_settings = settings_of("engine").validate_python({"name": "harper", "group": group, **settings})
    category = "linguistic-conventions/grammar"
    return Rule(f"engine/{group}", "m", "w", category, "minor", 0.8, "engine", wanted_settings, (Example("a"),), (Example("b"),))


def matches(text: str, *rules: Rule, said: tuple[Complaint, ...] | None = None) -> list[Match]:
    document = Document("a", text)
    complaints = tuple(harper.complain(text, wanted("harper"))) if said is None else said
    return list(Engine(rules or [rule()]).find(replace(analyse(document, segment(document)), complaints=complaints)))


def test_a_rule_of_class_on_speaks_for_itself_with_the_engines_words() -> None:
    text = "The council signed a agreement with the port."
    (match,) = matches(text)
    assert (match.rule, match.span.of(text), match.better) == ("engine/grammar", "a", ("an",))
    assert match.values["said"] == "Incorrect indefinite article"


def test_a_rule_of_class_second_needs_its_sign() -> None:
    assert matches("There was a hearing on the bridge.") == []
    (match,) = matches("The mayor left, then he have painted the bridge.")
    assert match.better == ("has",)


def test_a_rule_of_class_off_or_of_no_class_is_silent() -> None:
    text = "The council met."
    for name in ("LongSentences", "NoSuchRule"):
        said = (Complaint(span=Span(0, 3), engine="harper", rule=name, kind="k", message="m"),)
        assert matches(text, said=said) == []


def test_a_rule_whose_card_is_not_chosen_is_silent() -> None:
    assert matches("The council signed a agreement.", rule("wording")) == []


def test_quoted_speech_keeps_what_the_card_leaves_to_the_speaker() -> None:
    text = "“We signed a agreement with them,” the mayor said."
    assert len(matches(text)) == 1
    assert matches(text, rule(quotes="outside")) == []


def test_the_space_beside_a_word_is_not_marked_and_a_deletion_is_no_wording() -> None:
    text = "The guards told to us that it was closed."
    (match,) = matches(text)
    assert (match.span.of(text), match.better) == ("to", ())


@pytest.mark.parametrize(("text", "found"), [("The mayor of Layed came.", 0), ("The crew was layed down to rest.", 1)])
def test_spelling_is_no_matter_of_names(text: str, found: int) -> None:
    start = text.lower().index("layed")
    said = (Complaint(span=Span(start, start + 5), engine="harper", rule="ThereOwn", kind="k", message="m", better=("laid",)),)
    assert len(matches(text, rule("spelling"), said=said)) == found


@pytest.mark.parametrize(("better", "found"), [("gunmen", 0), ("gun-men", 0), ("Gun men", 0), ("gun man", 1)])
def test_hyphens_spaces_and_capitals_are_no_matter_of_grammar(better: str, found: int) -> None:
    text = "The gun men left."
    said = (Complaint(span=Span(4, 11), engine="harper", rule="AnA", kind="k", message="m", better=(better,)),)
    assert len(matches(text, said=said)) == found


def test_words_on_two_lines_are_left_alone() -> None:
    text = "A shooting\nA shooting took place."
    said = (Complaint(span=Span(2, 12), engine="harper", rule="AnA", kind="k", message="m", better=("shooting",)),)
    assert matches(text, said=said) == []


def test_without_an_engine_there_is_nothing_to_pass_on() -> None:
    assert matches("The council signed a agreement.", said=()) == []
