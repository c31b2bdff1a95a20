"""This file reads the numbers of Chinese, Japanese and Korean: 三百二十, 4万5千, 3.5億, 10만, 数十, 三分之一, 第三, 八割."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.amounts.amount import Amount
from audit.amounts.counters import behind, meant
from audit.amounts.digits import values as figures
from audit.amounts.lexicon import Lexicon
from audit.cache import expression
from audit.spans import Span

_DIGITS = {**{sign: value for value, sign in enumerate("〇一二三四五六七八九")}, "零": 0, "两": 2, "兩": 2, "壱": 1, "弐": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000, "십": 10, "백": 100, "천": 1000, "廿": 20}
_BIG = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12, "만": 10**4, "억": 10**8, "조": 10**12}
_NUMBER = (
    r"(?P<first>(?P<pre>第|[数數几幾]|[约約近])?"
    r"(?P<num>(?![百千]分[之の])(?:(?:\p{Nd}[\p{Nd},.]*|[一二三四五六七八九十百千]+)[多余餘](?=[万亿億萬])|\p{Nd}{1,3}(?:[,，]\p{Nd}{3})+(?:[.．]\p{Nd}+)?|\p{Nd}+(?:[.．·]\p{Nd}+)*|[〇零一二三四五六七八九十百千万萬亿億兆两兩壱弐廿]+)"
    r"(?:(?<=\p{Nd})[ ]?[십백천만억조]+(?:[ ]?\p{Nd}+(?:,\p{Nd}{3})*(?=[ ]?[십백천만억조]|[ ]?[^\p{Nd}만억조천])[십백천만억조]*)*)?"
    r"(?:(?<=[十百千万萬亿億兆])\p{Nd}+(?:[,，]\p{Nd}{3})*(?:[.．]\p{Nd}+)?|(?<=[\p{Nd}多余餘])[十百千万萬亿億兆]+(?:[零〇一二三四五六七八九十百千]+[万萬])?)*))"
)
_MINUTES = regex.compile(r"[:：]\p{Nd}\p{Nd}(?!\p{Nd})")
_NAME_BEHIND = regex.compile(r"(?!km|m|k|M)(?:[A-Za-z](?!\w)|[A-Z]{2})")
_LATIN = regex.compile(r"[A-Za-zＡ-Ｚａ-ｚ][-‐－]?\Z")


def numbers(text: str, start: int, end: int) -> Iterator[Amount]:
    """The numbers of a text in Chinese or Japanese, and of Korean those in figures."""
    for hit in expression(_NUMBER).finditer(text, start, end):
        yield from _amounts(text, hit)


def words(text: str, lexicon: Lexicon, start: int, end: int) -> Iterator[Amount]:
    """Words that hold a number without a numeral: 双方, 半数, 正午."""
    listed = sorted(lexicon.words, key=len, reverse=True)
    for hit in expression("|".join(map(regex.escape, listed))).finditer(text, start, end):
        yield Amount(Span(*hit.span()), lexicon.words[hit[0]].values, "number", True, False)


def _amounts(text: str, hit: regex.Match[str]) -> Iterator[Amount]:
    begin, end = hit.span("num")
    written = hit["num"]
    digits = any(sign.isdecimal() for sign in written)
    found = _values(written)
    if not found:
        parts = regex.finditer(r"\p{Nd}{1,12}", written)
        yield from (Amount(Span(begin + part.start(), begin + part.end()), (float(int(part[0])),), "date") for part in parts)
    elif digits and len(written) < 3 and _MINUTES.match(text, end):
        yield Amount(Span(begin, end), found, "clock")
    elif digits and (_LATIN.search(text[max(0, begin - 2) : begin]) or _NAME_BEHIND.match(text, end)):
        yield Amount(Span(begin, end), found, "code")
    elif hit["pre"] in tuple("数數几幾") and not digits:
        yield Amount(Span(hit.start("first"), end), found, "vague", True, False)
    else:
        after, stop = behind(text, end)
        found, kind = meant(text, begin, end, found, after)
        kind = "ordinal" if hit["pre"] == "第" else kind
        firm = kind not in ("date", "month") and (digits or _firm(written, after, hit["pre"], found[0]))
        slack = 0.1 if regex.search("[多余餘]", written) else 0.0
        yield Amount(Span(begin, stop if after in ("percent", "tenth") else end), found, kind, not digits, firm, slack)


def _firm(written: str, after: str, pre: str | None, value: float) -> bool:
    """Is this a number and no part of a word such as 一些, 四川, 十分, 千万?"""
    counted = bool(after) and after != "minute"
    return value > 1 and (pre == "第" or counted or (len(written) > 1 and bool(set(written) & set(_DIGITS))))


def _values(written: str) -> tuple[float, ...]:
    """What digits, numerals and scales in a row are worth."""
    parts = regex.findall(r"(?![多余餘])\p{Nd}+(?:[.,．，·]\p{Nd}+)*|\S", written)
    if len(parts) == 1 and parts[0][0].isdecimal():
        return figures(parts[0].replace("·", "."), english=True)
    total = section = number = 0.0
    heard = False
    for part in parts:
        if part[0].isdecimal():
            found = figures(part, english=True)
            if not found:
                return ()
            number, heard = found[0], True
        elif part in _DIGITS:
            number, heard = number * 10 + _DIGITS[part], True
        elif part in _SMALL:
            section, number = section + (number if heard else 1) * _SMALL[part], 0.0
            heard = False
        elif part in _BIG:
            scale = _BIG[part]  # it multiplies all that was heard (3万5千億), or only the last section (12億3千万)
            total = (total + section + number or 1.0) * scale if total < scale else total + (section + number) * scale
            section = number = 0.0
            heard = False
    return (total + section + number,)
