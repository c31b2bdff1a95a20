"""This file looks for the second sign that a doubtful complaint needs: a commoner word a letter away, or wording that reads better."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import regex

from audit import neighbours
from audit.engines.complaint import Complaint
from audit.frequency import foreign, zipf
from audit.model import Analysis, Span
from audit.wordhood import formed

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


def is_name(text: str, span: Span) -> bool:
    """Is a word written as a name? At the start of a sentence it may be none, but engines know few of those that stand there."""
    return text[span.start : span.start + 1].isupper()


def _misspelt(complaint: Complaint, analysis: Analysis) -> bool:
    """Is a much commoner word offered, one letter away? The engine's dictionary has said that this one is none."""
    from rapidfuzz.distance import OSA

    word = _single(complaint, analysis)
    offered = next((better for better in complaint.better[:1] if better.isalpha() and better.islower()), "")
    if not word or not offered or OSA.distance(word, offered) > 1 or foreign(word):
        return False
    return zipf(word) <= _RARE and zipf(offered) >= zipf(word) + _COMMONER and not (zipf(word) < _FORMED and formed(word))


def _single(complaint: Complaint, analysis: Analysis) -> str:
    """The marked word in lower case, where it is one that stands once in the text and is no name."""
    text, span = analysis.text, complaint.span
    hit = _WORD.fullmatch(text, span.start, span.end)
    word = hit[0] if hit else ""
    return "" if is_name(text, span) or text.lower().count(word.lower()) > 1 else word.lower()


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


_SIGNS: Mapping[str, Callable[[Complaint, Analysis], bool]] = {
    "misspelt": _misspelt,
    "fluency": _fluency,
}
