"""This file knows when an English text speaks of a foreign word instead of using it: glossed, named as a word, or given in brackets."""

from __future__ import annotations

import regex

from audit.spans import Span

_AROUND = 80
_LANGUAGE = (
    "(?:French|German|Italian|Spanish|Portuguese|Dutch|Swedish|Danish|Norwegian|Finnish|Hungarian|Polish|Czech|Slovak|Slovene|Turkish"
    "|Romanian|Catalan|Croatian|Serbian|Icelandic|Indonesian|Latin)"
)
_GLOSS = regex.compile(r"\s*\((?=\p{L})|,? (?:or|that is|meaning|literally)\b")
_AFTER_LANGUAGE = regex.compile(rf"\b{_LANGUAGE}(?: title| name| original)?\s*[:,]\s*[^().;\n]{{0,60}}\Z")
"""`(French: Voulez-vous danser avec moi?)`"""
_BEFORE_LANGUAGE = regex.compile(rf"(?:[ ][\p{{L}}’'-]+){{0,4}}\s*\((?:{_LANGUAGE}|lit\.|literally)\b")
_CALLED = regex.compile(r"(?:\b(?:called|known as|named|termed|dubbed|word|term|phrase|traditional|style of|form of)|\()\s*[“\"‘']?\Z")
_IS = regex.compile(r"is\s*[“\"‘']?\Z")


def glossed(text: str, span: Span) -> bool:
    """Is the word explained where it stands: `the wethouder (alderman)`, `known as slametan`, `(French: ...)`?"""
    before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
    return bool(_GLOSS.match(after) or _CALLED.search(before) or _AFTER_LANGUAGE.search(before) or _BEFORE_LANGUAGE.match(after))


def told_what_it_is(text: str, span: Span) -> bool:
    """`The word for it is wethouder`."""
    return bool(_IS.search(text[max(0, span.start - _AROUND) : span.start]))
