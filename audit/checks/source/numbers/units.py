"""This file says when one number may be another in other units: miles and kilometres, months and years, percent and shares."""

from __future__ import annotations

import regex

from audit.amounts import Amount

_FACTORS = {
    "mile": (0.621371, 0.539957),
    "foot": (3.28084, 0.00328084, 3280.84, 0.0328084),
    "inch": (0.393701, 39.3701),
    "yard": (1.09361,),
    "pound": (2.20462, 2204.62),
    "ounce": (0.035274,),
    "acre": (2.47105, 247.105),
    "gallon": (0.264172,),
    "square": (0.386102, 10.7639, 247.105, 100, 0.01),
    "ton": (1.10231, 0.001, 1000),
    "mph": (0.621371,),
    "metre": (0.3048, 0.01, 1000, 0.9144),
    "kilometre": (1.60934, 0.001, 1.852, 0.01),
    "kilogram": (0.453592, 0.001),
    "hectare": (0.404686, 0.01, 100),
    "centimetre": (2.54, 100, 30.48),
    "celsius": (),
    "barrel": (7.33, 6.2898),
    "litre": (3.78541, 0.001, 159),
    "gram": (28.3495, 1000),
    "knot": (0.539957,),
}
_UNITS = {
    "mile": r"miles?|mi\b",
    "foot": r"feet|foot|ft",
    "inch": r"inch(?:es)?",
    "yard": r"yards?|yd",
    "pound": r"pounds?|lbs?",
    "ounce": r"ounces?|oz",
    "acre": r"acres?",
    "gallon": r"gallons?",
    "square": r"(?:square|sq\.?)[ -]\w+",
    "ton": r"(?:metric )?tons?|tonnes?",
    "mph": r"mph",
    "metre": r"met(?:re|er)s?|m",
    "kilometre": r"kilomet(?:re|er)s?|km",
    "kilogram": r"kilogram(?:me)?s?|kilos?|kg",
    "hectare": r"hectares?|ha",
    "centimetre": r"centimet(?:re|er)s?|cm",
    "celsius": r"degrees?|°",
    "barrel": r"barrels?",
    "litre": r"lit(?:re|er)s?",
    "gram": r"grams?",
    "knot": r"knots?",
}
_UNIT = regex.compile("[ -]?(?:" + "|".join(rf"(?P<{name}>{form})" for name, form in _UNITS.items()) + r")(?!\p{L})", regex.IGNORECASE)
_TIME = regex.compile(
    r"[ -]?(?:(?:consecutive|straight|full|and a half|long|short|more|whole|and a)[ ])?"
    r"(?P<unit>year|month|week|day|hour|minute|second|decade|centur|fortnight|quarter|night)",
    regex.IGNORECASE,
)
_TIMES = {
    "year": (1 / 12, 1 / 52, 1 / 365, 10, 100),
    "month": (12, 1 / 30, 3, 1 / 4),
    "week": (1 / 7, 52, 1 / 8),
    "day": (7, 30, 365, 1 / 24, 31),
    "hour": (24, 1 / 60),
    "minute": (60, 1 / 60),
    "second": (60,),
    "decade": (1 / 10, 10),
    "centur": (1 / 100, 1 / 10),
    "fortnight": (1 / 14, 1 / 15, 1 / 2),
    "quarter": (1 / 3, 4),
    "night": (7,),
}
_MONEY = regex.compile(r"[$€£¥₽₴₹₺₩]|\b(?:dollars?|euros?|pounds?|yen|yuan|rubles?|roubles?|rupees?|won|francs?|USD|EUR|GBP)\b")
_CURRENCY = regex.compile(
    r"(?P<pound>£|\bpounds?\b|livres?\b|Pfund|libras?|фунт|steril|GBP|英镑|ポンド)|(?P<euro>€|\beuros?\b|евро|євро|eur\b|欧元|ユーロ|유로|يورو|यूरो)"
    r"|(?P<dollar>\$|dollar|dólar|долл|долар|dolar|dolár|美元|ドル|달러|دولار|डॉलर|USD)|(?P<rouble>₽|rou?bles?|руб|RUB|卢布)|(?P<yen>¥|\byen|円)"
    r"|(?P<yuan>yuan|元|RMB)|(?P<crown>\bcrowns?\b|korun|\bKč|CZK|koruna)|(?P<hryvnia>hryvnia|грн|гривн|UAH)|(?P<zloty>złot|zł\b|zlot|PLN)|(?P<rupee>₹|rupee|रुपये|Rs)",
    regex.IGNORECASE,
)
_INCH = 0.08


def converted(text: str, here: Amount, there: Amount) -> bool:
    """May the number here be the one there in the unit that stands behind it?"""
    unit = _UNIT.match(text, here.span.end)
    if unit is None:
        return False
    for one in here.values:
        for two in there.values:
            factors = _FACTORS[unit.lastgroup or ""]
            if any(_near(one, two * factor) for factor in factors) or (unit.lastgroup == "celsius" and _degrees(one, two)):
                return True
    return False


def _near(one: float, two: float) -> bool:
    return abs(one - two) <= max(_INCH * abs(two), 0.5 if two > 5 else 0.05)


def _degrees(one: float, two: float) -> bool:
    return _near(one, two * 9 / 5 + 32) or _near(one, (two - 32) * 5 / 9)


def stretched(text: str, here: Amount, there: Amount) -> bool:
    """Are both the same length of time: 18 months and a year and a half, two decades and 20 years?"""
    unit = _TIME.match(text, here.span.end)
    return unit is not None and any(
        _same(one, two * times) for one in here.values for two in there.values for times in _TIMES[unit["unit"].lower()]
    )


def _same(one: float, two: float) -> bool:
    return abs(one - two) <= 1e-6 * max(1.0, abs(one), abs(two))


def shared(here: Amount, there: Amount) -> bool:
    """Are both the same share: a half and 50 percent, one in five and 20 percent, doubled and by 100 percent?"""
    if "percent" not in (here.kind, there.kind) and min(here.value, there.value) >= 1:
        return False
    for one in here.values:
        for two in there.values:
            small, big = sorted((one, two))
            if _same(small * 100, big) or (small > 0 and _same(100 / small, big)) or _same((small - 1) * 100, big) or _same(small * big, 1):
                return True
    return False


def money(text: str, amount: Amount) -> bool:
    """Is this a sum of money, or one in brackets, that may stand for another currency?"""
    around = text[max(0, amount.span.start - 5) : amount.span.end + 16]
    return bool(_MONEY.search(around)) or "(" in text[max(0, amount.span.start - 24) : amount.span.start]


def currency(text: str, amount: Amount) -> str:
    """The currency that stands beside a number, as far as signs and stems tell it."""
    around = text[max(0, amount.span.start - 5) : amount.span.start] + " \0 " + text[amount.span.end : amount.span.end + 14]
    hit = _CURRENCY.search(around.split("\n")[0])
    return (hit.lastgroup or "") if hit else ""
