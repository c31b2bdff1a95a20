"""This file says how alike two names are: letters apart, and the same sounds in another romanisation."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations

import regex

_SOUNDS = (
    (r"[’'ʼ`-]", ""), (r"shch|sch|tch|tsch|ch|sh", "S"), (r"dzh|dj|zh|j(?=[aou])", "J"), (r"kh|gh", "h"), (r"th", "t"), (r"rz", "r"),
    (r"^m[ou]ha?mm?[ae]d$", "muhamad"), (r"(?<=[aeiou])h(?=[^aeiou])", ""), (r"([aou])e(?=[^aeiouv])", r"\1"),
    (r"ck|q|c(?=[aoukrlt]|$)|k", "k"), (r"ts|tz|cz", "ts"), (r"ph", "f"), (r"w", "v"), (r"(?:ov|ev|off|eff|ow|ew)$", "ev"),
    (r"(?:iy|yy|yi|ii|ij|ey|ei|ai|ay)$", "i"), (r"ou|oo|uu", "u"), (r"ee|iy|ie|y|j", "i"), (r"(?<=\p{L})i(?=[aeou])", ""),
    (r"^i(?=e)", ""), (r"enka$", "enko"), (r"aa", "a"), (r"(\p{L})\1", r"\1"), (r"h$", ""),
)  # fmt: skip
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "ı": "i", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})


@cache
def _steps() -> tuple[tuple[regex.Pattern[str], str], ...]:
    return tuple((regex.compile(pattern), sound) for pattern, sound in _SOUNDS)


def plain(name: str) -> str:
    """Lower case without accents."""
    lower = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    return "".join(letter for letter in lower if not unicodedata.combining(letter))


@cache
def sounds(name: str) -> str:
    """A key that the romanisations of one name share: Kadyrov and Kadirov, Khodorkovsky and Hodorkovskiy."""
    key = plain(name)
    for pattern, sound in _steps():
        key = pattern.sub(sound, key)
    return key


def apart(first: str, second: str, most: int) -> int:
    """How many letters must be put in, left out, changed or swapped with their neighbour; more than `most` is `most + 1`."""
    if abs(len(first) - len(second)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for index, letter in enumerate(first, 1):
        older, before, row = before, row, [index]
        for place, other in enumerate(second, 1):
            cost = min(before[place] + 1, row[place - 1] + 1, before[place - 1] + (letter != other))
            if older and place > 1 and letter == second[place - 2] and first[index - 2] == other:
                cost = min(cost, older[place - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


_LONG = 8


def pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Names that may be two spellings of one, each pair once: they share what is left without a letter or two, or their sounds."""
    buckets: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(names)):
        for key in {*_shortened(plain(name)), "=" + sounds(name)}:
            buckets[key].append(name)
    seen = set()
    for bucket in buckets.values():
        for pair in combinations(bucket, 2) if 1 < len(bucket) < 50 else ():
            if pair not in seen:
                seen.add(pair)
                yield pair


def _shortened(name: str) -> set[str]:
    one = {name[:place] + name[place + 1 :] for place in range(len(name))}
    if len(name) < _LONG - 2:
        return one | {name}
    return one | {name} | {short[:place] + short[place + 1 :] for short in one for place in range(len(short))}
