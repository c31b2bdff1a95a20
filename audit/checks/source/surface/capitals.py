"""This file says when a word with a capital is no name but was left in the source's language: first in its sentence, or a German noun."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import regex

from audit.checks.source.both import Sides
from audit.checks.source.surface.foreign import CAPITAL, common, foreign
from audit.model import Span

_OFTEN = 4.4
_NOUN = regex.compile(
    r"(?:ung|ungen|heit|keit|heiten|keiten|schaft|schaften|tion|tionen|tät|täten|nis|nisse|tum|ismus|chen|äe|ik|ierung)\Z"
)
_PLACE = regex.compile(
    r"(?:burg|berg|wald|itz|stadt|dorf|hausen|heim|ingen|furt|bach|feld|brück|haven|au|ow|straße|platz|weg|see|land|rhein|halle)\Z"
)
_NEVER_BEFORE_PLACES = frozenset(
    "a an this that these those his her its their our my your no any some each every last next many several few more".split()
)
_PART = 5


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the translation."""

    span: Span
    text: str

    @property
    def low(self) -> str:
        return self.text.lower()


def begins_longer(word: str, tokens: Iterable[str]) -> bool:
    """`the Fleisch industry`: is it the first part of a longer word of the source?"""
    return len(word) >= _PART and any(token.startswith(word) and len(token) > len(word) + 2 for token in tokens)


class Capitals:
    """Words with a capital, against the words of the source and the place where each stands there first."""

    def __init__(self, sides: Sides, tokens: Mapping[str, Span]) -> None:
        self.sides = sides
        self.language = sides.language
        self.tokens = tokens

    def left(self, word: Word, before: str, after: str, opens: bool) -> bool:
        """A word with a capital is a name unless it opens the sentence, or German writes its nouns so."""
        if len(word.text) < 3 or not word.text.istitle() or not foreign(word.low, self.language, CAPITAL):
            return False
        if (before[:1].isupper() and before in self.tokens) or after[:1].isupper() or self._person(word.text):
            return False
        if opens:
            return word.low in self.tokens or (word.text in self.tokens and self._opens_there(word) and self._often(word, _OFTEN))
        determined = before.islower() or before.lower() in _NEVER_BEFORE_PLACES | {"the"}
        return self.language == "de" and determined and self._noun(word, before.lower())

    def _noun(self, word: Word, before: str) -> bool:
        """A German noun, and no place or person: `their Urlaub`, `the Krankheit`; `the Lausitz` is a name."""
        if word.text not in self.tokens:
            return begins_longer(word.text, self.tokens)
        if self._named_there(word) or _PLACE.search(word.text):
            return False
        return (
            bool(_NOUN.search(word.text))
            or before in _NEVER_BEFORE_PLACES
            or self._often(word, _OFTEN if before == "the" else CAPITAL.abroad + 1)
        )

    def _often(self, word: Word, least: float) -> bool:
        return common(word.low, self.language) >= least

    def _person(self, name: str) -> bool:
        """Does a first name stand before it somewhere: `Anna Söder`?"""
        hits = regex.finditer(rf"(?<![\p{{L}}.])(\p{{Lu}}[\p{{L}}.-]+)[ ]{regex.escape(name)}(?!\p{{L}})", self.sides.text)
        return any(hit[1].lower() not in _NEVER_BEFORE_PLACES | {"the"} for hit in hits)

    def _opens_there(self, word: Word) -> bool:
        start = self.tokens[word.text].start
        return any(passage.span.start <= start <= passage.span.start + 1 for passage in self.sides.original.sentences)

    def _named_there(self, word: Word) -> bool:
        """Does the source use the word beside another capital, or without anything that only stands before a noun?"""
        span, text = self.tokens[word.text], self.sides.source
        before = regex.search(r"(\p{L}+)[ ]\Z", text[max(0, span.start - 40) : span.start])
        return before is None or (before[1][0].isupper() and self.tokens[before[1]].start not in self._starts)

    @cached_property
    def _starts(self) -> set[int]:
        return {passage.span.start for passage in self.sides.original.sentences}
