"""This file finds words in the source's letters, or in those of a third script, inside an English sentence."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.cache import expression
from audit.checks.source.both import Sides
from audit.found import Found
from audit.languages import name
from audit.model import Span

_SCRIPTS = "Cyrillic|Arabic|Hebrew|Devanagari|Bengali|Tamil|Telugu|Gujarati|Thai|Georgian|Armenian|Han|Hiragana|Katakana|Hangul"
_LETTER = "(?:" + "|".join(rf"\p{{{script}}}" for script in _SCRIPTS.split("|")) + ")"
_REST = r"[\p{L}\p{M}\u200c\u200d々ー]*"
_RUN = rf"(?<![@#\p{{L}}]){_LETTER}{_REST}(?:[ -]{_LETTER}{_REST})*(?![\p{{L}}\d])|(?<![\p{{L}}#@])\p{{Greek}}{{4,}}"
_TALK = (
    r"\b(?:word|words|character|characters|letter|letters|script|term|kanji|hangul|ideogram|reads|read|reading|spelled|spelt|written"
    r"|pronounced|called|known as|meaning|means|hashtag|slogan|symbols?|phrase"
    r"|(?:Chinese|Japanese|Korean|Russian|Arabic|Hebrew|Ukrainian|Hindi):)"
    r"\s+(?:as\s+|for\s+|of\s+|is\s+)?[“\"‘'(]?\Z"
)
_BRACKETED = r"[\p{Latin}”\"’'][ ]?[(\[（][^()\[\]（）\n]{0,40}\Z"
"""`Velmar (Велмар`: the name as its own people write it."""
_EXPLAINED = r"[”\"’']?\s*(?:[(（]\s*[“\"‘]?\p{Latin}|,? (?:or|that is|meaning|which means|literally|means|stands for)\b)"


def wrong_script(sides: Sides) -> Iterator[Found]:
    """`the 产业 accounts for a third`: letters that no English sentence has, unless it speaks of the word or of how a name is written."""
    text = sides.text
    for hit in expression(_RUN).finditer(text):
        span = Span(*hit.span())
        if _spoken_of(text, span):
            continue
        start = sides.source.find(hit[0])
        there = Span(start, start + len(hit[0])) if start >= 0 else None
        yield Found(span, {"language": name(sides.language)}, source_span=there)


def _spoken_of(text: str, span: Span) -> bool:
    before, after = text[max(0, span.start - 60) : span.start], text[span.end : span.end + 40]
    return bool(regex.search(_TALK, before) or regex.search(_BRACKETED, before) or regex.match(_EXPLAINED, after))
