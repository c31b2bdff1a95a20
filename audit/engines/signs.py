"""This file looks for the second sign that a doubtful complaint needs: an unknown word, a replacement that reads better, another engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import regex

from audit import neighbours
from audit.engines.complaint import Complaint
from audit.frequency import foreign, zipf
from audit.model import Analysis, Span
from audit.wordhood import derived, unknown

_WORD = regex.compile(r"(?<![\p{L}\p{N}\p{M}@#./_&-])\p{L}{3,}(?![\p{L}\p{N}\p{M}@_/-]|\.\p{L})")
_BEFORE = regex.compile(r"(?:\S+[ ]+){0,2}\S*\Z")
_AFTER = regex.compile(r"\S*(?:[ ]+\S+){0,2}")
_RARE, _COMMONER, _FORMED = 3.0, 1.7, 2.3
"""Zipf frequencies: up to which a word is hardly known (the commonest misspellings are in the lists too), by how much the one offered
must be commoner, and up to which a word that may be formed of others stands."""
_BETTER = 0.6
"""By how much the mean evidence for the order of the words must rise (audit/neighbours.py), a logarithm."""


def holds(sign: str, complaint: Complaint, analysis: Analysis) -> bool:
    return _SIGNS[sign](complaint, analysis)


def is_name(text: str, span: Span, analysis: Analysis) -> bool:
    """Is a capitalised word a name: inside a sentence, or anywhere else in the text, or in the ledger? In doubt it is."""
    word = span.of(text)
    if not word[:1].isupper():
        return False
    sentence = analysis.sentence_at(span.start)
    first = sentence is not None and not text[sentence.span.start : span.start].strip(" “\"‘'(—–-")
    followed = text[span.end : span.end + 2].lstrip(" ")[:1].isupper()
    return not first or followed or word[1:] != word[1:].lower() or word in _names(analysis) or text.count(word) > 1


def _names(analysis: Analysis) -> frozenset[str]:
    return frozenset(part for person in analysis.ledger.people for form in (person.name, *person.variants) for part in form.split())


def _unknown(complaint: Complaint, analysis: Analysis) -> bool:
    word = _single(complaint, analysis)
    return bool(word) and unknown(word)


def _misspelt(complaint: Complaint, analysis: Analysis) -> bool:
    """Is a much commoner word offered, one letter away? The engine's dictionary has said that this one is none."""
    from rapidfuzz.distance import OSA

    word = _single(complaint, analysis)
    capital = complaint.span.of(analysis.text)[:1].isupper()
    offered = next((better.lower() for better in complaint.better[:1] if better.isalpha() and better[0].isupper() == capital), "")
    if not word or not offered or OSA.distance(word, offered) > 1 or foreign(word):
        return False
    return zipf(word) <= _RARE and zipf(offered) >= zipf(word) + _COMMONER and not (zipf(word) < _FORMED and derived(word))


def _single(complaint: Complaint, analysis: Analysis) -> str:
    """The marked word in lower case, where it is one that stands once in the text and is no name."""
    text, span = analysis.text, complaint.span
    hit = _WORD.fullmatch(text, span.start, span.end)
    word = hit[0] if hit else ""
    if not word or is_name(text, span, analysis) or text.lower().count(word.lower()) > 1:
        return ""
    return word.lower()


def _fluency(complaint: Complaint, analysis: Analysis) -> bool:
    """Do the words round the place follow one another more naturally with the replacement?"""
    text, span = analysis.text, complaint.span
    if not complaint.better:
        return False
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    before = _found(_BEFORE, text[start : span.start])
    after = _found(_AFTER, text[span.end : end if end >= 0 else len(text)])
    now, then = _mean(before + span.of(text) + after), _mean(before + complaint.better[0] + after)
    return now is not None and then is not None and then - now >= _BETTER


def _found(expression: regex.Pattern[str], text: str) -> str:
    hit = expression.search(text) if expression is _BEFORE else expression.match(text)
    return hit[0] if hit else ""


def _mean(words: str) -> float | None:
    return neighbours.fluency(words, [Span(0, len(words))])


def _agreed(complaint: Complaint, analysis: Analysis) -> bool:
    return any(other.engine != complaint.engine and other.span.overlaps(complaint.span) for other in analysis.complaints)


_SIGNS: Mapping[str, Callable[[Complaint, Analysis], bool]] = {
    "unknown": _unknown,
    "misspelt": _misspelt,
    "fluency": _fluency,
    "agreed": _agreed,
}
