"""This file reads the numbers of a text in many languages: figures, words, CJK and Roman numerals, percentages, years, vague amounts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from audit.amounts import han, roman, rows
from audit.amounts.amount import Amount
from audit.amounts.lexicon import known, lexicon
from audit.spans import Span

__all__ = ["Amount", "known", "read"]

_WIDE = ("zh", "ja")


def read(text: str, language: str, start: int = 0, end: int | None = None) -> tuple[Amount, ...]:
    """The numbers between two offsets, in order. A language without a sheet has none."""
    end = len(text) if end is None else end
    if not known(language):
        return ()
    found: list[Amount] = []
    for amount in sorted(_found(text, language, start, end), key=lambda amount: (amount.span.start, -amount.span.end)):
        if not found or amount.span.start >= found[-1].span.end:
            found.append(amount)
    return _shared(text, _halved(text, found) if language == "en" else found)


def _halved(text: str, found: list[Amount]) -> list[Amount]:
    """*Half a million*, *half a dozen*: one number of two words that are numbers by themselves."""
    out: list[Amount] = []
    for amount in found:
        half = out[-1] if out and out[-1].value == 0.5 and out[-1].words and out[-1].span.end + 1 == amount.span.start else None
        if half and amount.words and text.startswith("a ", amount.span.start):
            out[-1] = replace(amount, span=Span(half.span.start, amount.span.end), values=tuple(value / 2 for value in amount.values))
        else:
            out.append(amount)
    return out


def _found(text: str, language: str, start: int, end: int) -> Iterator[Amount]:
    words = lexicon(language)
    if language in _WIDE:
        yield from han.numbers(text, start, end)
        yield from han.words(text, words, start, end)
        return
    found = list(rows.numbers(text, words, start, end))
    if language == "ko":
        wide = list(han.numbers(text, start, end))
        taken = [amount.span for amount in wide]
        found = [amount for amount in found if not any(span.overlaps(amount.span) for span in taken)] + wide
    yield from found
    yield from roman.numerals(text, words, start, end)


def _shared(text: str, found: list[Amount]) -> tuple[Amount, ...]:
    """*5-6 million*, *from 10 to 20 percent*: the first of a range may share what stands behind the second."""
    for index in range(len(found) - 1):
        one, two = found[index], found[index + 1]
        between = text[one.span.end : two.span.start]
        if len(between) > 8 or one.kind not in ("number", "ordinal") or one.value >= 1000 or between.strip(" \u00a0") not in _RANGES:
            continue
        scale = _scale_of(two)
        if scale > 1 and one.value * scale not in one.values:
            one = replace(one, values=(*one.values, *(value * scale for value in one.values)))
        if two.kind in ("percent", "permille"):
            one = replace(one, kind=two.kind)
        found[index] = one
    return tuple(found)


_RANGES = frozenset(
    "- – — ~ ～ 〜 至 到 から 에서 to or and a à o ou e et y u oder bis und до или и чи або та lub do i nebo až ve veya ile tot of en"
    " hingga sampai atau إلى أو و से या".split()
)
"""What stands between the two numbers of a range."""


def _scale_of(amount: Amount) -> float:
    """The scale word that a number holds, by its size: what its digits were multiplied with."""
    value = amount.value
    for scale in (1e12, 1e9, 1e8, 1e6, 1e4, 1e3):
        if value >= scale and amount.firm is not False and value / scale < 1000:
            return scale
    return 1.0
