"""This file tests what every format owes its reader: the same bytes, any text, and findings where they are."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.model import Document, Failure, Finding, Meta, Related, Report, Result, Score, Span, Verdict, position
from audit.render import FORMATS, locator, tally

PLAIN = sorted(set(FORMATS) - {"html"})
ANYTHING = st.text(st.characters(categories=None) | st.sampled_from("\n\r\t\x1b\x00@#|`<>&[]()*:,%\u202e\ud800𝔗東“"), max_size=60)


def test_the_formats_are_those_of_the_command_line() -> None:
    assert set(FORMATS) == {"text", "html", "json", "sarif", "github", "gitlab", "junit", "markdown", "claimreview"}


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


@pytest.mark.parametrize("name", ["text", "github", "gitlab", "markdown"])
def test_settled_findings_are_not_reported_again(name: str, single: Callable[..., Report]) -> None:
    assert "family/fault" in FORMATS[name](single("Only this.", "this"))
    assert "family/fault" not in FORMATS[name](single("Only this.", "this", status="dismissed"))


def test_a_tally_names_the_worst_first(report: Report) -> None:
    assert tally(report.results[0].findings) == "1 critical, 1 major, 2 minor, 1 neutral"
    assert tally(()) == "no findings"
