"""This file tests the Checkstyle report: places, severities, and XML that any parser reads."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree as Xml

from audit.model import Report
from audit.render.checkstyle import render


def parsed(report: Report) -> Xml.Element:
    return Xml.fromstring(render(report).encode())  # noqa: S314 - made a line above


def test_a_finding_is_an_error_of_its_file(report: Report) -> None:
    first, second = parsed(report)
    assert [file.get("name") for file in (first, second)] == ["news/bridge.txt", "clean.txt"]
    assert first[-1].attrib == {
        "line": "4",
        "column": "42",
        "severity": "error",
        "message": "'milliards' is a billion. Write: 3 billion",
        "source": "audit.number/milliard",
    }
    assert len(second) == 0


def test_severities_are_those_of_checkstyle_and_settled_findings_are_left_out(report: Report) -> None:
    assert [error.get("severity") for error in parsed(report)[0]] == ["info", "warning", "info", "error"]


def test_markup_of_an_article_stays_text(single: Callable[..., Report]) -> None:
    (file,) = parsed(single("a]]>\x00<b>&", "]]>\x00<b>&", message="]]>\x1b<!-- & --> \"'"))
    assert file[0].get("message") == "]]>\ufffd<!-- & --> \"'"
