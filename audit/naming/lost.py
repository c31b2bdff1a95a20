"""This file finds names of the source that no word of the translation stands for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from audit.frequency import abroad, zipf
from audit.model import Analysis, Couple
from audit.naming.known import cousins, famous, given, proper, romanised
from audit.naming.letters import latin
from audit.naming.phones import alike
from audit.naming.support import spoken
from audit.naming.there import Word, Words

if TYPE_CHECKING:
    from audit.links import Words as Linked

_SHORT = 3
_NOUNS_HAVE_CAPITALS = frozenset(("de", "lb"))
_WORDS, _NOUNS, _OPENINGS, _RARE = 4.0, 4.5, 2.8, 3.2
"""So common (Zipf) are hardly any names: a capital then begins the name of a ministry or a law, a German noun, or just the sentence."""
_NO_NAMES = frozenset("明治 大正 昭和 平成 令和 西暦 公元".split())
_LINKED, _LIKE_ANY, _LIKE_SOUND = 0.4, 0.6, 0.7


def missing(analysis: Analysis, there: Words, couple: Couple, linked: Linked | None) -> Iterator[tuple[Word, float | None]]:
    """The names of a couple's source that nothing here sounds like or was linked with, and how like the likest is."""
    ours: set[str] | None = None
    before: Word | None = None
    for word in there.within(couple.there):
        last, before = before, word
        if word.kind == "word":
            continue
        likeness = linked.translated(word.span)[0] if linked else None
        if (likeness is not None and likeness >= _LINKED) or not _name(word, last, there):
            continue
        if ours is None:
            ours = capitals(analysis, couple, there)
        if not answered(word, ours, there):
            yield word, likeness


def capitals(analysis: Analysis, couple: Couple, there: Words) -> set[str]:
    """What of the translation may stand for a name, in plain small letters."""
    tokens = analysis.tokens.char_span(couple.wide_here.start, couple.wide_here.end, alignment_mode="expand")
    if tokens is None:
        return set()
    return {sound for token in tokens if (token.text[0].isupper() or there.caseless) and len(sound := latin(token.text)) > 1}


def _name(word: Word, before: Word | None, there: Words) -> bool:
    """Is a word of the source surely a name?"""
    if there.caseless:
        return (
            len(word.text) >= 2 and word.text not in _NO_NAMES and (word.kind == "name" or (word.kind == "capital" and len(word.text) >= 3))
        )
    if len(word.text) < _SHORT:
        return False
    lower = word.text.lower()
    plain = latin(lower)
    opens = word.kind == "opening"
    if not opens and (plain in given() or plain in famous()):
        return True
    common, here = abroad(lower, there.language) if there.language else 0.0, zipf(plain)
    if opens:
        return common < _OPENINGS and here >= max(1.5, common - 0.3)
    if there.language in _NOUNS_HAVE_CAPITALS:
        behind_given = before is not None and before.sound in given() and before.kind != "word"
        return (common or here >= 2 or behind_given) and common < _NOUNS and here >= common - 0.8
    return common < _WORDS or here >= common - 0.6


def name_only(word: Word, there: Words) -> bool:
    """Is it no ordinary word of its language that begins the name of a body or a thing?"""
    if there.caseless:
        return word.kind == "name" and word.role in ("person", "place")
    lower = word.text.lower()
    plain = latin(lower)
    common = abroad(lower, there.language) if there.language else 0.0
    return common < _RARE or plain in given() or plain in famous() or zipf(plain) >= common - 0.6


def wordlike(word: Word, there: Words) -> bool:
    """May it be an ordinary word with a capital: la Grâce, le Tourbillon?"""
    lower = word.text.lower()
    plain = latin(lower)
    if there.caseless or not there.language or word.text.isupper() or plain in famous():
        return False
    common = abroad(lower, there.language)
    return zipf(plain) < common + (0.3 if proper(plain) else 1.0) and (common >= _WORDS or plain not in given())


def answered(word: Word, ours: set[str], there: Words) -> bool:
    """Does some word of the translation sound like it?"""
    forms = {word.sound, *romanised().get(word.sound, ()), *cousins().get(word.sound, ())}
    if forms & ours or any(word.text.lower() in map(str.lower, famous().get(our, ())) for our in ours):
        return True
    foreign = there.caseless and not word.text[0].isascii()
    least = _LIKE_SOUND if foreign else _LIKE_ANY
    return any((spoken(our, form) if foreign else alike(our, form)) >= least for our in ours for form in forms)
