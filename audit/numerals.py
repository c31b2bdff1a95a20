"""This file reads numbers as news writes them: 2.5 million, 40,000, twenty-five, a dozen, half a million, $3bn, one in five."""

from __future__ import annotations

import math
from functools import cache

import regex

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL = {**{word: number for number, word in enumerate(_ONES)}, **{word: 10 * number for number, word in enumerate(_TENS, 2)}}
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12, "trn": 10**12,
}  # fmt: skip
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
        " seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}
_ONE = "|".join(_ONES)
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine)(?![ ]hundred))?|{_ONE})"
_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen)"
WORDS = (
    rf"(?:(?:half[ ]a|{_SMALL}(?:[ ]and[ ]a[ ]half)?|an?)[ ]{_SCALE}(?:[ ]{_SCALE})?(?:[ ]and[ ]a[ ]half"
    rf"|[ ](?:and[ ])?{_SMALL}(?:[ ]{_SCALE}(?:[ ](?:and[ ])?{_SMALL})?)?)?|{_SMALL})"
)
"""A number in words."""
NUMBER = rf"(?:(?:{_DIGITS})(?:[ \u00a0-]?(?:{_SCALE}s?|bn|mn|trn|tn|m)(?![\p{{L}}\d]))?|(?i:{WORDS}))"
"""A number in digits or words, without sign, currency or unit. Use it behind a `(?<![\\p{L}\\d.,])`, before `(?![\\p{L}\\d]|[.,]\\d)`."""


@cache
def _parts() -> regex.Pattern[str]:
    return regex.compile(rf"(?P<digits>{_DIGITS})[ \u00a0-]?(?P<scale>\p{{L}}+)?", regex.IGNORECASE)


@cache
def value(written: str) -> float | None:
    """The number that these words or digits say, or None."""
    written = written.strip().lower()
    hit = _parts().fullmatch(written)
    if hit:
        number = float(regex.sub(r"[^\d.]", "", hit["digits"]))
        scale = SCALES.get(hit["scale"].rstrip("s") if hit["scale"] not in ("tn", "bn") else hit["scale"]) if hit["scale"] else 1
        return None if scale is None else number * scale
    return _in_words(regex.split(r"[\s-]+", written))


def _in_words(words: list[str]) -> float | None:
    """`two hundred and fifty thousand`: each scale multiplies what was gathered since the last."""
    if not words or words == [""]:
        return None
    if words[:2] == ["half", "a"]:
        return 0.5 * SCALES[words[2]] if len(words) == 3 and words[2] in SCALES else None
    total = current = last = 0.0
    heard = False
    for word in words:
        if word == "half" and heard:
            current, total = (current + 0.5, total) if current else (0.0, total + last / 2)
        elif word in SMALL:
            current, heard = current + SMALL[word], True
        elif word in ("a", "an") and not heard:
            current, heard = 1.0, True
        elif word in SCALES and heard:
            last = float(SCALES[word])
            if last < 1000:
                current = (current or 1) * last
            else:
                total, current = (total + current * last if current else total * last), 0.0
        elif word not in ("and", "a"):
            return None
    return total + current if heard else None


def precision(written: str) -> float:
    """How far the number may lie from what it was rounded from: half a unit of its last digit that counts (5,000 for 40,000)."""
    hit = _parts().fullmatch(written.strip())
    number = value(written)
    if number is None:
        return 0.0
    if hit is None:
        return 0.5 * _last_place(number)
    digits = regex.sub(r"[^\d.]", "", hit["digits"])
    scale = number / float(digits) if float(digits) else 1.0
    if "." in digits:
        return 0.5 * 10.0 ** -len(digits.split(".")[1]) * scale
    return 0.5 * _last_place(float(digits)) * scale


def _last_place(number: float) -> float:
    """The unit of the last digit that is not zero."""
    if number <= 0 or number != math.floor(number):
        return 1.0
    whole = int(number)
    place = 1
    while whole % (place * 10) == 0:
        place *= 10
    return float(place)


def said(number: float, digits: int = 0) -> str:
    """A number as English news writes it in digits."""
    rounded = round(number, digits)
    return f"{rounded:,.{digits}f}".rstrip("0").rstrip(".") if digits else f"{rounded:,.0f}"
