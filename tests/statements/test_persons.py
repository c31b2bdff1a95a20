"""This file tests ages, deaths, lands and spellings of known people against small sheets."""

from __future__ import annotations

import pytest

from tests.statements.conftest import Said


@pytest.mark.parametrize(
    ("kind", "text", "day"),
    [
        ("age", "Liz Truss, 56, spoke.", "2022-01-07"),
        ("age", "The 56-year-old Liz Truss spoke.", "2022-01-07"),
        ("age", "Angela Merkel spoke. Merkel, 76, was cheered.", "2022-05-09"),
        ("dead", "Queen Elizabeth II will open the hospital.", "2024-05-01"),
        ("dead", "Jacques Chirac has announced a plan.", "2022-05-01"),
        ("nationality", "The Polish minister Liz Truss spoke.", "2022-01-07"),
        ("spelling", "He met Vladimir Zelensky.", "2022-01-07"),
    ],
)
def test_what_the_sheets_know_better_contradicts(said: Said, kind: str, text: str, day: str) -> None:
    assert [(found, verdict) for found, verdict, _ in said(text, day) if verdict == "contradicts"] == [(kind, "contradicts")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Liz Truss, 46, spoke.", "2022-01-07"),
        ("Liz Truss, 46, spoke.", "2022-07-28"),
        ("Liz Truss, 56, spoke.", None),
        ("Truss, 56, a farmer from Kent, spoke.", "2022-01-07"),
        ("In 2012 Emmanuel Macron, 34, was an adviser.", "2022-01-07"),
        ("Queen Elizabeth II will open the hospital.", "2021-05-01"),
        ("Queen Elizabeth II will be remembered.", "2024-05-01"),
        ("The late Queen Elizabeth II opened it.", "2024-05-01"),
        ("The British minister Liz Truss spoke.", "2022-01-07"),
        ("He met Volodymyr Zelensky.", "2022-01-07"),
    ],
)
def test_near_misses_contradict_nothing(said: Said, text: str, day: str | None) -> None:
    assert not [one for one in said(text, day) if one[1] == "contradicts"]
