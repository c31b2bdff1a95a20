"""This file finds ages at an event that the years beside them contradict: born in 1931, he died in 2015 at the age of 90."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.checks.dates.found import ANNIVERSARY, BORN, before_in_two, compiled, matches, ordinal, sentence_of
from audit.found import Found
from audit.model import Analysis, Related
from audit.spans import Span

_LIVED = (
    r"\((?:born[ ](?:in[ ]|on[ ])?)?(?P<first>%(dated)s)[ ]?(?:[-–—]|,|;|[ ]and)[ ]?(?:died[ ](?:in[ ]|on[ ])?)?(?P<second>%(dated)s)\)"
)
_AT_AGE = (
    r"\b(?:at[ ](?:the[ ]age[ ]of[ ]|age[ ])?|aged[ ])(?P<n>[1-9]\d?|1[01]\d)\b(?![:.,]\d|[ ]?(?:%%|per|a\.?m|p\.?m|km|people|million"
    r"|euros|dollars|o[’']clock|percent))"
)


def age_between(analysis: Analysis) -> Iterator[Found]:
    """`born in 1931 and died in 2015 aged 90`; `born in 1980, she moved there in 1990 at the age of 15`; a wrong anniversary."""
    text = analysis.text
    for hit in matches(analysis, ANNIVERSARY, "anniversary", "birthday"):
        number, first = ordinal(hit["nth"]), int(hit["first"][-4:])
        if number and hit["second"] and int(hit["second"][-4:]) - first != number:
            apart = int(hit["second"][-4:]) - first
            yield Found(
                Span(*hit.span("nth")),
                {"right": f"{apart}"},
                (),
                (Related(Span(*hit.span("first")), "the first year"), Related(Span(*hit.span("second")), "the later year")),
            )
    for birth in matches(analysis, BORN, "orn ", "b. "):
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
