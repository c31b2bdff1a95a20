"""This file turns the second key of a rule: whether the source holds the expression that an engine misread, or shows the fault itself."""

from __future__ import annotations

import math
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from audit.cache import expression
from audit.model import Analysis, Couple, Match, Rule

SHOWN = 0.6
"""Share of an expression's words that must stand in the source sentences: the card gives one form of many."""
_STEM = 0.7
_LEAST_LETTERS = 4
_BARE = frozenset(
    "der die das den dem des ein eine einer einem einen les des une aux los las del una unos gli delle della een het var".split()
)
_PARTS = re.compile(r"[;,/|()«»„“”\"…]|\.\.\.|\s[–—-]\s|\s(?:or|and|also)\s")
_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}]"
_KANA_TAIL = r"(?<=[\p{Han}\p{Katakana}])\p{Hiragana}{1,3}$"


def turn(matches: Iterable[Match], rules: Mapping[str, Rule], analysis: Analysis) -> Iterator[Match]:
    """The matches but for what the source shows itself; `trigger` says whether the source expression that a list row names stands there.

    Nothing is told where the text was not aligned there, or where the expression is of another language than the source.
    """
    alignment, original = analysis.alignment, analysis.original
    couples = alignment.couples if alignment else ()
    for match in matches:
        if _same_there(match, rules[match.rule], analysis):
            continue
        said = match.values.get("source", "") if rules[match.rule].check == "phrase" else ""
        couple = _couple(couples, match) if said and original and original.language in _languages(match, rules[match.rule]) else None
        if couple is None or original is None:
            yield match
            continue
        there = couple.wide_there
        folded = _folded(there.of(original.text))
        verdicts = [_stands(part, folded) for part in _expressions(said) if _same_script(part, folded)]
        yield replace(match, trigger=any(verdicts)) if verdicts else match


def _same_there(match: Match, rule: Rule, analysis: Analysis) -> bool:
    """Does the source show of itself what the card calls a fault? Then a faithful translator kept it."""
    if not rule.unless_source or analysis.original is None or analysis.alignment is None:
        return False
    couple = _couple(analysis.alignment.couples, match)
    return couple is not None and expression(rule.unless_source).search(couple.there.of(analysis.original.text)) is not None


def _languages(match: Match, rule: Rule) -> tuple[str, ...]:
    return match.only or rule.only or rule.languages


def _couple(couples: tuple[Couple, ...], match: Match) -> Couple | None:
    at = bisect_right(couples, match.span.start, key=lambda couple: couple.here.start) - 1
    return couples[at] if at >= 0 and match.span.start < couples[at].here.end else None


@lru_cache(maxsize=5000)
def _expressions(said: str) -> tuple[str, ...]:
    """The expressions that a row's `source` names, folded."""
    return tuple(part for part in (_folded(part).strip() for part in _PARTS.split(said)) if part)


def _folded(text: str) -> str:
    """Lower case, without accents on Latin letters and without vowel signs."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(sign for sign in decomposed if not unicodedata.combining(sign)))


def _same_script(part: str, source: str) -> bool:
    """Can this expression be of the source's language at all? Its letters must be of the script that the source is written in."""
    return bool(_script(part) & _script(source))


def _script(text: str) -> set[str]:
    return {name for name, form in _SCRIPTS.items() if expression(form).search(text)}


_SCRIPTS = {
    "latin": r"\p{Latin}{3}",
    "cyrillic": r"\p{Cyrillic}",
    "arabic": r"\p{Arabic}",
    "han": _UNSPACED,
    "hangul": r"\p{Hangul}",
    "greek": r"\p{Greek}",
    "hebrew": r"\p{Hebrew}",
    "devanagari": r"\p{Devanagari}",
}


def _stands(part: str, source: str) -> bool:
    """Do the words of an expression, by their stems, stand in a stretch of source?"""
    if expression(_UNSPACED).search(part):
        return expression(_KANA_TAIL).sub("", part) in source
    words = [word for word in expression(r"[\p{L}\p{N}]+").findall(part) if len(word) >= _LEAST_LETTERS - 1 and word not in _BARE]
    if not words:
        return part in source
    found = sum(_stem(word) in source for word in words)
    return found >= (len(words) if len(words) < 3 else math.ceil(SHOWN * len(words)))


def _stem(word: str) -> str:
    return word[: max(_LEAST_LETTERS - 1, math.ceil(_STEM * len(word)))]
