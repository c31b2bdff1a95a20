"""This file couples the sentences of a translation with those of its source, and says how sure it is of each couple."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from audit import encode
from audit.align.bands import FULL
from audit.align.beads import Bead, path
from audit.align.likeness import Likeness, Side
from audit.model import Alignment, Analysis, Couple, Original
from audit.sides import LEAST
from audit.spans import Span

DOUBT = 0.32
"""Likeness below which two sentences are better left alone."""
MERGE = 0.06
"""What it costs to take a further sentence into a bead."""
MORE = 0.15
"""How much more a bead weighs for each sentence beyond the first two: less than that sentence would weigh with one of its own."""
STRAY = 0.8
"""What it costs that a sentence of a bead is like none of the other side's: per point of likeness that is missing."""
MOVED = 0.5
"""Likeness of meaning from which two sentences that were left over are taken for one that was moved."""
NEIGHBOURS = 0.3
"""What two sure neighbours add to the confidence of the couple between them."""


class Fit(Protocol):
    """How well runs of sentences fit together: (i, wide) here, (j, high) there. 1 is alike, 0 has nothing in common."""

    @property
    def method(self) -> str: ...
    @property
    def trust(self) -> float:
        """1 where `meant` can be believed, less where it is a guess."""

    @property
    def border(self) -> float:
        """What it costs that a bead runs over a border between paragraphs."""

    def bands(self) -> list[range]:
        """For each sentence here those there that it is compared with."""

    def of(self, i: int, wide: int, j: int, high: int) -> float: ...
    def meant(self, i: int, wide: int, j: int, high: int) -> float: ...
    def strayed(self, i: int, wide: int, j: int, high: int) -> float: ...
    def sure(self, i: int, wide: int, j: int, high: int) -> float: ...


def coupled(analysis: Analysis, original: Original) -> Alignment:
    """The couples in the order of the translation, and what has no counterpart on either side."""
    ours = [sentence.span for sentence in analysis.sentences]
    theirs = [passage.span for passage in original.sentences]
    if not ours or not theirs:
        return Alignment((), tuple(ours), tuple(theirs))
    use = encode.available()
    here = Side([span.of(analysis.text) for span in ours], [sentence.paragraph for sentence in analysis.sentences])
    there = Side([span.of(original.text) for span in theirs], [passage.paragraph for passage in original.sentences])
    vectors = {}
    if use:
        here = Side(here.sentences, here.paragraphs, encode.kept(analysis.text, ours))
        there = Side(there.sentences, there.paragraphs, encode.kept(original.text, theirs))
        vectors = {"here": here.encoded, "there": there.encoded}
    likeness = Likeness(here, there, original.language)
    return fitted((here, ours), (there, theirs), likeness, vectors)


def fitted(
    here: tuple[Side, Sequence[Span]], there: tuple[Side, Sequence[Span]], likeness: Fit, vectors: dict[str, Sequence[encode.Encoded]]
) -> Alignment:
    """The couples of two sides, neither of them empty, that `likeness` speaks for. A side comes with its sentences' places."""
    return _aligned(_beads(here[0], there[0], likeness), here[1], there[1], likeness, vectors)


def _beads(here: Side, there: Side, likeness: Fit) -> list[Bead]:
    rows, columns = len(here.sentences), len(there.sentences)
    if rows == columns == 1:
        return [Bead(0, 1, 0, 1, 1.0)]

    def gain(i: int, wide: int, j: int, high: int) -> float:
        borders = likeness.border * _crossed(here, i, wide, there, j, high)
        cost = MERGE * (wide + high - 2) + STRAY * likeness.strayed(i, wide, j, high) + borders
        return (likeness.of(i, wide, j, high) - DOUBT - cost) * (1 + MORE * (wide + high - 2))

    return path(rows, likeness.bands(), gain)


def _crossed(here: Side, i: int, wide: int, there: Side, j: int, high: int) -> float:
    """How far the paragraphs speak against a bead: it runs over a border, or begins one on one side only."""
    over = (here.paragraphs[i] != here.paragraphs[i + wide - 1]) + (there.paragraphs[j] != there.paragraphs[j + high - 1])
    begins_here = i == 0 or here.paragraphs[i - 1] != here.paragraphs[i]
    begins_there = j == 0 or there.paragraphs[j - 1] != there.paragraphs[j]
    return over + 0.5 * (begins_here != begins_there) - 0.5 * (begins_here and begins_there)


def _aligned(
    beads: list[Bead], ours: Sequence[Span], theirs: Sequence[Span], likeness: Fit, vectors: dict[str, Sequence[encode.Encoded]]
) -> Alignment:
    sure = [_confidence(bead, likeness, len(beads)) for bead in beads]
    couples: list[Couple] = []
    unsure: list[Couple] = []
    moved = _moved(beads, likeness)
    gone = {index for bead in moved for index in (bead.here, ~bead.there)}
    for at, bead in enumerate(beads):
        if bead.wide and bead.high:
            around = min(sure[at - 1] if at else 1.0, sure[at + 1] if at + 1 < len(beads) else 1.0)
            confidence = min(1.0, sure[at] + (NEIGHBOURS * around if sure[at] < 1 else 0.0))
            couple = _couple(bead, ours, theirs, confidence)
            (couples if confidence >= LEAST else unsure).append(couple)
    strayed = [_couple(bead, ours, theirs, min(1.0, bead.score + 0.2)) for bead in moved]
    added = tuple(ours[bead.here] for bead in beads if not bead.high and bead.here not in gone)
    lost = tuple(theirs[bead.there] for bead in beads if not bead.wide and ~bead.there not in gone)
    couples = sorted([*couples, *strayed], key=lambda couple: couple.here)
    letters = sum(span.end - span.start for span in ours)
    kept = sum(couple.confidence * (couple.here.end - couple.here.start) for couple in couples)
    return Alignment(tuple(couples), added, lost, tuple(unsure), tuple(strayed), min(1.0, kept / letters), likeness.method, vectors)


def _moved(beads: list[Bead], likeness: Fit) -> list[Bead]:
    """Sentences left over on both sides that mean the same: each with the one most like it."""
    here = [bead.here for bead in beads if not bead.high]
    there = [bead.there for bead in beads if not bead.wide]
    if likeness.trust < 1 or len(here) * len(there) > FULL:
        return []
    ranked = sorted(((likeness.meant(i, 1, j, 1), i, j) for i in here for j in there), reverse=True)
    found: list[Bead] = []
    for like, i, j in ranked:
        if like >= MOVED and all(bead.here != i and bead.there != j for bead in found):
            found.append(Bead(i, 1, j, 1, like))
    return found


def _confidence(bead: Bead, likeness: Fit, beads: int) -> float:
    """0 for a bead with one empty side; else by its likeness, or by its being the only one."""
    if not (bead.wide and bead.high):
        return 0.0
    return 1.0 if beads == 1 else likeness.sure(bead.here, bead.wide, bead.there, bead.high)


def _couple(bead: Bead, ours: Sequence[Span], theirs: Sequence[Span], confidence: float) -> Couple:
    first, last = bead.here, bead.here + bead.wide - 1
    top, end = bead.there, bead.there + bead.high - 1
    return Couple(
        Span(ours[first].start, ours[last].end),
        Span(theirs[top].start, theirs[end].end),
        confidence,
        Span(ours[max(0, first - 1)].start, ours[min(len(ours) - 1, last + 1)].end),
        Span(theirs[max(0, top - 1)].start, theirs[min(len(theirs) - 1, end + 1)].end),
    )
