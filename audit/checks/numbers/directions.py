"""This file finds changes that go against their figures: rose from 15 to 10, an increase from 7.2 % to 6.1 %, 8, down from 5."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.checks.numbers.found import PERCENT, Amount, amount, around, compiled, pair, searched
from audit.found import Found
from audit.model import Analysis, Related
from audit.numerals import said
from audit.spans import Span

_UP = (
    r"rises?|rose|risen|rising|increases?|increased|increasing|grows?|grew|grown|growing|climbs?|climbed|climbing|jumps?|jumped"
    r"|jumping|soars?|soared|soaring|surges?|surged|surging"
    r"|swelled|swells?|swollen|expands?|expanded|expanding|(?:went|goes|go|gone|going|shot|edged|crept|inched|ticked|moved)[ ]up"
    r"|raises?|raised|raising|lifted|hiked|boosted|rocketed|skyrocketed|mounted"
    r"|widened|doubled|tripled|quadrupled|accelerated|spiked|upward|uptick|growth|rebounded|ballooned"
)
_DOWN = (
    r"falls?|fell|fallen|falling|drops?|dropped|dropping|declines?|declined|declining|decreases?|decreased|decreasing|shrinks?|shrank"
    r"|shrunk|shrinking|sinks?|sank|sunk|sinking"
    r"|slumps?|slumped|plunges?|plunged|plummet(?:ed|s)?|tumbles?|tumbled|slid|slides?|dips?|dipped|(?:went|goes|go|gone|going|came"
    r"|come|edged|ticked|moved)[ ]down|cuts?|cutting"
    r"|reduces?|reduced|reducing|reduction|lowers?|lowered|lowering|slashed|trimmed|halved|narrowed|dwindled|shrivelled|slowed|eased"
    r"|diminished|downward|collapsed|contracted"
)
_BETWEEN = (
    r"(?:[ ](?!from\b|to\b|not\b|he\b|she\b|it\b|they\b|we\b|n['’]t\b|never\b|and\b|but\b|or\b|while\b|after\b|before\b|which\b|who\b"
    r"|that\b)(?:\p{L}[\p{L}’'-]*|"
    r"(?:19|20)\d\d|\d+(?:[.,]\d+)?(?:%%|[ ]percent|[ ]per[ ]cent)),?){0,7}?"
)
_WITHIN = r"(?:[ ](?!from\b|to\b|and\b|but\b|or\b)(?:\p{L}[\p{L}’'.-]*|(?:19|20)\d\d),?){0,8}?"
_HEDGED = (
    r"(?:(?:about|around|some|just|only|nearly|almost|roughly|approximately|over|under|more[ ]than|less[ ]than|an?[ ](?:estimated"
    r"|record|average[ ]of))[ ])?"
)
_CHANGE = (
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b{_BETWEEN}(?:[ ]by[ ](?:\p{{L}}+[ ]){{0,2}}?[\d.,]+{PERCENT}?(?:[ ]\p{{L}}+){{0,2}}?)?,?[ ]"
)
_FORWARD = rf"{_CHANGE}from[ ]{_HEDGED}@a@{_WITHIN}[ ]to[ ]{_HEDGED}@b@"
_BACKWARD = rf"{_CHANGE}to[ ]{_HEDGED}@b@{_WITHIN},?[ ]from[ ]{_HEDGED}@a@"
_BESIDE = rf"@b@{_WITHIN},?[ ]\(?(?:(?P<up>up)|(?P<down>down))[ ]from[ ]{_HEDGED}@a@"
_INVERSE = regex.compile(
    r"\b(?:rank\p{L}*|tables?|places?|placed|positions?|charts?|standings|league|seed\p{L}*|spots?|list|grid|leaderboard|poll|odds"
    r"|ratio|world number|number one|No"
    r"|(?:to|against|per|versus) (?:the |one |a |US )*(?:US )?(?:dollar|euro|pound|ruble|rouble|yen|greenback)\b|exchange rate"
    r"|below zero|minus|below freezing|negative|sub-?zero"
    r"|o[’']clock|[ap]\.?m|stars?|handicap|par|minutes|seconds|temperature\p{L}* of|aged|years old|ages|rating)\b|°",
    regex.IGNORECASE,
)
_COMPANION = regex.compile(
    r"[ ](?:and|or|to)[ ]\d|[ ]?(?:th|st|nd|rd)\b|[ ]?[:/]\d|[ ](?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b"
)


def direction(analysis: Analysis) -> Iterator[Found]:
    """A word that says up beside figures that go down, or the reverse. Ranks and exchange rates count the other way."""
    for hit, first, second in changes(analysis):
        up = bool(hit["up"])
        before = analysis.text[max(0, word_at(hit) - 14) : word_at(hit)]
        if _NEGATED.search(before) or first.number == second.number or (second.number > first.number) == up or not _sure(first, second):
            continue
        word = Span(*hit.span("up" if up else "down"))
        related = (Related(first.span, "from"), Related(second.span, "to"))
        values = {"word": word.of(analysis.text), "first": first.span.of(analysis.text), "second": second.span.of(analysis.text)}
        yield Found(Span(min(word.start, first.span.start, second.span.start), max(first.span.end, second.span.end)), values, (), related)


def word_at(hit: regex.Match[str]) -> int:
    return hit.start("up") if hit["up"] else hit.start("down")


_NEGATED = regex.compile(r"(?:\b(?:not|never|without|nor|no)|n['’]t)[ ](?:\p{Ll}+[ ])?\Z")


def changes(analysis: Analysis) -> Iterator[tuple[regex.Match[str], Amount, Amount]]:
    """Every change with its two figures that can be compared."""
    text = analysis.text
    for template in (_FORWARD, _BACKWARD, _BESIDE):
        for hit in searched(analysis, compiled(template, "a", "b")):
            both = pair(hit, "a", "b")
            if both is None or _COMPANION.match(text, max(both[0].span.end, both[1].span.end)):
                continue
            if _units_differ(text, *both) or (template is _BESIDE and both[0].unit != both[1].unit):
                continue
            if not _INVERSE.search(around(analysis, Span(*hit.span()))):
                yield hit, *both


def _units_differ(text: str, first: Amount, second: Amount) -> bool:
    """`from 900 metres to 1.2 km`, `from 90 cents to €1.10`."""
    words = [unit[1] if (unit := _UNIT.match(text, of.span.end)) else "" for of in (first, second)]
    if words[0] and words[1]:
        return words[0].rstrip("s") != words[1].rstrip("s")
    return bool((words[0] and second.unit) or (words[1] and first.unit))


_UNIT = regex.compile(
    r"[ -](euros?|dollars?|roubles?|rubles?|yuan|yen|francs?|cents?|pence|p|kopecks?|centavos?|seconds?|minutes?|hours?|days?|weeks?"
    r"|months?|years?|mm|cm|m|km|metres?|meters?|miles?"
    r"|kilomet(?:re|er)s?|feet|inch(?:es)?"
    r"|g|grams?|kg|kilos?|kilograms?|tons?|tonnes?|pounds?|lit(?:re|er)s?|hectares?|acres?|degrees?|points?|per)\b"
)


def _sure(first: Amount, second: Amount) -> bool:
    """Figures of one size: `rose from 900 to 1.2` may lack a word."""
    low, high = sorted((first.number, second.number))
    return low > 0 and high / low < 100


_PERCENT_FIRST = (
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?:[ ](?!from\b|to\b|and\b|but\b|or\b)\p{{L}}+){{0,4}}?[ ](?:by[ ])?(?P<hedge>(?:about"
    rf"|around|some|nearly|almost|roughly|more[ ]than|over|at[ ]least)[ ])?@p@,?(?:[ ](?:in|last|this"
    rf"|on)[ ][\p{{L}}\d ]{{1,20}}?)?,?[ ](?:from[ ]{_HEDGED}@a@{_WITHIN}[ ]to[ ]{_HEDGED}@b@"
    rf"|to[ ]{_HEDGED}@b2@{_WITHIN},?[ ]from[ ]{_HEDGED}@a2@)"
)
_PERCENT_LAST = (
    rf"\bfrom[ ]{_HEDGED}@a@{_WITHIN}[ ]to[ ]{_HEDGED}@b@{_WITHIN}[ ]?[,(–—-][ ]?(?:which[ ](?:is|was)[ ]|that[ ]is,?[ ]|i\.e\.,?[ ]"
    rf"|or[ ]|meaning[ ]|thus[ ])?(?:up[ ](?:by[ ])?|down[ ](?:by[ ])?|an?[ ](?:[\p{{L}}]+[ ])?(?:rise|increase|growth|gain|jump|drop"
    rf"|fall|decline|decrease|reduction|cut|surge|plunge|slump)[ ]of[ ]|by[ ]|plus[ ]|minus[ ]|an?[ ])?(?P<hedge>(?:about|around|some"
    rf"|nearly|almost|roughly|more[ ]than|over|at[ ]least)[ ])?@p@"
)


_PERCENT_BESIDE = (
    rf"@b@{_WITHIN},?[ ]\(?(?:up|down|a[ ](?:rise|fall|drop|gain)[ ]of|an[ ]increase[ ]of)[ ](?:by[ ])?"
    rf"(?P<hedge>(?:about|around|some|nearly|almost|roughly|more[ ]than|over|at[ ]least)[ ])?@p@{_WITHIN}[ ]from[ ]{_HEDGED}@a@"
)


def percentage(analysis: Analysis) -> Iterator[Found]:
    """`rose from 10 to 15 million, up 30 %`: what the two figures make, rounding allowed, against what is said."""
    for template in (_PERCENT_FIRST, _PERCENT_LAST, _PERCENT_BESIDE):
        for hit in searched(analysis, compiled(template, "a", "b", "a2", "b2", "p")):
            names = ("a", "b") if hit["a"] else ("a2", "b2")
            both, told = pair(hit, *names), amount(hit, "p")
            if both is None or told is None or told.unit not in ("%", "points") or both[0].number <= 0:
                continue
            slack = (3 if hit["hedge"] else 1) * max(1.0, 0.05 * told.number, told.loose)
            made = _made(both[0], both[1])
            apart = abs(both[1].number - both[0].number)
            near = 0.15 if "." in told.written else 0.6
            if (told.unit == "points" or both[1].unit == "%") and abs(apart - told.number) <= near:
                continue  # per cent of per cents may be meant as points
            if told.unit == "%" and made[0] - slack <= told.number <= made[1] + slack:
                continue
            related = (Related(both[0].span, "from"), Related(both[1].span, "to"))
            points = told.unit == "points" or both[1].unit == "%"
            right = f"{said(apart, 1)} points" if points else f"{said(sum(made) / 2)} per cent"
            yield Found(told.span, {"right": right}, (), related)


def _made(first: Amount, second: Amount) -> tuple[float, float]:
    """The least and the greatest change in per cent that the two figures, as they are rounded, can make."""
    low = abs((second.number - second.loose) / (first.number + first.loose) - 1) * 100
    high = abs((second.number + second.loose) / (first.number - first.loose) - 1) * 100
    return min(low, high), max(low, high)


_FACTORS = {"doubled": 2.0, "doubling": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0, "halved": 0.5}
_TIMES = (
    rf"\b(?P<hedge>(?:almost|nearly|about|roughly|more[ ]than|over|less[ ]than)[ ])?"
    rf"(?P<word>{'|'.join(_FACTORS)})\b{_WITHIN},?[ ]from[ ]{_HEDGED}@a@{_WITHIN}[ ]to[ ]{_HEDGED}@b@"
)
_PARTS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_BY_PART = (
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b{_WITHIN}[ ]by[ ](?P<hedge>(?:almost|nearly|about|roughly|more[ ]than|over"
    rf"|less[ ]than)[ ])?(?P<word>(?:(?:an?|one|(?P<times>two|three))[ -])?"
    rf"(?P<part>{'|'.join(_PARTS)})s?),?[ ]from[ ]{_HEDGED}@a@{_WITHIN}[ ]to[ ]{_HEDGED}@b@"
)


def _by_part(hit: regex.Match[str]) -> float:
    part = _PARTS[hit["part"]] * {"two": 2, "three": 3}.get(hit["times"] or "", 1)
    return 1 + part if hit["up"] else 1 - part


def factor(analysis: Analysis) -> Iterator[Found]:
    """`doubled from 10 to 35`, `fell by half from 80 to 20`."""
    for template in (_TIMES, _BY_PART):
        for hit in searched(analysis, compiled(template, "a", "b")):
            both = pair(hit, "a", "b")
            if both is None or both[0].number <= 0:
                continue
            wanted = _FACTORS[hit["word"]] if template is _TIMES else _by_part(hit)
            made = both[1].number / both[0].number
            slack = 0.12 * wanted if not hit["hedge"] else 0.3 * wanted
            if (hit["hedge"] or "").strip() in ("more than", "over") and abs(made - 1) >= abs(wanted - 1) and (made > 1) == (wanted > 1):
                continue
            if abs(made - wanted) > slack:
                span = Span(hit.start("word"), hit.end("word"))
                related = (Related(both[0].span, "from"), Related(both[1].span, "to"))
                yield Found(span, {"right": f"{said(made, 1)} times as much"}, (), related)
