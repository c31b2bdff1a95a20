"""This file sets the sentences of several translations of one text beside one another, with the findings of each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from audit import original
from audit.align import misfit
from audit.align.reference import refer
from audit.model import Alignment, AuditError, Finding, Original, Result, Span
from audit.render import open_findings
from audit.render.highlight import place
from audit.score.groups import Shared
from audit.segment import segment

Kind = Literal["source", "reference", "first"]
"""What the versions are aligned with: the source, the first reference, or the first version where neither is given."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A finding; `alone`: the version has it, and no other has one of the same rule at that sentence."""

    finding: Finding
    alone: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """The sentences (`spans`, in prose) of one version that stand for a row, none where it lacks them, and its findings there."""

    spans: tuple[Span, ...]
    noted: tuple[Noted, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """The least group of sentences that stand for one another. `other` is what they stand for; empty where nothing does."""

    other: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """`language` is that of the text that all are aligned with, where it is known."""

    kind: Kind
    language: str
    rows: tuple[Row, ...]


def beside(results: Sequence[Result]) -> Rows:
    """All rows, in the order of what the versions stand for. Raises AuditError for a version of another text."""
    kind, other, pairs = _pairs(results)
    here = [_cut(result) for result in results]
    cuts = [[passage.span for passage in of.sentences] for of in (other, *here)]
    shared = Shared([len(spans) for spans in cuts])
    for number, couples in enumerate(pairs, 1):
        for ours, theirs in couples:
            shared.join([(number, ours), (0, theirs)], cuts)
    groups = _ordered(shared.groups(full=False))
    columns = [_column(result, cuts[number], [group[number] for group in groups]) for number, result in enumerate(results, 1)]
    told = [" ".join(cuts[0][index].of(other.text) for index in group[0]) for group in groups]
    cells = _compared(list(zip(*columns, strict=True)))
    return Rows(kind, other.language or "", tuple(Row(text, row) for text, row in zip(told, cells, strict=True)))


def _cut(result: Result) -> Original:
    return original.read(segment(result.document).flat, "en")


def _pairs(results: Sequence[Result]) -> tuple[Kind, Original, list[list[tuple[Span, Span]]]]:
    """What the versions are aligned with, and for each which of its sentences stand for which of that."""
    sources = [(result.original, result.alignment) for result in results if result.original and result.alignment]
    if len(sources) == len(results):
        return "source", sources[0][0], [_couples(alignment) for _, alignment in sources]
    firsts = [result.references[0] for result in results if result.references]
    if len(firsts) == len(results):
        return "reference", firsts[0].original, [_couples(reference.alignment) for reference in firsts]
    there = _cut(results[0])
    pairs = [[(passage.span, passage.span) for passage in there.sentences]]
    for result in results[1:]:
        here = _cut(result)
        reference = refer(here, there)
        if misfit.elsewhere(here, reference):
            raise AuditError(f"{result.document.name}: is no version of {results[0].document.name}; give translations of one text")
        pairs.append(_couples(reference.alignment))
    return "first", there, pairs


def _couples(alignment: Alignment) -> list[tuple[Span, Span]]:
    return [(couple.here, couple.there) for couple in (*alignment.couples, *alignment.unsure)]


def _ordered(groups: Sequence[list[list[int]]]) -> list[list[list[int]]]:
    """The groups in the order of the first text; one that lacks it stands behind the one of the sentence before."""
    placed = {(text, index): group[0][0] for group in groups if group[0] for text, of in enumerate(group) for index in of}

    def order(group: list[list[int]]) -> tuple[int, bool, int, int]:
        if group[0]:
            return group[0][0], False, 0, 0
        text, index = next((text, of[0]) for text, of in enumerate(group) if of)
        before = next((placed[text, at] for at in range(index, -1, -1) if (text, at) in placed), -1)
        return before, True, text, index

    return sorted(groups, key=order)


def _column(result: Result, cuts: Sequence[Span], groups: Sequence[Sequence[int]]) -> list[Cell]:
    """One version's cells, each with the findings that begin in it; one between two sentences belongs to the first of them."""
    row_of = {index: row for row, group in enumerate(groups) for index in group}
    starts = [cut.start for cut in cuts]
    found: list[list[Noted]] = [[] for _ in groups]
    for finding in sorted(open_findings(result), key=lambda finding: finding.span):
        at = max(0, bisect_right(starts, place(result.document, finding.span).start) - 1)
        if groups:
            found[row_of.get(at, 0)].append(Noted(finding, alone=False))
    return [Cell(tuple(_joined(cuts, group)), tuple(noted)) for group, noted in zip(groups, found, strict=True)]


def _joined(cuts: Sequence[Span], group: Sequence[int]) -> Iterator[Span]:
    """Sentences that follow each other as one span."""
    breaks = [at for at, (one, two) in enumerate(pairwise(group), 1) if two != one + 1]
    for first, last in pairwise([0, *breaks, len(group)]):
        if first < last:
            yield Span(cuts[group[first]].start, cuts[group[last - 1]].end)


def _compared(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[Cell, ...]]:
    """The rows with what each cell has and all others of its row lack."""
    for row in rows:
        rules = [{noted.finding.rule for noted in cell.noted} for cell in row]
        elsewhere = [set().union(*rules[:at], *rules[at + 1 :]) for at in range(len(row))]
        yield tuple(
            Cell(cell.spans, tuple(Noted(noted.finding, noted.finding.rule not in others) for noted in cell.noted))
            for cell, others in zip(row, elsewhere, strict=True)
        )
