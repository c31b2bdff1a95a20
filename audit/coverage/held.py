"""This file measures how firmly the words of one side are held by words of the other, whatever the likeness is that is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audit.coverage.facing import Words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

FREE = 0.35
"""A word whose best likeness lies below this is not (or not surely) taken."""
OWN = 0.4
NEAR, REACH = 4, 4
"""Words to either side of the place where a counterpart is expected, and how far the neighbour may be that says where."""


def held(likeness: Floats, ours: Words, theirs: Words) -> tuple[Floats, ...]:
    """Best and second best likeness of each word; by how much another of ours beats it there; its best where it beats all others
    and where no other is near; its best where a counterpart is expected, and the freest word there.
    """
    import numpy as np

    mine = likeness[ours.inner]
    rows = np.arange(len(mine))
    at = mine.argmax(axis=1)
    best = mine[rows, at]
    rest = mine.copy()
    rest[rows, at] = -1
    rivals = _rivals(likeness, ours.inner)
    exclusive, unheld = np.where(mine > rivals, mine, -0.3).max(axis=1), np.where(rivals < FREE, mine, -0.3).max(axis=1)
    return best, rest.max(axis=1), best - rivals[rows, at], exclusive, unheld, *_near(likeness, mine, ours, theirs)


def around(mine: Floats) -> tuple[Floats, Floats]:
    """How well the words before and after are held."""
    import numpy as np

    best = mine.max(axis=1)
    return np.concatenate(([0.5], best[:-1])), np.concatenate((best[1:], [0.5]))


def _rivals(likeness: Floats, inner: slice) -> Floats:
    """For each of our words and each of theirs: how like the best of our other words is."""
    import numpy as np

    if likeness.shape[0] == 1:
        return np.full(likeness[inner].shape, -0.3)
    order = np.argpartition(likeness, -2, axis=0)[-2:]
    columns = np.arange(likeness.shape[1])
    one, two = likeness[order[0], columns], likeness[order[1], columns]
    top, runner = np.maximum(one, two), np.minimum(one, two)
    owner = np.where(one > two, order[0], order[1])
    index = np.arange(inner.start, inner.stop)
    held: Floats = np.where(owner[None, :] == index[:, None], runner[None, :], top[None, :])
    return held


def _near(likeness: Floats, mine: Floats, ours: Words, theirs: Words) -> tuple[Floats, Floats]:
    """The best likeness near the place where the neighbours' counterparts stand, and the freest word there."""
    import numpy as np

    start, count, width = ours.inner.start, len(mine), likeness.shape[1]
    right, left = likeness.argmax(axis=1), likeness.argmax(axis=0)
    index = np.arange(len(right))
    mutual = (left[right] == index) & (likeness[index, right] >= OWN)
    last = np.maximum.accumulate(np.where(mutual, index, -1))
    first = np.minimum.accumulate(np.where(mutual, index, len(right))[::-1])[::-1]
    rows = np.arange(start, start + count)
    before = np.where(rows > 0, last[rows - 1], -1)
    after = np.where(rows + 1 < len(right), first[np.minimum(rows + 1, len(right) - 1)], len(right))
    guess = theirs.inner.start + np.arange(count) * (theirs.inner.stop - theirs.inner.start) // max(1, count)
    one = np.where((before >= 0) & (rows - before <= REACH), right[before], guess)
    two = np.where((after < len(right)) & (after - rows <= REACH), right[np.minimum(after, len(right) - 1)], one)
    best = _sliding(mine, np.maximum)
    freest = -_sliding(-likeness.max(axis=0)[None, :], np.maximum)[0]
    index = np.arange(count)
    one, two = np.clip(one, 0, width - 1), np.clip(two, 0, width - 1)
    return np.maximum(best[index, one], best[index, two]), np.minimum(freest[one], freest[two])


def _sliding(values: Floats, choose: Any) -> Floats:
    """The largest value among each one and its neighbours in the row."""
    out: Floats = values.copy()
    for step in range(1, NEAR + 1):
        out[:, :-step] = choose(out[:, :-step], values[:, step:])
        out[:, step:] = choose(out[:, step:], values[:, :-step])
    return out
