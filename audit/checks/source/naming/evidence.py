"""This file gathers, couple by couple, the English names without support in the source and the source names without translation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from audit import links, realms
from audit.checks.source.both import Sides
from audit.model import Analysis, Couple, Sentence, Span
from audit.naming import Name, Part, Word, Words, names, read, support
from audit.naming.lost import missing
from audit.sides import LEAST

ELSEWHERE = 0.72
"""From this support on, a name stands in another sentence of the source."""


@dataclass(frozen=True, slots=True)
class Stranger:
    """An English name (or a part of one) without support in the couple's source. `likeness`: of the source word most like it, if known.

    `whole`: no part of the name has support; `elsewhere`: other sentences of the source have it; `place`: it is a city or a region.
    """

    name: Name
    parts: tuple[Part, ...]
    likeness: float | None
    whole: bool
    elsewhere: bool = False
    place: bool = False

    @property
    def telling(self) -> bool:
        return any(part.proper for part in self.parts)

    @property
    def sure(self) -> bool:
        """Is it a name all through? Names of bodies, with ordinary words in them, are translated freely."""
        own = all(part.proper for part in self.parts)
        return self.name.person if self.likeness is None else own or self.name.person

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


@dataclass(frozen=True, slots=True)
class Places:
    """The realms of both sides, which other comparisons look after."""

    here: tuple[realms.Realm, ...]
    there: tuple[realms.Realm, ...]

    def known(self, span: Span, couple: Couple) -> bool:
        """Is a word here a realm? A city or region counts only where the source has it too, or another that it was taken for."""
        return any(realm.kind not in ("city", "region") or self._answered(realm, couple) for realm in self.at(span))

    def at(self, span: Span) -> list[realms.Realm]:
        """The realms that a stretch of the translation names."""
        first = bisect_left(self.here, span.start, key=lambda realm: realm.span.end - 1)
        return [realm for realm in self.here[first : first + 3] if realm.span.overlaps(span)]

    def _answered(self, realm: realms.Realm, couple: Couple) -> bool:
        first = bisect_left(self.there, couple.wide_there.start, key=lambda one: one.span.start)
        for one in self.there[first:]:
            if one.span.start >= couple.wide_there.end:
                return False
            if one.keys & realm.keys or (one.kind == "city" and couple.there.contains(one.span)):
                return True
        return False


_last: list[tuple[Analysis, tuple[Evidence, ...]]] = []


def evidence(sides: Sides) -> tuple[Evidence, ...]:
    """What there is to say of each couple; gathered once for all cards that ask of one document."""
    if not _last or _last[0][0] is not sides.analysis:
        _last[:] = [(sides.analysis, tuple(_gather(sides)))]
    return _last[0][1]


def _gather(sides: Sides) -> Iterator[Evidence]:
    there = read(sides.source, sides.language, tuple(sentence.span.start for sentence in sides.original.sentences))
    places = Places(realms.read(sides.text, "en"), realms.read(sides.source, sides.language))
    for couple in sides.couples:
        if couple.confidence < LEAST:
            continue
        words = links.words(sides.analysis.alignment, couple, sides.language, wide=True) if sides.analysis.alignment else None
        strangers = tuple(
            stranger
            for sentence in _sentences(sides.analysis, couple.here)
            for name in names(sides.analysis, sentence)
            if (stranger := _stranger(name, couple, there, words, places)) is not None
        )
        gone = tuple(missing(sides.analysis, there, couple, words))
        yield Evidence(couple, strangers, tuple(word for word, _ in gone))


def _sentences(analysis: Analysis, span: Span) -> Iterator[Sentence]:
    first = bisect_left(analysis.sentences, span.start, key=lambda sentence: sentence.span.end - 1)
    for sentence in analysis.sentences[first:]:
        if sentence.span.start >= span.end:
            return
        yield sentence


def _stranger(name: Name, couple: Couple, there: Words, words: links.Words | None, places: Places) -> Stranger | None:
    """The name, if nothing in the source sounds like it or was linked with it; else its given name, if that is true of it alone."""
    placed = [part for part in name.parts if places.known(part.span, couple)]
    own = tuple(part for part in name.parts if part not in placed)
    telling = tuple(part for part in own if part.proper) or tuple(part for part in own if part.acronym)
    if placed and not any(part.proper for part in telling):
        return None
    if not telling and (words is None or name.opening or _acronyms(couple, there)):
        return None
    judged = [(part, *_judged(part, couple, there, words)) for part in telling or own]
    likeness = max((like for _, _, like in judged if like is not None), default=None)
    if _foreign(name, sum(value for _, value, _ in judged) / len(judged), likeness, there):
        elsewhere = any(support(part.sound, there, Span(0, len(there.text)))[0] >= ELSEWHERE for part in telling)
        return Stranger(
            name, telling if placed else own, likeness, whole=True, elsewhere=elsewhere, place=any(places.at(part.span) for part in telling)
        )
    part, value, like = judged[0]
    if len(judged) > 1 and part.given and not there.caseless and value < 0.5 and like is not None and like < 0.15:
        return Stranger(name, (part,), like, whole=False)
    return None


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
