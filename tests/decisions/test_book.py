"""This file tests how the decisions of several people become one: the later stands, contradictions of one day do not, expired ones end."""

from __future__ import annotations

import datetime
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.decided import Decision
from audit.decisions import Book, merged

DAY = datetime.date(2026, 11, 24)
PRINT = "0123456789abcdef"


def made(status: str, date: str, author: str = "Ann", **more: object) -> Decision:
    return Decision(status, PRINT, "grammar/a", author=author, date=date, **more)  # type: ignore[arg-type]


def the_same(decisions: list[Decision]) -> Book:
    """The book, which must not depend on whose file came first."""
    books = [merged(order, DAY) for order in permutations(decisions)]
    assert all(book == books[0] for book in books)
    return books[0]


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("2026-11-01", "2026-11-02"),
        ("", "2026-11-02"),
        ("2026-11-01T08:00:00Z", "2026-11-01T09:00:00Z"),
        ("2026-11-01T10:00:00+03:00", "2026-11-01T09:00:00Z"),
        ("2026-11-01", "2026-11-02T00:30:00.250Z"),
    ],
)
def test_of_two_decisions_on_one_finding_the_later_stands(early: str, late: str) -> None:
    last = made("accepted", late, "Bo")
    book = the_same([made("dismissed", early), last])
    assert (dict(book.instances), book.torn) == ({PRINT: last}, ())


@pytest.mark.parametrize("date", ["2026-11-01", "2026-11-01T09:00:00Z", ""])
def test_a_contradiction_of_one_day_settles_nothing_and_is_kept_to_be_told(date: str) -> None:
    book = the_same([made("dismissed", date), made("accepted", date, "Bo")])
    assert not book.decisions
    assert [{one.author for one in pair} for pair in book.torn] == [{"Ann", "Bo"}]


def test_a_day_without_an_hour_is_not_earlier_than_an_hour_of_it() -> None:
    assert the_same([made("dismissed", "2026-11-01"), made("accepted", "2026-11-01T23:00:00Z", "Bo")]).torn


def test_a_later_decision_ends_a_contradiction() -> None:
    last = made("dismissed", "2026-11-03", "Cy")
    book = the_same([made("dismissed", "2026-11-01"), made("accepted", "2026-11-01", "Bo"), last])
    assert (dict(book.instances), book.torn) == ({PRINT: last}, ())


def test_two_people_of_one_mind_are_no_contradiction() -> None:
    book = the_same([made("dismissed", "2026-11-01"), made("dismissed", "2026-11-01", "Bo")])
    assert book.instances[PRINT].status == "dismissed"
    assert not book.torn


@pytest.mark.parametrize(("expires", "counts"), [("2026-11-23", False), ("2026-11-24", True), ("2026-11-25", True)])
def test_a_decision_counts_up_to_its_last_day(expires: str, counts: bool) -> None:
    one = made("dismissed", "2026-11-01", expires=datetime.date.fromisoformat(expires))
    book = merged([one], DAY)
    assert (book.decisions, book.expired) == (((one,), ()) if counts else ((), (one,)))


def test_what_was_decided_before_an_expired_decision_does_not_come_back() -> None:
    book = the_same([made("dismissed", "2026-10-01"), made("dismissed", "2026-11-01", expires=datetime.date(2026, 11, 2))])
    assert not book.decisions


DATES = st.sampled_from(["", "2026-11-01", "2026-11-01T09:00:00Z", "2026-11-02", "2026-11-02T09:00:00Z"])
DECISIONS = st.builds(
    lambda status, print_, date, author: Decision(status, print_, author=author, date=date),
    st.sampled_from(["accepted", "dismissed"]),
    st.sampled_from(["a" * 16, "b" * 16]),
    DATES,
    st.sampled_from(["Ann", "Bo"]),
)


@given(st.lists(DECISIONS, max_size=6), st.randoms())
def test_whoevers_file_comes_first_the_book_is_the_same(decisions: list[Decision], random: object) -> None:
    mixed = list(decisions)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    book = merged(decisions, DAY)
    assert book == merged(mixed, DAY) == merged([*decisions, *mixed], DAY)
    about = {one.fingerprint for one in decisions}
    assert about == {*book.instances, *(pair[0].fingerprint for pair in book.torn)}
