"""This file sets out source, translation and references side by side: what stands for what, what both marked, what could not be aligned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from audit.model import Alignment, Couple, Original, Result, Span
from audit.render.bits import Bit, Mark, bits, brief
from audit.render.columns import Cell, Column, SideBySide, SideRow, Unaligned


@dataclass(frozen=True, slots=True)
class _Other:
    """A text that the translation is set beside; `name` is that of its kind inside a sentence."""

    title: str
    original: Original
    alignment: Alignment
    marks: tuple[Mark, ...]

    @property
    def name(self) -> str:
        return f"the {self.title.lower()}" if " " not in self.title else self.title.lower()

    @property
    def couples(self) -> tuple[Couple, ...]:
        return (*self.alignment.couples, *self.alignment.unsure)

    def cell(self, couple: Couple) -> Cell:
        """What stands for the couple's sentences. Marks that are as long as all of it point to nothing, and are left out."""
        marks = [mark for mark in self.marks if not mark.span.contains(couple.there)]
        told = bits(self.original.text, couple.there, marks)
        if couple in self.alignment.unsure:
            return Cell("unsure", told, f"not sure enough to be compared with the translation, {couple.confidence:.2f}")
        return Cell("moved", told, f"moved, {couple.confidence:.2f}") if couple in self.alignment.moved else Cell("couple", told)


def side_by_side(result: Result, anchors: Sequence[str], home: str) -> SideBySide | None:
    """The table, or nothing without a source and references. `anchors` are those of the cards, in the order of `result.findings`."""
    others = _others(result, anchors)
    if not others:
        return None
    here = [
        Mark(result.document.to_prose(finding.span), anchor, finding.severity, finding.message)
        for finding, anchor in zip(result.findings, anchors, strict=True)
    ]
    spread = [(start, span, _lined_up(cells, result)) for start, span, cells in sorted(_rows(result, others, here), key=itemgetter(0))]
    rows = tuple(
        SideRow(f"{home}-r{number}", f"{home}-c{span.start}" if span and span.start < span.end else "", cells)
        for number, (_, span, cells) in enumerate(spread, 1)
    )
    columns = [Column(other.title, other.original.language or "") for other in others]
    columns.insert(_at(result), Column("Translation", result.document.language))
    return SideBySide(
        f"{home}-sides",
        tuple(columns),
        tuple(map(_aligned, others)),
        rows,
        tuple(_unaligned(rows, columns)),
    )


def _aligned(other: _Other) -> str:
    if other.alignment.method == "given":
        return f"{other.title} aligned as the file has it"
    return f"{other.title} aligned by {other.alignment.method}, confidence {other.alignment.confidence:.2f}"


def _at(result: Result) -> int:
    """The translation's column: behind the source, before the references."""
    return int(result.original is not None and result.alignment is not None)


def _lined_up(cells: tuple[Cell, list[Cell]], result: Result) -> tuple[Cell, ...]:
    here, others = cells
    return (*others[: _at(result)], here, *others[_at(result) :])


def _others(result: Result, anchors: Sequence[str]) -> list[_Other]:
    pairs = list(zip(result.findings, anchors, strict=True))
    others = []
    if result.original and result.alignment:
        marks = [Mark(one.source_span, anchor, one.severity, one.message) for one, anchor in pairs if one.source_span]
        others.append(_Other("Source", result.original, result.alignment, tuple(marks)))
    for number, reference in enumerate(result.references):
        title = "Reference" if len(result.references) == 1 else f"Reference {number + 1}"
        marks = [
            Mark(span, anchor, one.severity, one.message) for one, anchor in pairs for which, span in one.reference_spans if which == number
        ]
        others.append(_Other(title, reference.original, reference.alignment, tuple(marks)))
    return others


_Row = tuple[tuple[int, int, int], Span | None, tuple[Cell, list[Cell]]]
"""Where it stands; the translation's part, if it has one; its cell and those of the others."""


def _rows(result: Result, others: Sequence[_Other], marks: Sequence[Mark]) -> Iterator[_Row]:
    """The rows are those of the first of the other texts; the rest are set beside them."""
    first = others[0]
    own = [(couple.here, first.cell(couple)) for couple in first.couples]
    own += [(span, Cell("added", note=f"nothing in {first.name} stands for this")) for span in first.alignment.added]
    own.sort(key=lambda pair: pair[0])
    beside = [_beside([span for span, _ in own], other) for other in others[1:]]
    for row, (span, cell) in enumerate(own):
        here = Cell("couple", bits(result.document.prose, span, marks))
        yield (span.start, 1, row), span, (here, [cell, *(column[row] for column in beside)])
    for number, other in enumerate(others):
        for at, lost in enumerate(other.alignment.lost):
            cells = [Cell("blank")] * len(others)
            cells[number] = Cell("lost", bits(other.original.text, lost, other.marks))
            note = Cell("lost", note="nothing in the translation stands for this")
            yield (_after(lost, other.alignment.couples), 2 + number, at), None, (note, cells)


def _beside(rows: Sequence[Span], other: _Other) -> list[Cell]:
    """What another text has for each row. What stands for several is shown beside the first of them."""
    cells, shown = [], set()
    for span in rows:
        couples = [couple for couple in other.couples if couple.here.overlaps(span)]
        fresh = [other.cell(couple) for couple in couples if couple not in shown]
        shown.update(couples)
        if fresh:
            said = [bit for cell in fresh for bit in (Bit(" "), *cell.bits)][1:]
            odd = next((cell for cell in fresh if cell.note), fresh[0])
            cells.append(Cell(odd.kind, tuple(said), odd.note))
        elif couples:
            cells.append(Cell("above", note="see above"))
        else:
            cells.append(Cell("added", note=f"nothing in {other.name} stands for this"))
    return cells


def _after(span: Span, couples: Sequence[Couple]) -> int:
    """Where in the translation a lost sentence would stand: at the end of the last couple that comes before it in its own text."""
    return max((couple.here.end - 1 for couple in couples if couple.there.end <= span.start), default=-1)


def _unaligned(rows: Sequence[SideRow], columns: Sequence[Column]) -> Iterator[Unaligned]:
    """Each sentence that stands alone or is not sure, in the order of the rows; what holds no word is none."""
    home = next(at for at, column in enumerate(columns) if column.title == "Translation")
    for row in rows:
        told: dict[int, list[str]] = {}
        for at, cell in enumerate(row.cells):
            if cell.kind in ("added", "unsure", "lost") and at != home:
                note = row.cells[home].note if cell.kind == "lost" else cell.note
                told.setdefault(home if cell.kind == "added" else at, []).append(note)
        for at, notes in told.items():
            words = brief("".join(bit.text for bit in row.cells[at].bits))
            if any(map(str.isalnum, words)):
                yield Unaligned(columns[at].title, words, "; ".join(notes), row.anchor)
