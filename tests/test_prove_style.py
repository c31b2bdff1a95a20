"""This file tests that a style sheet that holds proves itself, and that every way of not holding is told with its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from audit.cli import app
from audit.model import AuditError
from audit.prove_style import examples, prove_style
from audit.style import read_style

DESKS = Path(__file__).resolve().parent.parent / "examples" / "desks"


def sheet(folder: Path, content: str) -> Path:
    path = folder / "desk.yaml"
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize("desk", sorted(DESKS.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_desks_that_are_shown_prove_themselves(desk: Path) -> None:
    assert prove_style(read_style(desk)) == ()


def test_every_name_and_every_wording_of_the_glossary_gets_an_example(tmp_path: Path) -> None:
    style = read_style(
        sheet(
            tmp_path,
            "names:\n  Basra: [Bassora, Basrah]\nglossary:\n"
            "  - {say: ~carry out, not: [~realize, (do|make) real], when: [plan]}\n  - {keep: AfD}\n",
        )
    )
    made = [(example.text, [mark.of(example.text) for mark in example.marks], example.line) for example in examples(style)]
    assert made == [
        ("Reporters and their guides met in Bassora last week.", ["Bassora"], 2),
        ("Reporters and their guides met in Basrah last week.", ["Basrah"], 2),
        ("Reporters and their guides met in Basra last week.", [], 2),
        ("This is what the report says of realize, next to the word plan.", ["realize"], 4),
        ("This is what the report says of do real, next to the word plan.", ["do real"], 4),
        ("This is what the report says of carry out, next to the word plan.", [], 4),
        ("This is what the report says of AfD.", [], 5),
    ]
    assert prove_style(style) == ()


@pytest.mark.parametrize(
    ("content", "line", "kind", "said"),
    [
        ("spelling: british\nglossary:\n  - {say: color guard, not: [flag guard]}\n", 3, "good", "'color' (style/spelling)"),
        ("glossary:\n  - {say: lorry, not: [truck]}\n  - {say: van, not: [lorry]}\n", 2, "good", "'lorry' (style/glossary)"),
        ("glossary:\n  - {say: van, not: [truck], unless: [of truck]}\n", 2, "bad", "found nothing, not 'truck'"),
        ("time: 24h\nbad:\n  - It begins at <noon>.\n", 3, "bad", "found nothing, not 'noon'"),
        ("time: 24h\nbad:\n  - {text: At <2 pm> it begins., fixed: At 2 it begins.}\n", 3, "bad", "mended it reads 'At 14:00 it begins.'"),
        ("time: 24h\ngood:\n  - It begins at 2 pm.\n", 3, "good", "found '2 pm' (style/clock), should be silent"),
        ("glossary:\n  - {say: van, not: [truck], good: A truck.}\n", 2, "good", "found 'truck'"),
        ("glossary:\n  - {say: van, not: [truck], bad: A <car>.}\n", 2, "bad", "found nothing, not 'car'"),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_told_with_its_line(tmp_path: Path, content: str, line: int, kind: str, said: str) -> None:
    path = sheet(tmp_path, content)
    (problem,) = prove_style(read_style(path))
    assert (problem.path, problem.line, problem.kind) == (str(path), line, kind)
    assert said in problem.said


@pytest.mark.parametrize(("bad", "said"), [("A truck.", "needs a <marked> span"), ("A <truck.", "no '>' closes")])
def test_an_entrys_own_example_without_its_mark_is_refused(tmp_path: Path, bad: str, said: str) -> None:
    path = sheet(tmp_path, f"glossary:\n  - {{say: van, not: [truck], bad: {bad}}}\n")
    with pytest.raises(AuditError, match=rf"desk\.yaml:2: glossary: bad: .*{said}"):
        prove_style(read_style(path))


def test_the_command_proves_one_sheet_or_a_folder_of_them(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["rules", "test", str(DESKS)])
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1] == "2 style sheets, 0 problems"
    broken = sheet(tmp_path, "time: 24h\ngood:\n  - It begins at 2 pm.\n")
    done = CliRunner().invoke(app, ["rules", "test", str(broken)])
    assert done.exit_code == 1
    assert done.stdout.splitlines() == [
        f"{broken}:3: good: found '2 pm' (style/clock), should be silent: It begins at 2 pm.",
        "1 style sheet, 1 problem",
    ]


def test_the_command_refuses_a_misspelt_key(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["rules", "test", str(sheet(tmp_path, "speling: british\n"))])
    assert isinstance(done.exception, AuditError)
    assert str(done.exception).endswith("desk.yaml:1: speling: no such key; did you mean 'spelling'?")


def test_the_sheet_in_the_readme_proves_itself(tmp_path: Path) -> None:
    readme = (DESKS.parent.parent / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"## A style sheet for a desk.*?```yaml\n(.*?)```", readme, re.DOTALL)
    assert shown
    assert prove_style(read_style(sheet(tmp_path, shown[1]))) == ()
