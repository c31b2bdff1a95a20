"""This file tests that word sheets are read from knowledge/, and a wrong name or form is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit import knowledge
from audit.bundled import folder
from audit.knowledge import table, words
from audit.lines import read_yaml
from audit.model import AuditError

SHEETS = sorted(path for path in folder("knowledge").rglob("*.yaml") if "facts" not in path.parts)
"""The sheets of facts have a form of their own; tests/facts reads them all."""


@pytest.fixture
def sheets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of knowledge with two sheets in it."""
    monkeypatch.setattr(knowledge, "folder", lambda name: tmp_path)
    for cached in (knowledge._sheet, words, table):
        cached.cache_clear()
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "days.yaml").write_text("words: [Monday, no, 5]\n")
    (tmp_path / "words" / "odd.yaml").write_text("words: Monday\nrows: [a]\n")
    yield tmp_path
    for cached in (knowledge._sheet, words, table):
        cached.cache_clear()


def test_words_come_in_the_order_of_the_sheet_and_as_text(sheets: Path) -> None:
    assert words("words/days") == ("Monday", "no", "5")


def test_a_missing_sheet_is_refused_with_the_nearest(sheets: Path) -> None:
    with pytest.raises(AuditError, match=r"^knowledge/words/day\.yaml: no such sheet; did you mean 'words/days'\?$"):
        words("words/day")


def test_a_sheet_of_the_wrong_form_is_refused(sheets: Path) -> None:
    with pytest.raises(AuditError, match=r"words/odd\.yaml: words: this key is missing or not a list$"):
        words("words/odd")
    with pytest.raises(AuditError, match=r"words/odd\.yaml: rows: this key is missing or not a mapping$"):
        table("words/odd")
    with pytest.raises(AuditError, match=r"rows: this key is missing"):
        table("words/days")


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_every_sheet_says_what_it_is_and_where_it_comes_from(path: Path) -> None:
    sheet = read_yaml(path)
    assert sheet.at("what").value
    assert sheet.at("source").value
    assert sheet.has("words") != sheet.has("rows")


@pytest.mark.parametrize("path", [path for path in SHEETS if read_yaml(path).has("words")], ids=lambda path: path.stem)
def test_no_word_stands_twice_in_a_sheet(path: Path) -> None:
    listed = words(path.relative_to(folder("knowledge")).with_suffix("").as_posix())
    assert listed
    assert sorted(set(listed)) == sorted(listed)
