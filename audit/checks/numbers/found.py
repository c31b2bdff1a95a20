"""This file holds what all faults of figures share: what is found, a quantity as it is written, and how far rounding may lead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from audit.cache import expression
from audit.model import Analysis
from audit.numerals import NUMBER, SCALES, precision, value
from audit.spans import Span

PERCENT = r"(?:[ ]?%%|[ -]per[ ]?cent\b|[ ]pct\b)"
_UNIT = rf"(?:{PERCENT}|[ ](?:percentage[ ])?points?\b)"
QUANTITY = (
    rf"(?P<%(k)scur>(?:US|A|C|R)?[$€£¥₽₴₹₺₩][ ]?)?(?<![\p{{L}}\d.,/:_’'-]|\d[ ])(?P<%(k)s>{NUMBER})(?![\p{{L}}\d]|[.,:]\d|-\p{{L}}"
    rf"|/\d|[ ]?[–-][ ]?\d)"
    rf"(?P<%(k)sunit>{_UNIT})?"
)
"""A number with its currency sign or its per cent, as groups NAME, NAMEcur, NAMEunit."""
HEDGE = (
    r"(?:about|around|some|roughly|approximately|almost|nearly|close[ ]to|just[ ](?:under|over)|(?:more|less|fewer)[ ]than|over|under"
    r"|above|below|at[ ](?:least|most)|up[ ]to"
    r"|as[ ](?:many|much)[ ]as|an?[ ]estimated|well[ ]over|an?[ ]average[ ]of|the)"
)
_YEAR = regex.compile(r"1[5-9]\d\d|20\d\d")


@cache
def quantity(name: str) -> str:
    return QUANTITY % {"k": name}


@cache
def compiled(template: str, *names: str) -> regex.Pattern[str]:
    """A template with `@a@` for a quantity called a (one of the names), spelled out and kept. In it, `%%` is a per cent sign."""
    for name in names:
        template = template.replace(f"@{name}@", quantity(name))
    return expression(template.replace("%%", "%"), regex.VERBOSE)


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity read: its number, how far it may lie from what was meant, and its unit (a currency sign, % or nothing)."""

    number: float
    loose: float
    unit: str
    span: Span
    written: str


def amount(hit: regex.Match[str], name: str) -> Amount | None:
    number = value(hit[name])
    if number is None:
        return None
    unit = (hit[f"{name}cur"] or "").strip() or ("points" if "point" in (hit[f"{name}unit"] or "") else "%" if hit[f"{name}unit"] else "")
    start = hit.start(f"{name}cur") if hit[f"{name}cur"] else hit.start(name)
    end = hit.end(f"{name}unit") if hit[f"{name}unit"] else hit.end(name)
    return Amount(number, min(precision(hit[name]), 0.02 * number), unit, Span(start, end), hit[name])


def pair(hit: regex.Match[str], first: str, second: str) -> tuple[Amount, Amount] | None:
    """Two amounts of one kind: `from 10 to 15 million` shares its million. None where they cannot be compared, or may be years."""
    one, two = amount(hit, first), amount(hit, second)
    if one is None or two is None or (one.unit and two.unit and one.unit != two.unit):
        return None
    one, two = _scaled(one, two), _scaled(two, one)
    if not (one.unit or two.unit) and (_YEAR.fullmatch(one.written) or _YEAR.fullmatch(two.written)):
        return None
    return one, two


def _scaled(small: Amount, large: Amount) -> Amount:
    """The amount with the scale word of the other, where it has none of its own."""
    word = regex.split(r"[\s\u00a0-]+|(?<=\d)(?=\p{L})", large.written.lower())[-1].rstrip("s")
    factor = SCALES.get(word, 0)
    bare = regex.fullmatch(r"\d{1,3}(?:\.\d+)?|[a-z-]+", small.written.lower()) and small.written.lower().split("-")[-1] not in SCALES
    if factor < 1000 or not bare or small.number >= 1000:
        return small
    return Amount(small.number * factor, small.loose * factor, small.unit or large.unit, small.span, small.written)


def searched(analysis: Analysis, form: regex.Pattern[str], figures: int = 2) -> Iterator[regex.Match[str]]:
    """The matches within sentences that hold at least so many figures: an expression over a whole text would cost too much."""
    counted: dict[Span, int] = {}
    for figure in analysis.ledger.figures:
        if sentence := analysis.sentence_at(figure.span.start):
            counted[sentence.span] = counted.get(sentence.span, 0) + 1
    for span, count in counted.items():
        if count >= figures:
            yield from form.finditer(analysis.text, span.start, span.end)


def around(analysis: Analysis, span: Span) -> str:
    """The sentence round a place."""
    found = analysis.sentence_at(span.start)
    return (found.span if found else span).of(analysis.text)
