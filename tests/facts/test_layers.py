"""This file tests that a desk's own sheets take the place of the bundled ones, for their subject, property and time only."""

import datetime
from pathlib import Path

import pytest

from audit.facts import Facts
from tests.facts.desk import COUNTRIES, HOLDERS, UNION, answers

BUNDLED = {"countries.yaml": COUNTRIES, "freedonia.yaml": HOLDERS, "union.yaml": UNION}


def over(folder: Path, row: str) -> Facts:
    return answers(BUNDLED, {"desk.yaml": f"source: the desk\nreviewed: 2026-06-01\nstatements:\n  - {row}\n"}, folder=folder)


def held(facts: Facts, on: str) -> tuple[list[str], bool, bool]:
    found = facts.holders("head of state", "Freedonia", datetime.date.fromisoformat(on))
    return [one.person for one in found.tenures], found.complete, found.unsure


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        ("2025-03-01", (["Rufus Firefly"], True, False)),
        ("2025-08-01", (["Rufus Firefly"], False, True)),  # after the last review and before the desk's news: nobody knows
        ("2026-01-02", (["Ann Vole"], False, False)),
        ("2026-06-02", ([], False, True)),
    ],
)
def test_a_new_holder_ends_the_old_one_but_nobody_knows_when(tmp_path: Path, on: str, answer: tuple[list[str], bool, bool]) -> None:
    facts = over(tmp_path, "{subject: Freedonia, property: head of state, value: Ann Vole, from: 2026-01-01}")
    assert held(facts, on) == answer


def test_a_holder_of_the_desk_cuts_another_in_two(tmp_path: Path) -> None:
    facts = over(tmp_path, "{subject: Freedonia, property: head of state, value: Ann Vole, from: 2017-01-01, to: 2017-06-01}")
    days = ("2016-12-31", "2017-03-01", "2017-06-02")
    assert [held(facts, on)[0] for on in days] == [["Gloria Teasdale"], ["Ann Vole"], ["Gloria Teasdale"]]


def test_other_dates_for_the_same_holder_count(tmp_path: Path) -> None:
    facts = over(tmp_path, "{subject: Freedonia, property: head of state, value: Gloria Teasdale, from: 2015-04-20, to: 2020-01-10}")
    assert held(facts, "2015-04-10") == (["Bob Roland"], True, False)
    assert held(facts, "2015-04-21") == (["Gloria Teasdale"], True, False)


def test_a_member_that_left_leaves_the_others_alone(tmp_path: Path) -> None:
    facts = over(tmp_path, "{subject: Border Union, property: member, value: Freedonia, from: 2000-01-01, to: 2024-01-01}")
    on = datetime.date(2025, 1, 1)
    assert [facts.is_member(name, "BU", on) for name in ("Freedonia", "Ruritania", "Sylvania")] == [False, True, False]


def test_a_preferred_spelling_becomes_the_name(tmp_path: Path) -> None:
    facts = over(tmp_path, "{subject: Rufus Firefly, property: preferred, value: Rufus T. Firefly}")
    known = facts.person("Rufus Firefly")
    assert known is not None
    assert (known.name, known.spellings) == ("Rufus T. Firefly", ("Rufus Firefly",))
    assert [one.office for one in facts.tenures("Rufus T. Firefly")] == ["head of state"]


def test_a_spelling_is_added(tmp_path: Path) -> None:
    facts = over(tmp_path, "{subject: Rufus Firefly, property: spelling, value: Roufos Fireflai}")
    assert facts.person("Roufos Fireflai") is facts.person("Rufus T. Firefly") is not None
