"""This file turns a report into Checkstyle's XML, which build servers and reviewdog read."""

from __future__ import annotations

from xml.etree import ElementTree as Xml

from audit.model import Report, Severity
from audit.render import locator, open_findings, relative, told_with_better, xml_text

_SEVERITIES: dict[Severity, str] = {"neutral": "info", "minor": "info", "major": "warning", "critical": "error"}


def render(report: Report) -> str:
    """A `file` for each document, in it an `error` for each open finding; columns count code points. Failures have no place in it."""
    root = Xml.Element("checkstyle", version="8.0")
    for result in report.results:
        file = Xml.SubElement(root, "file", name=xml_text(relative(result.document.name)))
        locate = locator(result.document.text)
        for finding in open_findings(result):
            line, column = locate(finding.span.start)
            Xml.SubElement(
                file,
                "error",
                line=str(line),
                column=str(column),
                severity=_SEVERITIES[finding.severity],
                message=xml_text(told_with_better(finding)),
                source=xml_text(f"audit.{finding.rule}"),
            )
    Xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"
