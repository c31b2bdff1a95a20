"""This file turns a report into SARIF 2.1.0, which code hosts and editors show beside the text."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

from audit.model import Finding, Report, Result, Rule, Span
from audit.render import encodable, locator, relative

_LEVELS = {"neutral": "note", "minor": "note", "major": "warning", "critical": "error"}

_PROBLEMS = {"neutral": "recommendation", "minor": "recommendation", "major": "warning", "critical": "error"}
_PRECISIONS = ((0.95, "very-high"), (0.85, "high"), (0.7, "medium"), (0.0, "low"))
"""GitHub's names (its SARIF properties `problem.severity` and `precision`)."""

_LINK = re.compile(r"\[(?=[^\]]*\]\()")
"""What would open an embedded link (SARIF 3.11.6); article text must not."""

Region = Callable[[Span], dict[str, int]]


def render(report: Report) -> str:
    """One SARIF log with one run. Settled findings stay in it, marked as suppressed."""
    found = sorted({finding.rule for result in report.results for finding in result.findings})
    audited = list(dict.fromkeys(_uri(result.document.name) for result in report.results))
    run = {
        "tool": {
            "driver": {
                "name": "audit",
                "semanticVersion": report.meta.version,
                "shortDescription": {"text": "Checks machine-translated news text in English"},
                "rules": [_rule(name, report.rules.get(name)) for name in found],
            }
        },
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": list(_notifications(report))}],
        "columnKind": "utf16CodeUnits",
        "automationDetails": {"id": "audit/"},
        "artifacts": [{"location": {"uri": uri}, "roles": ["analysisTarget"]} for uri in audited],
        "results": [entry for result in report.results for entry in _results(result, found)],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return encodable(json.dumps(log, ensure_ascii=False, allow_nan=False, indent=2)) + "\n"


def _rule(name: str, rule: Rule | None) -> dict[str, Any]:
    family, _, fault = name.rpartition("/")
    # A card's message has places to fill and belongs to a finding; the list of rules names the fault instead.
    entry: dict[str, Any] = {"id": name, "shortDescription": {"text": f"{family}: {fault}".removeprefix(": ").replace("-", " ")}}
    if rule is None:
        return entry
    precision = next(name for floor, name in _PRECISIONS if rule.confidence >= floor)
    entry |= {
        "fullDescription": _message(rule.why),
        "help": _message(rule.why + _example(rule)),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "category": rule.category,
            "severity": rule.severity,
            "confidence": rule.confidence,
            "precision": precision,
            "problem.severity": _PROBLEMS[rule.severity],
            "tags": [rule.category],
        },
    }
    link = next((link for link in rule.see if link.startswith(("https://", "http://"))), None)
    return entry | ({"helpUri": link} if link else {})


def _example(rule: Rule) -> str:
    """One wrong sentence of the card, with its better wording where there is one; none that stands for a whole table (`{each}`)."""
    shown = [bad for bad in rule.bad if "{" not in bad.text]
    for bad in (*(bad for bad in shown if bad.fixed), *shown):
        return f"\n\nWrong: {bad.text}" + (f"\nBetter: {bad.fixed}" if bad.fixed else "")
    return ""


def _message(text: str) -> dict[str, str]:
    """Any text as a SARIF message: no link in it (3.11.6), and no place that something is filled in (3.11.5)."""
    return {"text": _LINK.sub(r"\\[", text.replace("{", "{{").replace("}", "}}"))}


def _results(result: Result, rules: list[str]) -> Iterator[dict[str, Any]]:
    index = {name: at for at, name in enumerate(rules)}
    region = _regions(result.document.text)
    artifact = {"uri": _uri(result.document.name)}
    for finding in result.findings:
        entry: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": index[finding.rule],
            "level": _LEVELS[finding.severity],
            "message": _message(finding.message),
            "locations": [_location(finding, artifact, region(finding.span))],
            # GitHub follows an alert by the second; what it would compute itself changes with every word of a paragraph.
            "partialFingerprints": {"finding/v1": finding.fingerprint, "primaryLocationLineHash": finding.fingerprint},
            "properties": {"category": finding.category, "severity": finding.severity, "confidence": finding.confidence},
        }
        if finding.related:
            entry["relatedLocations"] = [
                {"message": _message(there.label), "physicalLocation": {"artifactLocation": artifact, "region": region(there.span)}}
                for there in dict.fromkeys(finding.related)
            ]
        if finding.better:
            entry["fixes"] = [_fix(finding, better, artifact, region(finding.span)) for better in dict.fromkeys(finding.better)]
        if finding.status != "open":
            entry["suppressions"] = [_suppression(finding)]
        if finding.baseline:
            entry["baselineState"] = finding.baseline
        yield entry
    for gone in result.gone:
        place = {"artifactLocation": artifact, "region": {"startLine": gone.line, "startColumn": gone.column}}
        yield {
            "ruleId": gone.rule,
            "level": _LEVELS.get(gone.severity, "note"),
            "message": _message(gone.message),
            "locations": [{"physicalLocation": place}],
            "partialFingerprints": {"finding/v1": gone.fingerprint},
            "baselineState": "absent",
        }


def _suppression(finding: Finding) -> dict[str, Any]:
    """What is settled is suppressed. SARIF's `accepted` means that the suppression is; ours, that the finding is right."""
    decision = finding.decision
    by = ", ".join(filter(None, (decision.author, decision.date[:10]))) if decision else ""
    why = decision.reason if decision else ""
    said = f"{finding.status}{f' by {by}' if by else ''}{f': {why}' if why else ''}"
    return {"kind": "inSource" if decision and decision.line else "external", "status": "accepted", "justification": said}


def _location(finding: Finding, artifact: dict[str, str], region: dict[str, int]) -> dict[str, Any]:
    place: dict[str, Any] = {"physicalLocation": {"artifactLocation": artifact, "region": region}}
    return place | ({"logicalLocations": [{"name": finding.segment, "kind": "segment"}]} if finding.segment else {})


def _fix(finding: Finding, better: str, artifact: dict[str, str], region: dict[str, int]) -> dict[str, Any]:
    change = {"artifactLocation": artifact, "replacements": [{"deletedRegion": region, "insertedContent": {"text": better}}]}
    return {"description": _message(f"Write “{better}” for “{finding.quote}”."), "artifactChanges": [change]}


def _regions(text: str) -> Region:
    """SARIF counts columns and offsets in UTF-16 code units here; a span counts code points."""
    locate = locator(text)
    if text.isascii() or max(text) < "\U00010000":
        wide: list[int] = []
    else:
        wide = [at for at, letter in enumerate(text) if letter > "\uffff"]

    def region(span: Span) -> dict[str, int]:
        (line, column), (end_line, end_column) = locate(span.start), locate(span.end)
        units = [_pairs(wide, span.start - column + 1, span.start), _pairs(wide, span.end - end_column + 1, span.end)]
        return {
            "startLine": line,
            "startColumn": column + units[0],
            "endLine": end_line,
            "endColumn": end_column + units[1],
            "charOffset": span.start + _pairs(wide, 0, span.start),
            "charLength": span.end - span.start + _pairs(wide, span.start, span.end),
        }

    return region


def _pairs(wide: list[int], start: int, end: int) -> int:
    return bisect_left(wide, end) - bisect_left(wide, start)


def _notifications(report: Report) -> Iterator[dict[str, Any]]:
    for result in report.results:
        location = {"physicalLocation": {"artifactLocation": {"uri": _uri(result.document.name)}}}
        for failure in result.failures:
            text = f"{failure.what} was not checked: {failure.reason}"
            entry: dict[str, Any] = {"level": "warning", "message": _message(text), "locations": [location]}
            yield entry | ({"associatedRule": {"id": failure.what}} if failure.what in report.rules else {})


def _uri(name: str) -> str:
    path = quote(relative(encodable(name)))
    return f"file://{path}" if path.startswith("/") else path
