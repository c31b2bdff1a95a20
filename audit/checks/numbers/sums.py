"""This file finds sums that do not come out: 10 men and 12 women, 25 in all; 30 people, 12 men and 15 women."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.checks.numbers.found import HEDGE, Amount, around, compiled, searched
from audit.found import Found
from audit.model import Analysis, Related
from audit.numerals import NUMBER, precision, said, value
from audit.spans import Span

_N = rf"(?<![\p{{L}}\d.,/:’'-]|\d[ ]|[$€£])(?:{NUMBER})(?![\p{{L}}\d]|[.,:]\d|-\p{{L}}|[ ]?(?:%%|per[ ]?cent)|/\d)"
_WORDS = (
    r"(?:[ ](?!and\b|or\b|in\b|a\b|of\b|from\b|were\b|was\b|to\b|at\b|while\b|including\b|among\b|aged\b|people\b)\p{L}[\p{L}’'-]*){1,4}?"
)
_FROM = r"(?:[ ](?:from|of|in|for)[ ](?:the[ ])?\p{Lu}[\p{L}-]+(?:[ ]\p{Lu}[\p{L}-]+)?)?"
_ITEM = rf"{_N}{_WORDS}{_FROM}"
_LIST = rf"(?P<list>{_ITEM}(?:,[ ]{_ITEM}){{0,4}}?,?[ ](?:and|as[ ]well[ ]as|plus)[ ]{_ITEM})"
_TOTAL_BEHIND = (
    rf"{_LIST}(?:[ ](?:were|have[ ]been|had[ ]been|are|was)[ ](?:\p{{Ll}}+ly[ ])?\p{{L}}+(?:[ ](?:in|at|on|by|from"
    rf"|near)[ ][^,.;()\d]{{1,40}})?)?[ ]?(?:(?:,|[–—-]|\()[ ]?(?:(?:that[ ]is|i\.e\.|or|making|which[ ]makes"
    rf"|bringing[ ]the[ ]total[ ]to|totall?ing"
    rf"|for)[ ,]*)?(?:a[ ]total[ ]of[ ])?(?P<total>{_N})(?:[ ]\p{{Ll}}+){{0,3}}?[ ](?P<all>in[ ]all|in[ ]total|altogether|together"
    rf"|overall)"
    rf"|[,–—(-][ ]?(?:(?:that[ ]is|i\.e\.|or|making|for|which[ ]makes|giving)[ ,]*)?(?:a|in)[ ]total,?[ ](?:of[ ])?(?P<total2>{_N})"
    rf"|,?[ ](?:making|bringing|totall?ing)(?:[ ](?:it|the[ ]total|the[ ]toll|them|to|up))*[ ](?P<total3>{_N}))\b"
)
_PAIRS = (
    r"man|woman|child|boy|girl|baby|babies|infant|men|women|boys|girls|children|adults|male|female|males|females|minors|civilians|soldiers|police|dead|killed|injured|wounded"
    r"|infants|teenagers|students|pupils|teachers|in[ ]favou?r|against|for|abstentions|abstained|abstaining|gold|silver|bronze|wins"
    r"|draws|losses|defeats|victories|officers|crew|passengers|foreigners|locals|married|single|workers|rowers"
)
_SEX = rf"{_N}(?:[ ](?!and\b|of\b|in\b)\p{{L}}[\p{{L}}-]*){{0,2}}?[ ](?:were[ ]|are[ ])?(?:{_PAIRS})"
_PARTS = rf"(?P<list>{_SEX}(?:,[ ]{_SEX}){{0,4}}?,?[ ](?:and|as[ ]well[ ]as|plus)[ ]{_SEX})"
_TOTAL_AHEAD = (
    rf"(?P<hedge>(?:{HEDGE}|another|further|other|first|last)[ ])?(?P<total>{_N})(?P<of>(?:[ ](?!and\b|or\b"
    rf"|than\b)\p{{L}}[\p{{L}}’'-]*){{1,6}}?|(?<=\b(?:crew|group|team|delegation|party|jury|class|panel|family|squad|staff|cast|total"
    rf"|board)[ ]of[ ]{_N}))[ ]?(?::|,|[–—]|[ ]-|\()[ ]?(?:namely[ ]|that[ ]is[ ])?{_PARTS}(?=[ ]?(?:[.;)–—]|,|[ ]-"
    rf"|$|[ ](?:who|were|was|died|from|in|at|on|have|had|are|is|when|after)\b))"
)
_OPEN = regex.compile(
    r"\b(?:among|including|includ\p{L}*|mostly|mainly|most of|some of|of whom|others?|rest|remain\p{L}*|unknown|unidentified|also"
    r"|besides|apart|except|excluding|not counting|respectively|average|each|per|either|several|dozens?|hundreds|various|a few|plus"
    r"|more|further|another)\b",
    regex.IGNORECASE,
)
_INEXACT = regex.compile(rf"\b(?!the\b){HEDGE.replace('|the)', ')')}[ ]\Z", regex.VERBOSE | regex.IGNORECASE)
_SPLIT = regex.compile(_N.replace("%%", "%"), regex.VERBOSE)


_MORE = regex.compile(rf"[;,)]?[ ](?:and[ ])?{_N}".replace("%%", "%"), regex.VERBOSE)


def total(analysis: Analysis) -> Iterator[Found]:
    """The parts of an enumeration against the total beside it; not where a hedge or `among them` leaves it open."""
    text = analysis.text
    for template in (_TOTAL_BEHIND, _TOTAL_AHEAD):
        for hit in searched(analysis, compiled(template)):
            group = next(name for name in ("total", "total2", "total3") if name in hit.groupdict() and hit[name])
            whole = _amount(hit[group], Span(*hit.span(group)))
            parts = [_amount(part[0], Span(*part.span())) for part in _SPLIT.finditer(text, hit.start("list"), hit.end("list"))]
            if whole is None or any(part is None for part in parts) or len(parts) < 2:
                continue
            exact = [part for part in parts if part is not None]
            if _open(analysis, hit, template is _TOTAL_AHEAD) or any(_hedged(text, part.span) for part in (*exact, whole)):
                continue
            if template is _TOTAL_AHEAD and _MORE.match(text, hit.end()):
                continue
            made = sum(part.number for part in exact)
            if abs(made - whole.number) <= sum(part.loose for part in exact) + whole.loose:
                continue
            if any(part.number > whole.number for part in exact) and template is _TOTAL_AHEAD and whole.number < 3:
                continue
            related = (Related(Span(*hit.span("list")), "the parts"),)
            yield Found(whole.span, {"right": said(made, 0 if made == int(made) else 1)}, (), related)


def _amount(written: str, span: Span) -> Amount | None:
    """Whole numbers are exact, others as exact as their last digit."""
    number = value(written)
    if number is None:
        return None
    loose = precision(written) if (number >= 1000 and number % 100 == 0) or number != int(number) else 0.0
    return Amount(number, min(loose, 0.05 * number), "", span, written)


def _open(analysis: Analysis, hit: regex.Match[str], ahead: bool) -> bool:
    if ahead and hit["hedge"] and hit["hedge"].strip().lower() != "the":
        return True
    if ahead and _OPEN.search(hit[0]):
        return True
    return _OPEN.search(around(analysis, Span(*hit.span())) if ahead else hit[0]) is not None


def _hedged(text: str, span: Span) -> bool:
    return _INEXACT.search(text, max(0, span.start - 20), span.start) is not None
