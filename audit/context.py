"""This file decides whether what stands round a match makes it a fault: the conditions that phrase, pattern and regex cards share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar, Literal

import regex
from pydantic import AfterValidator

from audit.cache import expression as kept_expression
from audit.inflect import expand, malformed
from audit.knowledge import words
from audit.model import Analysis, AuditError, Span

SECONDS = 2.0
"""Time that one search of a card's own expression may take before it is given up (regex raises TimeoutError)."""
_LENGTH_KEPT = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\u2011": "-", "İ": "i"})


def _can_be_spelled(phrases: tuple[str, ...]) -> tuple[str, ...]:
    for phrase in phrases:
        if phrase.startswith("@"):
            try:
                words(f"words/{phrase[1:]}")
            except AuditError as problem:
                raise ValueError(f"{phrase}: {problem}") from None
        elif fault := malformed(phrase):
            raise ValueError(fault)
    return phrases


Words = Annotated[tuple[str, ...], AfterValidator(_can_be_spelled)]
"""A card's word list: every entry is a shorthand that can be expanded, or names a sheet that is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Conditions on the surroundings of a match. Word lists know `~word` (all its forms), `(a|b)` and `@sheet` (knowledge/words).

    `near`, `before`, `after`: one of these must stand in the sentence (anywhere, before, after the match); `unless_...`: none may.
    `previous`, `next`: one of these must stand directly beside the match. `text`: one of these must stand anywhere in the document.
    `quotes`: where in relation to quotation marks; left out, style rules look outside only and all others everywhere.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}
    near: Words = ()
    unless_near: Words = ()
    before: Words = ()
    unless_before: Words = ()
    after: Words = ()
    unless_after: Words = ()
    previous: Words = ()
    unless_previous: Words = ()
    next: Words = ()
    unless_next: Words = ()
    text: Words = ()
    unless_text: Words = ()
    quotes: Literal["auto", "any", "outside", "inside"] = "auto"
    headings: Literal["any", "only", "never"] = "any"
    at: Literal["anywhere", "sentence-start", "sentence-end", "paragraph-start", "paragraph-end"] = "anywhere"


def fold(text: str) -> str:
    """Lower case, straight apostrophes, plain spaces: for comparing. Exactly as long as the text."""
    lowered = text.translate(_LENGTH_KEPT).lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(_LENGTH_KEPT))


def spelled(phrases: Iterable[str]) -> tuple[str, ...]:
    """All literal phrases that a card's word list stands for, folded."""
    out: dict[str, None] = {}
    for phrase in phrases:
        for word in words(f"words/{phrase[1:]}") if phrase.startswith("@") else (phrase,):
            out.update(dict.fromkeys(fold(literal) for literal, _ in expand(word)))
    return tuple(out)


@cache
def wordlist(phrases: tuple[str, ...], before: str = "", after: str = "") -> regex.Pattern[str]:
    """An expression for whole words of a card's list in folded text."""
    choices = "|".join(map(regex.escape, sorted(spelled(phrases), key=len, reverse=True)))
    return kept_expression(rf"{before}(?<![\w])(?:{choices})(?![\w]){after}")


def holds(context: Context, analysis: Analysis, span: Span, style: bool) -> bool:
    """Do all conditions of the context hold for a match at `span`? `style`: does the rule belong to the style categories?"""
    return _stands(context, analysis, span, style) and _sentence(context, analysis, span) and _document(context, analysis)


def _stands(context: Context, analysis: Analysis, span: Span, style: bool) -> bool:
    where = ("outside" if style else "any") if context.quotes == "auto" else context.quotes
    if where != "any" and analysis.quoted(span) != (where == "inside"):
        return False
    if context.headings != "any":
        paragraph = analysis.paragraph_at(span.start)
        if paragraph is not None and paragraph.heading != (context.headings == "only"):
            return False
    if context.at == "anywhere":
        return True
    unit = analysis.paragraph_at(span.start) if context.at.startswith("paragraph") else analysis.sentence_at(span.start)
    if unit is None:
        return False
    rest = analysis.text[unit.span.start : span.start] if context.at.endswith("start") else analysis.text[span.end : unit.span.end]
    return not any(map(str.isalnum, rest))


def _sentence(context: Context, analysis: Analysis, span: Span) -> bool:
    sentence = analysis.sentence_at(span.start)
    start, end = (sentence.span.start, max(sentence.span.end, span.end)) if sentence else (span.start, span.end)
    left, right = fold(analysis.text[start : span.start]), fold(analysis.text[span.end : end])
    for needed, banned, places in (
        (context.near, context.unless_near, (left, right)),
        (context.before, context.unless_before, (left,)),
        (context.after, context.unless_after, (right,)),
    ):
        if needed and not _any(wordlist(needed), places):
            return False
        if banned and _any(wordlist(banned), places):
            return False
    beside = (
        (context.previous, context.unless_previous, left, "", r"[\s\"“”«»(]*\Z"),
        (context.next, context.unless_next, right, r"\A[\s\"“”«»(]*", ""),
    )
    for needed, banned, place, before, after in beside:
        if needed and not wordlist(needed, before, after).search(place):
            return False
        if banned and wordlist(banned, before, after).search(place):
            return False
    return True


def _document(context: Context, analysis: Analysis) -> bool:
    if not (context.text or context.unless_text):
        return True
    whole = (fold(analysis.text),)
    return (not context.text or _any(wordlist(context.text), whole)) and not (
        context.unless_text and _any(wordlist(context.unless_text), whole)
    )


def _any(expression: regex.Pattern[str], places: Sequence[str]) -> bool:
    return any(expression.search(place) for place in places)
