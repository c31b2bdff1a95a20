"""This file tests that every bundled sheet of facts is valid and opens with what it says, and that they agree with each other."""

from pathlib import Path

import pytest

from audit.facts.sheets import read_sheet
from audit.facts.sound import faults

SHEETS = sorted((Path(__file__).resolve().parents[2] / "knowledge" / "facts").rglob("*.yaml"))


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_a_sheet_is_valid_and_says_what_it_is(path: Path) -> None:
    sheet = read_sheet(path, path.name)
    assert path.read_text(encoding="utf-8").startswith("# This sheet says ")
    assert sheet.statements
    assert all(said.source for said in sheet.statements)


def test_the_sheets_agree_with_each_other() -> None:
    assert [str(fault) for fault in faults([read_sheet(path, path.name) for path in SHEETS], [])] == []
