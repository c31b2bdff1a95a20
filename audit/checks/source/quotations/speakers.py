"""This file finds quotations that the translation gives to somebody else than the source."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

import regex

from audit.checks.source.both import Sides
from audit.checks.source.quotations.paired import Pair, pairs
from audit.found import Found
from audit.spans import Span

_NAME = regex.compile(r"(?<![\p{L}’'-])\p{Lu}\p{Ll}[\p{L}’'-]+")
_NEAR = 60
"""A speaker stands so near to the marks."""


def speaker_changed(both: Sides) -> Iterator[Found]:
    """Who speaks here is somebody that the source's quotation only mentions, and who speaks there is mentioned here."""
    speakers = {quote.span: quote.speaker for quote in both.analysis.ledger.quotes if quote.speaker is not None}
    for pair in pairs(both):
        speaker = speakers.get(pair.here)
        if speaker is None or not pair.couple.here.contains(speaker):
            continue
        named = _names(both.text, speaker)
        inside = _names(both.source, pair.there)
        beside = {name: span for side in _beside(pair) for name, span in _names(both.source, side).items()}
        told = set(named)
        if not told or told & set(beside) or not told & set(inside):
            continue
        quoted = set(_names(both.text, pair.here))
        right = next((span for name, span in beside.items() if name in quoted and name not in told), None)
        if right is not None:
            yield Found(speaker, {"source": right.of(both.source)}, source_span=right)


def _beside(pair: Pair) -> tuple[Span, Span]:
    side, quote = pair.couple.there, pair.there
    return Span(max(side.start, quote.start - _NEAR), quote.start), Span(quote.end, min(side.end, quote.end + _NEAR))


def _names(text: str, span: Span) -> dict[str, Span]:
    """The names within a span, without their accents."""
    return {_plain(hit[0]): Span(*hit.span()) for hit in _NAME.finditer(text, span.start, span.end)}


def _plain(name: str) -> str:
    return "".join(letter for letter in normalize("NFD", name) if letter.isalpha()).lower()
