"""This file draws a track of bars for each version of a text, so that an eye sees in which sentences they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.model import SEVERITIES, WEIGHTS, Result
from audit.render.bars import Chart, Datum, bars, grouped, rounded_up
from audit.render.bits import brief

if TYPE_CHECKING:
    from audit.versions import Comparison
    from audit.versions.rows import Cell

_WORDS = 90
_ABOUT = {
    "chrF++": "Sentence chrF++, of 100. Higher is closer to the reference; a dashed box: nothing to score there.",
    "points": "Penalty points: minor 1, major 5, critical 25, each times its confidence. Lower is better; dashed: the row is lacking.",
}


@dataclass(frozen=True, slots=True)
class Tracks:
    """`unit` is that of the figures, `about` explains them. `rows`: the number of each row and every version's figure, as shown."""

    unit: str
    about: str
    charts: tuple[Chart, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class _Point:
    """What a version has in a row. `value` is None where it lacks the row, or nothing there can be scored."""

    row: int
    words: str
    value: float | None
    parts: tuple[tuple[str, float], ...]


def tracks(comparison: Comparison) -> Tracks | None:
    """Likeness to the references of every version, row by row, or without any the weight of its findings; nothing where all are clean."""
    results = comparison.results
    scored = all(result.references for result in results)
    columns = [
        [_point(number, row.cells[at], result, scored=scored) for number, row in enumerate(comparison.rows.rows, 1)]
        for at, result in enumerate(results)
    ]
    most = max((point.value or 0.0 for column in columns for point in column), default=0.0)
    if not most:
        return None
    unit = "chrF++" if scored else "points"
    runs = [list(grouped(column)) for column in columns]
    top = 100.0 if scored else rounded_up(max(sum(point.value or 0.0 for point in run) for column in runs for run in column))
    drawn = (
        Chart(f"t{at}", name, _ABOUT[unit], unit, top, len(columns[0]), tuple(bars([_datum(run, unit) for run in column], top)))
        for at, (name, column) in enumerate(zip(comparison.names, runs, strict=True), 1)
    )
    shown = (tuple(_shown(point.value) for point in row) for row in zip(*columns, strict=True))
    return Tracks(unit, _ABOUT[unit], tuple(drawn), tuple(enumerate(shown, 1)))


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


def _point(number: int, cell: Cell, result: Result, *, scored: bool) -> _Point:
    words = brief(" ".join(span.of(result.document.prose) for span in cell.spans), _WORDS)
    if scored:
        value = _likeness(cell, result)
        return _Point(number, words, value, (("", value or 0.0),))
    parts = tuple((severity, sum(_weights(cell, severity))) for severity in reversed(SEVERITIES))
    return _Point(number, words, sum(value for _, value in parts) if cell.spans else None, parts)


def _weights(cell: Cell, severity: str) -> Iterator[float]:
    return (WEIGHTS[one.finding.severity] * one.finding.confidence for one in cell.noted if one.finding.severity == severity)


def _likeness(cell: Cell, result: Result) -> float | None:
    """The mean of what the cell's sentences score, each by its length."""
    inside = [one for one in result.scored if one.value is not None and any(one.span.overlaps(span) for span in cell.spans)]
    long = sum(one.span.end - one.span.start for one in inside)
    return sum((one.value or 0.0) * (one.span.end - one.span.start) for one in inside) / long if long else None


def _datum(run: Sequence[_Point], unit: str) -> Datum:
    """A bar for a row, or for some that share one: figures that are means are averaged, points are added."""
    known = [point for point in run if point.value is not None]
    share = 1 / max(1, len(known)) if unit == "chrF++" else 1.0
    parts = [(severity, share * sum(point.parts[at][1] for point in known)) for at, (severity, _) in enumerate(run[0].parts)]
    rows = f"Row {run[0].row}" if len(run) == 1 else f"Rows {run[0].row} to {run[-1].row}"
    told = f"{sum(value for _, value in parts):.1f} {unit}" if known else "nothing to score here"
    return Datum(f"r{run[0].row}", f"{rows}: {told}. {run[0].words}".strip(), tuple(parts), lacking=not known)
