"""This file compares words by themselves, out of their sentences: what one word means, in any language, whatever stands beside it.

In its sentence a word takes on something of its neighbours, so an added one looks as if it had a counterpart. By itself it does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from audit import encode, frequency
from audit.cache import digest, kept
from audit.coverage.facing import Facing, Words
from audit.coverage.held import around, held
from audit.spans import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

VOCABULARY, NEAREST = 5000, 10
"""Common English words that a word is compared with, and how many of the nearest say how crowded the place is where it stands."""
MOST = 60_000
"""Words whose vectors are remembered."""
NAMES = [
    *(f"{kind} {name}" for kind in ("alone", "among") for name in "best second deficit exclusive unheld near free before after".split()),
    *(f"{kind} {name}" for kind in ("alone", "among") for name in ("mean", "back")),
]

_vectors: dict[str, Floats] = {}
_crowds: dict[str, float] = {}


def remember(text: str, source: str, those: Sequence[Facing]) -> None:
    """Reads the words of many couples at once, which is quicker than couple by couple."""
    theirs = [word for facing in those for word in _words(source, facing.there.spans)]
    if not _vectors:
        _vectors.update(zip(*_common(), strict=True))
    alone([*dict.fromkeys([*theirs, *(word for facing in those for word in _words(text, facing.here.spans))])])
    crowds([*dict.fromkeys(theirs)])


def rows(facing: Facing, text: str, source: str) -> tuple[Floats, Floats]:
    """A row for each English word of a couple and for each source word, columns as `NAMES` has them."""
    return compared(facing, _words(text, facing.here.spans), _words(source, facing.there.spans))


def compared(facing: Facing, ours: Sequence[str], theirs: Sequence[str]) -> tuple[Floats, Floats]:
    """The same for words that are told, neighbours' words included."""
    like = alone(ours) @ alone(theirs).T
    among = like - crowds(theirs)[None, :]
    return _rows(like, among, facing.here, facing.there), _rows(like.T, among.T, facing.there, facing.here)


def alone(words: Sequence[str]) -> Floats:
    """A unit vector for each word (or phrase) by itself."""
    import numpy as np

    new = [word for word in dict.fromkeys(words) if word not in _vectors]
    if len(_vectors) + len(new) > MOST:
        _vectors.clear()
        new = list(dict.fromkeys(words))
    if new:
        _vectors.update(zip(new, _encoded(new), strict=True))
    return np.stack([_vectors[word] for word in words]) if words else np.zeros((0, encode.SIZE), dtype=np.float32)


def crowds(words: Sequence[str]) -> Floats:
    """How like a word its nearest common English words are: what stands in a crowd is like much that it does not mean."""
    import numpy as np

    if len(_crowds) > MOST:
        _crowds.clear()
    new = [word for word in dict.fromkeys(words) if word not in _crowds]
    if new:
        like = alone(new) @ _common()[1].T
        nearest = np.partition(like, -NEAREST, axis=1)[:, -NEAREST:].mean(axis=1)
        _crowds.update(zip(new, nearest.tolist(), strict=True))
    return np.asarray([_crowds[word] for word in words], dtype=np.float32)


@cache
def _common() -> tuple[list[str], Floats]:
    """Common English words and their vectors, kept from one run to the next."""
    import numpy as np

    def made() -> tuple[list[str], Floats]:
        import wordfreq

        common = wordfreq.top_n_list("en", VOCABULARY + 1000)
        words = [word for word in common if word.isalpha() and len(word) > 2][:VOCABULARY]
        return words, np.stack(list(_encoded(words))).astype(np.float16)

    words, vectors = kept("words-alone", digest(frequency.stamp(), str(VOCABULARY), "2"), made)
    return words, vectors.astype(np.float32)


def _encoded(words: Sequence[str]) -> Iterator[Floats]:
    places, at = [], 0
    for word in words:
        places.append(Span(at, at + len(word)))
        at += len(word) + 1
    read = encode.encode("\n".join(words), places)
    yield from encode.whole([one.total for one in read], [one.pieces for one in read])


def _words(text: str, spans: Sequence[Span]) -> list[str]:
    return [span.of(text).lower() for span in spans]


def _rows(like: Floats, among: Floats, ours: Words, theirs: Words) -> Floats:
    import numpy as np

    columns: list[Floats] = []
    for one in (like, among):
        columns += [*held(one, ours, theirs), *around(one[ours.inner])]
    for one in (like, among):
        best, back = one[ours.inner].max(axis=1), one[ours.inner, theirs.inner].max(axis=0)
        columns += [np.full(len(best), best.mean()), np.full(len(best), back.mean())]
    return np.stack(columns, axis=1).astype(np.float32)
