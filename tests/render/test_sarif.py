"""This file tests the SARIF log against what the standard asks for: regions in UTF-16 units, levels, rules, fixes, notifications."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from audit.bundled import folder
from audit.model import Report
from audit.render.sarif import render
from audit.rulebook import read_cards


def run(report: Report) -> dict[str, Any]:
    log = json.loads(render(report))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    only: dict[str, Any] = log["runs"][0]
    return only


def regions(report: Report) -> list[dict[str, int]]:
    return [entry["locations"][0]["physicalLocation"]["region"] for entry in run(report)["results"]]


def test_the_log_reads_as_the_golden_file_does(report: Report, golden: Callable[[str, str], None]) -> None:
    golden("report.sarif", render(report))


def test_a_region_counts_in_utf16_units(single: Callable[..., Report]) -> None:
    text = "One\n𝔗𝔗 two𝔗 three"
    assert run(single(text, "two𝔗"))["columnKind"] == "utf16CodeUnits"
    assert regions(single(text, "two𝔗")) == [
        # "𝔗𝔗 " is 5 units, "two𝔗" is 5; "One\n" before the line is 4.
        {"startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 11, "charOffset": 9, "charLength": 5}
    ]


def test_a_region_is_what_a_utf16_reader_finds_there(report: Report) -> None:
    text = report.results[0].document.text
    units = text.encode("utf-16-le")
    lines = [line.encode("utf-16-le") for line in text.split("\n")]
    for finding, region in zip(report.results[0].findings, regions(report), strict=True):
        start, length = region["charOffset"] * 2, region["charLength"] * 2
        assert units[start : start + length].decode("utf-16-le") == finding.quote
        line = lines[region["startLine"] - 1]
        assert line[(region["startColumn"] - 1) * 2 : (region["endColumn"] - 1) * 2].decode("utf-16-le") == finding.quote


def test_every_result_points_at_its_rule_and_has_a_level_of_the_standard(report: Report) -> None:
    whole = run(report)
    rules = whole["tool"]["driver"]["rules"]
    assert [rules[entry["ruleIndex"]]["id"] for entry in whole["results"]] == [entry["ruleId"] for entry in whole["results"]]
    assert [entry["level"] for entry in whole["results"]] == ["note", "warning", "note", "note", "error"]
    assert all(entry["partialFingerprints"] for entry in whole["results"])


def test_a_rule_explains_itself_with_an_example_and_its_link(report: Report) -> None:
    rule = run(report)["tool"]["driver"]["rules"][0]
    assert rule["shortDescription"]["text"] == "attribution: doubled"
    assert rule["help"]["text"] == "The source put the verb before its subject.\n\nWrong: He said he said it.\nBetter: He said it."
    assert rule["helpUri"] == "https://example.org/doubled"


def test_each_better_wording_is_a_fix_of_exactly_the_span(report: Report) -> None:
    entry = run(report)["results"][1]
    replacements = [fix["artifactChanges"][0]["replacements"][0] for fix in entry["fixes"]]
    assert [replacement["insertedContent"]["text"] for replacement in replacements] == ["she said", "said the mayor"]
    assert replacements[0]["deletedRegion"] == entry["locations"][0]["physicalLocation"]["region"]
    assert "fixes" not in run(report)["results"][2]


def test_a_settled_finding_is_suppressed(report: Report) -> None:
    assert [entry.get("suppressions") for entry in run(report)["results"]].count(None) == 4
    assert run(report)["results"][2]["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "dismissed"}]


def test_what_was_not_checked_is_a_notification(report: Report) -> None:
    invocation = run(report)["invocations"][0]
    assert invocation["executionSuccessful"] is True
    first, second = invocation["toolExecutionNotifications"]
    assert first["message"]["text"] == "source/numbers was not checked: no source text: give --source"
    assert "associatedRule" not in first
    assert second["associatedRule"] == {"id": "number/milliard"}


def test_brackets_of_an_article_open_no_link(report: Report) -> None:
    assert run(report)["results"][3]["message"]["text"].startswith("Is this \\[markup](1)")


def test_a_file_name_becomes_a_uri(single: Callable[..., Report]) -> None:
    report = single("x", "x")
    for name, uri in (("a b/ü.txt", "a%20b/%C3%BC.txt"), ("a\\b.txt", "a/b.txt"), ("/home/x.txt", "file:///home/x.txt")):
        document = replace(report.results[0].document, name=name)
        entry = run(replace(report, results=(replace(report.results[0], document=document),)))["results"][0]
        assert entry["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_the_log_is_valid_by_the_schema_of_the_standard(report: Report, schema: Callable[[str], Any]) -> None:
    valid = schema("json.schemastore.org/sarif-2.1.0.json")
    assert [error.message for error in valid.iter_errors(json.loads(render(report)))] == []
    assert [error.validator for error in valid.iter_errors({"version": "2.1.0"})] == ["required"]


def test_every_text_that_was_audited_is_an_artifact(report: Report) -> None:
    assert [entry["location"]["uri"] for entry in run(report)["artifacts"]] == ["news/bridge.txt", "clean.txt"]


def test_an_alert_is_followed_by_our_fingerprint(report: Report) -> None:
    (prints,) = {tuple(sorted(entry["partialFingerprints"])) for entry in run(report)["results"]}
    assert prints == ("finding/v1", "primaryLocationLineHash")
    assert {*run(report)["results"][4]["partialFingerprints"].values()} == {"print-of-3 milliards"}


def test_braces_of_an_article_are_no_places_to_fill(single: Callable[..., Report]) -> None:
    (entry,) = run(single("a {0}", "{0}", message="{0} is odd", better=("{1}",)))["results"]
    assert entry["message"]["text"] == "{{0}} is odd"
    assert entry["fixes"][0]["description"]["text"] == "Write “{{1}}” for “{{0}}”."
    assert entry["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == "{1}"


def test_every_card_of_ours_makes_a_rule_with_help_that_the_standard_accepts(report: Report, schema: Callable[[str], Any]) -> None:
    cards = {card.name: card for card in read_cards(folder("rules"))}
    (first, *_), result = report.results[0].findings, report.results[0]
    findings = tuple(replace(first, rule=name, better=(), related=()) for name in cards)
    log = render(replace(report, results=(replace(result, findings=findings),), rules=cards))
    assert [error.message for error in schema("json.schemastore.org/sarif-2.1.0.json").iter_errors(json.loads(log))] == []
    helps = [rule["help"]["text"] for rule in json.loads(log)["runs"][0]["tool"]["driver"]["rules"]]
    assert len(helps) == len(cards) > 100
    assert [text for text in helps if not text or "{" in text.partition("\nWrong: ")[2]] == []
