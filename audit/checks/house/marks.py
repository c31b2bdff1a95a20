"""This file finds quotation marks of another kind than the desk's: single for double, straight for curly, and the reverse."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import regex

from audit.checks.house.places import Found
from audit.checks.house.sheet import Sheet
from audit.model import Analysis, Related, Span

Finder = Callable[[Analysis], Iterator[Found]]
_SINGLE = regex.compile(
    r"(?<![\p{L}\p{N}’'‘])(?P<open>[‘'])(?!\d0s|em\b|til\b|tis\b|twas\b|cause\b|n\b)(?=[\p{L}\p{N}“\"…])(?P<inside>[^‘\n]{1,600}?)(?<=[\p{L}\p{N}.,!?…”\"])(?P<close>[’'])(?![\p{L}\p{N}])"
)
_DOUBLE = ('"', "“", "”", "„")


MOST = 8
"""So many marks are told one by one."""


class Pair(NamedTuple):
    """A quotation's two marks."""

    opening: Span
    closing: Span
    double: bool


def pairs(sheet: Sheet) -> Finder:
    """Outer quotations in marks of the other number. Headings are left alone: many a house sets single marks there."""
    double = "double" in sheet.marks

    def find(analysis: Analysis) -> Iterator[Found]:
        marks = [mark for pair in _wrong(analysis, double) for mark in ((pair.opening, True), (pair.closing, False))]
        yield from _told([(mark, _mark(double, opens, _curly(sheet, mark.of(analysis.text)))) for mark, opens in marks])

    return find


def shapes(sheet: Sheet) -> Finder:
    """Marks of quotations, straight or curly. Apostrophes, inches and what `pairs` finds anyway are left alone."""
    curly = "curly" in sheet.marks
    chosen = {"double", "single"} & set(sheet.marks)

    def find(analysis: Analysis) -> Iterator[Found]:
        other = set(_wrong(analysis, "double" in chosen)) if chosen else set()
        there = [pair for pair in (*_doubles(analysis), *_singles(analysis)) if pair not in other]
        marks = [(mark, pair.double, opens) for pair in there for mark, opens in ((pair.opening, True), (pair.closing, False))]
        yield from _told(
            [(mark, _mark(double, opens, curly)) for mark, double, opens in marks if (mark.of(analysis.text) in "\"'") == curly]
        )

    return find


def _told(wrong: Sequence[tuple[Span, str]]) -> Iterator[Found]:
    """Each mark, or, where the whole text goes by another habit, the first with all others beside it: one remark is enough then."""
    if len(wrong) <= MOST:
        yield from (Found(mark, (better,), {"more": ""}) for mark, better in wrong)
        return
    (first, better), *rest = sorted(wrong, key=lambda item: item[0])
    yield Found(
        first,
        (better,),
        {"more": f", and so with {len(rest)} more marks in this text"},
        related=tuple(Related(mark, f"write {better}") for mark, better in rest),
    )


def _wrong(analysis: Analysis, double: bool) -> Iterator[Pair]:
    singles, doubles = list(_singles(analysis)), list(_doubles(analysis))
    for pair in singles if double else doubles:
        paragraph = analysis.paragraph_at(pair.opening.start)
        outer = not any(other.opening.start < pair.opening.start < other.closing.start for other in (doubles if double else singles))
        if outer and not (paragraph and paragraph.heading):
            yield pair


def _doubles(analysis: Analysis) -> Iterator[Pair]:
    for quote in analysis.quotations:
        if quote.opening in _DOUBLE and quote.closing in _DOUBLE:
            yield Pair(Span(quote.span.start, quote.inside.start), Span(quote.inside.end, quote.span.end), True)


def _singles(analysis: Analysis) -> Iterator[Pair]:
    """Stretches between single marks. One whose only end may be a plural's apostrophe (the boys' school) is none."""
    for hit in _SINGLE.finditer(analysis.text):
        if hit["inside"].count("“") == hit["inside"].count("”") and not (hit["open"] == "'" and hit["close"] == "’"):
            yield Pair(Span(*hit.span("open")), Span(*hit.span("close")), False)


def _curly(sheet: Sheet, found: str) -> bool:
    return "curly" in sheet.marks or ("straight" not in sheet.marks and found not in "\"'")


def _mark(double: bool, opens: bool, curly: bool) -> str:
    if curly:
        return ("“" if opens else "”") if double else ("‘" if opens else "’")
    return '"' if double else "'"
