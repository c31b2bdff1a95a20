"""This file tests rdjson against reviewdog's own description of the format, and that each suggestion replaces exactly the finding."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from audit.model import Report
from audit.render.rdjson import render


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Position(Strict):
    """As the message of the same name in reviewdog's proto/rdf/reviewdog.proto says, in the JSON form of Protocol Buffers."""

    line: int = Field(ge=1, lt=2**31)
    column: int = Field(ge=1, lt=2**31)


class Range(Strict):
    start: Position
    end: Position


class Location(Strict):
    path: str
    range: Range


class Code(Strict):
    value: str
    url: str = ""


class Source(Strict):
    name: str
    url: str = ""


class Suggestion(Strict):
    range: Range
    text: str


class Diagnostic(Strict):
    message: str
    location: Location
    severity: Literal["ERROR", "WARNING", "INFO"]
    code: Code
    suggestions: list[Suggestion] = []


class DiagnosticResult(Strict):
    diagnostics: list[Diagnostic]
    source: Source


def read(report: Report) -> DiagnosticResult:
    return DiagnosticResult.model_validate_json(render(report))


def replaced(text: str, suggestion: Suggestion) -> str:
    """The text as reviewdog would leave it: lines from 1, columns in bytes of UTF-8 from 1, the end exclusive."""
    data = text.encode()
    starts = [0, *(at + 1 for at, byte in enumerate(data) if byte == ord("\n"))]
    start, end = (starts[place.line - 1] + place.column - 1 for place in (suggestion.range.start, suggestion.range.end))
    return (data[:start] + suggestion.text.encode() + data[end:]).decode()


def test_the_report_has_the_form_that_reviewdog_describes(report: Report) -> None:
    last = read(report).diagnostics[-1]
    assert (last.message, last.severity) == ("'milliards' is a billion.", "ERROR")
    assert (last.location.path, last.code) == ("news/bridge.txt", Code(value="number/milliard", url="https://example.org/doubled"))
    assert [found.severity for found in read(report).diagnostics] == ["INFO", "WARNING", "INFO", "ERROR"]


def test_a_suggestion_replaces_exactly_the_finding(report: Report) -> None:
    document = report.results[0].document
    open_ones = [finding for finding in report.results[0].findings if finding.status == "open"]
    for finding, found in zip(open_ones, read(report).diagnostics, strict=True):
        wanted = [document.text[: finding.span.start] + better + document.text[finding.span.end :] for better in finding.better]
        assert [replaced(document.text, suggestion) for suggestion in found.suggestions] == wanted


def test_a_column_counts_bytes_also_behind_letters_outside_ascii(single: Callable[..., Report]) -> None:
    (found,) = read(single("x\né𝔗 bad\n", "bad", better=("good",))).diagnostics
    assert found.location.range == Range(start=Position(line=2, column=8), end=Position(line=2, column=11))
    assert replaced("x\né𝔗 bad\n", found.suggestions[0]) == "x\né𝔗 good\n"


def test_a_path_is_one_from_the_repository(single: Callable[..., Report]) -> None:
    report = single("x", "x")
    result = replace(report.results[0], document=replace(report.results[0].document, name="./news/a.txt"))
    assert read(replace(report, results=(result,))).diagnostics[0].location.path == "news/a.txt"
    assert json.loads(render(single("Fine.")))["diagnostics"] == []
