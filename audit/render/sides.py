"""This file sets out source and translation side by side: the couples, what both marked, and what could not be aligned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import itemgetter
from typing import Literal

from audit.model import Couple, Result, Span

Kind = Literal["couple", "moved", "unsure", "added", "lost"]
_NOTES: dict[Kind, str] = {
    "couple": "",
    "moved": "moved",
    "unsure": "not sure enough to be compared",
    "added": "nothing in the source stands for this",
    "lost": "nothing in the translation stands for this",
}


@dataclass(frozen=True, slots=True)
class Bit:
    """A stretch of a sentence; with a finding's anchor (`href`) and severity where a finding is about it."""

    text: str
    href: str = ""
    severity: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class SideRow:
    """Sentences of the source beside the sentences that stand for them; one side may be empty. `place` leads into the article."""

    kind: Kind
    note: str
    confidence: str
    place: str
    there: tuple[Bit, ...]
    here: tuple[Bit, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """`unaligned`: how many rows have one side only, or are not sure. `language` is the source's code for the page, where it is known."""

    language: str
    method: str
    confidence: str
    rows: tuple[SideRow, ...]
    unaligned: int
    faults: int


@dataclass(frozen=True, slots=True)
class Mark:
    span: Span
    href: str
    severity: str
    title: str


def side_by_side(result: Result, anchors: Sequence[str], home: str) -> SideBySide | None:
    """The table, or nothing without a source. `anchors` are those of the cards, in the order of `result.findings`."""
    original, alignment = result.original, result.alignment
    if original is None or alignment is None:
        return None
    marks, marks_there = _marks(result, anchors)
    rows = [*_coupled(result, (marks_there, marks), home), *_alone(result, (marks_there, marks), home)]
    rows.sort(key=itemgetter(0))
    unaligned = sum(row.kind in ("added", "lost", "unsure") for _, row in rows)
    shown = tuple(row for _, row in rows)
    return SideBySide(original.language or "", alignment.method, f"{alignment.confidence:.2f}", shown, unaligned, len(marks_there))


def _marks(result: Result, anchors: Sequence[str]) -> tuple[list[Mark], list[Mark]]:
    """What is marked here, and what in the source."""
    here, there = [], []
    for finding, anchor in zip(result.findings, anchors, strict=True):
        mark = Mark(result.document.to_prose(finding.span), anchor, finding.severity, finding.message)
        here.append(mark)
        if finding.source_span is not None:
            there.append(replace(mark, span=finding.source_span))
    return here, there


def _coupled(result: Result, marks: tuple[list[Mark], list[Mark]], home: str) -> Iterator[tuple[tuple[int, int], SideRow]]:
    if result.original is None or result.alignment is None:
        return
    moved, unsure = set(result.alignment.moved), set(result.alignment.unsure)
    for couple in (*result.alignment.couples, *result.alignment.unsure):
        kind: Kind = "moved" if couple in moved else "unsure" if couple in unsure else "couple"
        there, here = bits(result.original.text, couple.there, marks[0]), bits(result.document.prose, couple.here, marks[1])
        place = f"{home}-c{couple.here.start}"
        yield (couple.here.start, 1), SideRow(kind, _NOTES[kind], f"{couple.confidence:.2f}", place, there, here)


def _alone(result: Result, marks: tuple[list[Mark], list[Mark]], home: str) -> Iterator[tuple[tuple[int, int], SideRow]]:
    if result.original is None or result.alignment is None:
        return
    for span in result.alignment.added:
        here = bits(result.document.prose, span, marks[1])
        yield (span.start, 1), SideRow("added", _NOTES["added"], "", f"{home}-c{span.start}", (), here)
    for span in result.alignment.lost:
        there = bits(result.original.text, span, marks[0])
        yield (_after(span, result.alignment.couples), 2), SideRow("lost", _NOTES["lost"], "", "", there, ())


def _after(span: Span, couples: Iterable[Couple]) -> int:
    """Where in the translation a lost sentence would stand: after the last couple that comes before it in the source."""
    return max((couple.here.start for couple in couples if couple.there.end <= span.start), default=-1)


def bits(text: str, span: Span, marks: Iterable[Mark]) -> tuple[Bit, ...]:
    """A stretch of text, cut where marks begin and end; of marks that overlap, the shortest is shown."""
    inside = sorted((mark for mark in marks if mark.span.overlaps(span)), key=lambda mark: mark.span.end - mark.span.start)
    edges = sorted({span.start, span.end} | {edge for mark in inside for edge in (mark.span.start, mark.span.end)})
    edges = [edge for edge in edges if span.start <= edge <= span.end]
    found = []
    for start, end in pairwise(edges):
        mark = next((mark for mark in inside if mark.span.start <= start and end <= mark.span.end), None)
        words = text[start:end]
        found.append(Bit(words, mark.href, mark.severity, mark.title) if mark else Bit(words))
    return tuple(found)
