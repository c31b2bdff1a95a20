"""This file tests which settings a run has, and that a wrong one is refused with file, line and key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from audit.bundled import folder
from audit.commands.init import SETTINGS
from audit.config import Config, read_config
from audit.model import AuditError


def write(folder: Path, content: str, name: str = "audit.toml") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def refusal(path: Path) -> str:
    with pytest.raises(AuditError) as refused:
        read_config(path)
    assert len(str(refused.value).splitlines()) == 1
    return str(refused.value).removeprefix(str(path))


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_config(start=tmp_path) == Config()


def test_every_setting_is_read(tmp_path: Path) -> None:
    content = 'select = ["a"]\nignore = ["b"]\nfail-on = "minor"\nmin-score = 60\n'
    content += "strict = true\nforce = true\nreport = false\nmax-characters = 5\n"
    assert read_config(write(tmp_path, content)) == Config(("a",), ("b",), (), "minor", 60, True, True, False, 5)


@pytest.mark.parametrize("header", ["", "[tool.audit]\n"])
def test_settings_may_stand_below_a_heading_or_alone(tmp_path: Path, header: str) -> None:
    assert read_config(write(tmp_path, f'{header}fail-on = "major"\n')).fail_on == "major"


def test_in_a_pyproject_only_its_own_table_counts(tmp_path: Path) -> None:
    content = '[project]\nname = "x"\nstrict = true\n[tool.audit]\nfail-on = "major"\n[tool.other]\nforce = true\n'
    assert read_config(write(tmp_path, content, "pyproject.toml")) == Config(fail_on="major")


def test_the_nearest_file_from_here_upwards_is_taken(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    write(tmp_path, 'fail-on = "never"\n')
    write(tmp_path / "a", "[project]\nname = 'x'\n", "pyproject.toml")
    assert read_config(start=inner).fail_on == "never"
    write(tmp_path / "a", "[tool.audit]\n", "pyproject.toml")
    assert read_config(start=inner).fail_on == "critical"
    write(tmp_path / "a", 'fail-on = "major"\n')
    assert read_config(start=inner).fail_on == "major"


def test_a_named_file_goes_before_the_nearest(tmp_path: Path) -> None:
    write(tmp_path, 'fail-on = "never"\n')
    assert read_config(write(tmp_path, 'fail-on = "major"\n', "other.toml"), tmp_path).fail_on == "major"


def test_folders_of_rules_are_relative_to_the_file_that_names_them(tmp_path: Path) -> None:
    config = read_config(write(tmp_path, 'rules = ["house", "/absolute"]\n'))
    assert config.folders == (folder("rules"), tmp_path / "house", Path("/absolute"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("\nfail-un = 'minor'\n", ":2: fail-un: no such setting; did you mean 'fail-on'?"),
        ("zzzz = 1\n", ":1: zzzz: no such setting; known: select, ignore"),
        ("fail_on = 'minor'\n", ":1: fail_on: no such setting; did you mean 'fail-on'?"),
        ("strict = false\nfail-on = 'grave'\n", ":2: fail-on: should be one of minor, major, critical, never"),
        ("fail-on = 5\n", ":1: fail-on: should be one of minor"),
        ("select = 'style'\n", ":1: select: should be a list of rule names"),
        ("select = [1]\n", ":1: select: should be a list of rule names"),
        ("rules = 'house'\n", ":1: rules: should be a list of folders"),
        ("min-score = 'high'\n", ":1: min-score: should be a number from 0 to 100"),
        ("min-score = true\n", ":1: min-score: should be a number from 0 to 100"),
        ("min-score = 101\n", ":1: min-score: should be a number from 0 to 100"),
        ("min-score = nan\n", ":1: min-score: should be a number from 0 to 100"),
        ("max-characters = 0\n", ":1: max-characters: should be a number of characters, 1 or more"),
        ("max-characters = 1.5\n", ":1: max-characters: should be a number of characters"),
        ("strict = 'yes'\n", ":1: strict: should be true or false"),
        ("strict = 1\n", ":1: strict: should be true or false"),
        ("strict = \n", ": not TOML: "),
        ("strict = true\nstrict = true\n", ": not TOML: "),
        ("[tool]\naudit = 3\n", ":2: audit: should be a table; write [tool.audit]"),
        ("tool = 3\n", ":1: tool: no such setting"),
    ],
)
def test_a_wrong_setting_is_refused_with_file_line_and_key(tmp_path: Path, content: str, said: str) -> None:
    assert refusal(write(tmp_path, content)).startswith(said)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no.toml") == ": cannot be read (No such file or directory)"
    assert refusal(tmp_path) == ": cannot be read (Is a directory)"
    path = tmp_path / "latin.toml"
    path.write_bytes(b"# caf\xe9\n")
    assert refusal(path) == ": not UTF-8; save it as UTF-8"


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    assert read_config(write(tmp_path, "\ufeffstrict = true\n")).strict


def test_a_pyproject_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, "tool = 5\n", "pyproject.toml")
    assert read_config(start=tmp_path) == Config()


def test_the_settings_that_init_writes_are_the_defaults_and_name_every_setting(tmp_path: Path) -> None:
    assert read_config(write(tmp_path, SETTINGS)) == Config()
    named = read_config(write(tmp_path, re.sub(r"(?m)^# ([a-z-]+ = )", r"\1", SETTINGS)))
    assert (named.min_score, named.select, named.ignore, named.max_characters) == (
        60,
        ("attribution", "typography/space-before-mark"),
        ("style",),
        1_000_000,
    )
    assert named.folders[1:] == (tmp_path / "house-rules",)
    assert named.style == (str(tmp_path / "desk.yaml"),)
