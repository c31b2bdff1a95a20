r"""This file finds, in a regular expression, pieces of text of which one stands in everything that it matches.

A search for such pieces costs next to nothing, and most expressions then need not look at most paragraphs. The method is the old one
of code search (R. Cox, Regular Expression Matching with a Trigram Index, 2012), with whole literals in place of trigrams.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from re import _parser as reading  # type: ignore[attr-defined]  # the standard library's reader has no public name (hypothesis uses it too)
from typing import Any

MOST = 500
"""So many ways to read a stretch are spelled out."""
_WORTH = 2000
"""More pieces than this are not worth looking for."""
_SPELLED = 40
"""So many characters of a set, or endings of a word, are spelled out one by one."""
_SHORTEST, _LONG, _SETS = 3, 5, 3
_TELLING = re.compile(r"[^\x00-\x7f’–]|[^\w\s.,'’–-]")
"""A piece that is shorter tells something if it holds a rare character."""

Exact = frozenset[str] | None


Clause = tuple[frozenset[str], ...]
"""Sets of pieces, of each of which one stands in what one alternative matches."""


def required(expression: str, lists: Mapping[str, Sequence[str]]) -> tuple[Clause, ...]:
    r"""A clause for each alternative of an expression in verbose mode, pieces in lower case; none where one of them has no certain piece.

    `lists` are those that the expression names as `\L<list>`. Of an expression that is not understood nothing is certain.
    """
    try:
        tree = reading.parse(_plain(expression, lists), re.VERBOSE | re.MULTILINE)
        clauses = tuple(_best(_candidates(alternative)) for alternative in _alternatives(list(tree)))
    except (re.error, RecursionError, KeyError, OverflowError):
        return ()
    return tuple(dict.fromkeys(clauses)) if all(clauses) else ()


def _alternatives(items: list[Any]) -> list[list[Any]]:
    """The expression once for each branch of the first group of alternatives that is no mere list of words."""
    for at, (kind, value) in enumerate(items):
        inner = list(value[-1]) if str(kind) == "SUBPATTERN" else [(kind, value)]
        if len(inner) == 1 and str(inner[0][0]) == "BRANCH" and _exact("BRANCH", inner[0][1]) is None:
            return [[*items[:at], *branch, *items[at + 1 :]] for branch in inner[0][1][1]]
    return [items]


def _plain(expression: str, lists: Mapping[str, Sequence[str]]) -> str:
    """The expression in the syntax of the standard library: what that lacks becomes something of which nothing is known."""
    text = re.sub(r"\\L<(\w+)>", lambda named: f"(?:{'|'.join(map(re.escape, lists[named[1]]))})", expression)
    text = re.sub(r"\\[pP]\{[^}]*\}|\\[RXhmM]", r"\\w", text)
    return re.sub(r"\(\?P?<\w+>", "(?:", re.sub(r"\(\?P=\w+\)|\\g<\w+>", r"\\w*", text))


def _candidates(items: Iterable[Any]) -> list[frozenset[str]]:
    """Sets of pieces, of each of which one stands in what a sequence matches."""
    found: list[frozenset[str]] = []
    run: frozenset[str] = frozenset({""})
    for kind, value in items:
        name = str(kind)
        if name in {"AT", "ASSERT_NOT"}:
            continue
        if name == "ASSERT":
            found += _candidates(value[1])
            continue
        exact = _exact(name, value)
        if exact is not None and len(run) * len(exact) <= MOST:
            run = frozenset(first + second for first in run for second in exact)
            continue
        found += [run, *_inside(name, value)]
        run = exact if exact is not None else frozenset({""})
    return [*found, run]


def _inside(name: str, value: Any) -> list[frozenset[str]]:
    """The same for a part that stands for too much to be spelled out."""
    if name == "SUBPATTERN":
        return _candidates(value[-1])
    if name == "ATOMIC_GROUP":
        return _candidates(value)
    if name.endswith("REPEAT") and value[0] > 0:
        return _candidates(value[2])
    if name == "BRANCH":
        each = [_best(_candidates(branch)) for branch in value[1]]
        return [frozenset().union(*(first for first, *_ in each))] if all(each) else []
    return []


def _exact(name: str, value: Any) -> Exact:
    """All that a part can match, in lower case; None where that is too much."""
    match name:
        case "LITERAL":
            return frozenset({chr(value).lower()})
        case "IN":
            return _set(value)
        case "SUBPATTERN" | "ATOMIC_GROUP":
            return _all(value[-1] if name == "SUBPATTERN" else value)
        case "BRANCH":
            each = [_all(branch) for branch in value[1]]
            together = frozenset().union(*(one for one in each if one is not None))
            return together if None not in each and len(together) <= MOST else None
    if name.endswith("REPEAT") and value[1] == 1:
        once = _all(value[2])
        return None if once is None else once | ({""} if value[0] == 0 else frozenset())
    return None


def _all(items: Iterable[Any]) -> Exact:
    run: frozenset[str] = frozenset({""})
    for kind, value in items:
        if str(kind) in {"AT", "ASSERT", "ASSERT_NOT"}:
            continue
        exact = _exact(str(kind), value)
        if exact is None or len(run) * len(exact) > MOST:
            return None
        run = frozenset(first + second for first in run for second in exact)
    return run


def _set(items: Iterable[Any]) -> Exact:
    letters: set[str] = set()
    for kind, value in items:
        if str(kind) == "LITERAL":
            letters.add(chr(value).lower())
        elif str(kind) == "RANGE" and value[1] - value[0] < _SPELLED:
            letters.update(chr(code).lower() for code in range(value[0], value[1] + 1))
        else:
            return None
    return frozenset(letters) if len(letters) <= _SPELLED else None


def _best(candidates: Iterable[frozenset[str]]) -> Clause:
    """The sets whose weakest piece tells most; of equals, the smaller."""
    useful = {pieces for found in candidates if len(found) <= _WORTH and (pieces := _least(found)) and all(map(_tells, pieces))}
    return tuple(sorted(useful, key=lambda pieces: (-min(_LONG, *map(len, pieces)), len(pieces), sorted(pieces)))[:_SETS])


def _least(pieces: frozenset[str]) -> frozenset[str]:
    """Without those that hold another."""
    lengths = sorted(set(map(len, pieces)))
    return frozenset(piece for piece in pieces if pieces.isdisjoint(_parts(piece, lengths)))


def _parts(piece: str, lengths: Sequence[int]) -> Iterator[str]:
    """The shorter stretches of a piece that are as long as some other piece."""
    return (piece[at : at + length] for length in lengths if length < len(piece) for at in range(len(piece) - length + 1))


def _tells(piece: str) -> bool:
    return (len(piece) >= _SHORTEST and len(piece.strip()) > 1) or bool(_TELLING.search(piece))
