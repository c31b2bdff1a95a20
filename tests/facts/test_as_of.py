"""This file tests what the sheets of facts answer for a day: the day before, the day of change, imprecise dates, and what nobody knows."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.facts import Facts
from audit.facts.book import Book
from audit.facts.values import Tenure, When, lasts, when
from tests.facts.desk import COUNTRIES, HOLDERS, UNION, answers

DESK = {"countries.yaml": COUNTRIES, "freedonia.yaml": HOLDERS, "union.yaml": UNION}
day = datetime.date.fromisoformat


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    return answers(DESK, folder=tmp_path_factory.mktemp("sheets"))


@pytest.mark.parametrize(
    ("on", "people", "complete", "unsure"),
    [
        ("2010-05-31", [], False, False),
        ("2010-06-01", ["Bob Roland"], True, True),
        ("2010-06-02", ["Bob Roland"], True, False),
        ("2015-03-31", ["Bob Roland"], True, False),
        ("2015-04-15", ["Bob Roland", "Gloria Teasdale"], True, True),
        ("2015-05-01", ["Gloria Teasdale"], True, False),
        ("2020-01-09", ["Gloria Teasdale"], True, False),
        ("2020-01-10", ["Gloria Teasdale"], True, True),
        ("2020-02-01", [], False, False),
        ("2020-03-02", ["Rufus Firefly"], True, False),
        ("2025-03-01", ["Rufus Firefly"], True, False),
        ("2025-03-02", [], False, True),
    ],
)
def test_the_head_of_state_on_a_day(facts: Facts, on: str, people: list[str], complete: bool, unsure: bool) -> None:
    found = facts.holders("head of state", "Freedonia", day(on))
    assert ([one.person for one in found.tenures], found.complete, found.unsure) == (people, complete, unsure)


@pytest.mark.parametrize(
    ("on", "people", "unsure"),
    [
        ("2011-01-01", [], True),  # Teasdale, but nobody knows since when
        ("2013-01-01", [], False),
        ("2016-06-01", ["Bob Roland"], True),
        ("2017-06-01", ["Bob Roland"], False),
        ("2018-06-01", ["Bob Roland"], True),
        ("2019-01-01", [], False),
    ],
)
def test_a_date_known_to_the_year_is_sure_only_between_the_years(facts: Facts, on: str, people: list[str], unsure: bool) -> None:
    found = facts.holders("foreign minister", "Freedonia", day(on))
    assert ([one.person for one in found.tenures], found.complete, found.unsure) == (people, False, unsure)


@pytest.mark.parametrize(
    ("country", "on", "member"),
    [
        ("Freedonia", "2012-01-01", True),
        ("Freedonian", "2012-01-01", True),
        ("Freedonia", "2025-03-02", None),
        ("Sylvania", "2014-04-30", False),
        ("Sylvania", "2014-05-01", None),
        ("Sylvania", "2014-05-02", True),
        ("Sylvania", "2020-02-01", False),
        ("Ruritania", "2021-06-15", None),
        ("Ruritania", "2021-07-01", True),
        ("Ruritania", "2009-12-31", None),
        ("Nowhere", "2012-01-01", None),
    ],
)
def test_membership_has_three_answers(facts: Facts, country: str, on: str, member: bool | None) -> None:
    assert facts.is_member(country, "BU", day(on)) is member


@pytest.mark.parametrize(
    ("on", "count"),
    [
        ("2009-12-31", None),
        ("2013-01-01", 1),
        ("2014-05-01", None),
        ("2015-01-01", 2),
        ("2020-02-01", 1),
        ("2021-06-10", None),
        ("2022-01-01", 2),
    ],
)
def test_members_are_counted_where_the_list_is_complete(facts: Facts, on: str, count: int | None) -> None:
    assert facts.count("Border Union", day(on)) == count


def test_names_are_found_in_any_case_and_without_accents(facts: Facts) -> None:
    firefly = facts.person("rufus t. FIREFLY")
    assert firefly is not None
    assert (firefly.name, firefly.gender, str(firefly.born), firefly.countries) == ("Rufus Firefly", "male", "1960-05", ("Freedonia",))
    assert facts.person("Firefly") is None
    assert [one.name for one in facts.bearers("Firefly")] == ["Rufus Firefly"]
    assert facts.office("top diplomat", "Freedonia") == facts.office("Minister of Foreign Affairs", "Freedonia") == "foreign minister"
    assert facts.office("Chancellor", "Freedonia") is None
    assert facts.capitals("Sylvania", day("2018-01-01")) == ("Oldtown",)
    assert facts.capitals("Sylvania", day("2020-01-01")) == ("Newtown",)


@pytest.mark.parametrize("text", ["2021-02-30", "2021-13", "21-01-01", "0000", "May 2021", "2021-1-1"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert when(text) is None


DATES = st.dates(datetime.date(2000, 1, 1), datetime.date(2030, 12, 31))
POINTS = st.none() | st.builds(lambda one, form: when(f"{one:{form}}"), DATES, st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]))


@given(POINTS, POINTS, st.none() | DATES, DATES)
def test_an_answer_never_claims_more_than_the_sheet(
    start: When | None, end: When | None, until: datetime.date | None, on: datetime.date
) -> None:
    """Whatever day an imprecise date really means, a sure answer agrees with it."""
    said = lasts(start, end, until, on)
    starts = [start.first, start.last] if start else [datetime.date.min, datetime.date.max]
    ends = [end.first, end.last] if end else [until or datetime.date.min, datetime.date.max]
    worlds = {first <= on <= last for first in starts for last in ends}
    if said is not None:
        assert worlds == {said}
    held = Facts(Book(tenures={("X", "president"): (Tenure("A", "president", "X", start, end, known_until=until),)}))
    found = held.holders("president", "X", on)
    assert found.unsure is (said is None)
    assert not found.complete
    assert bool(found.tenures) <= (said is not False)


def test_a_folder_of_sheets_that_is_not_there_is_refused(tmp_path: Path) -> None:
    from audit.facts import read
    from audit.model import AuditError

    with pytest.raises(AuditError, match="no such folder of sheets"):
        read([tmp_path / "nowhere"])
