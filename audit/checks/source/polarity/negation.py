"""This file finds negations that the translation lost or added, and *nothing but* that became *not*."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex

from audit.checks.source.both import Sides
from audit.checks.source.polarity.places import share, to_deny, translated, with_verb
from audit.found import Found
from audit.model import Couple
from audit.polarity import Cue, Polarity, known, read
from audit.spans import Span

_ONLY = regex.compile(
    r"(?i)\b(?:only|just|merely|simply|solely|sole|alone|limited|exclusive\w*|purely"
    r"|except|but|than|until|unless|no more|besides|other)\b"
)
_CLOSE = 20
_BESIDE, _ABOUT = 0.07, 0.2
"""So far apart, in shares of their sentences, a word and its translation may stand: one that merely hints, and one that denies."""
_REACH = 30
"""Within so many characters behind a negation stands what it denies."""
_QUESTION = regex.compile(r"[?？؟]|か[。」』]?\s*\Z")


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
        if _denied(_single(one.there)) > _answered(one.here) and _denied(one.wide_there) > _denied(one.wide_here) and not _asked(both, one):
            cue = _left(one.there.of("sure"), one.couple.there, one.here.of("sure", "firm", "only", "faint"), one.couple.here)
            yield Found(to_deny(both, one.couple, cue.span), {"source": cue.span.of(both.source)}, source_span=cue.span)


def added(both: Sides) -> Iterator[Found]:
    """The translation denies more often than the source does. What merely hints at a negation there may be told so here."""
    for one in _compared(both):
        spare = max(0, len(one.there.of("firm", "faint")) - len(one.here.of("firm", "faint")))
        if _denied(one.here) <= len(one.there.of("sure", "only")) + spare or _denied(one.wide_here) <= len(
            one.wide_there.of("sure", "only")
        ):
            continue
        cue = _left(one.here.of("sure"), one.couple.here, one.there.of("sure", "firm", "only"), one.couple.there)
        if not _hinted(both, one, cue):
            yield Found(with_verb(both.text, cue.span, one.couple.here))


def only_as_not(both: Sides) -> Iterator[Found]:
    """The source says *nothing but* in two words, of which the translation read one: not."""
    for one in _compared(both):
        only, denied = one.there.of("only"), one.here.of("sure")
        if not only or len(denied) <= len(one.there.of("sure", "firm", "faint")) or _ONLY.search(one.couple.here.of(both.text)):
            continue
        cue = min(only, key=lambda cue: cue.span.start)
        place = _left(denied, one.couple.here, one.there.of("sure", "firm"), one.couple.there)
        yield Found(with_verb(both.text, place.span, one.couple.here), {"source": cue.span.of(both.source)}, source_span=cue.span)


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


def _single(side: Polarity) -> Polarity:
    """The cues without those that deny what is a denial itself (`nicht missachten`, `не без`): the two may be told without either."""
    faint = [cue.span.start for cue in side.of("faint", "firm")]
    return Polarity(tuple(cue for cue in side.cues if not any(0 <= at - cue.span.end <= _CLOSE for at in faint)))


def _asked(both: Sides, one: Compared) -> bool:
    """A question may deny out of politeness: `n'est-il pas temps?`, `не пора ли?`."""
    return _QUESTION.search(one.couple.there.of(both.source)) is not None


def _hinted(both: Sides, one: Compared, cue: Cue) -> bool:
    """Does the source say it by a word that denies by its meaning or its prefix (`unvergessen`, `falsch`)? Linked, or at the same point.

    Where such a word is told by its like (`does not resist` for one that says *resist*), it does not account for the negation.
    """
    at = share(cue.span, one.couple.here)
    for hint in one.there.of("firm", "faint"):
        linked = translated(both, one.couple, hint.span)
        if linked is None:
            near = abs(share(hint.span, one.couple.there) - at) < (_ABOUT if hint.strength == "firm" else _BESIDE)
        else:
            near = cue.span.start <= linked.start <= cue.span.end + _REACH
            near = near and not any(own.span.overlaps(linked) for own in one.here.of("firm", "faint"))
        if near:
            return True
    return False


def _denied(side: Polarity) -> int:
    """How many clauses are denied. What follows at once belongs to a list (neither here nor there) that one word may deny."""
    cues = side.of("sure")
    return len(cues[:1]) + sum(two.span.start - one.span.end > _CLOSE for one, two in pairwise(cues))


def _answered(side: Polarity) -> int:
    return len(side.cues)


def _left(ours: Sequence[Cue], side: Span, theirs: Sequence[Cue], other: Span) -> Cue:
    """The cue that is left when each of the other side's has taken the nearest, told by how far into the sentence they stand."""
    left = list(ours)
    for at in [share(cue.span, other) for cue in theirs]:
        if len(left) > 1:
            left.remove(min(left, key=lambda cue: abs(share(cue.span, side) - at)))
    return left[0]
