"""This file finds one quotation in the mouths of two people."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.checks.consistency.alike import apart, plain
from audit.checks.consistency.found import Found
from audit.entries import Quote
from audit.knowledge import words
from audit.model import Analysis, Span

_WORDS = 5
"""Fewer words are a slogan that two people may well use."""
_MARKS = regex.compile(r"[^\p{L}\p{N} ]+")
_ECHO = regex.compile(
    r"\b(?:echo|repeat|quot|cit|recall|borrow|paraphras|chant|slogan|motto|refrain|proverb|same words"
    r"|as well as|in unison|together|recit|read out"
    r"|mock|retweet|reshar|agreed)\p{Ll}*\b",
    regex.IGNORECASE,
)
_NEAR = 160
_NAMED = regex.compile(r"\p{Lu}[\p{L}\p{M}]+(?:[-’']\p{L}+)*\Z")


def two_speakers(analysis: Analysis) -> Iterator[Found]:
    """The second of two places where the same words stand, when each names a speaker and the two cannot be one."""
    spoken: dict[str, Quote] = {}
    for quote in analysis.ledger.quotes:
        said = " ".join(_MARKS.sub("", quote.span.of(analysis.text).lower()).split())
        if len(said.split()) < _WORDS or quote.speaker is None or not _name(quote.speaker.of(analysis.text)):
            continue
        earlier = spoken.setdefault(_like(said, spoken), quote)
        if earlier is quote or earlier.speaker is None or not _two(analysis, earlier, quote):
            continue
        values = {"speaker": quote.speaker.of(analysis.text), "other": earlier.speaker.of(analysis.text)}
        yield Found(quote.speaker, earlier.speaker, values, f"here {values['other']} says it")


def _like(said: str, spoken: dict[str, Quote]) -> str:
    """The words said before that these are nearly the same as, else these."""
    if said in spoken:
        return said
    bag = set(said.split())
    for other in spoken:
        its = set(other.split())
        if abs(len(its) - len(bag)) <= 2 and len(bag) > _WORDS + 1 and len(bag & its) >= 0.85 * len(bag | its):
            return other
    return said


def _two(analysis: Analysis, first: Quote, second: Quote) -> bool:
    """Two people named, with no word in common, and no word that says that one repeats the other."""
    if first.speaker is None or second.speaker is None:
        return False
    if first.person is not None and first.person == second.person:
        return False
    one, other = (_name(place.of(analysis.text)) for place in (first.speaker, second.speaker))
    if not one or not other or plain(one) == plain(other) or apart(plain(one), plain(other), 2) <= 2:
        return False
    if set(map(plain, first.speaker.of(analysis.text).split())) & set(map(plain, second.speaker.of(analysis.text).split())) - _titles():
        return False
    around = (Span(max(0, quote.span.start - _NEAR), min(len(analysis.text), quote.span.end + _NEAR)) for quote in (first, second))
    return not any(_ECHO.search(analysis.text, place.start, place.end) for place in around)


def _name(speaker: str) -> str:
    """The surname of a speaker who is named; empty for an office, a pronoun or a body."""
    words_said = speaker.split()
    if words_said[0].lower() in ("the", "a", "an", "his", "her", "their", "one") and len(words_said) < 3:
        return ""
    hit = _NAMED.search(words_said[-1])
    name = hit[0] if hit and words_said[-1][0].isupper() else ""
    return "" if plain(name) in _titles() | {"he", "she", "they"} or name.isupper() else name


def _titles() -> frozenset[str]:
    return frozenset({*words("words/titles"), *words("words/speaking-bodies"), "the", "a", "prime", "foreign", "mr", "mrs", "ms", "of"})
