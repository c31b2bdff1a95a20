"""This file puts the words of a couple face to face: which of them have a counterpart, seen from both sides."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audit import encode
from audit.model import Alignment, Couple
from audit.spans import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

PLAIN = 0.5
"""A word with a counterpart as like as this is not tried without."""
AT_ONCE = 40
"""Couples that are looked at together."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one side of a couple with those of its neighbour sentences; `inner` are the couple's own.

    `vectors` are unit vectors, `parts` what each word adds to the sum of its sentence, `deep` what the deep layers make of that;
    `total` and `pieces` are those of the couple alone.
    """

    spans: tuple[Span, ...]
    inner: slice
    vectors: Floats
    parts: Floats
    deep: Floats
    total: Floats
    pieces: int


@dataclass(frozen=True, slots=True)
class Facing:
    """Both sides of a couple. `likeness[i, j]`: cosine of English word i and source word j, neighbours' words included;
    `meaning[i, j]`: the same after the deep layers.

    `gain_here[i]`: how much nearer the English sentence comes to the source without its word i; `weight_here[i]`: how much it changes at
    all; 0 for words that have a plain counterpart. Both count the couple's own words, as do `gain_there` and `weight_there`.
    `close`: cosine of the two sentences.
    """

    here: Words
    there: Words
    likeness: Floats
    meaning: Floats
    gain_here: Floats
    weight_here: Floats
    gain_there: Floats
    weight_there: Floats
    close: float


def faced(alignment: Alignment, couples: Sequence[Couple]) -> Iterator[tuple[Couple, Facing]]:
    """The couples whose words can be put face to face: those with words on both sides."""
    ours = [one for one in alignment.vectors.get("here", ()) if one.words]
    theirs = [one for one in alignment.vectors.get("there", ()) if one.words]
    deep = {id(one): vectors for side in (ours, theirs) for one, vectors in zip(side, deepened(side), strict=True)}
    group: list[tuple[Couple, Words, Words]] = []
    for couple in couples:
        here, there = _words(ours, deep, couple.here, couple.wide_here), _words(theirs, deep, couple.there, couple.wide_there)
        if here is not None and there is not None:
            group.append((couple, here, there))
        if len(group) == AT_ONCE:
            yield from together(group)
            group = []
    yield from together(group)


def together(group: Sequence[tuple[Couple, Words, Words]]) -> Iterator[tuple[Couple, Facing]]:
    """Several couples at once, since the network is quicker with many sentences than with one."""
    import numpy as np

    likes = [here.vectors @ there.vectors.T for _, here, there in group]
    doubted = [
        (np.flatnonzero(like.max(axis=1)[here.inner] < PLAIN), np.flatnonzero(like.max(axis=0)[there.inner] < PLAIN))
        for like, (_, here, there) in zip(likes, group, strict=True)
    ]
    sums, pieces = [], []
    for (ours, theirs), (_, here, there) in zip(doubted, group, strict=True):
        sums += [
            here.total[None],
            there.total[None],
            here.total - here.parts[here.inner][ours],
            there.total - there.parts[there.inner][theirs],
        ]
        pieces += [here.pieces, there.pieces, *[max(1, here.pieces - 1)] * len(ours), *[max(1, there.pieces - 1)] * len(theirs)]
    if not group:
        return
    meant = encode.whole(list(np.concatenate(sums)), pieces)
    at = 0
    for like, (ours, theirs), (couple, here, there) in zip(likes, doubted, group, strict=True):
        end = at + 2 + len(ours)
        mine = _without(meant[at], meant[at + 1], meant[at + 2 : end], ours, here)
        their = _without(meant[at + 1], meant[at], meant[end : end + len(theirs)], theirs, there)
        yield couple, Facing(here, there, like, here.deep @ there.deep.T, *mine, *their, float(meant[at] @ meant[at + 1]))
        at = end + len(theirs)


def _without(whole: Floats, other: Floats, less: Floats, which: Floats, side: Words) -> tuple[Floats, Floats]:
    """What each word's absence does: how much nearer the sentence comes to the other side, and how far it goes from itself."""
    import numpy as np

    gain, weight = np.zeros(side.inner.stop - side.inner.start), np.zeros(side.inner.stop - side.inner.start)
    gain[which], weight[which] = less @ other - whole @ other, 1 - less @ whole
    return gain, weight


def _words(sentences: Sequence[encode.Encoded], deep: Mapping[int, Floats], own: Span, wide: Span) -> Words | None:
    import numpy as np

    inside, around = _within(sentences, own), _within(sentences, wide)
    return words(inside, around, np.concatenate([deep[id(one)] for one in around])) if inside else None


def words(inside: Sequence[encode.Encoded], around: Sequence[encode.Encoded], deep: Floats) -> Words:
    """The words of the sentences `inside` a couple, with those `around` it (its own among them)."""
    import numpy as np

    first = next(k for k, one in enumerate(around) if one is inside[0])
    before, count = sum(len(one.words) for one in around[:first]), sum(len(one.words) for one in inside)
    vectors, sizes = np.concatenate([one.vectors for one in around]), np.concatenate([one.sizes for one in around])
    total, pieces = encode.joined(inside)
    spans = tuple(word for one in around for word in one.words)
    return Words(spans, slice(before, before + count), vectors, vectors * sizes[:, None], deep, total, pieces)


def deepened(sentences: Sequence[encode.Encoded]) -> Iterator[Floats]:
    """For each sentence, its words as the deep layers of the network see them by themselves."""
    import numpy as np

    for first in range(0, len(sentences), AT_ONCE):
        those = sentences[first : first + AT_ONCE]
        parts = np.concatenate([one.vectors * one.sizes[:, None] for one in those])
        ends = np.cumsum([len(one.words) for one in those])
        yield from np.split(encode.whole(parts, [1] * len(parts)), ends[:-1])


def _within(sentences: Sequence[encode.Encoded], span: Span) -> Sequence[encode.Encoded]:
    """Those sentences (in order, each with words) that have words in a span."""
    first = bisect_right(sentences, span.start, key=lambda one: one.words[-1].end)
    return sentences[first : bisect_left(sentences, span.end, key=lambda one: one.words[0].start)]
