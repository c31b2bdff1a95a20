"""This file tests how dates, weekdays and the article's own day are read into the ledger."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.analyse import analyse
from audit.ledger.dates import article_day, days
from audit.model import Document
from audit.segment import segment


def read(text: str, date: datetime.date | None = None) -> list[tuple[str, str, datetime.date | None]]:
    document = Document("a", text, date=date)
    analysis = analyse(document, segment(document))
    return [(day.span.of(analysis.text), day.kind, day.resolved) for day in days(analysis)]


FRIDAY = datetime.date(2022, 1, 7)


@pytest.mark.parametrize(
    "written",
    [
        "Friday, January 7, 2022",
        "Friday 7 January 2022",
        "Friday the 7th of January, 2022",
        "Fri., Jan. 7, 2022",
        "2022-01-07",
        "07.01.2022",
    ],
)
def test_every_wording_of_a_full_date_is_the_same_day(written: str) -> None:
    assert read(f"They met on {written} in Velmar.") == [(written, "date", FRIDAY)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It began in January 2022.", "month"),
        ("It began in 2019.", "year"),
        ("It began in May.", "month"),
        ("It began on Monday.", "weekday"),
        ("It began yesterday.", "relative"),
        ("It began last Friday.", "relative"),
    ],
)
def test_months_years_weekdays_and_relative_days_are_kept(text: str, kind: str) -> None:
    assert [found[1] for found in read(text)] == [kind]


@pytest.mark.parametrize("text", ["They may 5 times march 10 miles.", "The train of 10:30 leaves.", "See page 12.", "It cost 2019 euros."])
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    assert read(text) == []


def test_a_count_behind_a_month_is_no_day() -> None:
    assert read("In May 10 people died.") == [("May", "month", None)]


def test_the_weekday_of_a_pair_of_days_is_not_tied_to_the_first() -> None:
    document = Document("a", "On Saturday and Sunday, January 8-9, it snowed.")
    found = days(analyse(document, segment(document)))
    assert [(day.kind, day.weekday) for day in found] == [("weekday", 5), ("date", None)]


def test_days_are_counted_from_the_day_of_the_article() -> None:
    found = read("He left yesterday. He came on Monday. He will go on Monday. It was on January 5.", FRIDAY)
    assert [day for _, _, day in found] == [
        datetime.date(2022, 1, 6), datetime.date(2022, 1, 3), datetime.date(2022, 1, 10), datetime.date(2022, 1, 5),
    ]  # fmt: skip


def test_the_year_of_an_article_is_the_only_one_that_fits_its_weekdays() -> None:
    text = "On Friday, January 7, he spoke of the summer of 2019. He will speak on Monday, January 10."
    document = Document("a", text)
    as_of, why = article_day(document, days(analyse(document, segment(document))))
    assert as_of == FRIDAY
    assert "2022" in why


def test_without_a_year_nothing_is_inferred() -> None:
    document = Document("a", "On Friday, January 7, he spoke.")
    assert article_day(document, days(analyse(document, segment(document)))) == (None, "")


def test_a_day_that_no_calendar_has_is_kept_unresolved() -> None:
    assert read("They met on February 30, 2022.") == [("February 30, 2022", "date", None)]


_PIECES = st.sampled_from(
    "Friday January 7 2022 the of on in 31 , . ( ) - May 10 people 1999 yesterday last next Sun 07.01.2022 30th February\n".split(" ")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=12), st.booleans())
def test_spans_lie_in_the_text_and_in_order(pieces: list[str], dated: bool) -> None:
    text = " ".join(pieces)
    document = Document("a", text, date=FRIDAY if dated else None)
    found = days(analyse(document, segment(document)))
    assert [day.span for day in found] == sorted(day.span for day in found)
    assert all(0 <= day.span.start < day.span.end <= len(text) for day in found)
    assert all(day.resolved.day == day.day for day in found if day.resolved and day.day)
