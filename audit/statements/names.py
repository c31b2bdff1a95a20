"""This file compares names of people: the same in another spelling, or one letter beside it."""

from __future__ import annotations

from functools import cache

import regex

from audit.statements.wording import fold

_ROMAN = (
    (r"sch|sh|š|ş", "s"),
    (r"tch|ch|č|cz|tsch", "c"),
    (r"zh", "z"),
    (r"kh|gh", "h"),
    (r"ph", "f"),
    (r"th", "t"),
    (r"w", "v"),
    (r"ck|q", "k"),
    (r"ou|oo", "u"),
    (r"(?:ie|ee|y|j|i)+", "i"),
    (r"ae|ä", "e"),
    (r"ts|tz", "c"),
    (r"dj|dzh", "d"),
    (r"x", "ks"),
    (r"h\b", ""),
)
"""What romanisations write differently for the same sound."""


@cache
def sound(name: str) -> str:
    """A name as the romanisations agree on it."""
    out = fold(name)
    if regex.fullmatch("[ivx]+", out):
        return out  # Charles II is not Charles III
    for spelling, one in _ROMAN:
        out = regex.sub(spelling, one, out)
    return out


def same(name: str, full: str) -> bool:
    """Can `name` be a form of the full name: all its words among the words of it (or an initial), in another romanisation at most?"""
    mine, theirs = fold(name).split(), fold(full).split()
    if not mine or not theirs:
        return False
    if "".join(mine) == "".join(theirs) or set(mine) <= set(theirs):
        return True
    sounds = {sound(word) for word in theirs}
    short = [word for word in mine if not (len(word.rstrip(".")) == 1 or word in _LINKS)]
    if short and all(word in theirs or sound(word) in sounds for word in short):
        return True
    # A fuller form than the sheet's (Joseph Robinette Biden): the surname and one more word agree.
    last, others = theirs[-1], set(theirs[:-1])
    return len(mine) > len(theirs) >= 2 and last in mine and bool(others & set(mine))


_LINKS = frozenset("de del della di da dos du la le van von der den bin ibn al el ul ben y e jr sr".split())


def same_surname(name: str, full: str) -> bool:
    mine, theirs = fold(name).split(), fold(full).split()
    return bool(mine and theirs) and sound(mine[-1]) == sound(theirs[-1])


def alike(name: str, full: str) -> bool:
    """Is `name` a misspelling of the full name: its surname at most two letters off (one in short ones), its given name no other one?"""
    mine, theirs = fold(name).split(), fold(full).split()
    if not mine or not theirs:
        return False
    if len(mine) > 1 and len(theirs) > 1 and not _close(mine[0], theirs[0]):
        return False
    # A given name alone may be written otherwise in another romanisation: Mahammadou, Mahamadou.
    return mine[-1] != theirs[-1] and _close(mine[-1], theirs[-1])


def _close(one: str, other: str) -> bool:
    longest = max(len(one), len(other))
    if longest < 4:
        return one == other
    far = distance(one, other)
    return far <= (1 if longest <= 5 else 2) or (bool(_skeleton(one)) and _skeleton(one) == _skeleton(other) and len(_skeleton(one)) >= 3)


@cache
def _skeleton(word: str) -> str:
    return regex.sub(r"(.)\1+", r"\1", regex.sub(r"[aeiouy]", "", word))


def distance(one: str, other: str) -> int:
    """Damerau-Levenshtein: letters to add, drop, change, or swap with their neighbour."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]
