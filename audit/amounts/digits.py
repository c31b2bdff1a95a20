"""This file reads figures: digits of any script, with the marks that part thousands and decimals."""

from __future__ import annotations

from functools import cache

import regex

SPACES = " \u00a0\u202f\u2009"
FIGURE = (
    rf"\p{{Nd}}{{1,3}}(?:[{SPACES}]\p{{Nd}}{{3}})+(?!\p{{Nd}})(?:[.,٫]\p{{Nd}}+)?(?![.,]\p{{Nd}})"
    r"|\p{Nd}+(?:[.,．，٫٬·'’]\p{Nd}+)*[½¼¾⅓⅔⅛]?|[½¼¾⅓⅔⅛]"
)
"""A figure; what stands beside it decides whether it is a number at all."""
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_MARK = regex.compile(rf"[.,．，٫٬·'’{SPACES}]")
_PLAIN = str.maketrans("．，٫٬·’\u00a0\u202f\u2009", ".,.,.'   ")


@cache
def values(figure: str, *, english: bool = False) -> tuple[float, ...]:
    """What a figure may stand for, the likeliest first; nothing when it is a date, a version or the like (12.5.2020)."""
    if figure[-1] in _PARTS:
        return ((float(int(figure[:-1])) if figure[:-1].isdecimal() else 0.0) + _PARTS[figure[-1]],)
    figure = figure.translate(_PLAIN)
    groups, marks = _MARK.split(figure), _MARK.findall(figure)
    if not marks:
        return (float(int(figure)),)
    whole = float(int("".join(groups)))
    grouped = _grouped(groups)
    if len(set(marks)) > 1:
        thousands = _grouped(groups[:-1]) and len(set(marks[:-1])) == 1
        return (float(f"{''.join(map(_plain, groups[:-1]))}.{_plain(groups[-1])}"),) if thousands and marks[-1] in ".," else ()
    if len(marks) > 1 or marks[0] not in ".,":
        return (whole,) if grouped else ()
    point = float(f"{_plain(groups[0])}.{_plain(groups[1])}")
    if english:
        return (whole,) if grouped and marks[0] == "," else (point,)  # 3,5 is a slip for 3.5, or two numbers
    return (whole, point) if grouped and groups[0].strip("0") else (point,)


def _plain(digits: str) -> str:
    return str(int(digits)).zfill(len(digits)) if digits else "0"


def _grouped(groups: list[str]) -> bool:
    """Are these thousands (1 500 000), or Indian lakhs and crores (1,50,00,000)?"""
    rest = groups[1:]
    return 1 <= len(groups[0]) <= 3 and (
        all(len(group) == 3 for group in rest) or (len(rest) > 1 and len(rest[-1]) == 3 and all(len(group) == 2 for group in rest[:-1]))
    )


def significant(number: float) -> int:
    """How many digits of a number count: 2 for 14,000."""
    return len(f"{number:.10g}".replace(".", "").split("e")[0].strip("0")) or 1
