"""This file compares the names of both sides: changed and added ones."""

from __future__ import annotations

from collections.abc import Iterator

from audit.checks.source.both import Finder, Sides
from audit.checks.source.naming.evidence import Evidence, Stranger, evidence
from audit.found import Found
from audit.model import Span
from audit.naming import Word


def changed(sides: Sides) -> Iterator[Found]:
    """A name here that the source does not have, where the source has one that is missing here."""
    for one in evidence(sides):
        lost = list(one.missing)
        for stranger in one.strangers:
            if lost and not stranger.elsewhere:
                word = _nearest(one, stranger, lost)
                if not _comparable(stranger, word):
                    continue
                lost.remove(word)
                yield Found(
                    stranger.span,
                    {"found": stranger.span.of(sides.text), "source": word.text},
                    source_span=word.span,
                )


def added(sides: Sides) -> Iterator[Found]:
    """A name here that nothing in the source stands for."""
    for one in evidence(sides):
        for stranger in one.strangers[len(one.missing) :]:
            if stranger.whole and stranger.sure and not (stranger.elsewhere or stranger.place):
                yield Found(stranger.span, {"found": stranger.span.of(sides.text)}, source_span=one.couple.there)


def _comparable(stranger: Stranger, word: Word) -> bool:
    """May these two be one taken for the other? Acronyms are translated, and may stand for a name in full."""
    letters = word.text.isupper() and len(word.text) > 1
    if stranger.acronym:
        return letters and word.text.isascii()
    return not letters or len(stranger.parts) == 1 or stranger.name.person


def _nearest(one: Evidence, stranger: Stranger, lost: list[Word]) -> Word:
    """The lost name at about the same place of the sentence."""
    here, there = one.couple.here, one.couple.there
    at = _part(stranger.span, here)
    return min(lost, key=lambda word: abs(_part(word.span, there) - at))


def _part(span: Span, whole: Span) -> float:
    return (span.start - whole.start) / max(1, whole.end - whole.start)


FAULTS: dict[str, Finder] = {"name-changed": changed, "name-added": added}
