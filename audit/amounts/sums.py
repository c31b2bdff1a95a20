"""This file works out what number words in a row are worth, and which words may stand in one number."""

from __future__ import annotations

from collections.abc import Sequence

from audit.amounts.lexicon import Word


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
    if last.role == "ordinals":
        return word.role == "ordinals" and 0 < value < 10 <= last.values[0] < 100 and last.values[0] % 10 == 0
    if word.role in ("article", "digits"):
        return False
    if word.role == "scales":
        return (
            not linked
            and last.role in ("cardinals", "digits", "hundred", "scales", "article", "ten", "teen", "half")
            and _smaller(row, value)
        )
    if last.role == "article":
        return word.role == "hundred" and not linked
    if last.role in ("digits", "half"):
        return False
    if word.role in ("hundred", "ten", "teen"):
        return not linked and last.role in ("cardinals", "scales") and (last.role == "scales" or last.values[0] < 100)
    if word.role not in ("cardinals", "ordinals"):
        return False
    if last.role in ("scales", "whole"):
        return value < last.values[0] and last.values[0] != 12 and (linked or value >= 1)
    if last.role == "hundred":
        return value < 100
    if last.role in ("ten", "teen"):
        return value < 10 and last.role == "ten"
    return _adds(last.values[0], value, linked, language)


def _smaller(row: Sequence[Word], value: float) -> bool:
    """A scale may follow a greater one, or multiply the row (mil millones); *two million three billion* are two numbers."""
    scales = [word.values[0] for word in row if word.role == "scales"]
    return not scales or value < scales[-1] or row[-1].role == "scales" or (len(scales) == 1 and scales[0] == 1000)


def _adds(last: float, value: float, linked: bool, language: str) -> bool:
    """May two plain words be added: *twenty five*, *ciento veinte*, *soixante dix*, *خمسة وعشرون*?"""
    if last >= 100:
        return value < 100 and last % 100 == 0 and last < 1000 or (last >= 1000 and value < 1000)
    if last >= (10 if language == "tr" else 20) and last % 10 == 0:
        return 0 < value < 10 or (language == "fr" and last in (60, 80) and value < 20)
    return (
        (linked or (language == "ar" and last < 10 and value == 10)) and language == "ar" and last < 10 and value >= 10 and value % 10 == 0
    )
