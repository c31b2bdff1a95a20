"""This file turns a report into JSON, format 1: the form that other programs rely on."""

from __future__ import annotations

import dataclasses
import datetime
import json
import math
from collections.abc import Iterator, Mapping
from typing import Any

from audit.model import Decision, Document, Finding, Report, Result, Score, Span
from audit.render import encodable, locator

_OWN = ("quality", "penalty_per_100_words")
"""The audit's own figures stand as bare numbers; every other metric carries its signature."""


def render(report: Report) -> str:
    """One JSON object, indented, with the same bytes for the same report."""
    whole = {
        "meta": {
            "format": report.meta.format,
            "version": report.meta.version,
            "rules": report.meta.rules,
            "engines": dict(sorted(report.meta.engines.items())),
            **({"rule_set": report.meta.rule_set} if report.meta.rule_set else {}),
        },
        "documents": [document(result) for result in report.results],
        "verdict": {"passed": report.verdict.passed, "reason": report.verdict.reason},
    }
    return json.dumps(_plain(whole), ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def document(result: Result) -> dict[str, Any]:
    """One entry of `documents`. Offsets, lines and columns are code points of the text as given; lines and columns count from 1.

    Every value is ready for any JSON writer: no lone surrogates, no figures that are not finite (those become null).
    """
    about = result.document
    locate = locator(about.text)
    entry = {
        "id": about.name,
        "language": about.language,
        "source_language": about.source_language or result.origin.known,
        "date": about.date or result.ledger.as_of,
        "words": about.words,
        "findings": [_finding(finding, *locate(finding.span.start)) for finding in result.findings],
        "failures": [{"what": failure.what, "reason": failure.reason} for failure in result.failures],
        **({"notes": result.notes} if result.notes else {}),
        **({"gone": [dataclasses.asdict(one) for one in result.gone]} if result.gone else {}),
        "scores": {name: value for score in result.scores for name, value in _score(score)},
        "ledger": {book: _entries(getattr(result.ledger, book), about) for book in ("people", "quotes", "figures", "dates")},
        "origin": _origin(result),
        "claims": [{**_entries(claim, about), "verdict": claim.verdict} for claim in result.claims],
    }
    plain: dict[str, Any] = _plain(entry)
    return plain


def _finding(finding: Finding, line: int, column: int) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "start": finding.span.start,
        "end": finding.span.end,
        "line": line,
        "column": column,
        "quote": finding.quote,
        "category": finding.category,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "suggestions": finding.better,
        "related": [{"start": there.span.start, "end": there.span.end, "label": there.label} for there in finding.related],
        "source_span": finding.source_span,
        "fingerprint": finding.fingerprint,
        "status": finding.status,
        **({"decision": _decision(finding.decision)} if finding.decision else {}),
        **({"baseline": finding.baseline} if finding.baseline else {}),
        **({"segment": finding.segment} if finding.segment else {}),
        **({"reference_spans": [_there(*pair) for pair in finding.reference_spans]} if finding.reference_spans else {}),
    }


def _decision(decision: Decision) -> dict[str, Any]:
    """Who settled the finding, when and why; `remark`: the line of the text that says so itself."""
    told = {key: getattr(decision, key) for key in ("reason", "author", "date", "expires", "scope")}
    return told | ({"remark": decision.line} if decision.line else {})


def _there(number: int, span: Span) -> dict[str, int]:
    """Words of a reference: its number from 1, offsets in it as given."""
    return {"reference": number + 1, "start": span.start, "end": span.end}


def _origin(result: Result) -> dict[str, Any]:
    """The source language as given or estimated, and what speaks for it; weights are additive, in nats."""
    origin, about = result.origin, result.document
    evidence = [(clue, about.to_text(clue.span)) for clue in origin.clues]
    return {
        "language": origin.language,
        "confidence": origin.confidence,
        "given": origin.given,
        "evidence": [
            {"kind": clue.kind, "start": span.start, "end": span.end, "quote": span.of(about.text), "weight": round(clue.weight, 2)}
            for clue, span in evidence
        ],
    }


def _entries(value: Any, about: Document) -> Any:
    """Entries of the ledger as plain values; their spans count in prose and are told in the text, each with the words that stand there."""
    if isinstance(value, Span):
        span = about.to_text(value)
        return {"start": span.start, "end": span.end, "quote": span.of(about.text)}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _entries(getattr(value, field.name), about) for field in dataclasses.fields(value)}
    return [_entries(item, about) for item in value] if isinstance(value, tuple | list) else value


def _score(score: Score) -> Iterator[tuple[str, Any]]:
    value = round(score.value, 2)
    yield score.metric, value if score.metric in _OWN else {"value": value, "signature": score.signature}
    if score.low is not None and score.high is not None:
        yield f"{score.metric}_band", [round(score.low, 2), round(score.high, 2)]
    if score.floor is not None:
        yield f"{score.metric}_floor", round(score.floor, 2)


def _plain(value: Any) -> Any:
    """A value as JSON knows it: mappings, lists, text, finite numbers, null."""
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if dataclasses.is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {encodable(str(key)): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, datetime.date) else value
