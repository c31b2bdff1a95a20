"""This file tests that YAML is read with its lines, as text where people mean text, and refused in one line where it is broken."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from audit import lines
from audit.lines import Mapped, nearest, read_yaml
from audit.model import AuditError

SHEET = """\
# a comment

message: no
when: 2022-01-07
rows:
  - find: on
    share: 0.5
  -
    find: 'yes'
    many: -12
  - [1, true, ~, "2"]
text: |
  first
  second
"""


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "sheet.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refusal(path: Path) -> str:
    with pytest.raises(AuditError) as refused:
        read_yaml(path)
    assert len(str(refused.value).splitlines()) == 1
    assert str(refused.value).startswith(str(path))
    return str(refused.value).removeprefix(str(path))


@pytest.fixture(params=["libyaml", "pure"])
def tree(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Mapped:
    """The sheet, read by either of PyYAML's two parsers."""
    loader = yaml.SafeLoader if request.param == "pure" else getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    monkeypatch.setattr(lines, "_Loader", loader)
    return read_yaml(written(tmp_path, SHEET))


def test_only_numbers_true_false_and_nothing_are_not_text(tree: Mapped) -> None:
    assert tree.value == {
        "message": "no",
        "when": "2022-01-07",
        "rows": [{"find": "on", "share": 0.5}, {"find": "yes", "many": -12}, [1, True, None, "2"]],
        "text": "first\nsecond\n",
    }


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("message",), 3),
        (("rows",), 5),
        (("rows", 0), 6),
        (("rows", 0, "share"), 7),
        (("rows", 1), 9),
        (("rows", 1, "many"), 10),
        (("rows", 2, 3), 11),
        (("text",), 12),
        ((), 3),
        (("rows", 1, "lacking", "deeper"), 9),
        (("rows", 7), 5),
        (("lacking",), 3),
    ],
)
def test_every_key_and_item_knows_its_line_and_a_missing_one_that_of_what_holds_it(
    tree: Mapped, path: tuple[str | int, ...], line: int
) -> None:
    assert tree.line(*path) == line


def test_going_down_stops_where_the_path_leaves_the_tree(tree: Mapped) -> None:
    assert tree.at("rows", 1, "many").value == -12
    assert tree.at("rows", 1, "lacking") == tree.at("rows", 1)
    assert not tree.has("lacking")
    assert tree.at("rows").has(2)
    assert not tree.at("rows").has(3)
    assert not tree.at("message").has(0)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", ":1: must hold keys and values"),
        ("- a\n- b\n", ":1: must hold keys and values"),
        ("only words\n", ":1: must hold keys and values"),
        ("a: 1\nb: 2\na: 3\n", ":3: a: this key stands twice; keep one"),
        ("a:\n  b: 1\n  c: 2\n  b: 3\n", ":4: b: this key stands twice"),
        ("why: a calque: word for word\n", ":1: not YAML: "),
        ("a: 1\nb: \"open\n", ":3: not YAML: "),
        ("a: 1\n\tb: 2\n", ":2: not YAML: "),
        ("a: @months\n", ":1: not YAML: "),
        ("a: 1\n---\nb: 2\n", ":2: not YAML: "),
        ("a: *nowhere\n", ":1: not YAML: "),
        (b"a: 1\0", ": not YAML: "),
        (b"a: caf\xe9\n", ": not UTF-8 (byte 6); save it as UTF-8"),
        ("a: 1\n".encode("utf-16"), ": not UTF-8 (byte 0); save it as UTF-8"),
        ("a: &itself [*itself]\n", ": not YAML that can be read: an anchor (&name) holds itself"),
    ],
)  # fmt: skip
def test_a_broken_sheet_is_refused_with_file_line_and_reason(tmp_path: Path, content: str | bytes, said: str) -> None:
    assert refusal(written(tmp_path, content)).startswith(said)


def test_a_text_that_needs_quotation_marks_is_refused_with_that_advice(tmp_path: Path) -> None:
    assert "a text with ': ' or a leading quotation mark needs quotes" in refusal(written(tmp_path, "why: a calque: word for word\n"))


def test_a_missing_sheet_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no.yaml") == ": cannot be read (No such file or directory)"
    assert refusal(tmp_path) == ": cannot be read (Is a directory)"


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    assert read_yaml(written(tmp_path, b"\xef\xbb\xbfa: 1\n")).value == {"a": 1}


def test_the_nearest_name_is_offered_else_the_known_ones() -> None:
    assert nearest("phrases", ["regex", "phrase"]) == "; did you mean 'phrase'?"
    assert nearest("zzz", ["regex", "phrase"]) == "; known: regex, phrase"
    assert nearest("zzz", [f"a{number}" for number in range(1000)]).endswith(", a39, ...")
