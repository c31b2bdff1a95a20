"""This file finds negations that the translation lost or added, and *nothing but* that became *not*."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex

from audit.checks.source.both import Sides
from audit.found import Found
from audit.model import Couple
from audit.polarity import Cue, Polarity, known, read
from audit.spans import Span

_ONLY = regex.compile(
    r"(?i)\b(?:only|just|merely|simply|solely|sole|alone|limited|exclusive\w*|purely"
    r"|except|but|than|until|unless|no more|besides|other)\b"
)
_CLOSE = 20
_BEFORE = regex.compile(r"(?i)(?:\b(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|shall|should|may|might|must)\s+)\Z")


@dataclass(frozen=True, slots=True)
class Compared:
    """What denies on both sides of a couple, and on both sides of the couple with its neighbours."""

    couple: Couple
    here: Polarity
    there: Polarity
    wide_here: Polarity
    wide_there: Polarity


def lost(both: Sides) -> Iterator[Found]:
    """The source denies more often than the translation does, in whatever way."""
    for one in _compared(both):
        if _denied(one.there) > _answered(one.here) and _denied(one.wide_there) > _denied(one.wide_here):
            cue = _left(one.there.of("sure"), one.couple.there, one.here.of("sure", "firm", "only", "faint"), one.couple.here)
            yield Found(one.couple.here, {"source": cue.span.of(both.source)}, source_span=cue.span)


def added(both: Sides) -> Iterator[Found]:
    """The translation denies more often than the source does. What merely hints at a negation there may be told so here."""
    for one in _compared(both):
        told = _strong(one.there) + max(0, len(one.there.of("faint")) - len(one.here.of("faint")))
        if _denied(one.here) > told and _denied(one.wide_here) > _strong(one.wide_there):
            cue = _left(one.here.of("sure"), one.couple.here, one.there.of("sure", "firm", "only"), one.couple.there)
            yield Found(_verb(both.text, cue.span, one.couple.here))


def only_as_not(both: Sides) -> Iterator[Found]:
    """The source says *nothing but* in two words, of which the translation read one: not."""
    for one in _compared(both):
        only, denied = one.there.of("only"), one.here.of("sure")
        if not only or len(denied) <= len(one.there.of("sure", "firm", "faint")) or _ONLY.search(one.couple.here.of(both.text)):
            continue
        cue = min(only, key=lambda cue: cue.span.start)
        place = _left(denied, one.couple.here, one.there.of("sure", "firm"), one.couple.there)
        yield Found(_verb(both.text, place.span, one.couple.here), {"source": cue.span.of(both.source)}, source_span=cue.span)


def _compared(both: Sides) -> Iterator[Compared]:
    if not known(both.language):
        return
    ours, theirs = _whole(both.text, "en"), _whole(both.source, both.language)
    for couple in both.couples:
        here, there = _cut(ours, couple.here), _cut(theirs, couple.there)
        if here.of("sure") or there.of("sure"):
            yield Compared(couple, here, there, _cut(ours, couple.wide_here), _cut(theirs, couple.wide_there))


@lru_cache(maxsize=4)
def _whole(text: str, language: str) -> Polarity:
    """A text read once for all three faults, and for the couples and their neighbours."""
    return read(text, language)


def _cut(whole: Polarity, span: Span) -> Polarity:
    first = bisect_left(whole.cues, span.start, key=lambda cue: cue.span.start)
    return Polarity(whole.cues[first : bisect_left(whole.cues, span.end, key=lambda cue: cue.span.start)])


def _denied(side: Polarity) -> int:
    """How many clauses are denied. What follows at once belongs to a list (neither here nor there) that one word may deny."""
    cues = side.of("sure")
    return len(cues[:1]) + sum(two.span.start - one.span.end > _CLOSE for one, two in pairwise(cues))


def _strong(side: Polarity) -> int:
    return len(side.of("sure", "firm", "only"))


def _answered(side: Polarity) -> int:
    return len(side.cues)


def _left(ours: Sequence[Cue], side: Span, theirs: Sequence[Cue], other: Span) -> Cue:
    """The cue that is left when each of the other side's has taken the nearest, told by how far into the sentence they stand."""
    left = list(ours)
    for at in [_share(cue.span, other) for cue in theirs]:
        if len(left) > 1:
            left.remove(min(left, key=lambda cue: abs(_share(cue.span, side) - at)))
    return left[0]


def _share(span: Span, side: Span) -> float:
    return ((span.start + span.end) / 2 - side.start) / max(1, side.end - side.start)


def _verb(text: str, cue: Span, side: Span) -> Span:
    """The negation with its auxiliary and verb: `did not call`."""
    before = _BEFORE.search(text, side.start, cue.start)
    return Span(before.start() if before else cue.start, cue.end)
