"""This file finds quotations that are broken: marks of the wrong kind, lost marks, and reporting clauses on the wrong side of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import ClassVar, Literal

import regex

from audit.inflect import forms
from audit.knowledge import words
from audit.model import Analysis, Match, Quotation, Related, Rule, Span

Fault = Literal["opening-for-closing", "mixed-pair", "unbalanced", "swallowed-reporting", "missing-comma"]
_FAMILY = {"“": "curly", "”": "curly", "„": "curly", "«": "guillemet", "»": "guillemet", '"': "straight", "``": "straight", "''": "straight"}
_ANY_MARK = regex.compile(r"[“”„«»\"]")
_FRAGMENT_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`fault`: which of the faults in quotation marks the card is about."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
    fault: Fault


class Quotes:
    """Looks at each paragraph's marks in order."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match]:
        if not _ANY_MARK.search(analysis.text):
            return
        for rule in self._rules:
            for span, better, related in FAULTS[rule.settings.fault](analysis):
                yield Match(rule.name, span, {}, better, related)


Found = tuple[Span, tuple[str, ...], tuple[Related, ...]]


def _opening_for_closing(analysis: Analysis) -> Iterator[Found]:
    r"""`word. “` at the end, `“.`, or `word, “said`: the mark has the form of an opening one where only a closing one can stand."""
    for hit in regex.finditer(r"(?<=[\w.,!?…])\s?“(?=[.,;:!?]|\s*$)|(?<=\w[.,!?])\s“(?=\p{Ll})", analysis.text, regex.MULTILINE):
        inside = any(quote.span.start < hit.end() - 1 <= quote.span.end and quote.opening != "„" for quote in analysis.quotations)
        following = regex.match(r"\p{Ll}+", analysis.text, pos=hit.end())
        if not inside or (following and following[0] not in reporting()):
            continue
        yield Span(*hit.span()), ("”" + (" " if following else ""),), ()


def _mixed_pair(analysis: Analysis) -> Iterator[Found]:
    for quote in analysis.quotations:
        if quote.closing and _FAMILY[quote.opening] != _FAMILY[quote.closing] and not _inner(analysis, quote):
            close = Span(quote.span.end - len(quote.closing), quote.span.end)
            open_ = Span(quote.span.start, quote.span.start + len(quote.opening))
            yield close, (), (Related(open_, "the quotation opens here"),)


def _inner(analysis: Analysis, quote: Quotation) -> bool:
    """Does another pair stand inside, so that this pairing is only a guess?"""
    return len(_ANY_MARK.findall(quote.inside.of(analysis.text))) > 0


def _unbalanced(analysis: Analysis) -> Iterator[Found]:
    """A quotation that its paragraph does not close, unless it goes on in the next one (which then opens with a mark again)."""
    for quote in analysis.quotations:
        if quote.closing or len(analysis.paragraphs) == 0:
            continue
        following = analysis.paragraphs[quote.paragraph + 1 : quote.paragraph + 2]
        goes_on = bool(following) and following[0].span.of(analysis.text)[0] in "“„«\"'‘"
        if not goes_on and len(quote.inside.of(analysis.text).split()) >= 2:
            yield Span(quote.span.start, quote.span.start + len(quote.opening)), (), ()


@cache
def reporting() -> frozenset[str]:
    """Reporting verbs in the forms that stand beside a quotation: says, said."""
    return frozenset(spelling for verb in words("words/reporting-verbs") for form in ("s", "ed") for spelling in forms(verb)[form])


@cache
def _inverted() -> regex.Pattern[str]:
    verbs = "|".join(sorted(reporting() - {"asked"}))
    name = r"(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?\p{Lu}[\p{L}'’-]+(?:\s(?:de|von|van|der|den|la|le|al|bin|da|dos)|\s\p{Lu}(?:[\p{L}'’-]+|\.)){0,4}"
    office = rf"the\s(?:\p{{L}}[\p{{L}}'’-]*\s){{0,3}}(?:{'|'.join(words('words/titles'))})"
    return regex.compile(rf",\s(?P<verb>{verbs})\s(?P<who>{office}|{name})(?P<end>[.,])(?=\s*(?:[“”\"»]|\p{{Lu}}))")


def _swallowed_reporting(analysis: Analysis) -> Iterator[Found]:
    """`“..., warned Jane Doe. If ...”`: the speaker's own reporting clause stands inside the quotation marks."""
    for quote in analysis.quotations:
        if quote.opening == '"' and analysis.text.count('"', *_bounds(analysis, quote)) % 2:
            continue
        for hit in _inverted().finditer(analysis.text, quote.inside.start, quote.inside.end + len(quote.closing)):
            before = analysis.text[quote.inside.start : hit.start()]
            if len(before.split()) < 3 or before[-1] in "'’‘" or regex.search(r"(?:\A|[.!?]\s)(?:As|Like)\b[^.!?]*\Z", before):
                continue
            better = f",” {hit['verb']} {hit['who']}{hit['end']}" + (" “" if hit.end() < quote.inside.end else "")
            end = hit.end() + (1 if hit.end() < quote.inside.end and analysis.text[hit.end()] == " " else 0)
            yield Span(hit.start(), end), (better,), (Related(Span(quote.span.start, quote.span.start + 1), "the quotation opens here"),)


def _bounds(analysis: Analysis, quote: Quotation) -> tuple[int, int]:
    paragraph = analysis.paragraphs[quote.paragraph].span
    return paragraph.start, paragraph.end


def _missing_comma(analysis: Analysis) -> Iterator[Found]:
    """`... is real” said the minister`: a quoted sentence runs into its reporting verb without a comma."""
    expression = regex.compile(rf"(?<=[\p{{L}}\d])(?P<mark>[”\"»])\s(?P<verb>{'|'.join(sorted(reporting()))})(?=[\s,])")
    for quote in analysis.quotations:
        hit = expression.match(analysis.text, quote.span.end - 1) if quote.closing else None
        if hit is None or len(quote.inside.of(analysis.text).split()) < _FRAGMENT_WORDS or not _opens_sentence(analysis, quote):
            continue
        start = max(quote.inside.start, analysis.text.rfind(" ", 0, quote.span.end) + 1)
        last = analysis.text[start : quote.inside.end]
        yield Span(start, hit.end()), (f"{last},{hit['mark']} {hit['verb']}",), ()


def _opens_sentence(analysis: Analysis, quote: Quotation) -> bool:
    """Does the quotation itself begin a sentence, so that it is more than a fragment inside one?"""
    before = analysis.text[analysis.paragraphs[quote.paragraph].span.start : quote.span.start].rstrip()
    return not before or before[-1] in ".!?:”\"»"


FAULTS: dict[Fault, Callable[[Analysis], Iterator[Found]]] = {
    "opening-for-closing": _opening_for_closing,
    "mixed-pair": _mixed_pair,
    "unbalanced": _unbalanced,
    "swallowed-reporting": _swallowed_reporting,
    "missing-comma": _missing_comma,
}
