"""This file goes through the couples of a text and says of every word how surely it has no counterpart on the other side."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audit import encode
from audit.coverage import features, kinds, lexical
from audit.coverage.facing import Facing, faced
from audit.coverage.scorer import judges
from audit.model import Analysis, Couple
from audit.spans import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Token

    Floats = NDArray[Any]

NEVER = -20.0
"""Log-odds of a word that is not asked: a function word, an auxiliary."""
TRUSTED = 0.8
"""Couples below this confidence are not looked at word by word."""
_UNASKED = frozenset(("aux", "auxpass", "neg", "det", "prt", "case"))
_CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September October November "
    "December Next Last next last".split()
)
"""Days, months and their next and last are compared by checks of their own; the encoder does not know all of them."""
_AT_ONCE = 40
"""Couples whose words are judged together."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A couple with its words (its own, not its neighbours') and, for each, the log-odds that it is one without a counterpart.

    `added` and `replaced` judge the English words `here`, `lost` the source words `there`; `tokens` are those that `here` begin.
    """

    couple: Couple
    facing: Facing
    here: tuple[Span, ...]
    tokens: tuple[Token, ...]
    added: Floats
    replaced: Floats
    there: tuple[Span, ...]
    lost: Floats


def weighed(analysis: Analysis, language: str) -> Iterator[Weighed]:
    """The couples of a text that are sure enough. Nothing without the encoder or for a language that it was not trained on."""
    alignment, original = analysis.alignment, analysis.original
    if alignment is None or original is None or not alignment.vectors or language not in encode.LANGUAGES:
        return
    tokens = list(analysis.tokens)
    starts = [token.idx for token in tokens]
    group: list[tuple[Couple, Facing, list[Token]]] = []
    for couple, facing in faced(alignment, [couple for couple in alignment.couples if couple.confidence >= TRUSTED]):
        those = [tokens[max(0, bisect_right(starts, word.start) - 1)] for word in facing.here.spans[facing.here.inner]]
        group.append((couple, facing, those))
        if len(group) == _AT_ONCE:
            yield from _judged(group, analysis.text, original.text, language)
            group = []
    if group:
        yield from _judged(group, analysis.text, original.text, language)


def asked(token: Token) -> bool:
    """Is this a word that must stand for something in the source?"""
    return token.text not in _CALENDAR and token.pos_ in kinds.CONTENT and token.tag_ != "MD" and token.dep_ not in _UNASKED


def _judged(group: Sequence[tuple[Couple, Facing, list[Token]]], text: str, source: str, language: str) -> Iterator[Weighed]:
    import numpy as np

    lexical.remember(text, source, [facing for _, facing, _ in group])
    alone = [lexical.rows(facing, text, source) for _, facing, _ in group]
    ours = [
        np.concatenate([features.here(facing), kinds.here(tokens), words], axis=1)
        for (_, facing, tokens), (words, _) in zip(group, alone, strict=True)
    ]
    theirs = [
        np.concatenate([features.there(facing), kinds.there(source, facing.there.spans[facing.there.inner], language), words], axis=1)
        for (_, facing, _), (_, words) in zip(group, alone, strict=True)
    ]
    here, there = judges()["here"](np.concatenate(ours)), judges()["there"](np.concatenate(theirs))
    i = j = 0
    for couple, facing, tokens in group:
        words, others = facing.here.spans[facing.here.inner], facing.there.spans[facing.there.inner]
        heard = np.array([asked(token) for token in tokens])
        mine = np.where(heard[:, None], here[i : i + len(words)], NEVER)
        yield Weighed(couple, facing, words, tuple(tokens), mine[:, 0], mine[:, 1], others, there[j : j + len(others), 0])
        i, j = i + len(words), j + len(others)
