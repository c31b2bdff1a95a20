"""This file gathers, couple by couple, the English names without support in the source and the source names without translation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from audit import links, realms
from audit.checks.source.found import Sides
from audit.model import Analysis, Couple, Sentence, Span
from audit.naming import Name, Part, Word, Words, names, read, support
from audit.naming.lost import missing
from audit.sides import LEAST

ELSEWHERE = 0.72
"""From this support on, a name stands in another sentence of the source."""


@dataclass(frozen=True, slots=True)
class Stranger:
    """An English name (or a part of one) without support in the couple's source. `likeness`: of the source word most like it, if known.

    `whole`: no part of the name has support; `elsewhere`: other sentences of the source have it.
    """

    name: Name
    parts: tuple[Part, ...]
    likeness: float | None
    whole: bool
    elsewhere: bool = False

    @property
    def telling(self) -> bool:
        return any(part.proper for part in self.parts)

    @property
    def acronym(self) -> bool:
        return not self.telling and any(part.acronym for part in self.parts)

    @property
    def span(self) -> Span:
        return Span(self.parts[0].span.start, self.parts[-1].span.end)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a couple holds: English names that the source lacks, and source names that the translation lacks."""

    couple: Couple
    strangers: tuple[Stranger, ...]
    missing: tuple[Word, ...]


_last: list[tuple[Analysis, tuple[Evidence, ...]]] = []


def evidence(sides: Sides) -> tuple[Evidence, ...]:
    """What there is to say of each couple; gathered once for all cards that ask of one document."""
    if not _last or _last[0][0] is not sides.analysis:
        _last[:] = [(sides.analysis, tuple(_gather(sides)))]
    return _last[0][1]


def _gather(sides: Sides) -> Iterator[Evidence]:
    there = read(sides.source, sides.language, tuple(sentence.span.start for sentence in sides.original.sentences))
    placed = [realm.span for realm in realms.read(sides.text, "en")]
    for couple in sides.couples:
        if couple.confidence < LEAST:
            continue
        words = links.words(sides.analysis.alignment, couple, sides.language, wide=True) if sides.analysis.alignment else None
        strangers = tuple(
            stranger
            for sentence in _sentences(sides.analysis, couple.here)
            for name in names(sides.analysis, sentence)
            if (stranger := _stranger(name, couple, there, words, placed)) is not None
        )
        yield Evidence(couple, strangers, tuple(missing(sides.analysis, there, couple, words)))


def _sentences(analysis: Analysis, span: Span) -> Iterator[Sentence]:
    first = bisect_left(analysis.sentences, span.start, key=lambda sentence: sentence.span.end - 1)
    for sentence in analysis.sentences[first:]:
        if sentence.span.start >= span.end:
            return
        yield sentence


def _stranger(name: Name, couple: Couple, there: Words, words: links.Words | None, placed: list[Span]) -> Stranger | None:
    """The name, if nothing in the source sounds like it or was linked with it; else a part of which that is true."""
    telling = name.telling or tuple(part for part in name.parts if part.acronym)
    if any(place.overlaps(part.span) for place in placed for part in name.parts):
        return None
    if not telling and (words is None or name.opening or _acronyms(couple, there)):
        return None
    judged = [(part, *_judged(part, couple, there, words)) for part in telling or name.parts]
    likeness = max((like for _, _, like in judged if like is not None), default=None)
    if _foreign(name, sum(value for _, value, _ in judged) / len(judged), likeness, there):
        elsewhere = any(support(part.sound, there, Span(0, len(there.text)))[0] >= ELSEWHERE for part in name.telling)
        return Stranger(name, name.parts, likeness, whole=True, elsewhere=elsewhere)
    own = [part for part, value, like in judged if part.proper and _foreign(name, value, like, there)]
    return Stranger(name, tuple(own[:1]), likeness, whole=False) if own else None


def _acronyms(couple: Couple, there: Words) -> bool:
    """Has the source an acronym? It may stand for a name of ordinary words."""
    return any(word.text.isupper() and len(word.text) > 1 for word in there.within(couple.wide_there))


def _judged(part: Part, couple: Couple, there: Words, words: links.Words | None) -> tuple[float, float | None]:
    """How well the source supports a part of a name, and how like is the source word most like it."""
    value, _ = support(part.sound, there, couple.wide_there)
    return value, words.found(part.span)[0] if words else None


def _foreign(name: Name, value: float, likeness: float | None, there: Words) -> bool:
    """Does so little support say that a name does not come from the source? Links and sounds are two witnesses; both must deny it."""
    if likeness is None:
        return bool(name.telling) and value < (0.58 if there.caseless else 0.5)
    if not name.telling:
        return value < 0.66 and likeness < (0.2 if any(part.acronym for part in name.parts) else 0.12)
    if there.caseless:
        return likeness < 0.19 and value < 0.9 - 1.4 * likeness
    return (value < 0.66 and likeness < 0.24) or (value < 0.5 and likeness < 0.3)
