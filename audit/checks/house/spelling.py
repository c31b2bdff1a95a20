"""This file finds words in another spelling than the desk's: British, American or Oxford (British with -ize)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple

import regex

from audit.checks.house.lexicon import excused
from audit.checks.house.places import Found, in_title, is_address, is_name
from audit.checks.house.sheet import Sheet
from audit.checks.house.terms import protected
from audit.context import fold
from audit.knowledge import table
from audit.model import Analysis, Span

Desk = Literal["british", "american", "oxford"]
_WORD = regex.compile(r"[A-Za-z]{4,}")
_BEHIND = regex.compile(r"([\p{L}\p{N}.,'’]+)[ \u00a0-]\Z")


_PARTIES = frozenset({"Labour", "Labor"})
"""With a capital, and be it the sentence's, more often the party than the work."""


class Spelling(NamedTuple):
    """How the desk writes a word, and when that is sure: not beside `unless`, only `behind` one of these (# is a figure)."""

    better: str
    unless: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()


def spelling(sheet: Sheet) -> Callable[[Analysis], Iterator[Found]]:
    """Words of the spelling sheets; names, titles and addresses keep theirs."""
    wanted = spellings(sheet.spelling or "british")
    kept = protected(sheet)

    def find(analysis: Analysis) -> Iterator[Found]:
        excuses: list[Span] | None = None
        for hit in _WORD.finditer(analysis.text):
            known = wanted.get(hit[0].lower())
            if known is None:
                continue
            span = Span(*hit.span())
            if excuses is None:
                excuses = [other for other, _ in kept.find(fold(analysis.text))]
            if not excused(span, excuses) and _is_plain_word(analysis, span) and _is_sure(analysis, span, known):
                yield Found(span, (known.better.capitalize() if hit[0][0].isupper() else known.better,))

    return find


def _is_plain_word(analysis: Analysis, span: Span) -> bool:
    beside = analysis.text[max(0, span.start - 1) : span.start] + analysis.text[span.end : span.end + 1]
    if any(character.isalnum() or character == "_" for character in beside):  # part of a word with other letters
        return False
    named = span.of(analysis.text) in _PARTIES or is_name(analysis, span)
    return not (named or is_address(analysis.text, span) or in_title(analysis, span))


def _is_sure(analysis: Analysis, span: Span, known: Spelling) -> bool:
    if known.behind:
        before = _BEHIND.search(analysis.text, max(0, span.start - 30), span.start)
        word = fold(before[1]) if before else ""
        if word not in known.behind and not ("#" in known.behind and word[-1:].isdigit()):
            return False
    if known.unless:
        sentence = analysis.sentence_at(span.start)
        return sentence is None or known.unless.isdisjoint(
            fold(sentence.span.of(analysis.text)).replace(".", " ").replace(",", " ").split()
        )
    return True


@cache
def spellings(desk: Desk) -> Mapping[str, Spelling]:
    """What this desk respells, by the other spelling. What it writes itself is never among them."""
    british: dict[str, str] = {**_family("spelling/families"), **table("spelling/pairs")}
    with_z = _family("spelling/ise")
    if desk == "american":
        respelt = {**british, **with_z}
    else:
        respelt = {american: word for word, american in british.items()}
        respelt |= with_z if desk == "oxford" else {american: word for word, american in with_z.items()}
    own = set(respelt.values())
    sure = {word: Spelling(better) for word, better in respelt.items() if word not in own}
    side = "american" if desk == "american" else "british"
    return sure | {word: _one_way(row, side) for word, row in table("spelling/one-way").items() if side in row}


def _one_way(row: Mapping[str, Any], side: str) -> Spelling:
    return Spelling(row[side], frozenset(row.get("unless", ())), frozenset(map(str, row.get("behind", ()))))


def _family(name: str) -> dict[str, str]:
    """British spellings with their American ones."""
    return {
        f"{stem}{row['british']}{ending}": f"{stem}{row['american']}{ending}"
        for row in table(name).values()
        for stem in row["stems"]
        for ending in row["endings"]
    }
