"""This file finds words and phrases that stand twice in a row here, and once in the source."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.cache import expression
from audit.checks.source.both import Sides
from audit.found import Found
from audit.frequency import zipf
from audit.model import Couple, Span

_TWICE = r"(?<![\w'’.-])((?:[\p{L}\d][\w'’.-]*[ ,]+){0,19}?[\p{L}\d](?:[\w'’-]*\w)?)(?:[ ,]+\1)+(?![\w'’-])"
_DOUBLED = frozenset(
    "had that very so no yes bye ha hey hear there now well oh ok okay blah her you do did does is was what how why who more again one two "
    "far long many much please never too really big little old boo knock tut go in on out up down come run stop look wait".split()
)
"""Words that English doubles whatever the source does."""
_THERE = r"(?<!\w)(\p{L}[\w'’-]*)[\s,、-]+\1(?!\w)|([\p{Han}\p{Hiragana}\p{Katakana}]{2,})[、，]?\2"


def repeated(sides: Sides) -> Iterator[Found]:
    """`in Italy Italy`, `he said he said he said`, `under the age of 60 60`: the engine lost its place."""
    for couple in sides.couples:
        hits = list(expression(_TWICE).finditer(sides.text, couple.here.start, couple.here.end))
        if not hits or regex.search(_THERE, couple.there.of(sides.source)):
            continue
        for hit in hits:
            once = hit[1]
            many = hit[0].count(once) > 2
            if "\n" in hit[0] or _told_so(sides, couple, hit[0]) or (not many and _meant(sides, once, hit[0])):
                continue
            yield Found(Span(*hit.span()), {"once": once}, (once,))


def _told_so(sides: Sides, couple: Couple, whole: str) -> bool:
    """`books, books, books` for a source that says its word again and again; `Ni Ni`, a name of two like syllables."""
    if "," in whole:
        words = regex.findall(r"\p{L}{4,}", couple.there.of(sides.source).lower())
        return len(words) - len(set(words)) >= whole.count(",")
    name = regex.fullmatch(r"(\p{Lu}\p{Ll}{0,3}) \1", whole)
    return sides.language in _SYLLABLES and name is not None and zipf(name[1].lower()) < _COMMON


def _meant(sides: Sides, once: str, whole: str) -> bool:
    """A doubled word of English, a list of names or figures, or a name that repeats (`Walla Walla`): the source would repeat it too."""
    if once.lower() in _DOUBLED or "," in whole[len(once) : len(whole) - len(once)]:
        return True
    if once.isdigit():
        return once in sides.source and sides.source.count(once) > 1
    words = once.lower().split()
    if (len(words) == 2 and words[0] in _LINKS | {words[1]}) or (len(words) == 2 and words[1] in _LINKS):
        return True
    return bool(regex.search(rf"(?i)(?<!\w){regex.escape(whole)}(?!\w)", sides.source))


_COMMON = 4.6
_SYLLABLES = frozenset({"zh", "ko", "ja", "vi"})
_LINKS = frozenset({"and", "by", "after", "to", "upon", "for", "or", "on", "in"})
