"""This file cuts a long text into pieces that a server takes in one request: whole paragraphs where it can be."""

from __future__ import annotations

from audit.spans import Span

LONGEST = 20_000
"""Characters of a piece: the limit of many servers."""
_BREAKS = ("\n\n", "\n", ". ", " ")


def pieces(text: str, longest: int = LONGEST) -> list[Span]:
    """Spans that cover the text without gaps, none longer than `longest`; none of a text without letters."""
    found: list[Span] = []
    start = 0
    while len(text) - start > longest:
        found.append(Span(start, start := _cut(text, start, start + longest)))
    found.append(Span(start, len(text)))
    return [piece for piece in found if any(letter.isalpha() for letter in piece.of(text))]


def _cut(text: str, start: int, end: int) -> int:
    """The best place for a cut: after the last end of a paragraph, line, sentence or word in the second half."""
    for mark in _BREAKS:
        at = text.rfind(mark, start + (end - start) // 2, end)
        if at >= 0:
            return at + len(mark)
    return end
