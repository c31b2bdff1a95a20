"""This file compares the names of both sides: changed and added ones."""

from __future__ import annotations

from collections.abc import Iterator

from audit.checks.source.both import Finder, Sides
from audit.checks.source.naming.evidence import Evidence, Lost, evidence
from audit.checks.source.naming.strangers import Stranger
from audit.found import Found
from audit.model import Span
from audit.naming.phones import heard, level, phones

_UNLIKE, _FAR = 0.18, 0.36
"""Two names of different kinds (an acronym, a word) are one for the other only if neither is like anything."""
_HEARD = 0.6
_PIECE = 4


def changed(sides: Sides) -> Iterator[Found]:
    """A name here that the source does not have, where the source has one that is missing here."""
    for one in evidence(sides):
        for stranger, gone in _pairs(one):
            values = {"found": stranger.span.of(sides.text), "source": gone.word.text}
            yield Found(stranger.span, values, source_span=gone.word.span)


def added(sides: Sides) -> Iterator[Found]:
    """A name here that nothing in the source stands for."""
    for one in evidence(sides):
        pairs = _pairs(one)
        taken = {stranger.span for stranger, _ in pairs}
        firm = [
            stranger
            for stranger in one.strangers
            if (stranger.firm or stranger.lone) and stranger.span not in taken and not _related(stranger, one)
        ]
        for stranger in firm[max(0, len(one.missing) - len(pairs)) :]:
            if stranger.whole and stranger.sure and not stranger.elsewhere:
                yield Found(stranger.span, {"found": stranger.span.of(sides.text)}, source_span=one.couple.there)


def _pairs(one: Evidence) -> list[tuple[Stranger, Lost]]:
    """Each stranger with the missing name that it was taken for, the firm ones first."""
    lost, pairs = list(one.missing), []
    for stranger in sorted(one.strangers, key=lambda each: not each.firm):
        fitting = [] if stranger.elsewhere or _related(stranger, one) else [each for each in lost if _comparable(stranger, each)]
        if fitting:
            pairs.append((stranger, _nearest(one, stranger, fitting)))
            lost.remove(pairs[-1][1])
    return sorted(pairs, key=lambda pair: pair[0].span)


def _comparable(stranger: Stranger, lost: Lost) -> bool:
    """May these two be one taken for the other? Acronyms are translated (AMR, RAM), and may stand for a name in full."""
    word = lost.word
    if not stranger.firm and not ((lost.only or stranger.lone) and (lost.likeness is None or lost.likeness < _FAR)):
        return False
    plain = not (stranger.telling or stranger.acronym or stranger.place or len(stranger.parts) > 1)
    if plain and (word.role == "person" or lost.wordlike):
        return False  # a word that stands for a word; and the tagger of Chinese takes many a word for a person
    letters = word.text.isupper() and len(word.text) > 1
    if stranger.acronym:
        likeness = lost.likeness
        return not letters and likeness is not None and likeness < _FAR and (stranger.likeness or 0) < _UNLIKE
    return not letters or len(stranger.parts) == 1 or stranger.name.person


def _related(stranger: Stranger, one: Evidence) -> bool:
    """Is one of the missing names the stranger's own after all?"""
    parts = [part for part in stranger.parts if part.proper or not stranger.telling]
    return any(_kin(part.sound, lost.word.sound) for lost in one.missing for part in parts)


def _kin(one: str, other: str) -> bool:
    """May one be short for the other, or another reading of it? They begin alike, share a piece or sound alike."""
    if len(one) >= 3 and one[:3] == other[:3]:
        return True
    one, other = level(one), level(other)
    a, b = phones(one), phones(other)
    least = _HEARD if min(len(a), len(b)) > 2 and a[0] == b[0] != "A" else _HEARD + 0.15
    if min(len(a), len(b)) > 1 and heard(one, other) >= least:
        return True
    return any(one[at : at + _PIECE] in other for at in range(len(one) - _PIECE + 1))


def _nearest(one: Evidence, stranger: Stranger, lost: list[Lost]) -> Lost:
    """The lost name at about the same place of the sentence."""
    here, there = one.couple.here, one.couple.there
    at = _part(stranger.span, here)
    return min(lost, key=lambda each: abs(_part(each.word.span, there) - at))


def _part(span: Span, whole: Span) -> float:
    return (span.start - whole.start) / max(1, whole.end - whole.start)


FAULTS: dict[str, Finder] = {"name-changed": changed, "name-added": added}
