"""This file spells words of any script in plain small Latin letters."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from audit.cache import expression

_SMALL = expression(r"(\p{Katakana})([ァィゥェォャュョ])")
_GREEK = (("μπ", "b"), ("ντ", "d"), ("γκ", "g"), ("ου", "u"), ("τζ", "j"))


@lru_cache(maxsize=50_000)
def latin(word: str) -> str:
    """The word in the letters a to z and digits: Путин is putin, ブラウン is buraun, 特朗普 is telangpu, Müller is muller."""
    spelled = word
    if not spelled.isascii():
        from anyascii import anyascii

        composed = unicodedata.normalize("NFC", spelled)
        if "\u0370" <= composed[0] <= "\u03ff":
            for letters, sound in _GREEK:
                composed = composed.lower().replace(letters, sound)
        spelled = anyascii(_SMALL.sub(lambda hit: _joined(anyascii(hit[1]), anyascii(hit[2])), composed))
    return "".join(letter for letter in spelled.lower() if letter.isascii() and letter.isalnum())


def _joined(before: str, small: str) -> str:
    """A katakana with a small one after it is one syllable: ti of te and i, shu of shi and yu."""
    stem = before.rstrip("aeiou")
    return stem + (small[1:] if small.startswith("y") and stem in ("sh", "ch", "j") else small)
