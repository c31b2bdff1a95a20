"""This file tells whether two spellings may be one name: by letters, and by consonants whatever the system of romanisation."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

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

_SAME = {
    "dzh": "j", "dj": "j", "kh": "h", "ph": "f", "th": "t", "ck": "k", "ae": "e", "oe": "e", "w": "v", "y": "i", "q": "k",
}  # fmt: skip
_SCHOOLS = re.compile("|".join(_SAME))
_TWICE = re.compile(r"([a-z])\1")
_PIECE = 5
"""So many letters in a row that two words share are no accident."""


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


def seen(one: str, other: str) -> float:
    """How alike the letters of two words are, from 0 to 1; two letters that changed places count as one edit."""
    return float(OSA.normalized_similarity(one, other)) if one or other else 0.0


@lru_cache(maxsize=50_000)
def level(word: str) -> str:
    """The word with one spelling for what schools of transliteration spell differently: Shakhed is shahed, Tadzhik is tajik."""
    return _TWICE.sub(r"\1", _SCHOOLS.sub(lambda hit: _SAME[hit[0]], word))


@lru_cache(maxsize=100_000)
def alike(one: str, other: str) -> float:
    """How likely two words in plain letters are one name in two spellings, endings or scripts, from 0 to 1. `one` is the English form."""
    if one == other:
        return 1.0
    one, other = level(one), level(other)
    built = 0.98 if one == other else _built(one, other) or _bent(one, other)
    return built or (heard(one, other) + seen(one, other)) / 2 + (0.05 if one[:1] == other[:1] else 0)


def _built(one: str, other: str) -> float:
    """Is one of two words the other with something before or behind it?"""
    short, long = sorted((one, other), key=len)
    if len(short) >= 3 and long.startswith(short):
        return 0.97 if len(long) - len(short) <= 4 or len(short) >= 5 else 0.8
    return 0.9 if len(short) >= 4 and short in long else 0.0


def _bent(one: str, other: str) -> float:
    """Have two words a stem in common?"""
    stem = other[: other.rfind("sk")] if "sk" in other[2:] else ""
    if len(stem) >= 2 and (one.startswith(stem) or (len(stem) > 3 and stem.startswith(one[:3]))) and abs(len(one) - len(stem)) <= 2:
        return 0.85  # the adjective of a place: Ruza, Рузский; Orda, Ордынский
    short, long = sorted((len(one), len(other)))
    shared = _shared(one, other)
    if shared >= 3 and shared >= short - (2 if shared > 3 else 1) and long - shared <= 4:
        return 0.9
    # what stands between a prefix and an ending: Angara, Приангарье; Transbaikalia, Забайкальский
    return 0.84 if any(one[at : at + _PIECE] in other for at in range(len(one) - _PIECE + 1)) else 0.0


def _shared(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
