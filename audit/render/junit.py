"""This file turns a report into JUnit XML, which build servers show as test results."""

from __future__ import annotations

from xml.etree import ElementTree as Xml

from audit.model import Finding, Report, Result
from audit.render import locator, open_findings, relative, told
from audit.render import xml_text as _clean


def render(report: Report) -> str:
    """A suite for each document; in it a failed test for each open finding, a skipped one for each failure.

    Neutral findings ask for a look and fail nothing, nor do those of the baseline. A document without either gets one test that passes.
    """
    root = Xml.Element("testsuites", name="audit")
    for result in report.results:
        root.append(_suite(result))
    for count in ("tests", "failures", "errors", "skipped"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    Xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def _suite(result: Result) -> Xml.Element:
    suite = Xml.Element("testsuite", name=_clean(result.document.name))
    locate = locator(result.document.text)
    for finding in open_findings(result):
        _found(suite, result.document.name, finding, locate(finding.span.start))
    for failure in result.failures:
        case = _case(suite, result.document.name, failure.what)
        Xml.SubElement(case, "skipped", message=_clean(failure.reason))
    if not len(suite):
        _case(suite, result.document.name, "no findings")
    counts = {"tests": len(suite), "failures": len(suite.findall("*/failure")), "errors": 0, "skipped": len(suite.findall("*/skipped"))}
    for name, count in counts.items():
        suite.set(name, str(count))
    return suite


def _found(suite: Xml.Element, document: str, finding: Finding, place: tuple[int, int]) -> None:
    line, column = place
    case = _case(suite, document, f"{finding.rule} (line {line}, column {column})")
    case.set("line", str(line))
    better = f"\nWrite: {' | '.join(finding.better)}" if finding.better else ""
    text = f"{document}:{line}:{column}: {finding.severity}: {told(finding)}\n{finding.quote}{better}"
    if finding.severity == "neutral" or finding.baseline == "unchanged":
        Xml.SubElement(case, "system-out").text = _clean(text)
        return
    failure = Xml.SubElement(case, "failure", message=_clean(finding.message), type=finding.severity)
    failure.text = _clean(text)


def _case(suite: Xml.Element, document: str, name: str) -> Xml.Element:
    return Xml.SubElement(suite, "testcase", classname=_clean(document), name=_clean(name), file=_clean(relative(document)), time="0")
