"""This file reads Roman numerals of centuries, rulers and editions."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.amounts.amount import Amount
from audit.amounts.lexicon import Lexicon
from audit.cache import expression
from audit.spans import Span

_NUMERAL = (
    r"(?<![\p{L}\p{Nd}.’'&-])(?=[IVXLCХІ])(?:XC|XL|L?X{0,3}|Х{1,2}[XХ]?)(?:IX|IV|V?I{0,3}|V?І{1,3}|ІХ|ІV|IХ)"
    r"(?P<end>[eè]|ème|er|º|ª)?(?![\p{L}\p{Nd}&]|[.’']\p{L})"
)
_GAP = regex.compile(r"\.?[ \u00a0]?(?:[-–—]?[ ]?[IVX]+\.?[ \u00a0])?")
_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_LETTERS = str.maketrans("ХІ", "XI")


def numerals(text: str, lexicon: Lexicon, start: int, end: int) -> Iterator[Amount]:
    """Roman numerals. Firm beside a word for century; one letter counts only there or behind a name."""
    century = lexicon.patterns.get("century")
    before = lexicon.patterns.get("before_roman")
    for hit in expression(_NUMERAL).finditer(text, start, end):
        written = hit[0][: hit.start("end") - hit.start()] if hit["end"] else hit[0]
        if not written:
            continue
        near = (century is not None and _behind(century, text, hit.end())) or (
            before is not None and before.search(text, max(0, hit.start() - 12), hit.start()) is not None
        )
        if near or hit["end"] or len(written) > 1 or (lexicon.language != "en" and written in "VX"):
            yield Amount(Span(hit.start(), hit.end()), (float(worth(written)),), "ordinal", False, near)


def _behind(century: regex.Pattern[str], text: str, at: int) -> bool:
    gap = _GAP.match(text, at)
    return bool(gap and century.match(text, gap.end()))


def worth(written: str) -> int:
    """The value of a Roman numeral."""
    total = last = 0
    for letter in reversed(written.translate(_LETTERS)):
        value = _WORTH[letter]
        total += -value if value < last else value
        last = max(last, value)
    return total
