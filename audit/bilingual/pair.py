"""This file joins the pairs of a bilingual file into a text with places and a source, segment by segment."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from audit.markup import html
from audit.markup.weave import BREAK, LINE_END, Piece, weave
from audit.model import Earlier, Failure, Run, Segment, Span

_MARKED = re.compile(r"</?[a-zA-Z][^<>]*>|<!--|&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]+);")
_LINE_ENDS = re.compile(r"[ \t\r\f]*\n\s*")
_UNTOUCHED = frozenset(("new", "initial"))
_NAMED = 5
"""So many segments are named in a message; of more, their number is enough."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A segment as its file writes it: the words of both sides as pieces, each with its place in the file.

    Every piece is as long as its place, or one character long (an entity, an escape). `lines`: does a line feed end a line here, or
    is it a space like any other?
    """

    id: str
    target: tuple[Piece, ...]
    source: tuple[Piece, ...]
    state: str = ""
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Pairs:
    """What a file holds. `others` says what was passed over, and why; `language` is the source's, where the file tells it."""

    pairs: tuple[Pair, ...]
    language: str | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bitext:
    """The translation as prose with its runs, the source as lines, and which part of the one stands for which of the other.

    `written` is the source of every segment that has one, translated or not.
    """

    prose: str
    runs: tuple[Run, ...]
    source: str
    segments: tuple[Segment, ...]
    written: Earlier
    language: str | None
    unread: tuple[Failure, ...] = ()
    notes: tuple[str, ...] = ()


def join(pairs: Pairs) -> Bitext:
    """All segments that hold a translation, parted by an empty line; in the source, a line each."""
    here, there, whole = _Side("\n\n"), _Side("\n"), _Side("\n")
    segments: list[Segment] = []
    written: list[Segment] = []
    missing: list[str] = []
    for pair in pairs.pairs:
        prose, runs = weave(_surface(pair.target, pair.lines))
        source = " ".join(weave(_surface(pair.source, pair.lines))[0].split())
        if source:
            written.append(Segment(pair.id, Span(0, 0), whole.add(source)))
        if _is_translated(pair, prose, source):
            segments.append(Segment(pair.id, here.add(prose, runs), there.add(source) if source else Span(0, 0), _told(pair)))
        elif source:
            missing.append(pair.id)
    earlier = Earlier(whole.text, tuple(written))
    unread = [Failure("segments", _untranslated(missing, len(segments) + len(missing)))] if missing else []
    unread += [Failure("segments", other) for other in pairs.others]
    return Bitext(here.text, tuple(here.runs), there.text, tuple(segments), earlier, pairs.language, tuple(unread), _states(segments))


class _Side:
    """One side in the making."""

    __slots__ = ("_between", "_length", "_parts", "runs")

    def __init__(self, between: str) -> None:
        self._between = between
        self._parts: list[str] = []
        self._length = 0
        self.runs: list[Run] = []

    def add(self, prose: str, runs: Iterable[Run] = ()) -> Span:
        if self._parts:
            self._parts.append(self._between)
            self._length += len(self._between)
        start = self._length
        self.runs += [Run(Span(run.prose.start + start, run.prose.end + start), run.text) for run in runs]
        self._parts.append(prose)
        self._length += len(prose)
        return Span(start, self._length)

    @property
    def text(self) -> str:
        return "".join(self._parts)


def _is_translated(pair: Pair, prose: str, source: str) -> bool:
    """Is there a translation? Tools copy the source into the target of what is still to be done, and say so in its state."""
    if not prose or pair.state == "needs-translation":
        return False
    return pair.state not in _UNTOUCHED or " ".join(prose.split()) != source


def _told(pair: Pair) -> str:
    return "" if pair.state in _UNTOUCHED else pair.state


def _untranslated(missing: Sequence[str], total: int) -> str:
    of = f"{len(missing)} of {total} segment{'s' * (total != 1)} {'has' if len(missing) == 1 else 'have'}"
    return f"{of} no translation and could not be looked at: {_listed(missing)}"


def _states(segments: Iterable[Segment]) -> tuple[str, ...]:
    """What the file says of translations that nobody has yet confirmed."""
    by_state: dict[str, list[str]] = {}
    for segment in segments:
        if segment.state:
            by_state.setdefault(segment.state, []).append(segment.id)
    return tuple(
        f"{len(ids)} {'segment is' if len(ids) == 1 else 'segments are'} marked {state}: {_listed(ids)}" for state, ids in by_state.items()
    )


def _listed(ids: Sequence[str]) -> str:
    return ", ".join(ids[:_NAMED]) + (", ..." if len(ids) > _NAMED else "")


def _surface(pieces: Sequence[Piece], lines: bool) -> Iterator[Piece]:
    """What a reader sees of a segment. HTML that is written out in it is read as HTML, each character with its place in the file."""
    value = "".join(prose for prose, _, _ in pieces)
    starts = list(accumulate((len(prose) for prose, _, _ in pieces), initial=0))[:-1]
    for prose, start, end in html.pieces(value) if _MARKED.search(value) else _plain(value, lines):
        if start == end:
            yield prose, 0, 0
        elif len(prose) == end - start:
            yield from _cut(pieces, starts, start, end)
        else:
            yield prose, _place(pieces, starts, start)[0], _place(pieces, starts, end - 1)[1]


def _plain(value: str, lines: bool) -> Iterator[Piece]:
    at = 0
    for found in _LINE_ENDS.finditer(value):
        if at < found.start():
            yield value[at : found.start()], at, found.start()
        at = found.end()
        if not lines:
            yield " ", found.start(), at
        else:
            yield BREAK if found[0].count("\n") > 1 else LINE_END
    if at < len(value):
        yield value[at:], at, len(value)


def _cut(pieces: Sequence[Piece], starts: Sequence[int], start: int, end: int) -> Iterator[Piece]:
    """The part of the value from `start` to `end`, piece by piece."""
    index = bisect_right(starts, start) - 1
    while index < len(pieces) and starts[index] < end:
        prose, here, there = pieces[index]
        first, last = max(start - starts[index], 0), min(end - starts[index], len(prose))
        if first < last:
            exact = there - here == len(prose)
            yield prose[first:last], here + first if exact else here, here + last if exact else there
        index += 1


def _place(pieces: Sequence[Piece], starts: Sequence[int], at: int) -> tuple[int, int]:
    """Where one character of the value stands in the file."""
    index = bisect_right(starts, at) - 1
    prose, here, there = pieces[index]
    if there - here != len(prose):
        return here, there
    return here + at - starts[index], here + at - starts[index] + 1
