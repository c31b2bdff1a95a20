"""This file says which departures from a reference are too slight to tell: two people who translate well differ in them all the time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from audit import encode
from audit.checks.source.both import Sides
from audit.checks.source.wording import SMALL
from audit.coverage.lexical import alone
from audit.found import Found
from audit.spans import Span

ALIKE = 0.45
"""Cosine of two words by themselves from which on they may stand for each other: project and plan .56, ladder and bicycle .25."""
Tags = Sequence[tuple[Span, str]]


def slight(fault: str, found: Found, sides: Sides, here: Tags) -> bool:
    """A small word or figure alone, half of a name of which the other half is there, another adjective or adverb.

    `here` are the words of the translation and their tags.
    """
    if fault in ("word-omitted", "clause-omitted") and found.source_span:
        words = found.source_span.of(sides.source).lower().replace("-", " ").split()
        if all(word in SMALL or word.isdigit() for word in words):
            return True
    if fault == "word-omitted" and found.source_span:
        return _half(found.source_span, sides.tags, sides.source, sides.text)
    if fault == "word-added":
        return _half(found.span, here, sides.text, sides.source)
    if fault in ("other-word", "mistranslated-word"):
        return not any(tag.startswith(("NN", "VB")) for _, tag in _at(found.span, here)) or _alike(found, sides)
    return False


def _alike(found: Found, sides: Sides) -> bool:
    """Do the two words mean much the same by themselves, whatever stands beside them?"""
    if not encode.available():
        return False
    one, other = alone([found.span.of(sides.text).lower(), found.values["source"].lower()])
    return float(one @ other) >= ALIKE


def _half(span: Span, tags: Tags, text: str, other: str) -> bool:
    """Is it part of a name of which a neighbouring part stands on the other side too?"""
    first = bisect_left(tags, span.start, key=lambda one: one[0].start)
    last = bisect_left(tags, span.end, key=lambda one: one[0].start)
    if not all(tag.startswith("NNP") for _, tag in tags[first:last]):
        return False
    beside = [*tags[max(0, first - 1) : first], *tags[last : last + 1]]
    return any(tag.startswith("NNP") and place.of(text) in other for place, tag in beside)


def _at(span: Span, tags: Tags) -> Tags:
    first = bisect_left(tags, span.start, key=lambda one: one[0].start)
    return tags[first : bisect_left(tags, span.end, key=lambda one: one[0].start)]
