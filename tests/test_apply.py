"""This file tests how matches become findings, and that what breaks does so alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from audit.analyse import analyse
from audit.apply import apply
from audit.cards import settings_of
from audit.checks import regex as regex_check
from audit.model import Analysis, AuditError, Check, Document, Example, Failure, Finding, Match, Related, Rule, Run, Span
from audit.origin import trace
from audit.rulebook import build
from audit.segment import segment
from audit.weigh import weigh

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
    return heard(build(rules), {rule.name: rule for rule in rules}, analysed(text, **more))


def heard(checks: Sequence[Check], rules: dict[str, Rule], analysis: Analysis) -> tuple[list[Finding], list[Failure]]:
    """What the checks find, as findings: through the same stages as in the line."""
    matches, unseen = apply(checks, analysis)
    findings, untold = weigh(matches, rules, analysis.document, trace(matches, rules, analysis))
    return findings, [*unseen, *untold]


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
    (finding,), _ = heard(build(rules.values()), rules, analyse(document, segment(document)))
    assert finding.quote == finding.span.of(text) == "walk the <b>road</b> of"
    assert finding.message == "'walk the road of': write 'move towards'."


def test_related_places_move_with_the_text_as_given() -> None:
    class Fixed:
        def find(self, _: Analysis) -> Iterator[Match]:
            yield Match("calque/road", Span(0, 4), related=(Related(Span(5, 9), "here"),))

    document = Document("a", "**They** walk.", "They walk.", (Run(Span(0, 4), Span(2, 6)), Run(Span(4, 10), Span(8, 14))))
    (finding,), _ = heard([Fixed()], {"calque/road": rule()}, analyse(document, segment(document)))
    assert finding.related == (Related(Span(9, 13), "here"),)


class Broken:
    """A check with a bug: it finds something, then breaks."""

    def find(self, _: Analysis) -> Iterator[Match]:
        yield Match("calque/road", Span(0, 4))
        raise RuntimeError("one\ntwo")


def test_a_check_that_breaks_becomes_a_failure_and_the_others_go_on() -> None:
    rules = {known.name: known for known in (rule(), rule("calque/b"))}
    findings, (failure,) = heard([Broken(), *build([rules["calque/b"]])], rules, analysed(TEXT))
    assert [finding.rule for finding in findings] == ["calque/road", "calque/b"]
    assert failure.what == "broken"
    assert "(RuntimeError: one two)" in failure.reason
    assert "not complete" in failure.reason


def test_a_card_that_must_be_mended_is_the_users_error() -> None:
    class Asks:
        def find(self, _: Analysis) -> Iterator[Match]:
            raise AuditError("mend it")

    with pytest.raises(AuditError, match="mend it"):
        apply([Asks()], analysed(TEXT))


def test_an_expression_that_takes_too_long_is_given_up_and_the_other_cards_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regex_check, "SECONDS", 0.3)
    endless = rule("typography/endless", "regex", {"find": r"(?:a|aa)+[!?]"})
    good = rule("typography/good", "regex", {"find": "reform", "better": ["change"]})
    findings, (failure,) = applied("Well! " + "a" * 60 + " reform.", endless, good, rule())
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
