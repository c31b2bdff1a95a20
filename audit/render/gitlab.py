"""This file turns a report into GitLab's code quality JSON, shown in the widget and the changes of a merge request."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import Any

from audit.model import Finding, Report
from audit.render import encodable, locator, open_findings, told

_SEVERITIES = {"neutral": "info", "minor": "minor", "major": "major", "critical": "critical"}


def render(report: Report) -> str:
    """A JSON list with an object for each open finding. Failures have no place in this format."""
    seen: Counter[tuple[str, str, str]] = Counter()
    entries: list[dict[str, Any]] = []
    for result in report.results:
        locate = locator(result.document.text)
        for finding in open_findings(result):
            key = (result.document.name, finding.rule, finding.fingerprint)
            entries.append(_entry(result.document.name, finding, locate(finding.span.start)[0], seen[key]))
            seen[key] += 1
    return encodable(json.dumps(entries, ensure_ascii=False, indent=2)) + "\n"


def _entry(name: str, finding: Finding, line: int, nth: int) -> dict[str, Any]:
    better = f" Write: {' | '.join(finding.better)}" if finding.better else ""
    # GitLab shows only the first of equal fingerprints, and compares them between branches: no line number may go in.
    unique = encodable("\0".join((name, finding.rule, finding.fingerprint, str(nth))))
    return {
        "description": told(finding) + better,
        "check_name": finding.rule,
        "fingerprint": hashlib.sha256(unique.encode()).hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": name.removeprefix("./"), "lines": {"begin": line}},
    }
