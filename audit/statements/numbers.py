"""This file reads and writes the small whole numbers in which articles count members, in figures and in words."""

from __future__ import annotations

import regex

_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SMALL = "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_ONES = "one two three four five six seven eight nine".split()
NUMBER = rf"(?:\d{{1,3}}|(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES)}))?|{'|'.join(sorted(_SMALL, key=len, reverse=True))})"


def number_of(word: str) -> int:
    if word.isdigit():
        return int(word)
    parts = regex.split("[ -]", word.lower())
    if parts[0] in _TENS:
        return _TENS[parts[0]] + (_ONES.index(parts[1]) + 1 if len(parts) > 1 else 0)
    return _SMALL.index(parts[0]) + 3


def in_kind(stated: str, known: int) -> str:
    """The number in figures or in words, as the article writes it."""
    if stated.isdigit() or known >= 100:
        return str(known)
    tens = {value: word for word, value in _TENS.items()}
    ones = ["", *_ONES]
    word = (
        _SMALL[known - 3]
        if 3 <= known < 20
        else f"{tens.get(known // 10 * 10, '')}-{ones[known % 10]}".rstrip("-")
        if known > 2
        else str(known)
    )
    return word.capitalize() if stated[0].isupper() else word
