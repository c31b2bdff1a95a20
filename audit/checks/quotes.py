"""This file finds quotation marks of the wrong kind and marks that lost their partner."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

import regex

from audit.model import Analysis, Match, Quotation, Related, Rule, Span
from audit.speech import expression

Fault = Literal["opening-for-closing", "mixed-pair", "single-and-double", "unbalanced"]
_FAMILY = {"“": "curly", "”": "curly", "„": "low", "«": "guillemet", "»": "guillemet", '"': "straight", "``": "tex", "''": "tex"}
_ANY_MARK = regex.compile(r"[“”„«»\"]")
_DOUBLE = regex.compile(r"[“”\"]")
_SINGLE = regex.compile(r"['‘’]")
_RARE_FAMILIES = ("low", "guillemet", "tex")
_BULLETS = "*•-–—"
_CUT_OFF = regex.compile(r"(?:…|\.\.\.|\[\.\.\.\]|[\p{L}\d,–—-])\s*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`fault`: which of the faults in quotation marks the card is about."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
    fault: Fault


class Quotes:
    """Looks at each paragraph's marks in order, as `segment` paired them."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match]:
        if _ANY_MARK.search(analysis.text):
            for rule in self._rules:
                for span, better, related in FAULTS[rule.settings.fault](analysis):
                    yield Match(rule.name, span, {"found": span.of(analysis.text).strip()}, better, related)


Found = tuple[Span, tuple[str, ...], tuple[Related, ...]]


def _open(quote: Quotation) -> Span:
    return Span(quote.span.start, quote.span.start + len(quote.opening))


def _close(quote: Quotation) -> Span:
    return Span(quote.span.end - len(quote.closing), quote.span.end)


_WRONG_CLOSING = (
    r"(?<=[\w.,!?…])\s?“(?=[.,;:!?]|\s*$)|(?<=[\p{Ll}.,!?…])“(?=\s\p{Ll})|"
    r"(?<=\w[.,!?])\s“(?=\p{Ll})|(?<=\w[.,!?])\s“(?=(?:%(verb)s)\s|(?:he|she|%(who)s)\s(?:%(verb)s)\b)"
)


def _opening_for_closing(analysis: Analysis) -> Iterator[Found]:
    """`word. “` at the end, `“.`, `word, “said`: it has the form of an opening mark where only a closing one can stand."""
    for mark in regex.finditer(r"\s?“", analysis.text):
        hit = expression(_WRONG_CLOSING).match(analysis.text, mark.start())
        if hit and any(quote.span.start < hit.end() - 1 <= quote.span.end and quote.opening != "„" for quote in analysis.quotations):
            yield Span(*hit.span()), ("”" + (" " if analysis.text[hit.end() : hit.end() + 1].isalpha() else ""),), ()


def _mixed_pair(analysis: Analysis) -> Iterator[Found]:
    """`«word”`: the mark that is foreign to an English text is the odd one, else the one that is rarer in this text."""
    for quote in analysis.quotations:
        if not quote.closing or _matches(quote) or _ANY_MARK.search(quote.inside.of(analysis.text)):
            continue
        odd_is_first = _oddness(analysis, quote.opening) > _oddness(analysis, quote.closing)
        odd, other = (_open(quote), _close(quote)) if odd_is_first else (_close(quote), _open(quote))
        label = "the quotation closes here" if odd_is_first else "the quotation opens here"
        yield odd, _partner(quote, odd_is_first), (Related(other, label),)


def _matches(quote: Quotation) -> bool:
    return _FAMILY[quote.opening] == _FAMILY[quote.closing] or (quote.opening == "„" and quote.closing in "“”")


def _oddness(analysis: Analysis, mark: str) -> tuple[bool, int]:
    family = _FAMILY[mark]
    return family in _RARE_FAMILIES, -sum(analysis.text.count(other) for other, its in _FAMILY.items() if its == family)


def _partner(quote: Quotation, odd_is_first: bool) -> tuple[str, ...]:
    """The mark that goes with the other one of a pair, where there is one."""
    partner = {"”": "“", '"': '"', "“": "”"}.get(quote.closing if odd_is_first else quote.opening)
    return (partner,) if partner else ()


_SINGLE_FIRST = regex.compile(
    r"(?<![\w\"'‘’])(?P<open>['‘])(?!\d0s|(?:s|tis|twas|em|til|cause|n)\b)\w(?:[^\"“”'‘’]|(?<=\w)['’](?=\w)){2,70}"
    r"(?:(?<=[\w.,!?])[ ]?(?P<odd>[\"”])(?!\w|[ ]*\d)|(?<=[\w.,!?])[ ](?P<odd>\")(?=\w))"
)
_DOUBLE_FIRST = regex.compile(
    r"(?<![\w\"'‘’])(?P<open>[\"“])\w(?:[^\"“”'‘’]|(?<=\w)['’](?=\w)){2,70}"
    r"(?:(?<=[\w.,!?])[ ](?P<odd>['’])(?=[\s.,;:)]|\Z)|(?<=[^s\W]|[.,!?])(?P<odd>['’])(?![\w'’\"”]))"
)


def _single_and_double(analysis: Analysis) -> Iterator[Found]:
    """`'a free hand"`, `"a free hand'`: one mark of the pair is single, the other double, and no other partner is in sight."""
    for paragraph in analysis.paragraphs:
        for opening, odd in _half_single(paragraph.span.of(analysis.text)):
            start = paragraph.span.start
            related = Related(Span(start + opening, start + opening + 1), "the quotation opens here")
            yield Span(start + odd, start + odd + 1), (), (related,)


def _half_single(text: str) -> Iterator[tuple[int, int]]:
    """Where the opening and the odd closing marks stand. With an even number of double marks each may have its partner."""
    if len(_DOUBLE.findall(text)) % 2 and _SINGLE.search(text):
        for form in (_SINGLE_FIRST, _DOUBLE_FIRST):
            for hit in form.finditer(text):
                if len(_DOUBLE.findall(text, 0, hit.start("open"))) % 2 == 0:
                    yield hit.start("open"), hit.start("odd")


def _unbalanced(analysis: Analysis) -> Iterator[Found]:
    """A quotation that nothing closes, or a mark that closes what nothing opened.

    Innocent: a quotation that goes on in the next paragraph, or that the end of the text cuts off.
    """
    halves = {mark for found, _, related in _single_and_double(analysis) for mark in (found.start, related[0].span.start)}
    for quote in analysis.quotations:
        if (
            quote.span.start not in halves
            and not quote.closing
            and len(quote.inside.of(analysis.text).split()) >= 2
            and not _goes_on(analysis, quote)
        ):
            yield _open(quote), (), ()
    yield from _without_opening(analysis)


def _without_opening(analysis: Analysis) -> Iterator[Found]:
    """Not in the first paragraph: an excerpt may begin within a quotation."""
    going_on = True
    for index, paragraph in enumerate(analysis.paragraphs):
        text = paragraph.span.of(analysis.text)
        stray = None if going_on else _never_opened(text)
        if stray is not None:
            yield Span(paragraph.span.start + stray, paragraph.span.start + stray + 1), (), ()
        if _ANY_MARK.search(text) or index == 0:
            going_on = any(quote.paragraph == index and not quote.closing for quote in analysis.quotations)


def _never_opened(text: str) -> int | None:
    """Where a paragraph's first mark is a closing one without partner; nested pairs and inches are innocent."""
    mark = _ANY_MARK.search(text)
    if (
        mark is None
        or mark.start() == 0
        or not regex.match(r"\p{L}[,.!?…]?\Z|[\p{L}\d)][,.!?…]\Z", text[max(0, mark.start() - 2) : mark.start()].lstrip())
    ):
        return None
    ends = regex.match(r"[\s.,;:)–—-]|\Z", text, pos=mark.end()) is not None
    lonely = text.count("”") == text.count("“") + text.count("``") + 1 if mark[0] == "”" else mark[0] == '"' and text.count('"') % 2 == 1
    return mark.start() if ends and lonely else None


_REPORTED = r",[ ](?:(?:he|she|the[ ]\p{Ll}+|%(who)s)[ ](?:%(verb)s)|(?:%(verb)s)[ ](?:%(who)s))\b(?![^.]*[?!])"


def _over(analysis: Analysis, quote: Quotation) -> bool:
    """In the last paragraph: did the quotation end all the same, for it is part of a sentence or holds its own reporting clause?"""
    inside, before = quote.inside.of(analysis.text), analysis.text[max(0, quote.span.start - 2) : quote.span.start]
    fragment = regex.fullmatch(r"\p{Ll}[ ]", before) is not None and regex.match(r"\p{Ll}[^.!?]+[.]\s*\Z", inside)
    return bool(fragment or expression(_REPORTED).search(inside))


def _goes_on(analysis: Analysis, quote: Quotation) -> bool:
    following = [paragraph for paragraph in analysis.paragraphs[quote.paragraph + 1 :] if not paragraph.heading]
    if _CUT_OFF.search(quote.inside.of(analysis.text)):
        return True
    if not following:
        return not _over(analysis, quote)
    if following[0].span.of(analysis.text)[0] in _BULLETS:
        return True
    for paragraph in following:
        text = paragraph.span.of(analysis.text)
        mark = _ANY_MARK.search(text)
        if mark is not None:
            return mark.start() == 0 or mark[0] in "”»" or regex.match(r"[\s.,;:!?)–—-]|\Z", text, pos=mark.end()) is not None
    return False


FAULTS: dict[Fault, Callable[[Analysis], Iterator[Found]]] = {
    "opening-for-closing": _opening_for_closing,
    "mixed-pair": _mixed_pair,
    "single-and-double": _single_and_double,
    "unbalanced": _unbalanced,
}
