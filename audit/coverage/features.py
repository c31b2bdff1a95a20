"""This file measures what speaks for a word's having a counterpart on the other side, in a row of numbers for each word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audit.coverage.facing import Facing, Words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

FREE = 0.35
"""A word whose best likeness lies below this is not (or not surely) taken."""
OWN = 0.4
NEAR, REACH = 4, 4
"""Words to either side of the place where a counterpart is expected, and how far the neighbour may be that says where."""


def here(facing: Facing) -> Floats:
    """A row for each English word of the couple, columns as `NAMES` has them."""
    return _rows(facing.likeness, facing.meaning, facing.here, facing.there, facing.gain_here, facing.weight_here, facing.close)


def there(facing: Facing) -> Floats:
    """A row for each source word of the couple."""
    return _rows(facing.likeness.T, facing.meaning.T, facing.there, facing.here, facing.gain_there, facing.weight_there, facing.close)


def _rows(likeness: Floats, meaning: Floats, ours: Words, theirs: Words, gain: Floats, weight: Floats, close: float) -> Floats:
    """`likeness` and `meaning` have our words in rows and theirs in columns, neighbours' words on both sides."""
    import numpy as np

    both = (likeness + meaning) / 2
    columns = [
        *_held(likeness, ours, theirs),
        *_held(meaning, ours, theirs),
        *_held(both, ours, theirs),
        *_joined(likeness, ours, theirs),
        _doubled(ours, theirs),
        gain * 20,
        weight * 20,
        *_alone(ours),
        *_around(likeness[ours.inner]),
        *_around(both[ours.inner]),
    ]
    count = ours.inner.stop - ours.inner.start
    shared = (*_shared(likeness, ours, theirs), *_shared(both, ours, theirs), close)
    return np.stack([*columns, *(np.full(count, value) for value in shared)], axis=1).astype(np.float32)


def _held(likeness: Floats, ours: Words, theirs: Words) -> tuple[Floats, ...]:
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


def _around(mine: Floats) -> tuple[Floats, Floats]:
    """How well the words before and after are held."""
    import numpy as np

    best = mine.max(axis=1)
    return np.concatenate(([0.5], best[:-1])), np.concatenate((best[1:], [0.5]))


def _alone(ours: Words) -> tuple[Floats, Floats]:
    """How heavy each word is in its sentence, and how like its most similar other word: what is said twice."""
    import numpy as np

    sizes, inner = np.linalg.norm(ours.parts[ours.inner], axis=1), ours.vectors[ours.inner]
    like = inner @ inner.T
    np.fill_diagonal(like, 0.0)
    return sizes / max(1e-6, float(sizes.mean())), like.max(axis=1)


def _shared(likeness: Floats, ours: Words, theirs: Words) -> tuple[float, ...]:
    """How free the rendering is as a whole: the same for all words."""
    import numpy as np

    best, back = likeness[ours.inner].max(axis=1), likeness[ours.inner, theirs.inner].max(axis=0)
    length = np.log((len(best) + 3) / (len(back) + 3))
    return (
        float(best.mean()),
        float((best > FREE).mean()),
        float(back.mean()),
        float((back < 0.25).sum() / 10),
        length,
        min(len(best), 60) / 60,
    )


_HELD = "best second deficit exclusive unheld near free".split()
_SHARED = "mean covered back lost ratio length".split()
NAMES = [
    *(f"{kind} {name}" for kind in ("like", "mean", "both") for name in _HELD),
    *"left right pairs gain weight size again before after both-before both-after".split(),
    *(f"{kind} {name}" for kind in ("like", "both") for name in _SHARED),
    "close",
]


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


def _joined(likeness: Floats, ours: Words, theirs: Words) -> tuple[Floats, Floats]:
    """How much liker a word of theirs is to our word together with the one before (after) it than to either alone: compounds."""
    import numpy as np

    alone = likeness
    sums = ours.parts[:-1] + ours.parts[1:]
    sums /= np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)
    together = sums @ theirs.vectors.T
    width = len(ours.vectors)
    left, right = np.zeros(width), np.zeros(width)
    if width > 1:
        # what our word adds to its neighbour, over the neighbour's own best word
        columns = together.argmax(axis=1)
        index = np.arange(width - 1)
        left[1:] = together[index, columns] - alone[index, columns]
        right[:-1] = together[index, columns] - alone[index + 1, columns]
    return left[ours.inner], right[ours.inner]


def _doubled(ours: Words, theirs: Words) -> Floats:
    """How like two neighbouring words of theirs together are at best: what one word says here may take two there."""
    import numpy as np

    if len(theirs.vectors) < 2:
        return np.zeros(ours.inner.stop - ours.inner.start)
    sums = theirs.parts[:-1] + theirs.parts[1:]
    sums /= np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)
    return np.asarray((ours.vectors[ours.inner] @ sums.T).max(axis=1))
