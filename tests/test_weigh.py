"""This file tests which matches may speak about a text out of a language, and how sure the findings are."""

from __future__ import annotations

from typing import Any

import pytest

from audit.cards import settings_of
from audit.model import SURE_OF_ORIGIN as SURE
from audit.model import Document, Example, Finding, Match, Origin, Rule, Span
from audit.weigh import AGREED, UNLIKELY, weigh

TEXT = "They walk the road of reform. We see it."
GIVEN = Origin("fr", 1.0, given=True)


def rule(name: str = "calque/road", **more: Any) -> Rule:
    settings = settings_of("phrase").validate_python({"any": ["walk the road of"]})
    given = {"category": "accuracy/mistranslation", "severity": "major", "confidence": 0.8, **more}
    return Rule(name, "m", "w", check="phrase", settings=settings, bad=(Example("a"),), good=(Example("b"),), **given)


def weighed(origin: Origin, *rules: Rule, matches: tuple[Match, ...] = ()) -> list[Finding]:
    return weigh(matches or tuple(Match(r.name, Span(5, 21)) for r in rules), {r.name: r for r in rules}, Document("a", TEXT), origin)[0]


@pytest.mark.parametrize(
    ("origin", "confidence"),
    [
        (Origin(), 0.8),
        (GIVEN, 0.8),
        (Origin("de", 1.0, given=True), 0.8 * UNLIKELY),
        (Origin("de", SURE), 0.8 * UNLIKELY),
        (Origin("de", SURE - 0.01), 0.8),
    ],
)
def test_a_rule_is_less_sure_of_a_text_that_is_known_to_come_from_another_language(origin: Origin, confidence: float) -> None:
    (finding,) = weighed(origin, rule(languages=("fr", "es")))
    assert finding.confidence == pytest.approx(confidence)


def test_rules_for_one_language_make_each_other_surer_when_they_agree() -> None:
    alone = weighed(GIVEN, rule(languages=("fr",)), rule("calque/b"))
    agreed = weighed(GIVEN, rule(languages=("fr",)), rule("calque/b", languages=("fr",)), rule("calque/c", languages=("fr",)))
    assert [finding.confidence for finding in alone] == [0.8, 0.8]
    assert [finding.confidence for finding in agreed] == [pytest.approx(0.8 + 0.2 * 2 * AGREED)] * 3


def test_two_finds_of_one_rule_do_not_vouch_for_each_other() -> None:
    matches = (Match("calque/road", Span(5, 9)), Match("calque/road", Span(10, 13)))
    assert [found.confidence for found in weighed(GIVEN, rule(languages=("fr",)), matches=matches)] == [0.8, 0.8]


@pytest.mark.parametrize(
    ("origin", "speaks"),
    [
        (GIVEN, True),
        (Origin("de", 1.0, given=True), False),
        (Origin("fr", SURE), True),
        (Origin("fr", SURE - 0.01), False),
        (Origin(), False),
    ],
)
def test_a_rule_and_a_row_for_one_language_speak_only_when_it_is_known(origin: Origin, speaks: bool) -> None:
    assert bool(weighed(origin, rule(only=("fr",)))) == speaks
    assert bool(weighed(origin, rule(), matches=(Match("calque/road", Span(5, 21), only=("fr", "es")),))) == speaks


def test_an_estimate_makes_what_rests_on_it_less_sure() -> None:
    (finding,) = weighed(Origin("fr", 0.9), rule(only=("fr",)))
    assert finding.confidence == pytest.approx(0.8 * 0.9)


def test_a_rule_that_counts_only_in_numbers_is_silent_below_them() -> None:
    few = (Match("calque/road", Span(5, 9)), Match("calque/road", Span(10, 13)))
    assert weighed(Origin(), rule(together=3), matches=few) == []
    assert len(weighed(Origin(), rule(together=3), matches=(*few, Match("calque/road", Span(14, 18))))) == 3


def test_rules_that_were_not_told_the_source_language_say_so_once() -> None:
    rules = {r.name: r for r in (rule(only=("fr",)), rule("calque/b", only=("es",)), rule("calque/c"))}
    findings, (failure,) = weigh([Match("calque/c", Span(5, 21))], rules, Document("a", TEXT), Origin("fr", 0.4))
    assert [finding.rule for finding in findings] == ["calque/c"]
    assert failure.what == "source-language"
    assert failure.reason.startswith("2 rules ")
    assert "likeliest fr, confidence 0.40" in failure.reason
    assert "--source-lang" in failure.reason


def test_no_rule_complains_once_the_language_is_surely_estimated() -> None:
    rules = {"calque/road": rule(only=("es",))}
    assert weigh([], rules, Document("a", TEXT), Origin("fr", 0.95)) == ([], [])


@pytest.mark.parametrize(("trigger", "confidence"), [(None, 0.8), (True, 0.96), (False, 0.8)])
def test_a_misread_expression_that_stands_in_the_source_makes_a_rule_nearly_certain(trigger: bool | None, confidence: float) -> None:
    (finding,) = weighed(GIVEN, rule(), matches=(Match("calque/road", Span(5, 21), trigger=trigger),))
    assert finding.confidence == pytest.approx(confidence)


def test_a_word_that_may_be_right_is_acquitted_when_the_source_does_not_hold_its_false_friend() -> None:
    absent = (Match("false-friend/road", Span(5, 21), trigger=False),)
    assert weighed(GIVEN, rule("false-friend/road"), matches=absent) == []
    assert weighed(GIVEN, rule(only=("fr",)), matches=(Match("calque/road", Span(5, 21), trigger=False),)) == []


def test_a_rule_that_counts_only_in_numbers_speaks_at_once_when_the_source_shows_it() -> None:
    assert weighed(GIVEN, rule(together=3)) == []
    assert len(weighed(GIVEN, rule(together=3), matches=(Match("calque/road", Span(5, 21), trigger=True),))) == 1
