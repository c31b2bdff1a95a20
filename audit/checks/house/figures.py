"""This file finds figures written otherwise than the desk writes them: thousands, decimals, per cent, small numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import regex

from audit.checks.house.places import Found, has_name_capital, in_title, opens_sentence
from audit.checks.house.sheet import Sheet
from audit.inflect import expand
from audit.knowledge import words
from audit.model import Analysis, Span

Finder = Callable[[Analysis], Iterator[Found]]
_THIN = "\u2009"
_GROUPED = regex.compile(r"(?<![\p{L}\p{N}.,:/#_-])[1-9]\d{0,2}(?:,\d{3})+(?![\d_/]|,\d|\p{L})")
_SPACED = regex.compile(
    r"(?<![\p{L}\p{N}.,:/#+_-]|\d[ ])[1-9]\d{0,2}(?:(?:[\u00a0\u202f\u2009]\d{3})+|(?:[ ]\d{3}){2,})(?![\d_/]|[ ]\d|\p{L})"
)
_BARE = regex.compile(
    r"(?<![\p{L}\p{N}.,:/#+_(-]|\d[ \u00a0\u202f\u2009])[1-9]\d{3,8}(?![\p{L}\p{N}_/-]|[.,:]\d{3}|[ \u00a0\u202f\u2009]\d)"
)
_LABEL = regex.compile(
    r"\b(?:no\.?|nos\.?|numbers?|codes?|id|phone|tel\.?|telephone|call|dial|room|zip|postcode|case|pages?|serial|flight|box|isbn|iban|year"
    r"|asteroid|bus|hotline|pin)[ ]\Z",
    regex.IGNORECASE,
)
_CAPITALISED = regex.compile(r"\b(\p{Lu}[\p{L}’']*)[ ]\Z")
_SIGN = regex.compile(r"[€£$¥₴₽][ ]?\Z")
_NEXT = regex.compile(r"[ \u00a0](?P<word>\p{Ll}[\p{L}]+)")
_LATEST_YEAR, _EARLIEST_YEAR = 2100, 1000


def thousands(sheet: Sheet) -> Finder:
    """Figures from a thousand up. One that may be a year, a number of something or a label is left alone."""
    wanted = {"comma": ",", "none": "", "thin space": _THIN}[sheet.numbers.thousands or "comma"]
    forms = [form for form, separator in ((_GROUPED, ","), (_SPACED, _THIN)) if separator != wanted]

    def find(analysis: Analysis) -> Iterator[Found]:
        text = analysis.text
        for form in forms:
            for hit in form.finditer(text):
                if not (form is _SPACED and wanted == _THIN):
                    yield Found(Span(*hit.span()), (_grouped(hit[0], wanted),))
        if wanted:
            for hit in _BARE.finditer(text):
                if _is_amount(analysis, Span(*hit.span())):
                    yield Found(Span(*hit.span()), (_grouped(hit[0], wanted),))

    return find


def _grouped(figure: str, separator: str) -> str:
    digits = "".join(filter(str.isdigit, figure))
    return f"{int(digits):,}".replace(",", separator)


def _is_amount(analysis: Analysis, span: Span) -> bool:
    """Is a bare figure sure to be a quantity?"""
    text, figure = analysis.text, span.of(analysis.text)
    if _SIGN.search(text, max(0, span.start - 2), span.start):
        return True
    if _is_label(analysis, span.start):
        return False
    following = _NEXT.match(text, span.end)
    if len(figure) > 4:
        return following is not None or (text[span.start - 2 : span.start] != ", " and not text[span.end : span.end + 1].isalnum())
    if following is None or following["word"] in ("hours", "local", "on", "and", "to", "or", "in"):
        return False
    return following["word"] in _units() or (
        not _EARLIEST_YEAR <= int(figure) <= _LATEST_YEAR and following["word"].endswith(("s", "people", "men"))
    )


def _is_label(analysis: Analysis, start: int) -> bool:
    """Does a word stand before the figure that makes it a name (Room 40, Boeing 7), not a quantity?"""
    before = analysis.text[max(0, start - 30) : start]
    if _LABEL.search(before):
        return True
    capital = _CAPITALISED.search(before)
    return capital is not None and has_name_capital(
        analysis, Span(start - len(before) + capital.start(1), start - len(before) + capital.end(1))
    )


@cache
def _units() -> frozenset[str]:
    return frozenset(words("words/units")) - {"to", "and", "or", "of", "hours", "second", "a", "point", "m", "t"}


@cache
def _measured() -> str:
    return "|".join(regex.escape(unit) for unit in sorted(_units(), key=len, reverse=True))


def decimal(sheet: Sheet) -> Finder:
    """The mark before the decimals, where a unit or a per cent sign shows that they are decimals."""
    found, wanted = (",", ".") if sheet.numbers.decimal == "point" else (".", ",")
    places = r"\d{1,2}" if found == "," else r"\d+"
    form = regex.compile(rf"(?<![\p{{L}}\d.,:/])\d{{1,3}}\{found}{places}(?![\d]|[.,]\d)(?=[ \u00a0]?%|[ \u00a0-](?:{_measured()})\b)")

    def find(analysis: Analysis) -> Iterator[Found]:
        for hit in form.finditer(analysis.text):
            yield Found(Span(*hit.span()), (hit[0].replace(found, wanted),))

    return find


def percent(sheet: Sheet) -> Finder:
    """The sign or the word. A word stands behind a figure or a number in words; in a heading the sign is left alone."""
    wanted = sheet.numbers.percent
    sign = regex.compile(r"(?<=\d)[ \u00a0\u202f]?%(?![\p{L}\d])")
    word = regex.compile(r"(?P<gap>[ \u00a0])\b(?P<word>per[ \u00a0]cent|percent)\b(?!-)", regex.IGNORECASE)

    def find(analysis: Analysis) -> Iterator[Found]:
        text = analysis.text
        for hit in sign.finditer(text) if wanted != "%" else ():
            paragraph = analysis.paragraph_at(hit.start())
            if not (paragraph and paragraph.heading):
                yield Found(Span(*hit.span()), (f" {wanted}",))
        for hit in word.finditer(text):
            if wanted == "%":
                if text[hit.start() - 1 : hit.start()].isdigit():
                    yield Found(Span(*hit.span()), ("%",))
            elif " ".join(hit["word"].lower().split()) != wanted and not in_title(analysis, Span(*hit.span("word"))):
                yield Found(Span(*hit.span("word")), (str(wanted),))

    return find


_SMALL = regex.compile(r"(?<![~\p{L}\p{N}.,:/$€£¥#%+()_\u2013-]|[$€£¥/][ ])\d{1,2}(?=[ \u00a0]\p{Ll}{3,})")
_RANGE_BEFORE = regex.compile(r"(?:\d[%\p{L}]*[ ](?:and|to|or|of|out[ ]of)|\b(?:between|aged?|at|vs|versus|minus|plus|times))[ ]\Z")
_PLURAL = regex.compile(
    r"(?:[ \u00a0]\p{Ll}[\p{L}-]+)?[ \u00a0]\p{Ll}+(?:s|people|men|women|children|feet|staff|police|crew|dead|others?)\b"
)
_GOES_ON = regex.compile(r"[ ](?:years?|months?|weeks?|days?)[ -]old\b|[ ]\p{Ll}+[ ](?:to|or|of)[ ]\d")
_COUNTED = regex.compile(
    r"\b(?:page|chapter|article|section|level|phase|group|route|channel|room|line|part|gate|point|type|grade|category|round|week|day|season"
    r"|episode|formula|lane|platform|zone|unit|block|paragraph|item|table|figure|step|version|model|class|number|no\.|top|stage|size|tier"
    r"|division|district|sector|reactor|under|jan\.|feb\.|aug\.|sept?\.|oct\.|nov\.|dec\.)[ ]\Z",
    regex.IGNORECASE,
)
_NOT_COUNTED = frozenset(
    "and out per for from was were are has had have will would that with after before but while when the who which into over than".split()
)


def small_numbers(sheet: Sheet) -> Finder:
    """Figures for numbers that the desk writes out: before a counted noun, and not beside a unit, in a range, a label or a heading."""
    limit = sheet.numbers.words_up_to or 0

    def find(analysis: Analysis) -> Iterator[Found]:
        for hit in _SMALL.finditer(analysis.text):
            span = Span(*hit.span())
            if hit[0][0] != "0" and 1 <= int(hit[0]) <= limit and _counts(analysis, span):
                written = _in_words(int(hit[0]))
                yield Found(span, (written.capitalize() if opens_sentence(analysis, span.start) else written,))

    return find


def _counts(analysis: Analysis, span: Span) -> bool:
    text = analysis.text
    paragraph = analysis.paragraph_at(span.start)
    following = _NEXT.match(text, span.end)
    if following is None or (paragraph and paragraph.heading) or in_title(analysis, span):
        return False
    if span.of(text) != "1" and not _PLURAL.match(text, span.end):
        return False
    if following["word"] in _NOT_COUNTED | _units() or _GOES_ON.match(text, span.end):
        return False
    before = text[max(0, span.start - 30) : span.start]
    return not (_RANGE_BEFORE.search(before) or _COUNTED.search(before) or _is_label(analysis, span.start))


@cache
def _in_words(number: int) -> str:
    return expand(words("words/number-words")[number - 1])[0][0]
