"""This file works out what number words in a row are worth, and which words may stand in one number."""

from __future__ import annotations

from collections.abc import Sequence

from audit.amounts.lexicon import Word

_SCALED = ("cardinals", "digits", "hundred", "scales", "article", "ten", "teen", "half")
_SECONDS = ("fr", "es", "it", "pt")


def worth(words: Sequence[Word], choice: int = 0) -> float:
    """The value of a row of words: *two hundred and fifty thousand*, *drei und zwanzig*, *mil milhões*. `choice`: which reading."""
    total = current = last = 0.0
    for word in words:
        value = word.values[min(choice, len(word.values) - 1)]
        if word.role in ("cardinals", "digits", "ordinals"):
            current = (current or 1) * value if word.role == "ordinals" and value in (100, 1000) else current + value
        elif word.role == "whole":
            total += value
        elif word.role == "article":
            current = current or 1.0
        elif word.role == "teen":
            current += value
        elif word.role in ("ten", "hundred"):
            low = current % value
            current += (low or 1) * value - low
        elif word.role == "scales":
            total, current = ((total + current or 1) * value, 0.0) if value >= last > 0 else (total + (current or 1) * value, 0.0)
            last = value
        elif word.role == "half":
            current, total = (current, total + last / 2) if last and not current else (current + 0.5, total)
    return total + current


def joins(row: Sequence[Word], word: Word, linked: bool, language: str) -> bool:
    """May this word go on with the number that the row is? `linked`: an *and* stands between."""
    last, value = row[-1], word.values[0]
    if last.role == "ordinals":  # dwudziesty pierwszy
        return word.role == "ordinals" and 0 < value < 10 <= last.values[0] < 100 and last.values[0] % 10 == 0
    if word.role == "scales":
        return not linked and last.role in _SCALED and _smaller(row, value)
    if word.role in ("hundred", "ten", "teen"):
        few = last.role == "cardinals" and last.values[0] < 100
        return not linked and (few or last.role == "scales" or (last.role == "article" and word.role == "hundred"))
    if word.role == "ordinals" and not word.firm and language in _SECONDS:  # trente secondes
        return False
    return word.role in ("cardinals", "ordinals") and _follows(last, value, linked, language)


def _follows(last: Word, value: float, linked: bool, language: str) -> bool:
    """May a plain number stand behind this word, and be added?"""
    if last.role in ("scales", "whole"):
        return value < last.values[0] and last.values[0] not in (10, 12)
    if last.role == "hundred":
        return value < 100
    if last.role == "ten":
        return value < 10
    return last.role == "cardinals" and _adds(last.values[0], value, linked, language)


def _smaller(row: Sequence[Word], value: float) -> bool:
    """A scale may follow a greater one, or multiply the row (mil millones); *two million three billion* are two numbers."""
    scales = [word.values[0] for word in row if word.role == "scales"]
    return not scales or value < scales[-1] or row[-1].role == "scales" or (len(scales) == 1 and scales[0] == 1000)


def _adds(last: float, value: float, linked: bool, language: str) -> bool:
    """May two plain words be added: *twenty five*, *ciento veinte*, *soixante dix*, *خمسة وعشرون*?"""
    if last >= 100:
        return value < 1000 if last >= 1000 else value < 100 and last % 100 == 0
    if last >= (10 if language == "tr" else 20) and last % 10 == 0:
        return 0 < value < 10 or (language == "fr" and last in (60, 80) and value < 20)
    return language == "ar" and last < 10 <= value and value % 10 == 0 and (linked or value == 10)
