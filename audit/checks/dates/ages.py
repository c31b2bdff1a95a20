"""This file finds ages, anniversaries and `years ago` that their own years contradict: born in 1975, aged 60, in an article of 2022."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from audit.checks.dates.found import Found, before_in_two, compiled, matches, ordinal, sentence_of, small
from audit.model import Analysis, Related
from audit.spans import Span

_BORN = (
    r"(?:\b[Bb]orn[ ](?:(?:in|on)[ ])?|\bb\.[ ])(?:(?!in\b|on\b)[\p{Lu}][\p{L}’'-]+,?[ ](?:in[ ])?|in[ ]\p{Lu}[\p{L}’'-]+,?[ ](?:in"
    r"|on)[ ]){0,2}(?P<first>%(dated)s)"
)
_AGE = (
    r"(?:(?:at[ ]the[ ]age[ ]of|at[ ]age|aged|is|now|turned|turns|has[ ]turned|,)[ ](?P<n>[1-9]\d?|1[01]\d)(?=[ ]years[ ]old|[,.;)]"
    r"|\s*$|[ ](?:and|in|on|is|was|who|when|at|this|from|after|of)\b)"
    r"|(?P<n2>[1-9]\d?|1[01]\d)(?:-|[ ])years?(?:-|[ ])old\b|(?:aged|at[ ]the[ ]age[ ]of|at[ ]age)[ ](?P<n3>%(n)s)\b)"
)
_THEN = regex.compile(
    r"\b(?:when|at the time|then|died|dies|dead|death|killed|late|was (?:just |only )?\d|at the age|at age|became|won|moved|joined"
    r"|began|started|married|retired|left|sons?|daughters?|brothers?|sisters?|mother|father|wife|husband|child|children|couple)\b"
)
_LIVED = (
    r"\((?:born[ ](?:in[ ]|on[ ])?)?(?P<first>%(dated)s)[ ]?(?:[-–—]|,|;|[ ]and)[ ]?(?:died[ ](?:in[ ]|on[ ])?)?(?P<second>%(dated)s)\)"
)
_AT_AGE = (
    r"\b(?:at[ ](?:the[ ]age[ ]of[ ]|age[ ])?|aged[ ])(?P<n>[1-9]\d?|1[01]\d)\b(?![:.,]\d|[ ]?(?:%%|per|a\.?m|p\.?m|km|people|million"
    r"|euros|dollars|o[’']clock|percent))"
)


@dataclass(frozen=True, slots=True)
class _Clue:
    """What a place says of the year of the article: not before `first`, not after `last`."""

    span: Span
    first: int
    last: int
    related: tuple[Related, ...]
    right: tuple[int, int]
    said: str


def article_year(analysis: Analysis) -> Iterator[Found]:
    """Ages, `years ago`, anniversaries: each says in which year the article was written. Against its date, or one against another."""
    clues = sorted(_clues(analysis), key=lambda clue: clue.span)
    as_of = analysis.ledger.as_of
    for index, clue in enumerate(clues):
        if as_of is not None:
            if not clue.first <= as_of.year <= clue.last:
                right = _right(clue, as_of.year)
                yield Found(clue.span, {"right": right, "reason": f"the article is of {as_of.year}"}, (), clue.related)
            continue
        other = next((one for one in clues[:index] if one.last < clue.first or clue.last < one.first), None)
        if other is not None:
            reason = f"by '{other.span.of(analysis.text)}' it is {other.first if other.first == other.last else f'{other.first} or {other.last}'}"
            yield Found(clue.span, {"right": "another number", "reason": reason}, (), (*clue.related, Related(other.span, "another count")))


def _right(clue: _Clue, year: int) -> str:
    low, high = year - clue.right[1], year - clue.right[0]
    return f"{low}" if low == high else f"{low} or {high}"


def _clues(analysis: Analysis) -> Iterator[_Clue]:
    yield from _living(analysis)
    yield from _things(analysis)
    yield from _ago(analysis)
    yield from _anniversaries(analysis)


def _living(analysis: Analysis) -> Iterator[_Clue]:
    """`born in 1980 ... aged 42`, `the 42-year-old, born in 1980`: of somebody who lives."""
    text = analysis.text
    for hit in matches(analysis, _BORN, "orn ", "b. "):
        here = sentence_of(analysis, Span(*hit.span()))
        born = int(hit["first"][-4:])
        years = set(map(int, regex.findall(r"\b(?:1[89]|20)\d\d\b", here.of(text))))
        if years != {born} or _THEN.search(text, here.start, here.end):
            continue
        ages = [age for age in compiled(_AGE).finditer(text, here.start, here.end) if not hit.start() <= age.start() < hit.end()]
        ages = [age for age in ages if abs(age.start() - hit.start()) < 90]
        if len(ages) != 1:
            continue
        group = next(name for name in ("n", "n2", "n3") if ages[0][name])
        number = small(ages[0][group])
        if number is None or not 1 <= number <= 115:
            continue
        year = born + int(number)
        related = (Related(Span(*hit.span("first")), "year of birth"),)
        yield _Clue(Span(*ages[0].span(group)), year, year + 1, related, (born, born + 1), "age")


_THINGS = (
    r"\b(?:built|erected|founded|established|opened|completed|constructed|inaugurated|made|planted|created)[ ](?:back[ ])?in[ ](?P<first>%(year)s),?"
    r"(?:[ ](?!old\b)[\p{L}’'-]+){0,6}?[ ](?:is|are|now|turns)[ ](?:now[ ])?(?P<inexact>%(inexact)s[ ])?(?P<n>\d{1,3})[ ]years?[ ]old"
)
_THINGS_AHEAD = (
    r"(?P<inexact>%(inexact)s[ ])?\b(?P<n>\d{2,3})-year-old[ ](?!man|woman|boy|girl)(?:\p{Ll}+[ ]){1,3}?,?[ ]?(?:which[ ]was[ ])?(?:built|erected|founded|established|opened|completed"
    r"|constructed|inaugurated|planted)[ ]in[ ](?P<first>%(year)s)"
)


def _things(analysis: Analysis) -> Iterator[_Clue]:
    """`built in 1900, is 150 years old`."""
    for template in (_THINGS, _THINGS_AHEAD):
        for hit in matches(analysis, template, "years old", "year-old"):
            number, first = int(hit["n"]), int(hit["first"])
            loose = number // 7 if hit["inexact"] or number % 10 == 0 else 0
            related = (Related(Span(*hit.span("first")), "the first year"),)
            yield _Clue(Span(*hit.span("n")), first + number - loose, first + number + loose + 1, related, (first, first), "age")


_AGO = (
    r"(?:(?P<inexact>%(inexact)s)[ ])?\b(?P<n>[Aa]|%(n)s)(?:[ ]and[ ]a[ ](?P<half>half))?[ ](?P<unit>year|decade)s?"
    r"(?P<half2>[ ]and[ ]a[ ]half)?[ ]ago(?:,?[ ]\(?(?:back[ ])?(?:in|on|,)[ ]|[ ]\((?:in[ ])?|,[ ])"
    r"(?:(?:early|late|mid|the[ ](?:spring|summer|autumn|fall|winter)[ ]of)[ -])?(?P<first>%(dated)s)"
)
_AGO_BEHIND = (
    r"\b[Ii]n[ ](?P<first>%(dated)s),[ ](?:(?P<inexact>%(inexact)s)[ ])?(?P<n>[Aa]|%(n)s)[ ](?P<unit>year|decade)s?"
    r"(?P<half>[ ]and[ ]a[ ]half)?(?P<half2>)[ ]ago\b"
)


def _ago(analysis: Analysis) -> Iterator[_Clue]:
    """`three years ago, in 2015`. Round numbers and hedged ones may be off."""
    text = analysis.text
    for template in (_AGO, _AGO_BEHIND):
        for hit in matches(analysis, template, " ago"):
            span = Span(hit.start("n"), hit.start("first") if template is _AGO else hit.end())
            number = 1.0 if hit["n"].lower() == "a" else small(hit["n"])
            if number is None or analysis.quoted(span):
                continue
            number = (number + (0.5 if hit["half"] or hit["half2"] else 0)) * (10 if hit["unit"] == "decade" else 1)
            loose = 0.15 * number if hit["inexact"] or hit["unit"] == "decade" else 0.1 * number if number >= 10 and number % 5 == 0 else 0
            first = int(hit["first"][-4:])
            span = Span(hit.start("n"), text.index("ago", hit.start("n")) + 3)
            related = (Related(Span(*hit.span("first")), "the year"),)
            low, high = first + int(number - loose), first + int(number + loose + 0.5) + 1
            yield _Clue(span, low, high, related, (first, first), "ago")


_ANNIVERSARY = (
    r"\b(?:founded|established|created|built|opened|launched|signed|adopted|born|inaugurated|formed|set[ ]up|began|independence)[ ]"
    r"(?:back[ ])?(?:in|on)[ ](?P<first>%(dated)s)"
    r"(?P<between>[^.;]{0,80}?)\b(?:celebrat|mark|commemorat|turn|observ)\p{L}*[ ](?:its|his|her|their|the)[ ](?P<nth>\d{1,3}(?:st|nd"
    r"|rd|th)|\p{Ll}+(?:ieth|th|nd|st|rd))[ ](?:anniversary|birthday)"
    r"(?:[ ](?:[\p{L}]+[ ]){0,3}?in[ ](?P<second>%(dated)s))?"
)
_OF_YEAR = (
    r"\b(?P<nth>\d{1,3}(?:st|nd|rd|th)|\p{Ll}+(?:ieth|th|nd|st|rd))[ ]anniversary[ ]of[ ](?:the|its|his|her|their)[ ]"
    r"(?P<first>%(dated)s)(?P<between>)(?P<second>)[ ]\p{Ll}"
)


def _anniversaries(analysis: Analysis) -> Iterator[_Clue]:
    for template in (_ANNIVERSARY, _OF_YEAR):
        for hit in matches(analysis, template, "anniversary", "birthday"):
            number, first = ordinal(hit["nth"]), int(hit["first"][-4:])
            here = sentence_of(analysis, Span(*hit.span()))
            others = set(map(int, regex.findall(r"\b(?:1[89]|20)\d\d\b", here.of(analysis.text)))) - {first}
            if number is None or hit["second"] or others:
                continue
            year = first + number
            related = (Related(Span(*hit.span("first")), "the first year"),)
            yield _Clue(Span(*hit.span("nth")), year - 1, year, related, (first, first), "anniversary")


def age_between(analysis: Analysis) -> Iterator[Found]:
    """`born in 1931 and died in 2015 aged 90`; `born in 1980, she moved there in 1990 at the age of 15`; a 50th anniversary in its 60th year."""
    text = analysis.text
    for hit in matches(analysis, _ANNIVERSARY, "anniversary", "birthday"):
        number, first = ordinal(hit["nth"]), int(hit["first"][-4:])
        if number and hit["second"] and int(hit["second"][-4:]) - first != number:
            apart = int(hit["second"][-4:]) - first
            yield Found(
                Span(*hit.span("nth")),
                {"right": f"{apart}"},
                (),
                (Related(Span(*hit.span("first")), "the first year"), Related(Span(*hit.span("second")), "the later year")),
            )
    for birth in matches(analysis, _BORN, "orn ", "b. "):
        yield from _at_event(analysis, Span(*birth.span("first")))
    for life in compiled(_LIVED).finditer(text):
        here = sentence_of(analysis, Span(*life.span()))
        for age in compiled(_AT_AGE).finditer(text, life.end(), here.end):
            if regex.search(r"\b(?:died|dies|passed away|death|dead|lived|reached)\b", text[here.start : age.end()]):
                yield from _compare(text, age, Span(*life.span("first")), Span(*life.span("second")))
                break


_GOES_ON = regex.compile(r"\s*(?:He|She|They|It)\b")


def _at_event(analysis: Analysis, birth: Span) -> Iterator[Found]:
    """An age in the sentence of the birth, or the next, beside the only other year there."""
    text = analysis.text
    here = sentence_of(analysis, birth)
    following = analysis.sentence_at(here.end + 1)
    ends = [here]
    if following and _GOES_ON.match(following.span.of(text)):
        ends.append(Span(here.start, following.span.end))
    if _GOES_ON.match(here.of(text)):
        ends.append(Span(before_in_two(analysis, here.start), here.end))
    for stretch in ends:
        years = [
            day.span
            for day in analysis.ledger.dates
            if day.year and stretch.start <= day.span.start < stretch.end and not day.span.overlaps(birth)
        ]
        ages = list(compiled(_AT_AGE).finditer(text, stretch.start, stretch.end))
        if len(years) == 1 and len(ages) == 1 and _same_clause(text, years[0], ages[0]):
            yield from _compare(text, ages[0], birth, years[0])
            return


def _same_clause(text: str, year: Span, age: regex.Match[str]) -> bool:
    """Nothing but a few words, no new clause, between the year and the age."""
    between = text[min(year.end, age.end()) : max(year.start, age.start())]
    return len(between) < 50 and regex.search(r"[.;:(]|\b(?:and|but|after|before|while|then|later|until|since)\b", between) is None


def _compare(text: str, age: regex.Match[str], first: Span, second: Span) -> Iterator[Found]:
    years = [int(regex.findall(r"\d{4}", span.of(text))[-1]) for span in (first, second)]
    number, apart = int(age["n"]), years[1] - years[0]
    if 0 < apart < 125 and number not in (apart, apart - 1):
        related = (Related(first, "year of birth"), Related(second, "the later year"))
        yield Found(Span(*age.span("n")), {"right": f"{apart - 1} or {apart}"}, (), related)
