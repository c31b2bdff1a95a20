"""This file makes names comparable: without accents, in one case, and by every part that may stand as a surname."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_LETTERS = str.maketrans({
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "æ": "ae", "Æ": "Ae",
    "œ": "oe", "Œ": "Oe", "ß": "ss", "ħ": "h", "’": "'", "‘": "'", "ʼ": "'", "ə": "a", "Ə": "A", "\N{NO-BREAK SPACE}": " ",
})  # fmt: skip
_QUALIFIER = re.compile(r" \([^()]*\)\Z")
_FAMILY_FIRST = frozenset({"China", "Hong Kong", "Macau", "North Korea", "South Korea", "Taiwan", "Vietnam"})
"""Countries whose people English news names family name first."""


@lru_cache(maxsize=20_000)
def plain(name: str) -> str:
    """The name in plain letters; case and punctuation stay."""
    if name.isascii():
        return name
    letters = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """The name in plain small letters, hyphens as blanks: `Kim Jong-un` and `KIM JONG UN` are one."""
    return " ".join(plain(name).casefold().replace("-", " ").split())


def bare(name: str) -> str:
    """The name without the words in brackets that tell two people of one name apart in the sheets."""
    return _QUALIFIER.sub("", name)


def surnames(name: str, countries: tuple[str, ...]) -> Iterator[str]:
    """What may stand for the whole name: each ending of it that begins with a word, and the first word where the family stands first."""
    words = fold(bare(name)).split()
    for start in range(1, len(words)):
        yield " ".join(words[start:])
    if len(words) == 1 or _FAMILY_FIRST.intersection(countries):
        yield words[0]
