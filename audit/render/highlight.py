"""This file cuts an article's prose into stretches, so that overlapping and nested findings can all be shown."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.model import Document, Paragraph, Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of prose that no highlight begins or ends within. Numbers are positions in the list of findings given to `cut`.

    `findings` cover it, the shortest first; `ending` are those of them that end with it; `evidence` are findings that point to it.
    An empty stretch is the place of a finding (or of evidence) without width.
    """

    span: Span
    findings: tuple[int, ...]
    ending: tuple[int, ...]
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph with the white space after it: pieces stand end to end and together are the whole prose."""

    span: Span
    heading: bool


def place(document: Document, span: Span) -> Span:
    """Where a finding's span (counted in the text) stands in the prose: in bounds, and without width where it had none."""
    if span.start == span.end:
        # One character more, because the end of an empty span may fall into an earlier run than its start.
        at = min(document.to_prose(Span(span.start, span.end + 1)).start, len(document.prose))
        return Span(at, at)
    inside = document.to_prose(span)
    return Span(min(inside.start, len(document.prose)), min(inside.end, len(document.prose)))


def pieces(prose: str, paragraphs: Sequence[Paragraph]) -> tuple[Piece, ...]:
    """The whole prose as pieces. Text between paragraphs that is more than white space becomes a piece of its own."""
    found: list[Piece] = []
    done = 0
    for paragraph in sorted(paragraphs, key=lambda paragraph: paragraph.span):
        start, end = max(done, paragraph.span.start), min(len(prose), paragraph.span.end)
        if start >= end:
            continue
        if prose[done:start].strip():
            found.append(Piece(Span(done, start), heading=False))
        elif found:
            found[-1] = Piece(Span(found[-1].span.start, start), found[-1].heading)
        else:
            start = done
        found.append(Piece(Span(start, end), paragraph.heading))
        done = end
    if prose[done:].strip() or not found:
        found.append(Piece(Span(done, len(prose)), heading=False))
    else:
        found[-1] = Piece(Span(found[-1].span.start, len(prose)), found[-1].heading)
    return tuple(found)


def piece_at(cuts: Sequence[Piece], offset: int) -> int:
    """The number of the piece that an offset of prose stands in; the end of the prose belongs to the last."""
    return max(0, bisect_right(cuts, offset, key=lambda piece: piece.span.start) - 1)


def cut(length: int, findings: Sequence[Span], evidence: Sequence[tuple[int, Span]], borders: Sequence[int]) -> Iterator[Stretch]:
    """Cut prose of `length` characters at every border and at both ends of every span, in order and without gaps.

    `evidence` pairs the number of a finding with a place that it points to.
    """
    starting: dict[int, list[tuple[int, Span]]] = defaultdict(list)
    pointing: dict[int, list[tuple[int, Span]]] = defaultdict(list)
    edges = {0, length, *borders}
    for number, span in enumerate(findings):
        starting[span.start].append((number, span))
        edges.update((span.start, span.end))
    for number, span in evidence:
        pointing[span.start].append((number, span))
        edges.update((span.start, span.end))
    ordered = sorted(edges)
    covering: list[tuple[int, Span]] = []
    pointed: list[tuple[int, Span]] = []
    for start, end in zip(ordered, [*ordered[1:], length], strict=True):
        covering = [*(pair for pair in covering if pair[1].end > start), *starting[start]]
        pointed = [*(pair for pair in pointed if pair[1].end > start), *pointing[start]]
        if any(span.start == span.end for _, span in (*starting[start], *pointing[start])):
            yield _stretch(Span(start, start), covering, pointed)
        if start < end:
            yield _stretch(Span(start, end), covering, pointed)


def _stretch(span: Span, covering: Sequence[tuple[int, Span]], pointed: Sequence[tuple[int, Span]]) -> Stretch:
    """Wide spans do not mark an empty stretch, and empty spans do not mark a wide one."""
    empty = span.start == span.end
    here = sorted((at.end - at.start, number, at.end) for number, at in covering if (at.start == at.end) == empty)
    return Stretch(
        span,
        findings=tuple(number for _, number, _ in here),
        ending=tuple(sorted(number for _, number, end in here if end == span.end)),
        evidence=tuple(sorted({number for number, at in pointed if (at.start == at.end) == empty})),
    )
