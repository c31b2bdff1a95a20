"""This file tests the command `audit compare`: the verdict, the rows, what only one version has, the page, and what is refused."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from audit import cli

SOURCE = (
    "Die Fähre Aldora lief am Montag vor der Insel Hesk auf einen Felsen. Alle 214 Fahrgäste verließen das Schiff unverletzt.\n"
    "Der Kapitän machte dichten Nebel verantwortlich. Der Verkehr bleibt bis Mittwoch unterbrochen.\n"
    "Die Reederei will den Schaden am Donnerstag untersuchen lassen.\n"
)
GOOD = (
    "The ferry Aldora ran onto a rock off the island of Hesk on Monday. All 214 passengers left the ship unharmed.\n"
    "The captain blamed thick fog. Services remain suspended until Wednesday.\n"
    "The shipping company will have the damage examined on Thursday.\n"
)
MERGED = (
    "The Aldora ferry struck a rock near the island of Hesk on Monday, and all 241 passengers left the ship without injuries.\n"
    "The captain held dense fog responsible. Traffic remains interrupted until Wednesday.\n"
    "The shipping company wants to have the damage examined on Thursday.\n"
)
POOR = (
    "The ferry Aldora ran at Monday before the island Hesk on a rock . All 214 passengers left the ship uninjured .\n"
    "The captain made dense fog responsible . Nobody knows <script>alert(1)</script> why the lamps were dark .\n"
    "The shipping company wants to let the damage on Thursday examine .\n"
)
OTHER = (
    "A choir of pensioners from Velling won the contest. Their conductor, a retired baker, wept on stage.\n"
    "They sang folk songs without accompaniment. Second place went to a school choir.\n"
)
RULES = 'select = ["typography", "source/number-changed"]\n'


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    texts = {"good.txt": GOOD, "merged.txt": MERGED, "poor.txt": POOR, "de.txt": SOURCE, "other.txt": OTHER, "empty.txt": " \n"}
    for name, text in {**texts, "same.txt": GOOD, "audit.toml": RULES}.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def ran(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *args: str) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["audit", "compare", *args])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    out, err = capsys.readouterr()
    return int(ended.value.code or 0), out, err


def told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *args: str) -> Any:
    status, out, _ = ran(capsys, monkeypatch, *args, "--json")
    assert status == 0
    return json.loads(out)


def _rules(row: Any, at: int) -> list[tuple[str, bool]]:
    return [(finding["rule"], finding["alone"]) for finding in row["versions"][at]["findings"]]


def test_without_source_and_reference_the_versions_stand_beside_the_first(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = told(capsys, monkeypatch, "good.txt", "poor.txt")
    assert found["beside"] == "first"
    assert found["verdict"]["best"] == "good.txt"
    assert found["rows"][0]["versions"][0]["text"] == ["The ferry Aldora ran onto a rock off the island of Hesk on Monday."]
    assert [_rules(row, 1) for row in found["rows"][:2]] == [[("typography/space-before-mark", True)]] * 2
    assert not any(row["versions"][0]["findings"] for row in found["rows"])
    assert {"quality", "penalty_per_100_words", "fluency"} == set(found["scores"])
    assert any("No source" in doubt for doubt in found["verdict"]["doubts"])
    assert any("No reference" in doubt for doubt in found["verdict"]["doubts"])


def test_with_a_source_a_changed_number_is_what_only_one_version_has(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = told(capsys, monkeypatch, "good.txt", "merged.txt", "poor.txt", "--source", "de.txt", "--source-lang", "de")
    assert found["beside"] == "source"
    with_it = [row for row in found["rows"] if ("source/number-changed", True) in _rules(row, 1)]
    assert len(with_it) == 1
    assert "214" in with_it[0]["source"]
    assert [one["name"] for one in found["versions"]] == ["good.txt", "merged.txt", "poor.txt"]
    assert not any("No source" in doubt for doubt in found["verdict"]["doubts"])


def test_sentences_that_one_version_merges_stand_in_one_row_of_all(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = told(capsys, monkeypatch, "good.txt", "merged.txt", "--source", "de.txt", "--source-lang", "de")
    first = found["rows"][0]
    assert first["versions"][1]["text"] == [MERGED.split("\n", maxsplit=1)[0]]
    assert first["versions"][0]["text"] == [GOOD.split("\n", maxsplit=1)[0]]
    assert first["source"] == SOURCE.split("\n", maxsplit=1)[0]
    for at, text in enumerate((GOOD, MERGED)):
        assert " ".join(one for row in found["rows"] for one in row["versions"][at]["text"]) == " ".join(text.split())


def test_with_a_reference_the_figures_are_those_of_audit_score(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    found = told(capsys, monkeypatch, "merged.txt", "poor.txt", "--reference", "good.txt")
    assert found["beside"] == "reference"
    monkeypatch.setattr(sys, "argv", "audit score merged.txt poor.txt --reference good.txt --paired bs --confidence --json".split())
    with pytest.raises(SystemExit):
        cli.main()
    score = json.loads(capsys.readouterr().out)
    assert found["aligned"] == score["aligned"]
    for metric in ("bleu", "chrf", "chrf++", "ter"):
        ours = found["scores"][metric]
        for at, theirs in enumerate(score["translations"]):
            figure = theirs["scores"][metric]
            assert ours["signature"] == figure["signature"]
            assert ours["results"][at]["value"] == pytest.approx(figure["value"])
            assert ours["results"][at]["high"] == pytest.approx(figure["mean"] + figure["half_interval"], abs=1e-4)
        assert ours["results"][1]["p"] == score["paired"]["metrics"][metric]["results"][1]["p"]
    tests = found["verdict"]["duels"][0]["tests"]
    assert set(tests) == {"findings_and_fluency", "chrf++"}


def test_versions_that_are_the_same_score_the_same(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    found = told(capsys, monkeypatch, "good.txt", "same.txt")
    assert found["verdict"]["best"] is None
    assert found["verdict"]["said"][0].startswith("The versions score the same")
    assert not found["scores"]["quality"]["results"][1]["differs"]


def test_the_summary_says_who_is_best_and_the_page_is_written_once_and_alike(
    files: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    status, out, err = ran(capsys, monkeypatch, "good.txt", "poor.txt")
    assert (status, err) == (0, "")
    assert out.startswith("good.txt scores best: quality ")
    assert out.rstrip().endswith("Report: good.compare.html")
    assert "Only in poor.txt" in out
    page = (files / "good.compare.html").read_bytes()
    assert ran(capsys, monkeypatch, "good.txt", "poor.txt", "--output", "page.html")[0] == 0
    assert (files / "page.html").read_bytes() == page
    assert sorted(path.name for path in files.iterdir() if "html" in path.name) == ["good.compare.html", "page.html"]


def test_no_version_breaks_out_of_the_page(files: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert ran(capsys, monkeypatch, "poor.txt", "good.txt")[0] == 0
    page = (files / "poor.compare.html").read_text("utf-8")
    assert "<script" not in page
    assert "alert(1)" in page
    assert "http://" not in page
    assert "https://" not in page


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("good.txt",), "give two or more"),
        (("good.txt", "./good.txt"), "is given twice"),
        (("good.txt", "empty.txt"), "empty.txt: there is no text in it"),
        (("good.txt", "missing.txt"), "missing.txt: no such file"),
        (("good.txt", "."), "is a folder"),
        (("good.txt", "poor.txt", "--reference", "other.txt"), "does not fit the translation"),
        (("good.txt", "poor.txt", "--reference", "de.txt"), "reads like German"),
        (("good.txt", "poor.txt", "--reference", "empty.txt"), "there is no text in it"),
        (("good.txt", "other.txt"), "other.txt: is no version of good.txt"),
        (("good.txt", "poor.txt", "--output", "poor.txt"), "is read or written by this run already"),
        (("good.txt", "poor.txt", "--output", "nowhere/page.html"), "cannot be written"),
    ],
)
def test_bad_input_is_one_line_and_status_2(
    args: tuple[str, ...], said: str, files: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    status, _, err = ran(capsys, monkeypatch, *args)
    assert status == 2
    assert said in err
    assert err.count("\n") == 1
    assert not list(files.glob("*.compare.html"))


def test_versions_whose_front_matter_names_other_sources_are_refused(
    files: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (files / "own.txt").write_text("---\nsource: de.txt\nsource-language: de\n---\n" + MERGED, "utf-8")
    status, _, err = ran(capsys, monkeypatch, "good.txt", "own.txt")
    assert status == 2
    assert "own.txt: its front matter names another source than good.txt" in err
    assert told(capsys, monkeypatch, "good.txt", "own.txt", "--source", "de.txt", "--source-lang", "de")["beside"] == "source"
