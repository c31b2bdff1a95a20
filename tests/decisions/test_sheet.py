"""This file tests how files of decisions are read, written and refused, and that what is written is read again."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.decided import Decision
from audit.decisions import read, written
from audit.model import AuditError

ONE = """\
# Our desk's.
- fingerprint: 0012345678901234
  rule: grammar/a
  quote: "the: bridge"
  status: dismissed
  reason: no fault
  author: no
  date: 2026-11-01
  expires: 2027-01-31
- rule: grammar/b
  text: a.md
  scope: text
  status: accepted
  author: Bo
  date: 2026-11-02T10:30:00Z
"""


def read_text(folder: Path, text: str, name: str = "d.yaml") -> tuple[Decision, ...]:
    (folder / name).write_text(text, encoding="utf-8")
    return read(folder / name)


def test_yaml_is_read_with_every_value_as_text(tmp_path: Path) -> None:
    first, second = read_text(tmp_path, ONE)
    assert (first.fingerprint, first.author, first.quote) == ("0012345678901234", "no", "the: bridge")
    assert first.expires == datetime.date(2027, 1, 31)
    assert (second.scope, second.text, second.status) == ("text", "a.md", "accepted")


def test_a_list_may_stand_below_the_word_decisions(tmp_path: Path) -> None:
    below = "decisions:\n" + ONE.split("\n", 1)[1]
    assert read_text(tmp_path, below) == read_text(tmp_path, ONE)
    entries = [{"fingerprint": "a" * 16, "status": "accepted"}]
    assert read_text(tmp_path, json.dumps({"decisions": entries}), "d.json") == read_text(tmp_path, json.dumps(entries), "e.json")


def test_an_empty_file_holds_no_decisions(tmp_path: Path) -> None:
    assert read_text(tmp_path, "") == read_text(tmp_path, "[]", "d.json") == read_text(tmp_path, "# none yet\n") == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ONE.replace("status: dismissed", "status: dismised"), "d.yaml:5: status: should be accepted or dismissed"),
        (ONE.replace("  reason", "  raeson"), "d.yaml:6: raeson: no such key; did you mean 'reason'?"),
        (ONE.replace("2026-11-01", "1 November"), "d.yaml:8: date: should be a day or a moment"),
        (ONE.replace("2027-01-31", "soon"), "d.yaml:9: expires: should be a day"),
        (ONE.replace("  scope: text\n", ""), "d.yaml:10: decision: names no finding"),
        (ONE.replace("- rule: grammar/b\n  text", "- text"), "d.yaml:10: decision: is about all of a rule in a text"),
        ("- status: accepted\n  fingerprint: {a: b}\n", "d.yaml:2: fingerprint: should be text"),
        ("- fingerprint: abc\n", "d.yaml:1: status: is missing; accepted or dismissed"),
        ("- a word\n", "d.yaml:1: decision: should hold keys and values"),
        ("a: [", "d.yaml:1: not YAML"),
        ("a: &a [*a]\n", "d.yaml:1: not YAML"),
        ("just words", "d.yaml: should hold a list of decisions"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(AuditError) as caught:
        read_text(tmp_path, text)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [("{", "not JSON"), ('[{"status": "open", "fingerprint": "a"}]', "decision 1: status: should be"), ("3", "should hold a list"),
     ('[{"status": "accepted", "fingerprint": 7}]', "decision 1: fingerprint: should be text"), ("[" * 100_000, "not JSON")],
)  # fmt: skip
def test_what_is_wrong_with_json_is_said_with_the_number_of_the_decision(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(AuditError, match=said):
        read_text(tmp_path, text, "d.json")


def test_a_missing_file_and_one_that_is_no_text_are_refused(tmp_path: Path) -> None:
    with pytest.raises(AuditError, match="cannot be read"):
        read(tmp_path / "none.yaml")
    (tmp_path / "d.yaml").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(AuditError, match="UTF-8"):
        read(tmp_path / "d.yaml")


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
ANY = st.builds(
    lambda status, print_, words, date, expires, whole: Decision(
        status, print_, "grammar/a", words[0], words[1], words[2], date, expires, "text" if whole else "instance"
    ),
    st.sampled_from(["accepted", "dismissed"]),
    st.text("0123456789abcdef", min_size=16, max_size=16),
    st.tuples(WORDS, WORDS, WORDS),
    st.sampled_from(["", "2026-11-01", "2026-11-01T09:00:00Z"]),
    st.one_of(st.none(), st.dates()),
    st.booleans(),
)


@pytest.mark.parametrize("name", ["d.yaml", "d.json"])
@given(decisions=st.lists(ANY, max_size=4))
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, name: str, decisions: list[Decision]) -> None:
    text = written(decisions, "json" if name.endswith("json") else "yaml")
    assert read_text(tmp_path_factory.mktemp("d"), text, name) == tuple(decisions)
