"""This file tests the command `audit score`: which files are what, what is printed, and what is refused."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from audit import cli

FIRST = "The bridge opened on Monday.\nThe police found 12 cars.\nNobody was hurt.\nThe mayor thanked the engineers of the city.\n"
SECOND = "Bridge has opened Monday.\nPolice found 15 cars.\nNobody were hurt.\nMayor thanked at engineers of city.\n"
REFERENCE = "The bridge was opened on Monday.\nPolice found 15 cars.\nNobody was hurt.\nThe mayor thanked the city's engineers.\n"


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {"a.txt": FIRST, "b.txt": SECOND, "r.txt": REFERENCE, "one.txt": REFERENCE.replace("\n", " ")}.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def ran(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *args: str) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["audit", "score", *args])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    out, err = capsys.readouterr()
    return int(ended.value.code or 0), out, err


def told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *args: str) -> Any:
    status, out, err = ran(capsys, monkeypatch, *args, "--json")
    assert (status, err) == (0, "")
    return json.loads(out)


def test_the_first_file_is_the_translation_and_the_others_are_references(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = told(capsys, monkeypatch, "a.txt", "r.txt")
    assert list(one["scores"])[:4] == ["bleu", "chrf", "ter", "chrf++"]
    assert one["scores"]["bleu"]["signature"].startswith("nrefs:1|")
    assert one["aligned"] == "4 lines against 4 lines"
    assert told(capsys, monkeypatch, "a.txt", "r.txt", "b.txt")["scores"]["ter"]["signature"].startswith("nrefs:2|")
    assert told(capsys, monkeypatch, "a.txt", "--reference", "r.txt") == one


def test_with_reference_given_all_files_are_translations(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    both = told(capsys, monkeypatch, "a.txt", "b.txt", "--reference", "r.txt")
    assert [one["name"] for one in both["translations"]] == ["a.txt", "b.txt"]
    for one in both["translations"]:
        assert one["scores"] == told(capsys, monkeypatch, one["name"], "r.txt")["scores"]


def test_what_the_figures_cannot_see_is_told_by_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    (row,) = told(capsys, monkeypatch, "a.txt", "r.txt")["unseen"]
    assert row["number"] == 2
    assert row["differences"] == [{"kind": "number", "here": "12", "there": "15"}]
    _, out, _ = ran(capsys, monkeypatch, "a.txt", "r.txt")
    assert "In 1 of 4 lines they cannot see what differs:" in out
    assert f"  line 2: chrF {row['scores']['chrf']:.2f}, but 12 against 15\n" in out


@pytest.mark.parametrize(("args", "test"), [(["--paired"], "bs"), (["--paired", "bs"], "bs"), (["--paired", "ar"], "ar")])
def test_paired_needs_no_value(args: list[str], test: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    (Path("b.txt")).write_text(FIRST, "utf-8")
    for order in (["a.txt", "b.txt", "--reference", "r.txt", *args], [*args, "a.txt", "b.txt", "--reference", "r.txt"]):
        of = told(capsys, monkeypatch, *order)["paired"]
        assert (of["test"], of["baseline"]) == (test, "a.txt")
        assert list(of["metrics"])[:4] == ["bleu", "chrf", "ter", "chrf++"]
        assert f"|{test}:" in of["metrics"]["chrf"]["signature"]
        first, second = of["metrics"]["chrf"]["results"]
        assert (first["p"], second["value"]) == (None, first["value"])


def test_the_figures_of_whole_files_are_those_of_the_sacrebleu_command(
    files: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = [
        sys.executable,
        "-m",
        "sacrebleu",
        "r.txt",
        "-i",
        "b.txt",
        "-m",
        "bleu",
        "chrf",
        "ter",
        "-w",
        "6",
        "-f",
        "json",
        "--confidence",
    ]
    expected = json.loads(subprocess.run(command, cwd=files, check=True, capture_output=True, text=True).stdout)
    found = told(capsys, monkeypatch, "b.txt", "r.txt", "--confidence")["scores"]
    for metric, one in zip(("bleu", "chrf", "ter"), expected, strict=True):
        told_here = found[metric]
        assert (told_here["value"], told_here["mean"], told_here["half_interval"], told_here["signature"]) == (
            one["score"],
            one["confidence_mean"],
            one["confidence_var"],
            one["signature"],
        )


def test_every_sentence_is_given_when_asked_for(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    found = told(capsys, monkeypatch, "a.txt", "one.txt", "--sentences")
    assert [row["number"] for row in found["sentences"]] == [1, 2, 3, 4]
    assert found["aligned"].startswith("aligned by sentences into 4 segments")
    assert found["sentences"][2]["scores"]["ter"] == 0
    assert "eff:yes" in found["sentence_signatures"]["bleu"]
    _, out, _ = ran(capsys, monkeypatch, "a.txt", "one.txt", "--sentences")
    assert all(f"  segment {number}: BLEU " in out for number in range(1, 5))


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["a.txt"], "no reference: give a human translation to compare with"),
        (["a.txt", "r.txt", "--paired"], "--paired compares translations: give two or more, and the references with --reference"),
        (["a.txt", "no.txt"], "no.txt: no such file"),
        (["a.txt", "empty.txt"], "empty.txt: there is no text in it"),
        (["a.txt", "other.txt"], "a.txt: the reference does not fit the translation: "),
    ],
)
def test_what_cannot_be_measured_is_refused_in_one_line(
    args: list[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("empty.txt").write_text(" \n", "utf-8")
    Path("other.txt").write_text(
        "Farmers count losses.\nHail destroyed cherries.\nInsurers expect large claims.\nPrices doubled.\n", "utf-8"
    )
    status, out, err = ran(capsys, monkeypatch, *args)
    assert (status, out) == (2, "")
    assert err.startswith(f"audit: {said}")
    assert err.count("\n") == 1


def test_force_measures_against_another_article(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    Path("other.txt").write_text(
        "Farmers count losses.\nHail destroyed cherries.\nInsurers expect large claims.\nPrices doubled.\n", "utf-8"
    )
    assert ran(capsys, monkeypatch, "a.txt", "other.txt", "--force")[0] == 0
