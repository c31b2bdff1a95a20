"""This file finds names of the source that no word of the translation stands for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from audit.frequency import abroad, zipf
from audit.model import Analysis, Couple
from audit.naming.known import cousins, famous, given, romanised
from audit.naming.letters import latin
from audit.naming.phones import alike
from audit.naming.support import spoken
from audit.naming.there import Word, Words

if TYPE_CHECKING:
    from audit.links import Words as Linked

_SHORT = 3
_NOUNS_HAVE_CAPITALS = frozenset(("de", "lb"))
_WORDS = 4.0
"""So common (Zipf) are hardly any names; a capital then begins the name of a ministry or a law."""
_LINKED, _LIKE_ANY, _LIKE_SOUND = 0.4, 0.6, 0.7


def missing(analysis: Analysis, there: Words, couple: Couple, linked: Linked | None) -> Iterator[tuple[Word, float | None]]:
    """The names of a couple's source that nothing here sounds like or was linked with, and how like the likest is."""
    candidates = [word for word in there.within(couple.there) if _name(word, there)]
    if not candidates:
        return
    tokens = analysis.tokens.char_span(couple.wide_here.start, couple.wide_here.end, alignment_mode="expand")
    ours = {latin(token.text) for token in tokens if token.text[0].isupper() or there.caseless} if tokens is not None else set()
    ours.discard("")
    for word in candidates:
        likeness = linked.translated(word.span)[0] if linked else None
        if likeness is not None and likeness >= _LINKED:
            continue
        if not _answered(word, ours, there):
            yield word, likeness


def _name(word: Word, there: Words) -> bool:
    """Is a word of the source surely a name?"""
    if there.caseless:
        return len(word.text) >= 2 and (word.kind == "name" or (word.kind == "capital" and len(word.text) >= 3))
    if word.kind != "capital" or len(word.text) < _SHORT:
        return False
    lower = word.text.lower()
    if latin(lower) in given() or latin(lower) in famous():
        return True
    common = abroad(lower, there.language) if there.language else 0.0
    if there.language in _NOUNS_HAVE_CAPITALS:
        return 1 < common < 4.5 and zipf(latin(lower)) >= common - 0.8
    return common < _WORDS or zipf(latin(lower)) >= common - 0.6


def _answered(word: Word, ours: set[str], there: Words) -> bool:
    """Does some word of the translation sound like it?"""
    forms = {word.sound, *romanised().get(word.sound, ()), *cousins().get(word.sound, ())}
    if forms & ours or any(word.text.lower() in map(str.lower, famous().get(our, ())) for our in ours):
        return True
    foreign = there.caseless and not word.text[0].isascii()
    least = _LIKE_SOUND if foreign else _LIKE_ANY
    return any((spoken(our, form) if foreign else alike(our, form)) >= least for our in ours if len(our) > 1 for form in forms)
