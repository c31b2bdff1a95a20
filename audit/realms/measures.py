"""This file reads figures with their currency or unit in any language: $15, 15 млн рублей, 6000万元, 10-kilometre."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from audit.cache import expression
from audit.facts.names import plain
from audit.knowledge import table
from audit.spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    import regex

_FIGURE = r"(?<![\p{Latin}\p{Cyrillic}\d.,])(?P<sign>[€$£¥￥₽₩₺₹₴₪₫₦]?)\p{Zs}?(?P<digits>\d[\d.,\u00a0\u202f]*\d|\d)"
_NEXT = r"[\p{Zs}'’-]*(?P<word>[\p{L}\p{M}]+)\.?"
_SIGN = r"\p{Zs}?(?P<sign>[€$£¥￥₽₩₺₹₴₪₫₦]|zł)"
_RUNNING = re.compile("[\u3040-\u9fff가-힣]")
_SCALES = "千百十万萬億亿兆만억조多余餘名个個"
_MOST = 4
"""Words between figure and unit; letters behind a stem."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure and what it counts. `figure`: its digits without zeros at either end, the same in all scales; `span`: the word or sign."""

    span: Span
    kind: Literal["currency", "unit"]
    keys: frozenset[str]
    figure: str


@lru_cache(maxsize=8)
def measures(text: str) -> tuple[Measure, ...]:
    """The measures of a text, in its order."""
    return tuple(_read(text))


def _read(text: str) -> Iterator[Measure]:
    signs = _signs()
    for hit in _pattern(_FIGURE).finditer(text):
        figure = "".join(filter(str.isdigit, hit["digits"])).strip("0") or "0"
        if hit["sign"]:
            yield Measure(Span(*hit.span("sign")), "currency", signs[hit["sign"]], figure)
            continue
        after = _pattern(_SIGN).match(text, hit.end())
        if after:
            yield Measure(Span(*after.span("sign")), "currency", signs[after["sign"]], figure)
            continue
        found = _behind(text, hit.end())
        if found:
            yield Measure(found[0], found[1], frozenset((found[2],)), figure)


def _behind(text: str, at: int) -> tuple[Span, Literal["currency", "unit"], str] | None:
    """The word behind a figure that says what it counts, over words of scale."""
    words, running, skip = _words()
    while at < len(text):
        length = next((length for length in range(5, 0, -1) if text[at : at + length] in running), 0)
        if length:
            return Span(at, at + length), *running[text[at : at + length]]
        if text[at] not in _SCALES:
            break
        at += 1
    for _ in range(_MOST):
        hit = _pattern(_NEXT).match(text, at)
        if hit is None:
            return None
        word = plain(hit["word"]).casefold()
        if word in skip:
            at = hit.end()
            continue
        for end in range(len(word), max(1, len(word) - _MOST - 1), -1):
            found = words.get("=" + word) if end == len(word) else None
            found = found or words.get(word[:end])
            if found:
                return Span(*hit.span("word")), *found
        return None
    return None


@cache
def _pattern(written: str) -> regex.Pattern[str]:
    return expression(written)


@cache
def _signs() -> Mapping[str, frozenset[str]]:
    return {sign: frozenset(keys.split()) for sign, keys in table("realms/measures")["signs"].items()}


Known = dict[str, tuple[Literal["currency", "unit"], str]]


@cache
def _words() -> tuple[Known, Known, frozenset[str]]:
    """Words between spaces, words of scripts without spaces, and the words to step over."""
    rows = table("realms/measures")
    words: Known = {}
    running: Known = {}
    for kind in ("currency", "unit"):
        for key, forms in rows[kind].items():
            for form in forms:
                if _RUNNING.match(form.lstrip("=")):
                    running[form] = (kind, key)
                else:
                    words[plain(form).casefold()] = (kind, key)
    return words, running, frozenset(plain(word).casefold() for word in rows["skip"])
