"""This file turns a report into rdjson, reviewdog's diagnostic format, which puts findings and better wordings into a review."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from audit.model import Finding, Report, Rule, Severity, Span
from audit.render import encodable, locator, open_findings, relative, told

_SEVERITIES: dict[Severity, str] = {"neutral": "INFO", "minor": "INFO", "major": "WARNING", "critical": "ERROR"}


def render(report: Report) -> str:
    """The JSON form of reviewdog's message `DiagnosticResult`. Columns count bytes of UTF-8 from 1, ends are exclusive.

    Every better wording is a suggestion of exactly the finding's span. Failures have no place in this format.
    """
    diagnostics = []
    for result in report.results:
        ranged, path = _ranges(result.document.text), relative(result.document.name)
        diagnostics += [
            _diagnostic(finding, path, ranged(finding.span), report.rules.get(finding.rule)) for finding in open_findings(result)
        ]
    whole = {"source": {"name": "audit"}, "diagnostics": diagnostics}
    return encodable(json.dumps(whole, ensure_ascii=False, indent=2)) + "\n"


def _diagnostic(finding: Finding, path: str, place: dict[str, Any], rule: Rule | None) -> dict[str, Any]:
    link = next((link for link in (rule.see if rule else ()) if link.startswith(("https://", "http://"))), None)
    return {
        "message": told(finding),
        "location": {"path": path, "range": place},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule, **({"url": link} if link else {})},
        **({"suggestions": [{"range": place, "text": better} for better in finding.better]} if finding.better else {}),
    }


def _ranges(text: str) -> Callable[[Span], dict[str, Any]]:
    locate = locator(text)

    def position(offset: int) -> dict[str, int]:
        line, column = locate(offset)
        before = encodable(text[offset - column + 1 : offset])
        return {"line": line, "column": len(before.encode()) + 1}

    return lambda span: {"start": position(span.start), "end": position(span.end)}
