"""This file makes words comparable: Latin ones without accents, Arabic ones without vowel signs, Devanagari without dots below."""

from __future__ import annotations

import unicodedata

from audit.facts.names import plain

LATIN = frozenset("en fr es it pt de nl pl cs tr id fi".split())
ARABIC = frozenset(("ar", "fa"))
TOGETHER = frozenset(("zh", "ja"))
"""Languages written without spaces."""
_ARABIC = str.maketrans({
    **dict.fromkeys("أإآٱ", "ا"), "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ـ": "", "\u200c": "",
    **{chr(sign): "" for sign in range(0x064B, 0x0653)},
})  # fmt: skip
_CYRILLIC = str.maketrans({"ё": "е", "ґ": "г", "\u0301": "", "’": "'", "ʼ": "'"})


def level(word: str, language: str) -> str:
    """The word as the tables hold it."""
    if language in LATIN:
        return plain(word).casefold().replace("i\u0307", "i")
    if language in ARABIC:
        return word.translate(_ARABIC)
    if language == "hi":
        return "".join(letter for letter in unicodedata.normalize("NFD", word) if letter not in "\u093c\u200d\u200c")
    if language in TOGETHER or language == "ko":
        return word
    return word.casefold().translate(_CYRILLIC)
