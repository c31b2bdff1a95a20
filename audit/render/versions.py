"""This file turns a comparison of several versions of one text into one self-contained HTML page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.model import SEVERITIES, Result
from audit.render import open_findings
from audit.render.bits import Bit, Mark, bits
from audit.render.figures import FIGURES
from audit.render.fill import filled
from audit.render.highlight import place
from audit.render.tracks import Tracks, tracks

if TYPE_CHECKING:
    from audit.versions import Comparison
    from audit.versions.figures import Entry, Measure
    from audit.versions.rows import Cell, Row

_BESIDE = {"source": "Source", "reference": "Reference", "first": ""}
_LACKING = "nothing stands for this here"


@dataclass(frozen=True, slots=True)
class Note:
    """A finding under its sentence; `alone`: no other version has it there."""

    anchor: str
    severity: str
    message: str
    better: tuple[str, ...]
    rule: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Column:
    """What one version has in a row: its sentences with what is marked in them, and the findings."""

    sentences: tuple[tuple[Bit, ...], ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A row. `unequal`: some version has a finding, or lacks a sentence, that another does not."""

    number: int
    other: str
    columns: tuple[Column, ...]
    unequal: bool


@dataclass(frozen=True, slots=True)
class Value:
    shown: str
    interval: str
    p: str
    best: bool


@dataclass(frozen=True, slots=True)
class Values:
    """A row of the table of scores."""

    title: str
    note: str
    signature: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """What one version has and all others lack: each with its row's number."""

    name: str
    notes: tuple[tuple[int, Note], ...]


@dataclass(frozen=True, slots=True)
class ComparePage:
    """`beside` heads the column of what the versions stand for; empty where there is none, as they stand for the first of them."""

    title: str
    said: tuple[str, ...]
    doubts: tuple[str, ...]
    names: tuple[str, ...]
    measures: tuple[Values, ...]
    severities: tuple[tuple[str, tuple[int, ...]], ...]
    aligned: str
    beside: str
    language: str
    lines: tuple[Line, ...]
    alone: tuple[Alone, ...]
    lacking: str
    failures: tuple[tuple[str, str, str], ...]
    notes: tuple[str, ...]
    version: str
    rules: int
    tracks: Tracks | None


def render(comparison: Comparison) -> str:
    """The page as HTML text: asks for nothing outside itself, the same for the same comparison, safe for any text."""
    return filled("compare.html", view(comparison), ("style.css", "charts.css", "compare.css"))


def view(comparison: Comparison) -> ComparePage:
    """Everything that the template shows."""
    lines = tuple(_line(number, row, comparison) for number, row in enumerate(comparison.rows.rows, 1))
    table = comparison.table
    alone = (
        Alone(name, tuple((line.number, note) for line in lines for note in line.columns[at].notes if note.alone))
        for at, name in enumerate(comparison.names)
    )
    return ComparePage(
        title=" – ".join(comparison.names),
        said=comparison.verdict.said,
        doubts=comparison.verdict.doubts,
        names=comparison.names,
        measures=tuple(map(_values, comparison.measures)),
        severities=tuple((name, tuple(_count(result, name) for result in comparison.results)) for name in reversed(SEVERITIES)),
        aligned=table.aligned if table else "",
        beside=_BESIDE[comparison.rows.kind],
        language=comparison.rows.language,
        lines=lines,
        alone=tuple(alone),
        lacking=_LACKING,
        failures=tuple(_failures(comparison)),
        notes=table.notes if table else (),
        version=comparison.meta.version,
        rules=comparison.meta.rules,
        tracks=tracks(comparison),
    )


def _count(result: Result, severity: str) -> int:
    return sum(finding.severity == severity for finding in open_findings(result))


def _failures(comparison: Comparison) -> Iterator[tuple[str, str, str]]:
    """What did not run, why, and for which versions; what concerns several stands once."""
    concerned: dict[tuple[str, str], list[str]] = {}
    for result in comparison.results:
        for failure in result.failures:
            concerned.setdefault((failure.what, failure.reason), []).append(result.document.name)
    for (what, reason), names in concerned.items():
        yield what, reason, "all" if len(names) == len(comparison.results) else ", ".join(names)


def _line(number: int, row: Row, comparison: Comparison) -> Line:
    columns = tuple(
        _column(cell, result, f"n{number}-{at}") for at, (cell, result) in enumerate(zip(row.cells, comparison.results, strict=True), 1)
    )
    there = {bool(cell.spans) for cell in row.cells}
    found = {tuple(sorted(note.rule for note in column.notes)) for column in columns}
    return Line(number, row.other, columns, len(there) > 1 or len(found) > 1)


def _column(cell: Cell, result: Result, home: str) -> Column:
    notes = tuple(
        Note(f"{home}-{at}", noted.finding.severity, noted.finding.message, noted.finding.better, noted.finding.rule, noted.alone)
        for at, noted in enumerate(cell.noted, 1)
    )
    marks = [
        Mark(place(result.document, noted.finding.span), note.anchor, note.severity, note.message)
        for noted, note in zip(cell.noted, notes, strict=True)
    ]
    return Column(tuple(bits(result.document.prose, span, marks) for span in cell.spans), notes)


def _values(measure: Measure) -> Values:
    title, note = FIGURES.get(measure.metric, (measure.metric, ""))
    values = tuple(_value(entry, best=at in measure.best) for at, entry in enumerate(measure.entries))
    return Values(title, note, measure.signature, values)


def _value(entry: Entry, *, best: bool) -> Value:
    if entry.value is None:
        return Value("–", "", "", best=False)
    interval = "" if entry.low is None or entry.high is None else f"{entry.low:.1f} to {entry.high:.1f}"
    p = "" if entry.p is None else f"p = {entry.p:.3f}, {'significant' if entry.differs else 'not significant'}"
    return Value(f"{entry.value:.1f}", interval, p, best)
