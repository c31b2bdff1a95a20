"""This file tests how matches become findings, which rules may speak, and that what breaks does so alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from audit.analyse import analyse
from audit.apply import UNLIKELY, apply
from audit.cards import settings_of
from audit.checks import regex as regex_check
from audit.model import Analysis, AuditError, Document, Example, Failure, Finding, Match, Related, Rule, Run, Span
from audit.rulebook import build
from audit.segment import segment

CATEGORY = "accuracy/mistranslation"


def rule(name: str = "calque/road", check: str = "phrase", settings: Any = None, **more: Any) -> Rule:
    given = {
        "message": "'{found}': write '{better}'.",
        "category": CATEGORY,
        "severity": "major",
        "confidence": 0.9,
        **more,
    }
    wanted = settings_of(check).validate_python(settings or {"swap": {"walk the road of": "move towards"}})
    return Rule(name, why="w", check=check, settings=wanted, bad=(Example("a"),), good=(Example("b"),), **given)


def analysed(text: str, **more: Any) -> Analysis:
    document = Document("a", text, **more)
    return analyse(document, segment(document))


def applied(text: str, *rules: Rule, **more: Any) -> tuple[list[Finding], list[Failure]]:
    return apply(build(rules), {rule.name: rule for rule in rules}, analysed(text, **more))


TEXT = "They walk the road of reform. We see it."


def test_a_finding_says_what_the_card_says_of_what_was_found() -> None:
    (finding,), failures = applied(TEXT, rule())
    assert failures == []
    message = "'walk the road of': write 'move towards'."
    assert finding == Finding("calque/road", Span(5, 21), "walk the road of", message, CATEGORY, "major", 0.9, ("move towards",))


def test_a_finding_in_markup_stands_where_the_text_as_given_has_it() -> None:
    prose, text = "They walk the road of reform.", "<p>They walk the <b>road</b> of reform.</p>"
    runs = (Run(Span(0, 14), Span(3, 17)), Run(Span(14, 18), Span(20, 24)), Run(Span(18, 29), Span(28, 39)))
    document = Document("a", text, prose, runs)
    rules = {"calque/road": rule()}
    (finding,), _ = apply(build(rules.values()), rules, analyse(document, segment(document)))
    assert finding.quote == finding.span.of(text) == "walk the <b>road</b> of"
    assert finding.message == "'walk the road of': write 'move towards'."


def test_related_places_move_with_the_text_as_given() -> None:
    class Fixed:
        def find(self, _: Analysis) -> Iterator[Match]:
            yield Match("calque/road", Span(0, 4), related=(Related(Span(5, 9), "here"),))

    document = Document("a", "**They** walk.", "They walk.", (Run(Span(0, 4), Span(2, 6)), Run(Span(4, 10), Span(8, 14))))
    (finding,), _ = apply([Fixed()], {"calque/road": rule()}, analyse(document, segment(document)))
    assert finding.related == (Related(Span(9, 13), "here"),)


@pytest.mark.parametrize(("source_language", "confidence"), [(None, 0.9), ("fr", 0.9), ("de", round(0.9 * UNLIKELY, 4))])
def test_a_rule_is_less_sure_of_a_text_from_another_language_than_its_own(source_language: str | None, confidence: float) -> None:
    (finding,), failures = applied(TEXT, rule(languages=("fr", "es")), source_language=source_language)
    assert (finding.confidence, failures) == (confidence, [])


def test_a_rule_for_one_language_speaks_when_that_is_the_source() -> None:
    assert len(applied(TEXT, rule(only=("fr",)), source_language="fr")[0]) == 1
    assert applied(TEXT, rule(only=("fr",)), source_language="de") == ([], [])


def test_rules_that_were_not_told_the_source_language_say_so_once() -> None:
    findings, (failure,) = applied(TEXT, rule(only=("fr",)), rule("calque/b", only=("es",)), rule("calque/c"))
    assert [finding.rule for finding in findings] == ["calque/c"]
    assert failure.what == "source-language"
    assert failure.reason.startswith("2 rules ")
    assert "--source-lang" in failure.reason


class Broken:
    """A check with a bug: it finds something, then breaks."""

    def find(self, _: Analysis) -> Iterator[Match]:
        yield Match("calque/road", Span(0, 4))
        raise RuntimeError("one\ntwo")


def test_a_check_that_breaks_becomes_a_failure_and_the_others_go_on() -> None:
    rules = {known.name: known for known in (rule(), rule("calque/b"))}
    findings, (failure,) = apply([Broken(), *build([rules["calque/b"]])], rules, analysed(TEXT))
    assert [finding.rule for finding in findings] == ["calque/road", "calque/b"]
    assert failure.what == "broken"
    assert "(RuntimeError: one two)" in failure.reason
    assert "not complete" in failure.reason


def test_a_card_that_must_be_mended_is_the_users_error() -> None:
    class Asks:
        def find(self, _: Analysis) -> Iterator[Match]:
            raise AuditError("mend it")

    with pytest.raises(AuditError, match="mend it"):
        apply([Asks()], {}, analysed(TEXT))


def test_an_expression_that_takes_too_long_is_given_up_and_the_other_cards_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regex_check, "SECONDS", 0.3)
    endless = rule("typography/endless", "regex", {"find": r"(?:a|aa)+[!?]"})
    good = rule("typography/good", "regex", {"find": "reform", "better": ["change"]})
    findings, (failure,) = applied("a" * 60 + " reform.", endless, good, rule())
    assert [finding.rule for finding in findings] == ["typography/good"]
    assert failure.what == "typography/endless"
    assert "more than 0.3 s" in failure.reason


def test_a_pattern_that_spacy_refuses_silences_itself_only() -> None:
    wrong = rule("grammar/wrong", "pattern", {"anchor": ["walk"], "tokens": [[{"LOWRE": "walk"}]]})
    right = rule("grammar/right", "pattern", {"anchor": ["walk"], "tokens": [[{"LOWER": "walk"}]]})
    findings, (failure,) = applied(f"{TEXT} They walk.", wrong, right, rule())
    assert sorted(finding.rule for finding in findings) == ["calque/road", "grammar/right", "grammar/right"]
    assert failure.what == "grammar/wrong"
    assert "LOWRE" in failure.reason


def test_a_message_that_names_an_unknown_value_silences_its_own_rule_only() -> None:
    findings, (failure,) = applied(f"{TEXT} {TEXT}", replace(rule(), message="'{fond}'"), rule("calque/b"))
    assert [finding.rule for finding in findings] == ["calque/b", "calque/b"]
    assert failure.what == "calque/road"
    assert "{fond}" in failure.reason
    assert "better, found" in failure.reason


def test_braces_in_what_was_found_are_only_characters() -> None:
    (finding,), _ = applied("We {found} it.", rule(check="regex", settings={"find": r"\{found\}"}))
    assert finding.message == "'{found}': write ''."
