"""This file turns a report into GitLab's code quality JSON, shown in the widget and the changes of a merge request."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import Any

from audit.model import Finding, Report
from audit.render import encodable, locator, open_findings, relative, told_with_better

_SEVERITIES = {"neutral": "info", "minor": "minor", "major": "major", "critical": "critical"}


def render(report: Report) -> str:
    """A JSON list with an object for each open finding. Failures have no place in this format."""
    seen: Counter[tuple[str, str, str]] = Counter()
    entries: list[dict[str, Any]] = []
    for result in report.results:
        locate = locator(result.document.text)
        name = relative(result.document.name)
        for finding in open_findings(result):
            key = (name, finding.rule, finding.fingerprint)
            lines = {"begin": locate(finding.span.start)[0], "end": locate(finding.span.end)[0]}
            entries.append(_entry(name, finding, lines, seen[key]))
            seen[key] += 1
    return encodable(json.dumps(entries, ensure_ascii=False, indent=2)) + "\n"


def _entry(name: str, finding: Finding, lines: dict[str, int], nth: int) -> dict[str, Any]:
    # GitLab shows only the first of equal fingerprints, and compares them between branches: no line number may go in.
    unique = encodable("\0".join((name, finding.rule, finding.fingerprint, str(nth))))
    return {
        "description": told_with_better(finding),
        "check_name": finding.rule,
        "fingerprint": hashlib.sha256(unique.encode()).hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": name, "lines": lines},
    }
