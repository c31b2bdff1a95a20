"""This file tells whether two spellings may be one name: by letters, and by consonants whatever the system of romanisation."""

from __future__ import annotations

import re
from functools import cache, lru_cache

_RULES = (
    # digraphs of many languages first; a capital letter is a class of sounds, see _SOUNDS
    ("shch|szcz|schtsch|tsch|tch|sch|sh|cz|sz|zh|rz|dzh|dz|ts|tz|zs", "S"),
    ("ch", "C"),
    ("ck|kh|q", "K"),
    ("gh|h", "H"),
    ("ph", "F"),
    ("th|dt", "T"),
    ("x", "X"),
    ("c", "C"),
    ("g(?=[eiy])", "G"),
    ("[gk]", "K"),
    ("j", "J"),
    ("w|(?<![aeou])u(?=[aeio])", "W"),
    ("[fv]", "F"),
    ("[bp]", "P"),
    ("[dt]", "T"),
    ("[sz]", "S"),
    ("[lr]", "L"),
    ("m", "M"),
    ("n", "N"),
    ("^[aeiouy]", "A"),
)
_READING = re.compile("|".join(f"(?P<g{index}>{pattern})" for index, (pattern, _) in enumerate(_RULES)))
_SOUNDS = {
    "S": "s", "C": "skh", "K": "k", "H": "h", "F": "f", "T": "t", "X": "ksh", "G": "ksh", "J": "sh", "W": "w", "P": "p", "L": "l",
    "M": "m", "N": "n", "A": "a",
}  # fmt: skip
_NEAR = {"ts": 0.5, "mn": 0.3, "fp": 0.4, "hk": 0.4, "fw": 0.2, "ln": 0.7, "fh": 0.6, "hs": 0.6, "pw": 0.6, "hw": 0.5, "ks": 0.8}
_DROPPED = {"H": 0.25, "W": 0.3, "J": 0.4, "A": 0.35, "L": 0.5, "K": 0.85, "N": 0.8}
"""What it costs that one spelling lacks a sound that the other has; 1 for every other."""


@lru_cache(maxsize=50_000)
def phones(word: str) -> str:
    """The consonants of a word in plain small letters, as classes of sounds. A vowel counts only where the word begins with it."""
    found: list[str] = []
    for hit in _READING.finditer(word):
        sound = _RULES[int((hit.lastgroup or "g0")[1:])][1]
        if not found or found[-1] != sound:
            found.append(sound)
    return "".join(found)


@cache
def _swap(one: str, other: str) -> float:
    if one == other or set(_SOUNDS[one]) & set(_SOUNDS[other]):
        return 0.0
    return min((_NEAR.get("".join(sorted(a + b)), 1.0) for a in _SOUNDS[one] for b in _SOUNDS[other]), default=1.0)


@lru_cache(maxsize=100_000)
def apart(one: str, other: str) -> float:
    """What it costs to turn the sounds of one name into those of another."""
    row = [0.0]
    for sound in other:
        row.append(row[-1] + _DROPPED.get(sound, 1.0))
    for sound in one:
        drop = _DROPPED.get(sound, 1.0)
        before, row = row, [row[0] + drop]
        for index, against in enumerate(other):
            row.append(min(before[index] + _swap(sound, against), before[index + 1] + drop, row[-1] + _DROPPED.get(against, 1.0)))
    return row[-1]


def heard(one: str, other: str) -> float:
    """How alike the sounds of two words in plain letters are, from 0 to 1."""
    a, b = phones(one), phones(other)
    longest = max(len(a), len(b))
    return max(0.0, 1 - apart(a, b) / longest) if longest else 0.0


@lru_cache(maxsize=100_000)
def letters_apart(one: str, other: str) -> int:
    """The edit distance of two words; two letters that changed places count as one edit."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one):
        older, before, row = before, row, [at + 1]
        for index, against in enumerate(other):
            best = min(before[index] + (letter != against), before[index + 1] + 1, row[-1] + 1)
            if at and index and letter == other[index - 1] and one[at - 1] == against:
                best = min(best, older[index - 1] + 1)
            row.append(best)
    return row[-1]


def seen(one: str, other: str) -> float:
    """How alike the letters of two words are, from 0 to 1."""
    longest = max(len(one), len(other))
    return 1 - letters_apart(one, other) / longest if longest else 0.0


@lru_cache(maxsize=100_000)
def alike(one: str, other: str) -> float:
    """How likely two words in plain letters are one name in two spellings, endings or scripts, from 0 to 1. `one` is the English form."""
    if one == other:
        return 1.0
    short, long = sorted((one, other), key=len)
    if len(short) >= 3 and long.startswith(short):
        return 0.97 if len(long) - len(short) <= 4 or len(short) >= 5 else 0.8
    if len(short) >= 4 and short in long:
        return 0.9
    stem = other[: other.rfind("sk")] if "sk" in other[2:] else ""
    if len(stem) >= 2 and one.startswith(stem) and len(one) - len(stem) <= 2:
        return 0.85  # the adjective of a place: Ruza, Рузский
    shared = _shared(one, other)
    if shared >= 3 and shared >= len(short) - 2 and len(long) - shared <= 4:
        return 0.9
    return (heard(one, other) + seen(one, other)) / 2 + (0.05 if one[0] == other[0] else 0)


def _shared(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length
