"""This file says what stands behind a CJK number: a percent sign, a year, a month, an hour, a counter; and what it makes of the number."""

from __future__ import annotations

import regex

_COUNTERS = (
    "ヶか个個人名位件台本冊匹頭校社店軒戸戶户棟歳岁次回度倍天周週秒小時月年级級家所座条條辆輛架艘支项項场場局届屆国國州省市县縣区區村元円圆圓块公米吨噸种種组組层層"
    "楼樓步歩里篇部款枚票球号號期批张張对對只頂顶盘句歲字話试試打塁強强勝胜敗败点點着番者輪轮面方代世段"
)
_BEHIND = regex.compile(
    r"[ ]?(?P<percent>[%％]|パーセント|퍼센트|个百分点|個百分點|ポイント|포인트)"
    r"|(?P<tenth>割|成(?![为立员果功本長长人年分]))"
    r"|(?P<decade>年代|년대|代(?![表理码碼]))"
    r"|(?P<year>(?:学?年|年度)(?!間|间|来|來|前|後|后|生|级|級|目|龄|ぶり|余|多|半|以上)|년(?! ?(?:간|동안|만|전|후|째)))"
    r"|(?P<month>月(?!間|间)|월)"
    r"|(?P<day>[日号號](?!間|间|元|圆)|일(?! ?(?:간|동안|만에|째|연속)))"
    r"|(?P<clock>[時时點点](?![间間%])|시(?![간장민의도])(?=[ ,.\d까부에이]|반))"
    r"|(?P<minute>分(?!之|の|钟|鐘|間)|분)"
    r"|(?P<more>[余餘多幾几])|(?P<part>分之|分の)"
    rf"|(?P<counter>[{_COUNTERS}]|つ|カ|ヵ|チーム|メートル|キロ|トン|ドル|ユーロ|パー|分|명|개|번|대|살|세|원|달러|차|위|곳|건|팀|승|패)"
)
_HALF = regex.compile(r"(?:年|个月|個月|ヶ月|か月|カ月|时|時間|小时|小時|日|天|倍|万|億|亿|点|點)半")
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "民国": 1911, "民國": 1911}
_KINDS = {"percent": "percent", "decade": "decade"}


def behind(text: str, at: int) -> tuple[str, int]:
    """What stands behind a number (an empty word for nothing known), and where it ends."""
    hit = _BEHIND.match(text, at)
    return (hit.lastgroup or "", hit.end()) if hit else ("", at)


def meant(text: str, begin: int, end: int, found: tuple[float, ...], after: str) -> tuple[tuple[float, ...], str]:
    """The values and the kind of a number, by what stands round it."""
    value, before = found[0], text[max(0, begin - 4) : begin]
    if _HALF.match(text, end):
        return (value + 0.5, value), "number"
    if after != "year" and before[-2:] in _ERAS:
        return (_ERAS[before[-2:]] + value, value), "date"  # 1895（明治28）年 tells one year twice
    if after == "tenth":
        return (value * 10, value), "percent"
    if after == "year":
        return _year(before, value)
    if before.endswith("百分之"):
        return found, "percent"
    plain_year = 1000 <= value <= 2100 and end - begin == 4 and text[begin:end].isdecimal() and after != "counter"
    return found, _KINDS.get(after) or _time(before, value, after) or ("year" if plain_year else "number")


def _year(before: str, value: float) -> tuple[tuple[float, ...], str]:
    era = _ERAS.get(before[-2:])
    if era:
        return (era + value, value), "year"
    short = (2000 + value,) if value < 100 and before[-1:] in ("'", "’") else ()
    return (value, *short), "year" if 1000 <= value <= 2100 else "number"


def _time(before: str, value: float, after: str) -> str:
    if after == "month" and value <= 12:
        return "month"
    if after == "clock" and value <= 24:
        return "clock"
    return "date" if after == "minute" and before[-1:] in ("時", "时", "点", "點", "시", " ") else ""
