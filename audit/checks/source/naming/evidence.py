"""This file gathers, couple by couple, the English names without support in the source and the source names without translation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from audit import encode, links, realms
from audit.checks.source.both import Sides
from audit.checks.source.naming.places import places
from audit.checks.source.naming.strangers import Stranger, View, stranger
from audit.model import Analysis, Couple, Sentence, Span
from audit.naming import Word, names, read
from audit.naming.lost import answered, capitals, missing, name_only, wordlike
from audit.sides import LEAST

_READ = encode.LANGUAGES | realms.LANGUAGES
"""Languages whose names are read; of others nobody measured how often a name is taken for a stranger."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A name of the source that is missing here. `likeness`: of the English word most like it, if known; `only`: it is no word besides.

    `wordlike`: nobody vouches that it is a name.
    """

    word: Word
    likeness: float | None
    only: bool
    wordlike: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a couple holds: English names that the source lacks, and source names that the translation lacks."""

    couple: Couple
    strangers: tuple[Stranger, ...]
    missing: tuple[Lost, ...]


_last: list[tuple[Analysis, tuple[Evidence, ...]]] = []


def evidence(sides: Sides) -> tuple[Evidence, ...]:
    """What there is to say of each couple; gathered once for all cards that ask of one document."""
    if not _last or _last[0][0] is not sides.analysis:
        _last[:] = [(sides.analysis, tuple(_gather(sides)) if sides.language in _READ else ())]
    return _last[0][1]


def _gather(sides: Sides) -> Iterator[Evidence]:
    there = read(sides.source, sides.language, tuple(sentence.span.start for sentence in sides.original.sentences))
    map_ = places(sides.text, sides.source, sides.language)
    alignment = sides.analysis.alignment
    for couple in sides.couples:
        if couple.confidence < LEAST:
            continue
        words = links.words(alignment, couple, sides.language, wide=True) if alignment else None
        view = View(sides.text, couple, there, words, map_)
        those = (stranger(name, view) for sentence in _sentences(sides.analysis, couple.here) for name in names(sides.analysis, sentence))
        strangers = tuple(one for one in those if one is not None)
        if strangers:
            yield Evidence(couple, strangers, tuple(_missing(sides.analysis, view)))


def _missing(analysis: Analysis, view: View) -> Iterator[Lost]:
    """Names by their looks, then places that the map knows."""
    found = [
        Lost(word, likeness, name_only(word, view.there), wordlike(word, view.there))
        for word, likeness in missing(analysis, view.there, view.couple, view.links)
        if not view.places.told(word.span, view.couple)
    ]
    yield from found
    for realm in view.places.missing(view.couple):
        word = next((word for word in view.there.within(realm.span) if word.kind != "word" or view.there.caseless), None)
        if word is None or any(one.word.span.overlaps(realm.span) for one in found):
            continue
        likeness = view.links.translated(realm.span)[0] if view.links else None
        if (likeness is None or likeness < links.SURE) and not answered(word, capitals(analysis, view.couple, view.there), view.there):
            yield Lost(word, likeness, only=True)


def _sentences(analysis: Analysis, span: Span) -> Iterator[Sentence]:
    first = bisect_left(analysis.sentences, span.start, key=lambda sentence: sentence.span.end - 1)
    for sentence in analysis.sentences[first:]:
        if sentence.span.start >= span.end:
            return
        yield sentence
