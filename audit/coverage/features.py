"""This file measures what speaks for a word's having a counterpart on the other side, in a row of numbers for each word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audit.coverage.facing import Facing, Words
from audit.coverage.held import FREE, around, held

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]


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
        *held(likeness, ours, theirs),
        *held(meaning, ours, theirs),
        *held(both, ours, theirs),
        *_joined(likeness, ours, theirs),
        _doubled(ours, theirs),
        gain * 20,
        weight * 20,
        *_alone(ours),
        *around(likeness[ours.inner]),
        *around(both[ours.inner]),
    ]
    count = ours.inner.stop - ours.inner.start
    shared = (*_shared(likeness, ours, theirs), *_shared(both, ours, theirs), close)
    return np.stack([*columns, *(np.full(count, value) for value in shared)], axis=1).astype(np.float32)


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
