"""This file says which words belong to another language than English: common there and all but unknown here, or never English at all."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import regex

from audit.frequency import abroad, zipf
from audit.knowledge import table, words

_LATIN = regex.compile(r"\p{Latin}")
_WRITTEN = {"no": "nb", "nn": "nb"}
"""Languages that wordfreq knows by another code."""
_VOWEL = regex.compile(r"[aeiouyáàâäãåæéèêëęěíìîïıóòôöõøőúùûüůűýąœ]")
_RARE = 1.3


class Measure(NamedTuple):
    """From which frequency abroad, up to which in English, and with which distance a word counts as left over (Zipf values)."""

    abroad: float
    english: float
    distance: float


SEEN = Measure(2.0, 3.3, 1.7)
"""A word in small letters that the source has too."""
UNSEEN = Measure(3.0, 1.6, 1.8)
"""A word in small letters that the source does not have: another form of one of its words, or the engine's own invention."""
CAPITAL = Measure(3.2, 1.9, 2.0)
"""A word with a capital that the source has too: the first of a sentence, or a German noun."""


def foreign(low: str, language: str, measure: Measure) -> bool:
    """Is this lower-case word one of the language, and hardly one of English? Words without a vowel are abbreviations."""
    english = zipf(low)
    if english > measure.english or not _VOWEL.search(low) or zipf(low.removesuffix("s")) > measure.english + 0.5:
        return False
    there = common(low, language)
    if not english and measure is SEEN and (not low.isascii() or there >= _RARE):
        return True
    return there >= measure.abroad and there - english >= measure.distance


@lru_cache(maxsize=20_000)
def common(low: str, language: str) -> float:
    """How common a lower-case word is in the language."""
    return abroad(low, _WRITTEN.get(language, language))


@lru_cache(maxsize=1)
def kept() -> frozenset[str]:
    """Foreign words that English news uses as they are."""
    return frozenset((*words("untranslated/kept"), *words("words/loanwords")))


@lru_cache(maxsize=40)
def particles(language: str) -> frozenset[str]:
    """Short words of the language that no English sentence has in small letters."""
    return frozenset(map(str, table("untranslated/function-words").get(_WRITTEN.get(language, language), ())))


@lru_cache(maxsize=40)
def read(language: str) -> bool:
    """Is the language written in Latin letters, and does wordfreq know how common its words are? Without wordfreq nothing is known."""
    try:
        import wordfreq
    except ImportError:
        return False
    code = _WRITTEN.get(language, language)
    return code in wordfreq.available_languages() and _LATIN.search(next(iter(wordfreq.top_n_list(code, 1)))) is not None
