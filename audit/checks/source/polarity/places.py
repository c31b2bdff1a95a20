"""This file finds the place of a negation in an English sentence: the one to mark where it stands, the verb to mark where it is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import regex

from audit import links
from audit.checks.source.both import Sides
from audit.model import Couple
from audit.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE = regex.compile(r"(?i)(?:\b(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|shall|should|may|might|must)\s+)\Z")
_DENIED = regex.compile(r"(?i)\b(?:not|never|cannot)\b|n['’]t\b")
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_STOPS = frozenset(("NOUN", "PROPN", "PRON", "DET", "PUNCT", "CCONJ", "ADP", "SYM"))
_NEAR = 30
"""So near to the negation, in characters of the source, stands the word that it denies."""
LIKE = 0.3
"""From this likeness on an English word is taken for the translation of the denied one."""


def share(span: Span, side: Span) -> float:
    """How far into its sentence something stands, from 0 to 1."""
    return ((span.start + span.end) / 2 - side.start) / max(1, side.end - side.start)


def with_verb(text: str, cue: Span, side: Span) -> Span:
    """The negation with its auxiliary: `did not`."""
    before = _BEFORE.search(text, side.start, cue.start)
    return Span(before.start() if before else cue.start, cue.end)


def to_deny(both: Sides, couple: Couple, cue: Span) -> Span:
    """The verb, with its auxiliaries, that the source denies: told by the word links, else by how far into the sentence it stands."""
    found = list(_verbs(both, couple.here))
    verbs = [verb for verb in found if not _DENIED.search(both.text, verb.start, verb.end)] or found
    if not verbs:
        return couple.here
    linked = _linked(both, couple, cue)
    if linked:
        return min(verbs, key=lambda verb: (not verb.overlaps(linked), abs(verb.start - linked.start)))
    at = share(cue, couple.there)
    return min(verbs, key=lambda verb: abs(share(verb, couple.here) - at))


def _verbs(both: Sides, side: Span) -> Iterator[Span]:
    """The finite verbs of a sentence, each from its first auxiliary to the main verb: `has not yet been asked` is one."""
    tokens = both.analysis.tokens.char_span(side.start, side.end, alignment_mode="contract")
    start: int | None = None
    for token in tokens or ():
        if start is None and token.tag_ in _FINITE:
            start = token.idx
        if start is not None and not _goes_on(token, side):
            yield Span(start, token.idx + len(token))
            start = None


def _goes_on(token: Token, side: Span) -> bool:
    """Does the verb go on behind this word? An auxiliary has its main verb behind it, adverbs between."""
    for after in token.doc[token.i + 1 : token.i + 4]:
        if after.idx >= side.end or token.pos_ == "VERB":
            return False
        if after.tag_ in ("VB", "VBN", "VBG"):
            return True
        if after.pos_ in _STOPS:
            return False
    return False


def translated(both: Sides, couple: Couple, span: Span) -> Span | None:
    """The English word that stands for a word of the source; None where the words are not linked."""
    words = _words(both, couple)
    like, found = words.translated(span) if words else (0.0, None)
    return found if like >= LIKE else None


def _linked(both: Sides, couple: Couple, cue: Span) -> Span | None:
    """The English word most like one of the source words round the negation, those behind it before those in front."""
    words = _words(both, couple)
    for around in (Span(cue.end, cue.end + _NEAR), Span(max(couple.there.start, cue.start - _NEAR), cue.start)):
        like, span = words.translated(around) if words else (0.0, None)
        if span and like >= LIKE:
            return span
    return None


def _words(both: Sides, couple: Couple) -> links.Words | None:
    alignment = both.analysis.alignment
    return links.words(alignment, couple, both.language) if alignment else None
