"""This file lets every card in rules/ prove itself, and says when the index or the schema of the rules is stale."""

from __future__ import annotations

import json
import re
from collections import Counter
from string import Formatter

import pytest

from audit.bundled import folder
from audit.commands.rules import index, page, schema
from audit.model import Rule
from audit.prove import alone, document, prove, written_out
from audit.rulebook import read_cards

RULES = read_cards(folder("rules"))
STALE = "is stale: run `audit rules docs`"


def _wants(rule: Rule, request: pytest.FixtureRequest) -> None:
    """Without the engine that it speaks for, a card would pass unproved."""
    if rule.check == "engine" and rule.settings.name == "languagetool":
        request.getfixturevalue("languagetool")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_card_proves_itself(rule: Rule, request: pytest.FixtureRequest) -> None:
    _wants(rule, request)
    assert [str(problem) for problem in prove(rule)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_message_says_what_was_found_in_full_sentences(rule: Rule, request: pytest.FixtureRequest) -> None:
    _wants(rule, request)
    pieces = list(Formatter().parse(rule.message))
    places = {place for _, place, _, _ in pieces if place}
    glued = [f"{before[-12:]}{{{place}}}" for before, place, _, _ in pieces if place and before[-1:].isalnum()]
    assert not glued, "a word and a place of the message stand together without a space"
    example = next(written_out(rule))
    findings = alone(rule).audit(document(example, rule.only[0] if rule.only else None)).findings
    assert findings
    for finding in findings:
        assert "{" not in finding.message or "{" in finding.quote
        assert "''" not in finding.message, "a place of the message was filled with nothing"
        assert finding.message.rstrip("”")[-1] in ".?!"
        if "found" in places:
            assert " ".join(finding.quote.split()) in " ".join(finding.message.split())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_named_after_its_fault_and_says_why(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*/[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert len(rule.why.split()) >= 5
    assert all(shown in page(rule) for shown in (rule.name, rule.message, rule.why))


@pytest.mark.parametrize("rule", [rule for rule in RULES if hasattr(rule.settings, "examine")], ids=lambda rule: rule.name)
def test_an_expression_compiles_which_is_not_tried_when_the_tool_starts(rule: Rule) -> None:
    rule.settings.examine()


def test_no_two_examples_are_the_same() -> None:
    for rule in RULES:
        examples = (*rule.bad, *rule.good, *rule.missed, *rule.false_alarms)
        told = Counter(
            (example.text, example.source, example.source_language, example.date, example.against, example.reference)
            for example in examples
        )
        assert [example[0] for example, times in told.items() if times > 1] == [], rule.path


def test_the_index_of_the_rules_is_fresh() -> None:
    assert (folder("rules") / "README.md").read_text(encoding="utf-8") == index(RULES), f"rules/README.md {STALE}"


def test_the_schema_of_a_card_is_fresh() -> None:
    written = (folder("rules") / "rule.schema.json").read_text(encoding="utf-8")
    assert written == schema(), f"rules/rule.schema.json {STALE}"
    assert json.loads(written)["properties"]
