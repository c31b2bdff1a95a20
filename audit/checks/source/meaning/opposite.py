"""This file finds words of the translation that say the opposite of what the source says: fell for rose, before for after.

No dictionary tells it. The word's opposite is put in its place, and both are compared with the words of the source: the encoder knows
`fell` and `rose` apart in every language that it was trained on. The opposite must be much more like a source word than the word
itself is like any, and no other English word may stand for that source word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import regex

from audit import encode, links, polarity
from audit.checks.source.both import Sides
from audit.found import Found
from audit.model import Couple
from audit.opposites import opposites
from audit.spans import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WORD = regex.compile(r"(?<![\p{L}'’-])\p{L}+(?![\p{L}'’-])")
GATE = 0.62
"""A word as like a source word as this is not in question."""
LEAST, AHEAD, UNCLAIMED = 0.4, 0.15, 0.05
"""How like the source word the opposite must be, by how much more than the word itself, and than any other English word."""
NEAR = 40
"""Characters within which a negation may turn a word round."""
AROUND = 4
"""Words on each side that the encoder needs to read a word in its context."""


@dataclass(frozen=True, slots=True)
class Probe:
    """A word in question: the couple's words, which of them it is, and an opposite of it."""

    couple: Couple
    words: links.Words
    index: int
    own: float
    other: str


def opposite(both: Sides) -> Iterator[Found]:
    """The words whose opposite stands in the source."""
    probes = list(_probes(both))
    best: dict[Span, tuple[float, Found]] = {}
    for probe, vector in zip(probes, _read(both.text, probes), strict=True):
        found = _judged(both, probe, vector)
        if found and found[0] > best.get(found[1].span, (0.0, found))[0]:
            best[found[1].span] = found
    for span in sorted(best):
        yield best[span][1]


def _probes(both: Sides) -> Iterator[Probe]:
    alignment, known = both.analysis.alignment, opposites()
    if alignment is None or not alignment.vectors or not encode.available():
        return
    for couple in both.couples:
        words = None
        said = frozenset(_WORD.findall(couple.here.of(both.text).lower()))
        for hit in _WORD.finditer(both.text, couple.here.start, couple.here.end):
            others = known.get(hit[0].lower())
            if not others or any(other in said for other in others):
                continue
            words = words or links.words(alignment, couple, both.language)
            if words is None:
                break
            yield from _of(both.text, couple, words, Span(*hit.span()), others)


def _of(text: str, couple: Couple, words: links.Words, span: Span, others: tuple[str, ...]) -> Iterator[Probe]:
    index = words.at(span)
    if index is None:
        return
    own = words.best(index)[0]
    if own >= GATE:
        return
    yield from (Probe(couple, words, index, own, other) for other in others)


def _read(text: str, probes: list[Probe]) -> list[NDArray[Any]]:
    """The vector of each opposite where the word stands."""
    pieces, spans, places, at = [], [], [], 0
    for probe in probes:
        here, index = probe.words.here, probe.index
        first, last = here[max(0, index - AROUND)].start, here[min(len(here) - 1, index + AROUND)].end
        before, after = text[first : here[index].start], text[here[index].end : last]
        piece = f"{before}{probe.other}{after}"
        pieces.append(piece)
        spans.append(Span(at, at + len(piece)))
        places.append(at + len(before))
        at += len(piece) + 1
    encoded = encode.encode("\n".join(pieces), spans)
    found = [[k for k, word in enumerate(one.words) if word.end > at] for one, at in zip(encoded, places, strict=True)]
    return [one.vectors[words[0] if words else -1] for one, words in zip(encoded, found, strict=True)]


def _judged(both: Sides, probe: Probe, vector: NDArray[Any]) -> tuple[float, Found] | None:
    import numpy as np

    likeness = probe.words.source @ vector
    at = int(likeness.argmax())
    like = float(likeness[at])
    claims = np.delete(probe.words.likeness[:, at], probe.index)
    claim = float(claims.max()) if len(claims) else 0.0
    if like < LEAST or like - probe.own < AHEAD or like - claim < UNCLAIMED:
        return None
    span, source = probe.words.here[probe.index], probe.words.there[at]
    if _denied(both.text, "en", span, probe.couple.here) or _denied(both.source, both.language, source, probe.couple.there):
        return None
    values = {"found": span.of(both.text), "source": source.of(both.source), "opposite": probe.other}
    return like - probe.own, Found(span, values, (probe.other,), source_span=source)


def _denied(text: str, language: str, span: Span, side: Span) -> bool:
    """Does something near a word deny it? Then its opposite may be right: `did not fall` for a word that says it rose."""
    near = polarity.read(text, language, max(side.start, span.start - NEAR), min(side.end, span.end + NEAR))
    return any(cue.span.end <= span.start or span.end <= cue.span.start for cue in near.of("sure", "firm"))
