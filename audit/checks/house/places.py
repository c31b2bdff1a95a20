"""This file tells where in an article a desk's style does not reach: proper names, titles of works, addresses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import regex

from audit.model import Analysis, Quotation, Related, Severity, Span

_WORD = regex.compile(r"\p{L}[\p{L}\p{M}'’]*")
_BEFORE_A_TITLE = regex.compile(
    r"\b(?:entitled|titled|called|named|headlined|headed|book|novel|film|movie|song|album|play|poem|essay|report|article|paper|series|documentary"
    r"|painting|magazine|show|musical|opera)[,:]?[ ]*$",
    regex.IGNORECASE,
)
_SMALL = frozenset("a an and as at but by for from in of on or the to with vs".split())


@dataclass(frozen=True, slots=True)
class Found:
    """A place where the text departs from the sheet, what fills the message, and what the desk would write."""

    span: Span
    better: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    severity: Severity | None = None
    related: tuple[Related, ...] = ()


def is_address(text: str, span: Span) -> bool:
    """Does the word belong to a web or mail address, a hashtag, a file name?"""
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 2]
    return before in ("@", "#", "/", "_", "\\") or (before == "." and span.start > 1 and text[span.start - 2].isalnum()) or (
        after[:1] in ("@", "/", "_", "\\") or (after[:1] == "." and after[1:].isalnum() and after[1:].islower())
    )  # fmt: skip


def opens_sentence(analysis: Analysis, start: int) -> bool:
    """Does the word stand where a capital says nothing: first in its sentence, its quotation, or behind a colon?"""
    sentence = analysis.sentence_at(start)
    if sentence is None or not any(map(str.isalnum, analysis.text[sentence.span.start : start])):
        return True
    return regex.search(r"[“”„«\"‘:.!?…•–—-][ ]?$|[‘']$", analysis.text[max(0, start - 2) : start]) is not None


def is_name(analysis: Analysis, span: Span) -> bool:
    """Is the word, by its capital, a name or part of one? In doubt it is: a name must not be respelt."""
    text = analysis.text
    word = span.of(text)
    if not word[:1].isupper():
        return False
    if word.isupper() and len(word) > 1:
        return True
    if has_name_capital(analysis, span):
        return True
    following = _WORD.match(text, span.end + 1) if text[span.end : span.end + 1] in (" ", "-", "\u00a0") else None
    return following is not None and following[0][:1].isupper() and following[0] != "I" and not following[0].startswith(("I'", "I’"))


def has_name_capital(analysis: Analysis, word: Span) -> bool:
    """Does the word have its capital as a name, and not only because it opens a sentence?"""
    if not opens_sentence(analysis, word.start):
        return True
    return any(token.tag_ == "NNP" for token in analysis.tokens.char_span(word.start, word.end, alignment_mode="expand") or ())


def in_title(analysis: Analysis, span: Span) -> bool:
    """Does it stand in the title of a work between quotation marks?"""
    return any(quote.span.start <= span.start < quote.span.end and _is_title(analysis, quote) for quote in analysis.quotations)


def _is_title(analysis: Analysis, quote: Quotation) -> bool:
    words = _WORD.findall(quote.inside.of(analysis.text))
    if not words or len(words) > 14:
        return False
    if _BEFORE_A_TITLE.search(analysis.text, max(0, quote.span.start - 30), quote.span.start):
        return True
    telling = [word for word in words[1:] if word.lower() not in _SMALL]
    return bool(telling) and words[0][:1].isupper() and all(word[:1].isupper() for word in telling)
