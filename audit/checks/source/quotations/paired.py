"""This file tells which quotation of the source each quotation of the translation stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from audit.checks.source.both import Sides
from audit.model import Couple
from audit.spans import Span

WORDS = 5
"""A quotation of fewer words is a title, a term or an irony: translators set them as they please."""
_SIGNS = 1.7
"""Characters of Chinese and Japanese that make a word of English, roughly."""
_WIDE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
MARK = regex.compile(r"[\"“”„‟«»‹›「」『』〝〞＂]|(?<!\p{L})[‘'‚]|[’'‘](?!\p{L})|(?m:^)\s*[–—―-]")
"""What may begin or end a quotation, in any language: quotation marks, and the dash that opens a line of dialogue."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A quotation and the one that it translates, within one couple."""

    couple: Couple
    here: Span
    there: Span


def length(text: str) -> float:
    """How many words a stretch has; where a language writes none, how many it would make in English."""
    signs = len(_WIDE.findall(text))
    return signs / _SIGNS if signs * 3 > len(text) else float(len(text.split()))


def within(quotations: Sequence[Span], side: Span) -> list[Span]:
    return [quote for quote in quotations if quote.overlaps(side)]


def ours(both: Sides) -> list[Span]:
    """The quotations of the translation that are closed, in order."""
    return [quote.span for quote in both.analysis.quotations if quote.closing]


def pairs(both: Sides) -> Iterator[Pair]:
    """Quotations that lie wholly in one couple, where it has as many of them on both sides, taken in order."""
    mine = ours(both)
    for couple in both.couples:
        here, there = within(mine, couple.here), within(both.original.quotations, couple.there)
        if here and len(here) == len(there) and all(map(couple.here.contains, here)) and all(map(couple.there.contains, there)):
            yield from (Pair(couple, one, two) for one, two in zip(here, there, strict=True))
