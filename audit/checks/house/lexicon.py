"""This file finds all of a sheet's phrases in one pass, and says which of them stand inside a phrase that excuses them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, Generic, TypeVar

import ahocorasick

from audit.context import fold
from audit.model import Span

T = TypeVar("T")
_BASE = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "-": " ", "\u2010": " "})


def plain(text: str) -> str:
    """Folded, without accents and hyphens: what two spellings of one name have in common. Exactly as long as the text."""
    return "".join(_letter(character) for character in fold(text).translate(_BASE))


def _letter(character: str) -> str:
    return character if character.isascii() else unicodedata.normalize("NFD", character)[0]


class Lexicon(Generic[T]):
    """Literal phrases in folded text, each with what it stands for. `hyphens`: a phrase may be a part of a compound."""

    def __init__(self, entries: Iterable[tuple[str, T]], *, hyphens: bool = False) -> None:
        self._hyphens = hyphens
        self._automaton: Any = ahocorasick.Automaton()
        by_phrase: dict[str, list[T]] = {}
        for phrase, entry in entries:
            by_phrase.setdefault(phrase, []).append(entry)
        for phrase, those in by_phrase.items():
            self._automaton.add_word(phrase, (len(phrase), those))
        if by_phrase:
            self._automaton.make_automaton()

    def find(self, folded: str) -> Iterator[tuple[Span, T]]:
        """Every whole-word occurrence, by its end."""
        if not len(self._automaton):
            return
        for last, (length, entries) in self._automaton.iter(folded):
            span = Span(last + 1 - length, last + 1)
            if self._whole(folded, span):
                yield from ((span, entry) for entry in entries)

    def _whole(self, folded: str, span: Span) -> bool:
        before, after = folded[max(0, span.start - 2) : span.start], folded[span.end : span.end + 2]
        if folded[span.start].isalnum() and before and (before[-1].isalnum() or before[-1] == "_"):
            return False
        if folded[span.end - 1].isalnum() and after and (after[0].isalnum() or after[0] == "_"):
            return False
        if self._hyphens:
            return True
        return not (before[-1:] == "-" and before[:-1].isalnum()) and not (after[:1] == "-" and after[1:].isalnum())


def longest(found: Iterable[tuple[Span, T]]) -> list[tuple[Span, T]]:
    """Without what a longer one before or round it covers, in their order."""
    kept: list[tuple[Span, T]] = []
    for span, entry in sorted(found, key=lambda item: (item[0].start, -item[0].end)):
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, entry))
    return kept


def excused(span: Span, excuses: Iterable[Span]) -> bool:
    return any(other.contains(span) for other in excuses)
