"""This file signs an article off: one line that says who settled what, under which rules, and what was not looked at."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from audit.languages import name
from audit.model import SEVERITIES, AuditError

NOBODY = "nobody named"


def read(path: Path) -> Mapping[str, Any]:
    """A report in JSON, format 1. Raises AuditError for anything else."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise AuditError(f"{path}: cannot be read ({problem.strerror})") from problem
    except ValueError as problem:
        raise AuditError(f"{path}: not JSON ({problem}); give what audit --format json:{path.name} wrote") from problem
    meta = content.get("meta") if isinstance(content, dict) else None
    if not isinstance(meta, dict) or meta.get("format") != 1 or not {"documents", "verdict"} <= content.keys():
        raise AuditError(f"{path}: not a report of audit in JSON, format 1; give what audit --format json:{path.name} wrote")
    return dict(content)


def sign_off(report: Mapping[str, Any], editor: str) -> str:
    """One line for each document: who signs, what became of its findings, by whom, and what the tool could not look at."""
    meta = report["meta"]
    engines = ", ".join(f"{engine} {told}" for engine, told in sorted(meta.get("engines", {}).items()) if told[:1].isdigit())
    by = f"audit {meta['version']}, {meta['rules']} rules (set {meta.get('rule_set') or 'unknown'})" + (f", {engines}" if engines else "")
    return "\n".join(f"Signed off by {editor}: {document['id']}: {'; '.join(_said(document))}; {by}." for document in report["documents"])


def disclosure(report: Mapping[str, Any], editor: str, form: str) -> str:
    """The sentence for the published piece. Raises AuditError for a form that names what nobody knows."""
    languages = {document.get("source_language") for document in report["documents"]}
    told = {name(code) if code else "another language" for code in languages}
    try:
        return form.format(language=" and ".join(sorted(told)), editor=editor)
    except (KeyError, IndexError, ValueError) as problem:
        raise AuditError(f"disclosure: {form!r} cannot be filled ({problem}); it may name {{language}} and {{editor}}") from problem


def _said(document: Mapping[str, Any]) -> Iterator[str]:
    findings: Sequence[Mapping[str, Any]] = document["findings"]
    yield f"{len(findings)} finding{'' if len(findings) == 1 else 's'}"
    for status in ("accepted", "dismissed"):
        those = [finding for finding in findings if finding.get("status") == status]
        if those:
            who = Counter((finding.get("decision") or {}).get("author") or NOBODY for finding in those)
            yield f"{len(those)} {status} ({', '.join(f'{author} {count}' for author, count in sorted(who.items()))})"
    left = Counter(finding["severity"] for finding in findings if finding.get("status", "open") == "open")
    if left:
        grades = ", ".join(f"{left[severity]} {severity}" for severity in reversed(SEVERITIES) if left[severity])
        yield f"{left.total()} open ({grades})"
    if document.get("failures"):
        yield f"not checked: {', '.join(sorted({failure['what'] for failure in document['failures']}))}"
