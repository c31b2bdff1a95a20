"""This file compares the tenses of a translated sentence with those of its reference: a verb in a time that the reference never uses there.

Times are read off the tags of both sides (Penn Treebank). A perfect (`has signed`) is past and present at once; `would` is any time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.checks.source.both import Finder, Sides
from audit.found import Found
from audit.model import Couple, Span
from audit.sides import LEAST

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 4
"""Tokens within which the verb of an auxiliary is looked for."""
_BE = frozenset("am is are was were be been being 's 're 'm ’s ’re ’m".split())
_HAVE = frozenset("has have had having 've 'd ’ve ’d".split())
_FUTURE = frozenset("will shall 'll ’ll wo sha".split())
_OPEN = frozenset("would could might may can should must ought 'd ’d".split())
"""With one of these the time is anyone's guess."""
_NAMES = {
    "future": "the future",
    "past": "the past",
    "present": "the present",
    "pluperfect": "the past perfect",
    "going on": "a progressive form",
}


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb with its auxiliaries, its times, and its aspect: `pluperfect`, `going on`, or none."""

    span: Span
    times: frozenset[str]
    aspect: str = ""


Tagged = Sequence[tuple[Span, str, str]]
"""Span, word in lower case, tag."""


def _find(fault: str, sides: Sides) -> Iterator[Found]:
    here = [(Span(token.idx, token.idx + len(token)), token.lower_, _tag(token)) for token in sides.analysis.tokens]
    there = [(span, span.of(sides.source).lower(), tag) for span, tag in sides.tags]
    for couple in sides.couples:
        if couple.confidence >= LEAST:
            ours, theirs = list(_verbs(_within(here, couple.here))), list(_verbs(_within(there, couple.there)))
            if ours and theirs:
                yield from _compared(fault, sides, couple, ours, theirs)


def _tag(token: Token) -> str:
    """Its tag; a past tense without a subject that does not carry the sentence is a participle (`the visit, requested long ago`)."""
    finite = token.dep_ in ("ROOT", "conj", "ccomp", "aux", "auxpass") or any(
        child.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for child in token.children
    )
    return "VBN" if token.tag_ == "VBD" and not finite else str(token.tag_)


def _within(tagged: Tagged, span: Span) -> Tagged:
    first = bisect_left(tagged, span.start, key=lambda one: one[0].start)
    return tagged[first : bisect_left(tagged, span.end, key=lambda one: one[0].start)]


def _verbs(tagged: Tagged) -> Iterator[_Verb]:
    """The finite verbs in order; what follows an auxiliary and belongs to it is none of its own."""
    for at, (span, word, tag) in enumerate(tagged):
        behind = list(_behind(tagged, at))
        end = behind[-1][0].end if behind else span.end
        whole = Span(span.start, end)
        if tag == "MD":
            yield _Verb(whole, frozenset(("future",)) if word in _FUTURE else frozenset(("past", "present", "future")))
        elif word in _HAVE and any(kind == "VBN" for _, _, kind in behind):
            had = word in ("had", "'d", "’d")
            yield _Verb(whole, frozenset(("past",)) if had else frozenset(("past", "present")), "pluperfect" if had else "")
        elif tag in ("VBD", "VBZ", "VBP"):
            going = word in _BE and any(kind == "VBG" for _, _, kind in behind)
            times = {"past" if tag == "VBD" else "present"} | ({"future"} if going or _planned(tagged, at) else set())
            yield _Verb(whole, frozenset(times), "going on" if going else "")


def _behind(tagged: Tagged, at: int) -> Iterator[tuple[Span, str, str]]:
    """The participles or the infinitive of an auxiliary, over adverbs and `not`."""
    if tagged[at][1] not in _BE | _HAVE | _FUTURE | _OPEN:
        return
    for one in tagged[at + 1 : at + 1 + _NEAR]:
        if one[2] in ("VBN", "VBG", "VB"):
            yield one
        elif one[2] not in ("RB", "RBR") and one[1] not in ("been", "be", "being"):
            return


def _planned(tagged: Tagged, at: int) -> bool:
    """`is to sign`, `is set to sign`: said in the present, meant for the future."""
    return tagged[at][1] in _BE and any(one[2] == "TO" for one in tagged[at + 1 : at + 4])


def _compared(fault: str, sides: Sides, couple: Couple, ours: Sequence[_Verb], theirs: Sequence[_Verb]) -> Iterator[Found]:
    times = frozenset().union(*(verb.times for verb in theirs))
    aspects = {verb.aspect for verb in theirs}
    shown = " ... ".join(verb.span.of(sides.source) for verb in theirs[:4])
    there = theirs[0].span if len(theirs) == 1 else None
    for verb in ours:
        if not verb.times & times:
            (time,) = sorted(verb.times)[:1]
            if fault == "tense":
                yield Found(verb.span, {"source": shown, "time": _NAMES[time]}, source_span=there)
        elif fault == "aspect" and verb.aspect and verb.aspect not in aspects:
            yield Found(verb.span, {"source": shown, "time": _NAMES[verb.aspect]}, source_span=there)


def _of(fault: str) -> Finder:
    def find(sides: Sides) -> Iterator[Found]:
        return _find(fault, sides)

    return find


FAULTS: dict[str, Finder] = {fault: _of(fault) for fault in ("tense", "aspect")}
