"""This file tests what every format owes its reader: the same bytes, any text, and findings where they are."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.model import Document, Failure, Finding, Meta, Related, Report, Result, Score, Span, Verdict, position
from audit.render import FORMATS, encodable, locator, tally

PLAIN = sorted(set(FORMATS) - {"html"})
ANYTHING = st.text(st.characters(categories=None) | st.sampled_from("\n\r\t\x1b\x00@#|`<>&[]()*:,%\u202e\ud800𝔗東“"), max_size=60)


def test_the_formats_are_those_of_the_command_line() -> None:
    assert set(FORMATS) == {"text", "html", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown", "claimreview"}


def test_naming_the_formats_loads_none_of_them() -> None:
    loaded = "import sys, audit.render; print([name for name in sys.modules if name.startswith('audit.render.') or name == 'rich'])"
    assert subprocess.run([sys.executable, "-c", loaded], check=True, capture_output=True, text=True).stdout.strip() == "[]"


@pytest.mark.parametrize("name", PLAIN)
def test_a_report_gives_the_same_bytes_twice(name: str, report: Report) -> None:
    assert FORMATS[name](report).encode() == FORMATS[name](report).encode()


@given(ANYTHING)
def test_lines_and_columns_are_those_of_the_model(text: str) -> None:
    locate = locator(text)
    assert [locate(offset) for offset in range(len(text) + 1)] == [position(text, offset) for offset in range(len(text) + 1)]


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Reports of any text, with spans anywhere in it, empty ones too."""
    text, words = draw(ANYTHING), ANYTHING
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda ends: Span(min(ends), max(ends)))
    severities = st.sampled_from(["neutral", "minor", "major", "critical"])
    findings = []
    for span, severity in draw(st.lists(st.tuples(spans, severities), max_size=4)):
        related = (Related(draw(spans), draw(words)),)
        findings.append(Finding(draw(words), span, span.of(text), draw(words), "accuracy", severity, 0.5, (draw(words),), related))
    document = Document(draw(words), text, source=text, source_language=draw(words))
    result = Result(document, tuple(findings), (Failure(draw(words), draw(words)),), (Score(draw(words), 1.0, draw(words)),))
    return Report((result,), {}, Verdict(False, draw(words)), Meta("1", 1))


@pytest.mark.parametrize("name", PLAIN)
@given(report=reports())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_can_be_shown_and_written_as_utf8(name: str, report: Report) -> None:
    FORMATS[name](report).encode("utf-8")


@given(report=reports())
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_gives_valid_sarif(report: Report, schema: Callable[[str], Any]) -> None:
    valid = schema("json.schemastore.org/sarif-2.1.0.json")
    assert [error.message for error in valid.iter_errors(json.loads(FORMATS["sarif"](report)))] == []


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
@given(report=reports())
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_gives_xml_that_says_the_same(name: str, report: Report) -> None:
    root = Xml.fromstring(FORMATS[name](report).encode())  # noqa: S314 - made here
    tag = {"junit": "testcase", "checkstyle": "error"}[name]
    failures = len(report.results[0].failures) if name == "junit" else 0
    assert len(root.findall(f".//{tag}")) == len(report.results[0].findings) + failures


@given(report=reports())
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_no_text_can_end_a_workflow_command_or_begin_another(report: Report) -> None:
    """Read as the runner reads it: lines, then properties, then what was escaped."""
    lines = re.split(r"\r\n|\r|\n", FORMATS["github"](report))[:-1]
    assert len(lines) == len(report.results[0].findings) + 1
    messages = []
    for line in lines:
        head, properties, message = re.fullmatch(r"::(notice|warning|error) ([^:\r\n]*)::(.*)", line, re.DOTALL).groups()  # type: ignore[union-attr]
        assert {pair.split("=", 1)[0] for pair in properties.split(",")} <= {"file", "line", "endLine", "col", "endColumn", "title"}, head
        messages.append(message.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%"))
    told = [f"{finding.message} Write: {' | '.join(finding.better)}" for finding in report.results[0].findings]
    assert sorted(messages[:-1]) == sorted(map(encodable, told))


@given(report=reports())
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
def test_no_two_findings_share_a_fingerprint_at_gitlab(report: Report) -> None:
    prints = [entry["fingerprint"] for entry in json.loads(FORMATS["gitlab"](report))]
    assert len(set(prints)) == len(prints) == len(report.results[0].findings)


@pytest.mark.parametrize("name", ["github", "gitlab", "junit", "checkstyle", "rdjson", "markdown"])
def test_settled_findings_are_not_reported_again(name: str, single: Callable[..., Report]) -> None:
    assert "family/fault" in FORMATS[name](single("Only this.", "this"))
    assert "family/fault" not in FORMATS[name](single("Only this.", "this", status="dismissed"))


def test_the_terminal_names_settled_findings_without_counting_them(single: Callable[..., Report]) -> None:
    told = FORMATS["text"](single("Only this.", "this", status="dismissed"))
    assert "family/fault: “this”: dismissed" in told
    assert "no finding" in told.splitlines()[1]


def test_a_tally_names_the_worst_first(report: Report) -> None:
    assert tally(report.results[0].findings) == "1 critical, 1 major, 2 minor, 1 neutral"
    assert tally(()) == "no findings"
