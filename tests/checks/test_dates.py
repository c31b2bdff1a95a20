"""This file tests which dates are found to contradict the calendar, the article's day or each other, and which are left alone."""

from __future__ import annotations

import datetime
import time

import pytest

from audit.analyse import analyse
from audit.checks.dates import FAULTS, Fault
from audit.found import Found
from audit.ledger import keep
from audit.model import Document
from audit.segment import segment


def ask(fault: Fault, text: str, date: str = "") -> list[Found]:
    document = Document("a", text, date=datetime.date.fromisoformat(date) if date else None)
    return list(FAULTS[fault](keep(analyse(document, segment(document)))))


@pytest.mark.parametrize(
    ("fault", "text", "date"),
    [
        ("weekday-with-year", "On Thursday (9 December 2022), the court ruled.", ""),
        ("weekday-with-year", "Elections will be held on Monday, April 11, 2021.", ""),
        ("weekday-of-article", "The storm hit the coast on Sunday, 16 October.", "2021-10-18"),
        ("weekday-clash", "He resigned on Wednesday, May 4, and left on Friday, May 5.", ""),
        ("impossible", "The deal expires on April 31.", ""),
        ("relative-day", "Yesterday evening, Monday, the fire was put out.", "2022-05-05"),
        ("relative-day", "Next year, in 2025, the bridge opens.", "2022-01-07"),
        ("days-later", "He was arrested on 3 May and released two days later, on 9 May.", ""),
        ("backwards", "The exhibition runs from 20 May to 3 May.", ""),
        ("backwards", "The 2019-2015 term was marked by crises.", ""),
        ("years-counted", "He ruled for three decades, from 1980 to 1990.", ""),
        ("days-counted", "The two-week course from 3 to 6 May is full.", ""),
        ("years-later", "In 1998, two years after the crash in 1990, the line reopened.", ""),
        ("article-year", "The bank collapsed a decade ago, in 1999.", "2022-05-05"),
        ("article-year", "The mill, built in 1900, is 151 years old.", "2022-05-05"),
        ("age-between", "He died at 92 in 2001. He was born in 1930.", ""),
        ("tense", "The council will meet on 3 January.", "2022-01-10"),
    ],
)
def test_a_contradiction_is_found_once(fault: Fault, text: str, date: str) -> None:
    assert len(ask(fault, text, date)) == 1


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("In May 2022 Friday prayers were held on 13 May.", ""),
        ("The Sunday Times of January 5, 2022, had it.", ""),
        ("On Monday, January 3 this year and on Friday, December 24 last year, it rained.", "2022-01-10"),
        ("Between Christmas and 31 January 30 people were hurt.", ""),
        ("He was seen yesterday on Friday Street.", "2022-01-07"),
        ("Anna Berg was born in 1990; her son, 5, likes trains.", "2022-01-07"),
        ("Prices fell from 2019 to 2012 levels, and the start was moved from 15 to 12 March.", ""),
        ("The court sentenced him to five years for crimes from 2001 to 2015.", ""),
        ("She was 25 when the war started four years ago, in 2018.", "2022-01-07"),
        ("He was born in 1920, his son in 1950, and died in 2000 at 80.", ""),
        ("He won in 2012 and 2016; four years earlier, in 2008, he had lost.", ""),
        ("", ""),
    ],
)
def test_what_only_looks_like_one_is_left_alone(text: str, date: str) -> None:
    assert {fault: found for fault in FAULTS if (found := ask(fault, text, date))} == {}


@pytest.mark.parametrize(
    "text",
    ["He met them on Friday, January 7, and again on Monday, January 11.", "It opened in 2010. Three years later, in 2018, it burned."],
)
def test_both_places_are_shown(text: str) -> None:
    (found,) = (found for fault in FAULTS for found in ask(fault, text))
    assert found.related
    assert not found.related[0].span.overlaps(found.span)


def test_the_time_grows_no_faster_than_the_text() -> None:
    paragraph = (
        "On Friday, January 7, 2022, the council met from 3 to 5 May, three years ago, in 2019, said Odo Kern, born in 1980, aged 41.\n\n"
    )

    def took(copies: int) -> float:
        document = Document("a", paragraph * copies)
        analysis = keep(analyse(document, segment(document)))
        start = time.perf_counter()
        for finder in FAULTS.values():
            list(finder(analysis))
        return time.perf_counter() - start

    took(1)
    assert took(400) < 12 * took(100)
