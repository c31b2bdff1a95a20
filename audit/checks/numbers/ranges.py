"""This file finds ranges that run backwards (between 20 and 10 per cent), and parts greater than their whole (15 of the 12 members)."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.checks.numbers.found import HEDGE, amount, around, compiled, pair, searched
from audit.found import Found
from audit.model import Analysis
from audit.spans import Span

_NOUN = (
    r"(?=[ ](?!(?:and|or|in|at|to|on|as|was|is|has|this|its|his|across|hours|it|he|she|they|we|you|the|there|when|with|for|by|but"
    r"|from|if|while|until"
    r"|because|so|that|who|which|had|were|are|will|of)\b|o[’']clock|[ap]\.?m\b)(?:\p{Ll}+[ ](?!(?:as|was|is|has|this|its|his"
    r"|across)\b))?\p{Ll}*(?:s|people|men|women|children|euro|kg|km)\b)"
)
_BETWEEN = rf"\b[Bb]etween[ ](?:{HEDGE}[ ])?@a@[ ]and[ ]@b@(?P<noun>{_NOUN})?"
_RANGING = (
    rf"\b(?:rang(?:es?|ed|ing)|var(?:y|ies|ied|ying)|anywhere|anything)(?:[ ](?:in|with)[ ]\p{{L}}+)?[ ](?:between|from)[ ]"
    rf"(?:{HEDGE}[ ])?@a@[ ](?:to|and)[ ]@b@(?P<noun>{_NOUN})?"
)
_OF = (
    r"\b(?:(?:growth|rise|increase|decline|fall|drop|contraction|inflation)[ ]of|(?:would|will|could|may|might|to)[ ]cost[ ]from)[ ]"
    rf"@a@[ ]to[ ]@b@(?P<noun>{_NOUN})?"
)
_DASHED = (
    r"(?<![\p{L}\d.,:/–-])(?P<a>\d{1,3}(?:\.\d+)?)(?P<acur>)(?P<aunit>)[ ]?[-–][ ]?(?P<b>\d{1,3}(?:\.\d+)?)(?P<bcur>)(?P<bunit>[ ]?%%"
    r"|[ ]per[ ]?cent\b)(?P<noun>)"
)
_NOT_A_RANGE = regex.compile(
    r"\b(?:differ\p{L}*|gap|ratio|choos\p{L}*|choice|chose|compar\p{L}*|switch\p{L}*|alternat\p{L}*|ago|earlier|BC|below|minus"
    r"|negative|toss\p{L}*|versus|swap\p{L}*|exchange"
    r"|score|match|won|lost|beat|decid\p{L}*|correlation|relation\p{L}*|spread|split|vot(?:e|es|ed))\b",
    regex.IGNORECASE,
)
_MOST = 20
"""Beyond this ratio the first number has lost its scale word, or is meant otherwise."""


def inverted(analysis: Analysis) -> Iterator[Found]:
    """The greater end first. Times of day, scores, years ago and numbers below zero are told so."""
    for template in (_BETWEEN, _RANGING, _OF, _DASHED):
        for hit in searched(analysis, compiled(template, "a", "b"), 1):
            both = pair(hit, "a", "b")
            if both is None or not both[1].number < both[0].number <= both[1].number * _MOST:
                continue
            first, second = both
            if not (first.unit or second.unit or hit["noun"] is not None or second.number >= 1000):
                continue
            if first.unit and not second.unit and first.unit in "%points":
                continue
            if not _NOT_A_RANGE.search(around(analysis, Span(*hit.span()))):
                text = analysis.text
                yield Found(Span(first.span.start, second.span.end), {"first": first.span.of(text), "second": second.span.of(text)})


_PART_OF = (
    r"(?<![\p{L}\d.,/:’'-]|[#№][ ]?)(?:@a@)(?:[ ](?:out[ ])?of[ ](?:the|its|their|his|her|our|these|those|all)[ ](?:(?:total|current"
    r"|other|elected|remaining)[ ])?)@b@(?![ ](?:km|kg|m|cm|mm|g|mg|litres?|liters?|miles?|met(?:re|er)s?|kilomet\p{Ll}+|euros?"
    r"|dollars?|pounds?|pages?|hours?|minutes?)\b)"
    r"(?=[ ](?:\p{Ll}[\p{L}-]*[ ]){0,3}?\p{Ll}*(?:s|people|men|women|children)\b)"
)
_PAGES = regex.compile(
    r"\b(?:page|chapter|episode|part|day|week|game|stage|round|lap|article|section|volume|line|item|question|point|hole|minute|No\.?)[ ]\Z",
    regex.IGNORECASE,
)


def part_greater(analysis: Analysis) -> Iterator[Found]:
    """`15 of the 12 members`; `120 per cent of voters`."""
    text = analysis.text
    for hit in searched(analysis, compiled(_PART_OF, "a", "b")):
        first, second = amount(hit, "a"), amount(hit, "b")
        if first is None or second is None or first.unit or second.unit or first.number <= second.number:
            continue
        if not _PAGES.search(text, max(0, first.span.start - 12), first.span.start):
            yield Found(Span(first.span.start, second.span.end), {"reason": f"{first.written} is more than {second.written}"})
    for hit in searched(analysis, compiled(_SHARE, "a"), 1):
        share = amount(hit, "a")
        if share is not None and 100 < share.number < 1000:
            yield Found(share.span, {"reason": "no part is more than 100 per cent of its whole"})


_SHARE = (
    r"(?<!\b(?:by|over|than|to|reached|above|up|down|rose|fell)[ ])@a@(?<=%%|cent|pct)[ ]of[ ](?:the[ ]|all[ ]|those[ ]|its[ ]"
    r"|their[ ]|our[ ])*"
    r"(?:\p{Ll}+[ ])?"
    r"(?:people|voters|respondents|residents|inhabitants|patients|women|men|children|pupils|students|households|workers|employees"
    r"|members|adults|citizens|votes|families|farmers|teachers|doctors|women)\b"
    r"(?![ ](?:who|that|it|they|we|he|she|the|capacity|target)\b)"
)
