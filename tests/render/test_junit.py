"""This file tests the JUnit report: counts that agree with the cases, and XML that any parser reads."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree as Xml

from junitparser import JUnitXml

from audit.model import Report
from audit.render.junit import render


def parsed(report: Report) -> Xml.Element:
    return Xml.fromstring(render(report).encode())  # noqa: S314 - made a line above


def test_the_counts_are_those_of_the_cases(report: Report) -> None:
    root = parsed(report)
    assert [suite.get("name") for suite in root] == ["news/bridge.txt", "clean.txt"]
    for node in (root, *root):
        assert node.get("tests") == str(len(node.findall(".//testcase")))
        assert node.get("failures") == str(len(node.findall(".//failure")))
        assert node.get("skipped") == str(len(node.findall(".//skipped")))
    assert (root.get("tests"), root.get("failures"), root.get("skipped")) == ("7", "3", "2")


def test_a_finding_is_a_failed_case_that_says_where_and_what_to_write(report: Report) -> None:
    case = parsed(report).findall(".//testcase")[3]
    failure = case.find("failure")
    assert failure is not None
    assert (case.get("file"), case.get("line")) == ("news/bridge.txt", "4")
    assert (case.get("classname"), case.get("name")) == ("news/bridge.txt", "number/milliard (line 4, column 42)")
    assert (failure.get("type"), failure.get("message")) == ("critical", "'milliards' is a billion.")
    assert failure.text == "news/bridge.txt:4:42: critical: 'milliards' is a billion.\n3 milliards\nWrite: 3 billion"


def test_a_neutral_finding_fails_nothing(single: Callable[..., Report]) -> None:
    root = parsed(single("Look here.", "here", severity="neutral"))
    assert (root.get("tests"), root.get("failures")) == ("1", "0")
    assert root.findtext(".//system-out") == "a.txt:1:6: neutral: wrong\nhere"


def test_a_document_without_findings_is_one_passed_case(report: Report) -> None:
    (case,) = parsed(report)[1]
    assert (case.get("name"), len(case)) == ("no findings", 0)


def test_another_reader_of_junit_finds_the_same_cases(report: Report) -> None:
    suites = JUnitXml.fromstring(render(report).encode())
    cases = [case for suite in suites for case in suite]
    assert (suites.tests, suites.failures, suites.skipped) == (7, 3, 2)
    assert [type(case.result[0]).__name__ if case.result else "" for case in cases] == [
        "Failure",
        "Failure",
        "",
        "Failure",
        "Skipped",
        "Skipped",
        "",
    ]


def test_characters_that_xml_forbids_are_replaced(single: Callable[..., Report]) -> None:
    root = parsed(single("a\x00\x1b\ud800\ufffe<&>]]>b", "\x00\x1b\ud800\ufffe<&>]]>", message="\x0b"))
    assert root.find(".//failure").get("message") == "\ufffd"  # type: ignore[union-attr]
    assert "\ufffd\ufffd\ufffd\ufffd<&>]]>" in (root.findtext(".//failure") or "")
