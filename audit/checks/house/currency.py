"""This file finds sums of money written otherwise than the desk writes them: with the sign, the word or the code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import regex

from audit.checks.house.places import Found
from audit.checks.house.sheet import Sheet
from audit.model import Analysis, Span


class Money(NamedTuple):
    sign: str
    code: str
    one: str
    many: str


_MONEYS = (
    Money("€", "EUR", "euro", "euros"),
    Money("$", "USD", "dollar", "dollars"),
    Money("£", "GBP", "pound", "pounds"),
    Money("¥", "JPY", "yen", "yen"),
)
_BY = {form: money for money in _MONEYS for form in money}
_NUMBER = r"(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<m>[ \u00a0](?:thousand|million|billion|trillion|mn|bn))?"
_SIGNED = regex.compile(rf"(?<![\p{{L}}\d])(?P<c>[€$£¥]){_NUMBER}(?![\p{{L}}\d–-]|[.,]\d|[ ](?:euros|dollars|pounds|yen)\b)")
_CODES = r"(?P<c>EUR|USD|GBP|JPY)"
_CODED = regex.compile(
    rf"(?<![\p{{L}}\d]){_CODES}[ \u00a0]?{_NUMBER}(?![\p{{L}}\d–-]|[.,]\d)|(?<![\p{{L}}\d.,–-]){_NUMBER}[ \u00a0]{_CODES}\b"
)
_WORDED = regex.compile(rf"(?<![\p{{L}}\d.,:€$£¥–-]){_NUMBER}[ \u00a0](?P<c>euros|dollars|pounds[ ]sterling|yen|pounds)\b(?!-)")
_WAYS = {"sign": "with the sign before the figure (€5)", "word": "in words (5 euros)", "code": "with the code before the figure (EUR 5)"}
_FUNCTION = regex.compile(
    r"(?:[ ](?:a|an|and|or|in|on|of|for|from|to|at|by|with|as|is|was|were|are|has|had|have|will|would|per|each|that|which|who|when|while"
    r"|after|before|since|over|under|into|this|last|more|less)\b|[^\w ]|\s*\Z|[ ][^\w])"
)


def currency(sheet: Sheet) -> Callable[[Analysis], Iterator[Found]]:
    """Sums in euros, dollars, pounds and yen. Pounds without 'million' or 'sterling' may be weight, an A$ or US$ is no plain dollar."""
    way = sheet.currency or "sign"
    forms = [form for form, of in ((_SIGNED, "sign"), (_WORDED, "word"), (_CODED, "code")) if of != way]

    def find(analysis: Analysis) -> Iterator[Found]:
        for form in forms:
            for hit in form.finditer(analysis.text):
                money = _BY[hit["c"].removesuffix(" sterling")]
                if hit["c"] == "pounds" and not hit["m"]:
                    continue
                sure = way != "word" or _FUNCTION.match(analysis.text, hit.end()) is not None  # "a $5 million deal" takes no plural
                yield Found(Span(*hit.span()), (_written(money, way, hit["n"], hit["m"] or ""),) if sure else (), {"way": _WAYS[way]})

    return find


def _written(money: Money, way: str, number: str, magnitude: str) -> str:
    if way == "sign":
        return f"{money.sign}{number}{magnitude}"
    if way == "code":
        return f"{money.code} {number}{magnitude}"
    return f"{number}{magnitude} {money.one if number == '1' and not magnitude else money.many}"
