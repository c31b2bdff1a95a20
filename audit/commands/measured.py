"""This file shows what `audit score` measured, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from audit.score.figures import Figure
from audit.score.paired import CHANCE, TESTS, Paired
from audit.score.table import Measured, Row, Table

_TITLES = {"bleu": "BLEU", "chrf": "chrF", "ter": "TER", "chrf++": "chrF++", "spbleu": "spBLEU", "comet": "COMET"}
_PLACES = {"comet": 4}
"""Digits after the point, where they are not two: models score between 0 and 1 or so."""
_MOST = 10
"""Sentences shown unless all were asked for."""
_WIDE = 100
_DIGITS = 6


def as_text(table: Table) -> str:
    """The figures with their signatures, the tests, how the texts were compared, and the sentences."""
    lines = list(_figures(table))
    lines += [line for test in table.tests for line in _test(test)]
    if table.tests and table.wanted.paired:
        name = TESTS[table.wanted.paired]
        lines.append(f"* the difference from {table.translations[0].name} is more than chance (p < {CHANCE}, {name})")
    lines += [f"{note[0].upper()}{note[1:]}." for note in table.notes]
    words = " These figures see words, not meaning: a changed number or a lost 'not' hardly moves them."
    lines.append(f"Compared: {table.aligned}.{words * any(one.figures[0].score.metric != 'comet' for one in table.translations)}")
    return "\n".join([*lines, *(line for one in table.translations for line in _sentences(one, table))]) + "\n"


def _figures(table: Table) -> Iterator[str]:
    several = len(table.translations) > 1
    for one in table.translations:
        if several:
            yield f"{one.name}:"
        for figure in one.figures:
            score = figure.score
            places = _PLACES.get(score.metric, 2)
            interval = "" if figure.mean is None else f"  ({figure.mean:.{places}f} ± {figure.half:.{places}f})"
            yield f"{score.metric:6} {score.value:6.{places}f}{interval}  {score.signature}"


def _test(test: Paired) -> Iterator[str]:
    yield f"{_TITLES[test.metric]}  {test.signature}"
    places = _PLACES.get(test.metric, 2)
    for row in test.rows:
        interval = "" if row.mean is None else f"  ({row.mean:.{places}f} ± {row.half:.{places}f})"
        p = "  baseline" if row.p is None else f"  p = {row.p:.4f}{'*' * row.differs}"
        yield f"  {row.value:6.{places}f}{interval}{p}  {row.name}"


def _sentences(one: Measured, table: Table) -> Iterator[str]:
    blind = [row for row in one.rows if row.unseen]
    what = "line" if table.lines else "segment"
    if blind:
        whose = f" of {one.name}" if len(table.translations) > 1 else ""
        yield f"In {len(blind)} of {table.segments} {what}s{whose} they cannot see what differs:"
    shown = one.rows if table.wanted.sentences else blind[:_MOST]
    for row in shown:
        yield from _row(row, what)
    if len(blind) > _MOST and not table.wanted.sentences:
        yield f"  and {len(blind) - _MOST} more; --sentences shows all"


def _row(row: Row, what: str) -> Iterator[str]:
    scores = ", ".join(f"{_TITLES[name]} {value:.{_PLACES.get(name, 2)}f}" for name, value in row.scores.items())
    but = f", but {'; '.join(map(str, row.unseen))}" if row.unseen else ""
    yield f"  {what} {row.number}: {scores}{but}"
    yield f"    {_short(row.translation)}"


def _short(text: str) -> str:
    return text if len(text) <= _WIDE else text[: _WIDE - 1].rsplit(" ", 1)[0] + "…"


def as_json(table: Table) -> str:
    """One translation stands at the top; several in a list."""
    told = [_measured(one, table) for one in table.translations]
    fields: dict[str, Any] = told[0] if len(told) == 1 else {"translations": told}
    fields["aligned"] = table.aligned
    fields |= {"notes": list(table.notes)} if table.notes else {}
    fields |= {"sentence_signatures": dict(table.signatures)} if table.signatures else {}
    if table.wanted.paired:
        tests = {test.metric: {"signature": test.signature, "results": [_result(row) for row in test.rows]} for test in table.tests}
        fields["paired"] = {"test": table.wanted.paired, "baseline": table.translations[0].name, "metrics": tests}
    return json.dumps(fields, ensure_ascii=False, indent=1) + "\n"


def _measured(one: Measured, table: Table) -> dict[str, Any]:
    named = {"name": one.name} if len(table.translations) > 1 else {}
    blind = [_sentence(row) for row in one.rows if row.unseen]
    every = {"sentences": [_sentence(row) for row in one.rows]} if table.wanted.sentences else {}
    return {**named, "scores": {figure.score.metric: _figure(figure) for figure in one.figures}, "unseen": blind, **every}


def _figure(figure: Figure) -> dict[str, Any]:
    interval = {} if figure.mean is None else {"mean": figure.mean, "half_interval": figure.half}
    return {"value": round(figure.score.value, _DIGITS), **_rounded(interval), "signature": figure.score.signature}


def _sentence(row: Row) -> dict[str, Any]:
    differences = [{"kind": one.kind, "here": one.here, "there": one.there} for one in row.unseen]
    texts = {"translation": row.translation, "references": list(row.references)}
    return {"number": row.number, **texts, "scores": _rounded(dict(row.scores)), "differences": differences}


def _result(row: Any) -> dict[str, Any]:
    return {"name": row.name, **_rounded({"value": row.value, "p": row.p, "mean": row.mean, "half_interval": row.half})}


def _rounded(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value if value is None else round(value, _DIGITS) for key, value in values.items()}
