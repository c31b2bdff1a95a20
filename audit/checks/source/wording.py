"""This file compares two English sentences word for word: what differs where both agree on the words around it.

Two people seldom translate alike, so a difference says little by itself. It tells where the neighbours are the same, and the words between
them are unlike in meaning, are forms of one word, or fit their neighbours worse than the other side's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from audit import links, neighbours
from audit.cache import expression
from audit.checks.source.both import Finder, Sides
from audit.found import Found
from audit.frequency import zipf
from audit.model import Couple, Span
from audit.sides import LEAST

_WORD = r"[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*"
_LONGEST = 2
"""Words on either side that may differ between words that agree."""
_UNLIKE = 0.3
"""Likeness below which two words in one place are not another way to say the same thing."""
_WORSE = 1.2
"""How much less the neighbours speak for a small word than for the other side's, as a logarithm."""
_STEM = 4
"""Letters that forms of one word share at their beginning."""
SMALL = frozenset(
    "a an the this that these those of in on at by to for from with into onto over under about after before as than and or but nor so if "
    "while because since until through during between among against without within off out up down i me my you your he him his she her "
    "it its we us our they them their who whom whose which what is are was were be been being am has have had do does did will would can "
    "could may might shall should must not".split()
)
_VERBS = frozenset("is are was were be been being am has have had do does did will would can could may might shall should must".split())
_PRONOUNS = frozenset("i me my you your he him his she her it its we us our they them their who whom whose".split())


@dataclass(frozen=True, slots=True)
class _Change:
    """Words `ours` in the place of `theirs` (either may be none), and the words that both sides have before and after."""

    ours: tuple[Span, ...]
    theirs: tuple[Span, ...]
    before: str
    after: str


def _find(fault: str, sides: Sides) -> Iterator[Found]:
    for couple in sides.couples:
        if couple.confidence < LEAST:
            continue
        words = links.words(sides.analysis.alignment, couple, sides.language) if sides.analysis.alignment else None
        for change in _changes(sides, couple):
            if _fault(sides, words, change) == fault:
                yield _found(sides, change)


def _changes(sides: Sides, couple: Couple) -> Iterator[_Change]:
    """Small differences between words that are the same on both sides."""
    ours, theirs = (_words(text, span) for text, span in ((sides.text, couple.here), (sides.source, couple.there)))
    here = [span.of(sides.text).lower() for span in ours]
    there = [span.of(sides.source).lower() for span in theirs]
    for kind, first, last, begin, end in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        flanked = (first == begin == 0 or (first > 0 and begin > 0)) and 0 < last < len(here) + 1
        if kind != "equal" and last - first <= _LONGEST and end - begin <= _LONGEST and flanked:
            before = here[first - 1] if first else ""
            after = here[last] if last < len(here) else ""
            if before or after:
                yield _Change(tuple(ours[first:last]), tuple(theirs[begin:end]), before, after)


def _words(text: str, span: Span) -> list[Span]:
    return [Span(*hit.span()) for hit in expression(_WORD).finditer(text, span.start, span.end)]


def _fault(sides: Sides, words: links.Words | None, change: _Change) -> str:
    """What kind of difference it is; empty for one that says nothing."""
    here = [span.of(sides.text).lower() for span in change.ours]
    there = [span.of(sides.source).lower() for span in change.theirs]
    if not here or (not there and not set(here) <= SMALL):
        return ""
    worse = _fit(change.before, there, change.after) - _fit(change.before, here, change.after)
    if sorted(here) == sorted(there):
        return "word-order" if worse > _WORSE else ""
    if set(here) <= SMALL and set(there) <= SMALL:
        return _small(here, there, worse)
    if len(here) != 1 or len(there) != 1:
        return ""
    if _forms(here[0], there[0]):
        return "other-form" if worse > 0 else ""
    return "other-word" if words and _likeness(words, change) < _UNLIKE and not _known(here[0], there[0]) else ""


def _small(here: Sequence[str], there: Sequence[str], worse: float) -> str:
    if set(here) <= _VERBS and set(there) <= _VERBS:
        return "other-form" if here and there and worse > _WORSE else ""
    if set(here) <= _PRONOUNS and set(there) <= _PRONOUNS:
        return "other-form" if worse > _WORSE else ""
    return "function-word" if worse > _WORSE else ""


def _fit(before: str, words: Sequence[str], after: str) -> float:
    """What the pairs of words from `before` to `after` say for their order."""
    row = [word for word in (before, *words, after) if word]
    pairs = [neighbours.evidence(*pair) for pair in pairwise(row)]
    return sum(pairs) / max(1, len(pairs)) * 2


def _forms(one: str, other: str) -> bool:
    """Are these forms of one word, or words of one family?"""
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= min(_STEM, len(one), len(other)) and shared >= 3


def _likeness(words: links.Words, change: _Change) -> float:
    likeness, _ = words.found(change.ours[0])
    return likeness


def _known(one: str, other: str) -> bool:
    """Numbers, names and words that English hardly knows have checks of their own."""
    return any(word.isdigit() or zipf(word) < 2 for word in (one, other))


def _found(sides: Sides, change: _Change) -> Found:
    span = Span(change.ours[0].start, change.ours[-1].end)
    there = Span(change.theirs[0].start, change.theirs[-1].end) if change.theirs else None
    source = there.of(sides.source) if there else ""
    return Found(span, {"source": source}, (source,) if source else (), source_span=there)


def _of(fault: str) -> Finder:
    def find(sides: Sides) -> Iterator[Found]:
        return _find(fault, sides)

    return find


FAULTS: dict[str, Finder] = {fault: _of(fault) for fault in ("other-word", "other-form", "function-word", "word-order")}
