"""This file defines the table that shows source, translation and references side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from audit.render.bits import Bit

Kind = Literal["couple", "moved", "unsure", "added", "lost", "above", "blank"]


@dataclass(frozen=True, slots=True)
class Column:
    """`language` is the code for the page, where it is known."""

    title: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one text has in a row. `note` says why it is empty, or what is odd about it."""

    kind: Kind
    bits: tuple[Bit, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class SideRow:
    """Sentences that stand for one another, a cell for each column. `place` leads into the article, where the translation has it."""

    anchor: str
    place: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Unaligned:
    """A sentence that stands alone, or whose counterpart is not sure: in which text, why, and the anchor of its row."""

    where: str
    words: str
    note: str
    href: str


@dataclass(frozen=True, slots=True)
class SideBySide:
    """`aligned`: for each other text how it was aligned."""

    anchor: str
    columns: tuple[Column, ...]
    aligned: tuple[str, ...]
    rows: tuple[SideRow, ...]
    unaligned: tuple[Unaligned, ...]

    @property
    def row_of(self) -> Mapping[str, str]:
        """The anchor of the first row that marks a finding, by the anchor of the finding's card."""
        marked = [(bit.href, row.anchor) for row in self.rows for cell in row.cells for bit in cell.bits if bit.href]
        return dict(reversed(marked))

    @property
    def title(self) -> str:
        first, *others = (column.title for column in self.columns)
        *most, last = (other.lower() for other in others)
        return f"{', '.join([first, *most])} and {last} side by side"
