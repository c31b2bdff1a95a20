"""This file finds sentences that begin with a small letter though their source begins one, and names that lost their capital."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.checks.source.both import Sides
from audit.found import Found
from audit.frequency import zipf
from audit.model import Couple, Span

_FIRST = regex.compile(r"[\s\"“”„«»‘'’(\[–—-]*(?P<word>\p{Ll}[\p{L}\p{M}'’]*+)(?![\p{L}\p{N}@._/]*[@/_]|\.\p{L})")
_THERE = regex.compile(r"[\s\"“”„«»‘’'(（\[「『《–—-]*(?P<letter>\p{L}|\d)")
_SMALL = frozenset("de von van der den di da du al el bin ibn iphone ipad ebay e i x".split())
_NAME = regex.compile(r"(?<=[\p{Ll}\d,][ ])\p{Lu}\p{Ll}{3,}")
_WORD = regex.compile(r"(?<![\p{L}\p{N}@#/._'’-])\p{Ll}{4,}+(?![\p{L}@/_-]|\.\p{L})")
_RARE = 2.7
_FEWEST = 3
_NOUNS_WITH_CAPITALS = frozenset({"de", "lb"})


def capital_lost(sides: Sides) -> Iterator[Found]:
    """`the bridge was opened.` where the source begins a sentence; `with emin` where it says Emin."""
    for couple in sides.couples:
        yield from _first(sides, couple)
        if sides.language not in _NOUNS_WITH_CAPITALS:
            yield from _names(sides, couple)


def _first(sides: Sides, couple: Couple) -> Iterator[Found]:
    first = _FIRST.match(sides.text, couple.here.start, couple.here.end)
    there = _THERE.match(sides.source, couple.there.start, couple.there.end)
    if (
        first is None
        or there is None
        or there["letter"].islower()
        or first["word"] in _SMALL
        or len(couple.here.of(sides.text).split()) < 3
    ):
        return
    before = sides.text[: couple.here.start].rstrip()
    if before and before[-1] not in ".!?\"”’'" and (before[-1] in ",;:–—-" or "\n" not in sides.text[len(before) : couple.here.start]):
        return
    word = first["word"]
    if regex.search(r"\p{Lu}", word):  # `iPhone`
        return
    start = first.start("word")
    yield _found(Span(start, start + len(word)), word)


def _names(sides: Sides, couple: Couple) -> Iterator[Found]:
    """Words that are no English ones in small letters, and that the source writes with a capital inside its sentence."""
    there = {hit[0].lower() for hit in _NAME.finditer(sides.source, couple.there.start, couple.there.end)}
    if not there:
        return
    for hit in _WORD.finditer(sides.text, couple.here.start, couple.here.end):
        if hit[0] in there and zipf(hit[0]) < _RARE and hit[0] not in sides.source:
            yield _found(Span(*hit.span()), hit[0])


def _found(span: Span, word: str) -> Found:
    better = word[0].upper() + word[1:]
    return Found(span, {"better": better}, (better,))
