"""This file says when a number of the translation and one of the source are the same, for certain or perhaps."""

from __future__ import annotations

from audit.amounts import Amount
from audit.amounts.digits import significant
from audit.checks.source.numbers.units import converted, shared, stretched

_CLOCKS = ("clock",)
_HIJRI = (621.0, 622.0)


def equal(here: Amount, there: Amount) -> bool:
    """Do both have a reading in common?"""
    return any(abs(one - two) <= 1e-6 * max(1.0, abs(one)) for one in here.values for two in there.values)


def alike(text: str, here: Amount, there: Amount, language: str) -> bool:
    """May one stand for the other: rounded, vague, in other units, in another count of years or hours?"""
    if "vague" in (here.kind, there.kind):
        return _vague(here, there)
    return (
        _rounded(here, there)
        or _periods(here, there, language)
        or converted(text, here, there)
        or stretched(text, here, there)
        or shared(here, there)
    )


def _vague(here: Amount, there: Amount) -> bool:
    one, two = (here, there) if here.kind == "vague" else (there, here)
    return two.kind == "vague" or any(low <= value <= 30 * low for low in one.values for value in two.values)


def _rounded(here: Amount, there: Amount) -> bool:
    """14.9 million is almost 15 million; 2019 is not almost 2020."""
    slack = max(here.slack, there.slack)
    for one in here.values:
        for two in there.values:
            if abs(one - two) <= slack * max(one, two):
                return True
            if "year" in (here.kind, there.kind) or min(one, two) < 1 or (max(one, two) < 100 and one == int(one) and two == int(two)):
                continue
            rough, fine = (one, two) if significant(one) < significant(two) else (two, one)
            if significant(rough) < significant(fine) and abs(one - two) <= min(0.025 * fine, 0.5 * _place(rough) * 1.0000001):
                return True
    return False


def _place(number: float) -> float:
    """The unit of the last digit that counts: 1,000,000 for 15 million, 0.1 for 3.5."""
    place = 1.0
    if number != int(number):
        return 10.0 ** -len(f"{number:.10g}".split(".")[-1])
    while number % (place * 10) == 0 and place < 1e15:
        place *= 10
    return place


def _periods(here: Amount, there: Amount, language: str) -> bool:
    """The 80s are the 1980s, 11 p.m. is 23:00, the 19th century began in 1800."""
    kinds = (here.kind, there.kind)
    for one in here.values:
        for two in there.values:
            low, high = sorted((one, two))
            if "decade" in kinds and low < 100 and 1000 <= high < 2100 and high % 100 == low:
                return True
            if here.kind == "year" and there.kind != "year" and low < 100 and language in ("ja", "zh", "ko") and high % 100 == low:
                return True
            if "clock" in kinds and (_hours(low, high)):
                return True
            if "ordinal" in kinds and low < 22 and (low - 1) * 100 == high:
                return True
            if language in ("fa", "ar") and one - two in _HIJRI:
                return True
    return False


def _hours(low: float, high: float) -> bool:
    hours = high // 100 if high >= 100 else high
    return low <= 24 and hours <= 24 and hours % 12 == low % 12
