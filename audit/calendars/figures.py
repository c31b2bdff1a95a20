"""This file reads the small figures of dates in any script: 26, ٢٦, ２６, 二十六, XIX."""

from __future__ import annotations

from functools import cache

from audit.cache import expression
from audit.numerals import ORDINALS, SMALL

_ZEROS = "０٠۰०"
"""The first of ten digits that follow each other: full width, Arabic, Persian, Hindi."""
_DIGITS = {ord(zero) + digit: str(digit) for zero in _ZEROS for digit in range(10)}
_SIGNS = {ord(sign): plain for signs, plain in (("\u00a0\u202f\u2009", " "), ("’ʼ‘", "'"), ("：", ":"), ("．", ".")) for sign in signs}
_HAN: dict[str, int] = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "元": 1, "两": 2, "兩": 2}
HAN = "〇零一二三四五六七八九十廿卅"
_ROMAN = {"I": 1, "V": 5, "X": 10, "І": 1, "Х": 10}


def folded(text: str) -> str:
    """The text with plain digits, spaces and apostrophes, each character in its place."""
    return text.translate({**_DIGITS, **_SIGNS})


@cache
def number(written: str) -> int | None:
    """The number that digits or Han numerals say (up to 99, or a year sign by sign)."""
    if written.isascii():
        return int(written) if written.isdigit() else None
    written = written.replace("廿", "二十").replace("卅", "三十")
    if "十" not in written:
        return int("".join(str(_HAN[sign]) for sign in written)) if all(sign in _HAN for sign in written) else None
    tens, _, ones = written.partition("十")
    if any(sign not in _HAN for sign in tens + ones) or len(tens) > 1 or len(ones) > 1:
        return None
    return (_HAN[tens] if tens else 1) * 10 + (_HAN[ones] if ones else 0)


@cache
def roman(written: str) -> int | None:
    """A small Roman number, in Latin letters or their Cyrillic likenesses."""
    if not written or any(letter not in _ROMAN for letter in written):
        return None
    values = [_ROMAN[letter] for letter in written]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def numbers(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where small numbers stand, in figures or (Han, Roman, English) in words, each with its value. `text` is folded."""
    found = []
    for hit in expression(_NUMBERS).finditer(text):
        if hit["words"]:
            value = _in_words(hit["words"].lower()) if language == "en" else None
        else:
            value = roman(hit[0]) if hit["roman"] else number(hit[0])
        if value is not None:
            found.append((hit.start(), value))
    return tuple(found)


_NUMBERS = (
    rf"(?<![\d.,])\d{{1,4}}(?!\d|[.,]\d)|(?P<roman>(?<!\p{{L}})[IVXІХ]{{1,6}})|[{HAN}]{{1,4}}"
    rf"|(?<!\p{{L}})(?P<words>(?:twenty-|thirty-)?(?:{'|'.join(sorted({*SMALL, *ORDINALS}, key=len, reverse=True))}))(?!\p{{L}})"
)


def _in_words(words: str) -> int | None:
    parts = words.split("-")
    values = [SMALL.get(part, ORDINALS.get(part)) for part in parts]
    return sum(value or 0 for value in values)
