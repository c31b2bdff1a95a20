"""This file finds numbers that are not those of the source: changed, of another scale, lost, added."""

from __future__ import annotations

import math
from collections.abc import Iterator

import regex

from audit.amounts import Amount
from audit.amounts.digits import significant
from audit.checks.source.both import Sides
from audit.checks.source.numbers.pairing import Rest, rests, timed
from audit.checks.source.numbers.units import currency, money
from audit.found import Found

_GROUPS = {
    "year": "year",
    "percent": "percent",
    "permille": "percent",
    "code": "code",
    "clock": "clock",
    "date": "clock",
    "decade": "decade",
}
_NAME = regex.compile(r"(\p{L}+)[-‑– ]?\Z")
_MOST = 3
_SURE = 0.7


def number_changed(sides: Sides) -> Iterator[Found]:
    """A number here, another in its place in the source."""
    for one, two in _changes(sides):
        if _scale(one, two) is None:
            yield _found(sides, one, two)


def scale_changed(sides: Sides) -> Iterator[Found]:
    """The same digits, a thousand or a million times as much or as little."""
    for one, two in _changes(sides):
        if _scale(one, two) is not None:
            yield _found(sides, one, two)


def number_lost(sides: Sides) -> Iterator[Found]:
    """A figure of the source that stands nowhere here, with no other number in its place."""
    for rest in rests(sides):
        lost = [amount for amount in rest.there if amount.firm]
        if not rest.here and len(lost) <= 2 and rest.couple.confidence >= _SURE:
            for amount in lost:
                if _plain(amount) and not timed(sides.source, sides.language, amount.span):
                    yield Found(rest.couple.here, {"found": "", "source": amount.span.of(sides.source)}, source_span=amount.span)


def number_added(sides: Sides) -> Iterator[Found]:
    """A figure here that stands nowhere in the source, where no number is left that it may stand for."""
    for rest in rests(sides):
        added = [amount for amount in rest.here if amount.firm]
        if not rest.there and len(added) == 1 and rest.couple.confidence >= _SURE:
            (amount,) = added
            if (
                _plain(amount)
                and amount.kind != "year"
                and not _wordy(sides.text, amount)
                and not timed(sides.text, "en", amount.span)
                and not money(sides.text, amount)
            ):
                yield Found(amount.span, {"found": amount.span.of(sides.text), "source": ""}, source_span=rest.couple.there)


def _wordy(text: str, amount: Amount) -> bool:
    """A number that English writes where others have a word: 24 hours, 100 %, a round of 16, a million."""
    round_one = amount.value >= 100 and significant(amount.value) == 1
    behind = text[amount.span.end : amount.span.end + 6].lower()
    before = text[max(0, amount.span.start - 9) : amount.span.start].lower()
    return round_one or (amount.kind == "percent" and amount.value in (50, 100)) or "hour" in behind or before == "round of "


def _plain(amount: Amount) -> bool:
    return not amount.words and amount.kind in ("number", "percent", "year") and amount.value > 12


def _found(sides: Sides, one: Amount, two: Amount) -> Found:
    return Found(one.span, {"found": one.span.of(sides.text), "source": two.span.of(sides.source)}, source_span=two.span)


def _scale(one: Amount, two: Amount) -> int | None:
    """How many thousands lie between two numbers with the same digits."""
    for value in one.values:
        for other in two.values:
            if value > 0 and other > 0 and max(value, other) >= 1000:
                power = math.log10(value / other)
                if abs(power - round(power)) < 1e-9 and round(power) and round(power) % 3 == 0:
                    return round(power) // 3
    return None


def _changes(sides: Sides) -> Iterator[tuple[Amount, Amount]]:
    for rest in rests(sides):
        here = [amount for amount in rest.here if amount.firm]
        there = [amount for amount in rest.there if amount.firm]
        if here and there and len(here) <= _MOST and len(there) <= _MOST + 1:
            yield from _couples(sides, rest, here, there)


def _couples(sides: Sides, rest: Rest, here: list[Amount], there: list[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Of the numbers left on both sides, those that belong together: of one kind, in the same order or place."""
    alone = len(here) == len(there) == 1
    for one in here:
        choices = [two for two in there if (alone or _group(one) == _group(two)) and _comparable(sides, one, two)]
        if not choices:
            continue
        two = min(choices, key=lambda two: _distance(rest, one, two))
        there.remove(two)
        yield one, two


def _group(amount: Amount) -> str:
    return _GROUPS.get(amount.kind, "number")


def _comparable(sides: Sides, one: Amount, two: Amount) -> bool:
    if "code" in (one.kind, two.kind) and not _same_name(_letters(sides.text, one), _letters(sides.source, two)):
        return False
    if timed(sides.text, "en", one.span) and timed(sides.source, sides.language, two.span):
        return False
    coins = currency(sides.text, one), currency(sides.source, two)
    return not (all(coins) and coins[0] != coins[1])


def _same_name(one: str, two: str) -> bool:
    """Do both numbers belong to one name, perhaps inflected: Covid-19, covidu-19?"""
    return bool(one) and bool(two) and (one.startswith(two) or two.startswith(one))


def _letters(text: str, amount: Amount) -> str:
    """The letters that a number hangs on: iphone, covid."""
    hit = _NAME.search(text, max(0, amount.span.start - 16), amount.span.start)
    return hit[1].lower() if hit else ""


def _distance(rest: Rest, one: Amount, two: Amount) -> float:
    """How far apart two numbers stand, each in its sentence, and how different they look."""
    here, there = rest.couple.here, rest.couple.there
    place = (one.span.start - here.start) / max(1, here.end - here.start) - (two.span.start - there.start) / max(1, there.end - there.start)
    size = abs(math.log10(max(one.value, 0.1) / max(two.value, 0.1)))
    return abs(place) + min(1.0, size / 2) + (0.3 if one.words != two.words else 0.0)
