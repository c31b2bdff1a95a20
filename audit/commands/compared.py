"""This file shows what `audit compare` found, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from audit.model import SEVERITIES, Result
from audit.render import encodable, open_findings, tally
from audit.versions import Comparison
from audit.versions.figures import Entry, Measure
from audit.versions.rows import Cell, Row

_MOST = 10
"""Findings shown of each version; the page has all."""
_WIDE = 24
_DIGITS = 6


def as_text(comparison: Comparison) -> str:
    """The verdict, the figures, and what only one version has."""
    lines = [*comparison.verdict.said, ""]
    lines += list(_table(comparison))
    lines += [line for at, name in enumerate(comparison.names) for line in _alone(at, name, comparison)]
    lines += ["", *(f"- {doubt}" for doubt in comparison.verdict.doubts)]
    return encodable("\n".join(lines)) + "\n"


def _table(comparison: Comparison) -> Iterator[str]:
    """A column for each version, headed by numbers where names would not fit."""
    names = comparison.names
    wide = max(map(len, names)) > _WIDE
    heads = [f"({at})" for at in range(1, len(names) + 1)] if wide else list(names)
    rows = [("", heads), *((one.metric, [_shown(one, at) for at in range(len(names))]) for one in comparison.measures)]
    rows.append(("findings", [tally(open_findings(result)) for result in comparison.results]))
    first = max(len(title) for title, _ in rows)
    widths = [max(len(cells[at]) for _, cells in rows) for at in range(len(names))]
    for title, cells in rows:
        yield "  ".join([title.ljust(first), *(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))]).rstrip()
    if wide:
        yield from (f"({at}) {name}" for at, name in enumerate(names, 1))
    yield "* differs from the first version by more than chance (p < 0.05, paired bootstrap)"


def _shown(measure: Measure, at: int) -> str:
    entry = measure.entries[at]
    if entry.value is None:
        return "-"
    interval = "" if entry.low is None or entry.high is None else f" ({entry.low:.1f} to {entry.high:.1f})"
    return f"{entry.value:.1f}{interval}{'*' * entry.differs}"


def _alone(at: int, name: str, comparison: Comparison) -> Iterator[str]:
    found = [(number, noted.finding) for number, row in enumerate(comparison.rows.rows, 1) for noted in row.cells[at].noted if noted.alone]
    yield ""
    yield f"Only in {name}: {len(found) or 'nothing'}" + (f" finding{'s' * (len(found) != 1)}" if found else "")
    for number, finding in found[:_MOST]:
        yield f"  {number}: {finding.severity} {finding.rule}: {' '.join(finding.message.split())}"
    if len(found) > _MOST:
        yield f"  and {len(found) - _MOST} more; the page shows all"


def as_json(comparison: Comparison) -> str:
    """The same, with every row."""
    verdict, table = comparison.verdict, comparison.table
    duels = [
        {
            "other": one.other,
            "lead": round(one.lead, _DIGITS),
            "outcome": one.outcome,
            "tests": {test.measure: {"gap": round(test.gap, _DIGITS), "p": round(test.p, _DIGITS)} for test in one.tests},
        }
        for one in verdict.duels
    ]
    fields: dict[str, Any] = {
        "verdict": {"best": verdict.best, "said": list(verdict.said), "duels": duels, "doubts": list(verdict.doubts)},
        "versions": [_version(result) for result in comparison.results],
        "scores": {
            one.metric: {"signature": one.signature, "results": [_entry(entry) for entry in one.entries]} for one in comparison.measures
        },
        **({"aligned": table.aligned, "notes": list(table.notes)} if table else {}),
        "beside": comparison.rows.kind,
        "rows": [_row(number, row, comparison) for number, row in enumerate(comparison.rows.rows, 1)],
    }
    return encodable(json.dumps(fields, ensure_ascii=False, indent=1)) + "\n"


def _version(result: Result) -> dict[str, Any]:
    found = open_findings(result)
    counts = {severity: sum(finding.severity == severity for finding in found) for severity in reversed(SEVERITIES)}
    failures = [{"what": failure.what, "reason": failure.reason} for failure in result.failures]
    return {"name": result.document.name, "findings": counts, "failures": failures}


def _entry(entry: Entry) -> dict[str, Any]:
    figures = {"value": entry.value, "low": entry.low, "high": entry.high, "p": entry.p}
    told = {key: round(value, _DIGITS) for key, value in figures.items() if value is not None}
    return {**told, **({"differs": entry.differs} if entry.p is not None else {})}


def _row(number: int, row: Row, comparison: Comparison) -> dict[str, Any]:
    cells = [_cell(cell, result) for cell, result in zip(row.cells, comparison.results, strict=True)]
    other: dict[str, Any] = {} if comparison.rows.kind == "first" else {comparison.rows.kind: row.other}
    return {"number": number, **other, "versions": cells}


def _cell(cell: Cell, result: Result) -> dict[str, Any]:
    findings = [
        {
            "rule": noted.finding.rule,
            "start": noted.finding.span.start,
            "end": noted.finding.span.end,
            "quote": noted.finding.quote,
            "severity": noted.finding.severity,
            "confidence": round(noted.finding.confidence, _DIGITS),
            "message": noted.finding.message,
            "better": list(noted.finding.better),
            "alone": noted.alone,
        }
        for noted in cell.noted
    ]
    return {"text": [span.of(result.document.prose) for span in cell.spans], "findings": findings}
