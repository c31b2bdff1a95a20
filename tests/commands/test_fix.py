"""This file tests the command `audit fix`: what it writes and prints, what it never touches, and what it refuses."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from audit import cli

TEXT = "The mayor opened the the bridge.\n\nNobody came to the tunnel .\n"
MENDED = "The mayor opened the bridge.\n\nNobody came to the tunnel.\n"
Ran = tuple[int, str, str]


@pytest.fixture
def fix(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, "utf-8")

    def run(*args: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["audit", "fix", *args])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    return run


def test_the_mended_text_is_a_new_file_and_every_edit_is_told(fix: Callable[..., Ran]) -> None:
    status, out, err = fix("a.txt")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "line 1: typography/doubled-word: “the the” -> “the”",
        "line 3: typography/space-before-mark: “tunnel .” -> “tunnel.”",
        "2 edits made; 0 findings left for a person: a.fixed.txt",
    ]
    assert Path("a.fixed.txt").read_text("utf-8") == MENDED
    assert Path("a.txt").read_text("utf-8") == TEXT


def test_the_difference_is_one_that_patch_takes(fix: Callable[..., Ran]) -> None:
    status, out, err = fix("a.txt", "--diff", "--output", "new.txt")
    assert status == 0
    assert out.startswith("--- a.txt\n+++ new.txt\n@@ ")
    assert err == "2 edits made; 0 findings left for a person: new.txt\n"
    if shutil.which("patch"):
        subprocess.run(["patch", "--silent", "a.txt"], input=out, text=True, check=True)
        assert Path("a.txt").read_text("utf-8") == MENDED


def test_a_text_without_a_safe_edit_is_written_as_it_is(fix: Callable[..., Ran]) -> None:
    Path("a.txt").write_bytes(MENDED.replace("\n", "\r\n").encode())
    assert fix("a.txt")[1] == "0 edits made; 0 findings left for a person: a.fixed.txt\n"
    assert Path("a.fixed.txt").read_bytes() == Path("a.txt").read_bytes()
    assert fix("a.txt", "--diff")[1] == ""


def test_the_new_file_stands_beside_the_text_and_finds_its_source_there(fix: Callable[..., Ran]) -> None:
    Path("desk").mkdir()
    Path("desk/s.txt").write_text("Le maire a ouvert le pont.\n\nPersonne n'est venu au tunnel.\n", "utf-8")
    Path("desk/a.md").write_text(f"---\nsource: s.txt\nsource-language: fr\n---\n\n{TEXT}", "utf-8")
    assert fix("desk/a.md")[1].endswith(": desk/a.fixed.md\n")
    assert fix("desk/a.fixed.md", "--output", "desk/b.md")[1].startswith("0 edits made")
    assert Path("desk/b.md").read_bytes() == Path("desk/a.fixed.md").read_bytes()


def test_what_is_not_looked_for_is_left(fix: Callable[..., Ran]) -> None:
    assert fix("a.txt", "--ignore", "typography/doubled-word")[0] == 0
    assert Path("a.fixed.txt").read_text("utf-8") == TEXT.replace("tunnel .", "tunnel.")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("a.txt", "--output", "a.txt"), "a.txt: is read or written by this run already"),
        ((".",), ".: is a folder; name one text"),
        (("none.txt",), "none.txt: no such file"),
        (("a.txt", "--output", "none/b.txt"), "none/b.txt: cannot be written"),
        (("a.txt", "--decisions", "none.yaml"), "none.yaml: cannot be read"),
        (("a.txt", "--confidence", "2"), "--confidence"),
    ],
)
def test_what_cannot_be_mended_is_refused_in_one_line(fix: Callable[..., Ran], args: tuple[str, ...], said: str) -> None:
    status, out, err = fix(*args)
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert said in err
    assert [path.name for path in Path().iterdir()] == ["a.txt"]
    assert Path("a.txt").read_text("utf-8") == TEXT
