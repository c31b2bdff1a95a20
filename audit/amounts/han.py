"""This file reads the numbers of Chinese, Japanese and Korean: 三百二十, 4万5千, 3.5億, 10만, 数十, 三分之一, 第三, 八割."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.amounts.amount import Amount
from audit.amounts.digits import values as figures
from audit.amounts.lexicon import Lexicon
from audit.cache import expression
from audit.spans import Span

_DIGITS = {**{sign: value for value, sign in enumerate("〇一二三四五六七八九")}, "零": 0, "两": 2, "兩": 2, "壱": 1, "弐": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000, "십": 10, "백": 100, "천": 1000, "廿": 20}
_BIG = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12, "만": 10**4, "억": 10**8, "조": 10**12}
_KANJI = "".join((*_DIGITS, *_SMALL, *_BIG)).replace("십백천만억조", "")
_NUMBER = (
    r"(?P<first>(?P<pre>第|[数數几幾]|[约約近])?"
    r"(?P<num>(?![百千]分[之の])(?:\p{Nd}{1,3}(?:[,，]\p{Nd}{3})+(?:[.．]\p{Nd}+)?|\p{Nd}+(?:[.．·]\p{Nd}+)*|[〇零一二三四五六七八九十百千万萬亿億兆两兩壱弐廿]+)"
    r"(?:(?<=\p{Nd})[ ]?[십백천만억조]+(?:[ ]?\p{Nd}+(?:,\p{Nd}{3})*(?=[ ]?[십백천만억조]|[ ]?[^\p{Nd}만억조천])[십백천만억조]*)*)?"
    r"(?:(?<=[十百千万萬亿億兆])\p{Nd}+(?:[,，]\p{Nd}{3})*(?:[.．]\p{Nd}+)?|(?<=\p{Nd})[十百千万萬亿億兆]+(?:[零〇一二三四五六七八九十百千]+[万萬])?)*))"
)
_BEHIND = regex.compile(
    r"[ ]?(?P<percent>[%％]|パーセント|퍼센트|プロ(?=\b)|个百分点|個百分點|ポイント|%포인트|포인트)|(?P<tenth>割|成(?![为立员果功本長长人年分]))|(?P<decade>年代|년대|代(?![表理码碼]))"
    r"|(?P<year>(?:学?年|年度)(?!間|间|来|來|前|後|后|生|级|級|目|龄|ぶり|余|多|半|以上)|년(?! ?(?:간|동안|만|전|후|째)))|(?P<month>月(?!間|间)|월)|(?P<day>[日号號](?!間|间|元|圆)|일(?! ?(?:간|동안|만에|째|연속)))"
    r"|(?P<clock>[时時点點](?![間间%])|시(?![간장민의도])(?=[ ,.\d까부에이]|반))|(?P<minute>分(?!之|の|钟|鐘|間)|분)|(?P<more>[余餘多幾几])|(?P<part>分之|分の)"
    r"|(?P<counter>[ヶか个個人名位件台本冊匹頭校社店軒戸戶户棟歳岁次回度倍天周週秒小分時月年级級家所座条條辆輛架艘支项項场場局届屆国國州省市县縣区區村元円圆圓块公米吨噸种種组組层層楼樓步歩里篇部款枚票球号號期批张張对對只頂顶盘句岁歲字話试試打塁強强勝胜敗败点點着番位年者輪轮面方代世段級]|つ|カ|ヵ|チーム|メートル|キロ|トン|ドル|ユーロ|パー|명|개|번|대|살|세|원|달러|차|위|곳|건|팀|승|패)"
)
_HALF = regex.compile(r"(?:年|个月|個月|ヶ月|か月|カ月|时|時間|小时|小時|日|天|倍|万|億|亿|点|點)半")
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "民国": 1911, "民國": 1911}
_LATIN = regex.compile(r"[A-Za-zＡ-Ｚａ-ｚ][-‐－]?\Z")


def numbers(text: str, language: str, start: int, end: int) -> Iterator[Amount]:
    """The numbers of a text in Chinese or Japanese, and of Korean those in figures."""
    for hit in expression(_NUMBER).finditer(text, start, end):
        yield from _amounts(text, language, hit)


def words(text: str, lexicon: Lexicon, start: int, end: int) -> Iterator[Amount]:
    """Words that hold a number without a numeral: 双方, 半数, 正午."""
    listed = sorted(lexicon.words, key=len, reverse=True)
    for hit in expression("|".join(map(regex.escape, listed))).finditer(text, start, end):
        yield Amount(Span(*hit.span()), lexicon.words[hit[0]].values, "number", True, False)


def _amounts(text: str, language: str, hit: regex.Match[str]) -> Iterator[Amount]:
    begin, end = hit.span("num")
    written = hit["num"]
    digits = any(sign.isdecimal() for sign in written)
    behind = _BEHIND.match(text, end)
    kind = behind.lastgroup if behind else ""
    if digits and (colon := regex.match(r"[:：](\p{Nd}\p{Nd})(?!\p{Nd})", text[end : end + 4])) and len(written) < 3:
        yield Amount(Span(begin, end), (float(int(written)),), "clock")
        return
    found = _values(written)
    if not found:
        parts = regex.finditer(r"\p{Nd}+", written)
        yield from (Amount(Span(begin + part.start(), begin + part.end()), (float(int(part[0])),), "date") for part in parts)
        return
    code = digits and bool(_LATIN.search(text[max(0, begin - 2) : begin]))
    code = code or (
        digits
        and regex.match(r"[A-Za-z](?!\w)|[A-Z]{2}", text[end : end + 3]) is not None
        and not regex.match(r"km|m|k|M", text[end : end + 2])
    )
    if code:
        yield Amount(Span(begin, end), found, "code")
        return
    found, kind_ = _kind(text, begin, end, found, kind or "")
    if hit["pre"] in tuple("数數几幾") and not digits:
        yield Amount(Span(hit.start("first"), end), (found[0],), "vague", True, False)
        return
    if hit["pre"] == "第":
        kind_ = "ordinal"
    ended = behind.end() if behind and kind in ("percent", "tenth") else end
    yield Amount(
        Span(begin, ended),
        found,
        kind_,
        not digits,
        _firm(written, digits, kind or "", hit["pre"], found[0], kind_),
        0.25 if kind == "more" else 0.0,
    )


def _firm(written: str, digits: bool, kind: str, pre: str | None, value: float, sort: str) -> bool:
    """Is this a number and no part of a word such as 一些, 四川, 十分, 千万?"""
    if sort in ("date", "month", "vague"):
        return False
    if digits:
        return True
    return value > 1 and (pre == "第" or (bool(kind) and kind != "minute") or (len(written) > 1 and bool(set(written) & set(_DIGITS))))


def _kind(text: str, begin: int, end: int, found: tuple[float, ...], kind: str) -> tuple[tuple[float, ...], str]:
    value = found[0]
    era = _ERAS.get(text[max(0, begin - 2) : begin])
    if _HALF.match(text, end):
        return (value + 0.5, value), "number"
    if kind == "percent" or text[max(0, begin - 4) : begin].endswith("百分之"):
        return found, "percent"
    if kind == "tenth":
        return (value * 10, value), "percent"
    if kind == "decade":
        return found, "decade"
    if kind == "year":
        if era:
            return (era + value, value), "year"
        short = (2000 + value,) if value < 100 and text[max(0, begin - 1) : begin] in "'’" else ()
        return (value, *short), "year" if 1000 <= value <= 2100 else "number"
    if kind == "month":
        return found, "month" if value <= 12 else "number"
    if kind == "day":
        return found, "number"
    if kind == "clock":
        return found, "clock" if value <= 24 else "number"
    if kind == "minute" and text[begin - 1 : begin] in tuple("时時点點시 "):
        return found, "date"
    if value in range(1900, 2101) and text[begin:end].isdecimal() and len(text[begin:end]) == 4 and kind != "counter":
        return found, "year"
    return found, "number"


def _values(written: str) -> tuple[float, ...]:
    """What digits, numerals and scales in a row are worth."""
    parts = regex.findall(r"\p{Nd}+(?:[.,．，·]\p{Nd}+)*|\S", written)
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
            total, section, number = (
                (total + section + number or 1.0) * _BIG[part] if _greater(part, total) else total + (section + number) * _BIG[part],
                0.0,
                0.0,
            )
            heard = False
    return (total + section + number,)


def _greater(part: str, total: float) -> bool:
    """Does this scale multiply all that was heard (3万5千億), and not only the last section (12億3千万)?"""
    return total < _BIG[part]
