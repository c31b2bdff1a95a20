"""This file reads the sheets of `knowledge/amounts`: the number words of a language, each with its value and its part in a number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

from audit.bundled import folder
from audit.cache import expression
from audit.knowledge import table

_ROLES = ("cardinals", "whole", "ordinals", "scales", "half", "article", "join", "vague", "decades", "about", "loose")
_SOFT = ("loose", "about", "vague", "half", "decades")
_NEVER = regex.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Word:
    """A number word. `role`: what it does in a number. `firm`: it means nothing else."""

    role: str
    values: tuple[float, ...]
    firm: bool = True


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The number words of one language. `patterns` are the small expressions of its sheet by name."""

    language: str
    words: Mapping[str, Word]
    pieces: Mapping[str, Word]
    compound: regex.Pattern[str]
    letters: Mapping[str, Word]
    clitics: tuple[str, ...]
    firsts: frozenset[str]
    patterns: Mapping[str, regex.Pattern[str]]


def known(language: str) -> bool:
    return language in _languages()


@cache
def _languages() -> frozenset[str]:
    return frozenset(sheet.stem for sheet in (folder("knowledge") / "amounts").glob("*.yaml"))


@cache
def lexicon(language: str) -> Lexicon:
    """The number words of a language that `known` knows."""
    rows = table(f"amounts/{language}")
    words = _words(rows)
    pieces = _pieces(rows, words)
    letters = {form: Word("scales", (value, 1.0) if form in "mMkbB" else (value,)) for value, form in _forms(rows.get("letters", {}))}
    firsts = frozenset(form.split("_")[0] for form in words if "_" in form)
    clitics = tuple(str(rows.get("clitics", "")).split())
    return Lexicon(language, words, pieces, _compound(rows, pieces), letters, clitics, firsts, _patterns(rows))


def _forms(row: Mapping[str, Any]) -> Iterator[tuple[float, str]]:
    for value, forms in row.items():
        yield from ((float(value), form) for form in str(forms).split())


def _values(key: str) -> tuple[float, ...]:
    return tuple(float(part) for part in key.split("|"))


def _words(rows: Mapping[str, Any]) -> dict[str, Word]:
    endings = str(rows.get("endings", "")).split()
    doubtful = {form for stem in str(rows.get("doubtful", "")).split() for form in _inflected(stem, endings)}
    words: dict[str, Word] = {}
    for role in _ROLES:
        row = rows.get(role) or {}
        for key, forms in row.items() if isinstance(row, dict) else [("0.5" if role == "half" else "1", row)]:
            values = _values(key)
            for form in (form for stem in str(forms).split() for form in _inflected(stem, endings)):
                firm = role not in _SOFT and form not in doubtful
                if form in words:
                    old = words[form]
                    words[form] = (
                        Word(old.role, (*old.values, *(v for v in values if v not in old.values)), old.firm) if role in _SOFT else old
                    )
                else:
                    words[form] = Word(role, values, firm)
    for name, size in (("hundred", 100.0), ("ten", 10.0), ("teen", 10.0)):
        words |= {form: Word(name, (size,), form not in doubtful) for form in str(rows.get(name, "")).split()}
    return words


def _inflected(stem: str, endings: list[str]) -> Iterator[str]:
    yield from ((stem[:-1] + ending for ending in endings) if stem.endswith("~") else (stem,))


def _pieces(rows: Mapping[str, Any], words: Mapping[str, Word]) -> dict[str, Word]:
    """The words that compounds are made of."""
    if not rows.get("compound"):
        return {}
    single = ("ein", "eins", "een", "yksi", "yhden", "bir", "uno", "un", "один", "одно", "jedno", "jedna")
    pieces = {
        form: word
        for form, word in words.items()
        if (word.role in ("cardinals", "hundred", "teen", "ten") and (word.values[0] != 1 or form in single))
        or (word.role == "scales" and len(form) > 2 and form not in ("mio", "mld", "mrd", "tsd", "mln", "mia", "mill", "bio"))
    }  # fmt: skip
    return pieces | {form: Word("cardinals", (value,)) for value, form in _forms(rows.get("pieces", {}))}


def _compound(rows: Mapping[str, Any], pieces: Mapping[str, Word]) -> regex.Pattern[str]:
    """One word out of several, *zweihundertfünfzig* or *двадцатипятилетний*: pieces, and perhaps a tail that is no number."""
    if not pieces:
        return _NEVER
    listed = "|".join(sorted(map(regex.escape, pieces), key=len, reverse=True))
    glue = "|".join(str(rows.get("glue", "")).split())
    tails = "|".join(tail.replace("~", r"\p{L}*") for tail in str(rows.get("tails", "(?!)")).split())
    skip = "|".join(str(rows.get("skip", "(?!)")).split())
    needed = "" if rows["compound"] != "tails" else "{1}"
    return expression(
        rf"(?!(?:{skip})\Z)(?P<piece>{listed})(?:{f'(?:{glue})?' if glue else ''}(?P<piece>{listed}))*(?P<tail>{tails}){needed or '?'}"
    )


def _patterns(rows: Mapping[str, Any]) -> dict[str, regex.Pattern[str]]:
    behind = {
        name: rf"(?:{rows[name]})(?![\p{{L}}\p{{Nd}}])" for name in ("percent", "half_after", "ordinal_end", "century") if name in rows
    }
    before = {
        name: rf"(?<!\p{{L}})(?:{rows[name]})[ \u00a0\u202f]?\Z"
        for name in ("percent_before", "permille_before", "half_before", "ordinal_before", "before_roman")
        if name in rows
    }
    return {name: expression(form, regex.IGNORECASE) for name, form in {**behind, **before}.items()}
