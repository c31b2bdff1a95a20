"""This file joins pieces of a marked-up text into prose, and keeps for every piece the place that it was read from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from audit.model import Run, Span

Piece = tuple[str, int, int]
"""What a reader sees, and the half-open place in the text where it is written.

As long as its place: the characters correspond one to one. Shorter: an entity, or white space that counts as one space.
Line feeds with an empty place are a break that markup makes: one ends a line, two end a paragraph.
"""

BREAK: Piece = ("\n\n", 0, 0)
LINE_END: Piece = ("\n", 0, 0)
_WHITE = " \t\n\r\f"
_RETURN = re.compile(r"\r\n?")


def weave(pieces: Iterable[Piece], offset: int = 0) -> tuple[str, tuple[Run, ...]]:
    """Prose and its runs, in order and without overlap; places are moved on by `offset`.

    White space at the edges of a paragraph is left out; two spaces that meet where two pieces meet become one.
    """
    cloth = _Cloth(offset)
    for prose, start, end in pieces:
        if start == end:
            cloth.end_lines(len(prose))
        elif len(prose) != end - start:
            cloth.put(prose, start, end)
        else:
            left, right = len(prose) - len(prose.lstrip(_WHITE)), len(prose.rstrip(_WHITE))
            cloth.wait(start, start + left)
            cloth.put(prose[left:right], start + left, start + right)
            cloth.wait(start + right, end)
    return "".join(cloth.parts), tuple(Run(Span(a, b), Span(c, d)) for a, b, c, d in cloth.runs)


def plain(text: str, start: int = 0) -> tuple[str, tuple[Run, ...]]:
    """The prose of a plain text from `start` on: the same, but that every line ends with a line feed. No runs: the very same."""
    if not start and "\r" not in text:
        return text, ()
    cloth = _Cloth(0)
    for prose, here, there in _lines(text, start):
        cloth.add(prose, here, there)
    return "".join(cloth.parts), tuple(Run(Span(a, b), Span(c, d)) for a, b, c, d in cloth.runs)


def _lines(text: str, at: int) -> Iterator[Piece]:
    for found in _RETURN.finditer(text, at):
        if found.start() > at:
            yield text[at : found.start()], at, found.start()
        yield "\n", found.start(), found.end()
        at = found.end()
    if at < len(text):
        yield text[at:], at, len(text)


class _Cloth:
    """Prose in the making."""

    __slots__ = ("gap", "length", "offset", "parts", "runs", "space")

    def __init__(self, offset: int) -> None:
        self.parts: list[str] = []
        self.runs: list[list[int]] = []
        self.length = 0
        self.offset = offset
        self.gap = 0
        self.space: tuple[int, int] | None = None

    def end_lines(self, number: int) -> None:
        self.gap = min(2, self.gap + number)
        self.space = None

    def wait(self, start: int, end: int) -> None:
        """White space is written only when something visible follows it in the same paragraph."""
        if start < end:
            self.space = self.space or (start, end)

    def put(self, prose: str, start: int, end: int) -> None:
        if not prose.strip(_WHITE):
            self.wait(start, end)
            return
        if self.gap and self.parts:
            self.parts.append("\n" * self.gap)
            self.length += self.gap
        elif self.space and self.parts:
            self.add(" ", *self.space)
        self.gap, self.space = 0, None
        self.add(prose, start, end)

    def add(self, prose: str, start: int, end: int) -> None:
        start, end, stop = start + self.offset, end + self.offset, self.length + len(prose)
        last = self.runs[-1] if self.runs else None
        if last and last[1:4:2] == [self.length, start] and end - start == len(prose) and last[1] - last[0] == last[3] - last[2]:
            last[1], last[3] = stop, end
        else:
            self.runs.append([self.length, stop, start, end])
        self.parts.append(prose)
        self.length = stop
