"""This file tests that a corpus comes out line for line, the same for any number of processes, and whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from audit.config import Config
from audit.corpus import Tally, audit_corpus
from audit.model import AuditError

FRENCH = "La préfecture a annoncé lundi que le port était fermé après l'échouement d'une péniche près de la jetée orientale."
CONFIG = Config(select=("attribution", "quotation"))
LINES: list[Any] = [
    {"id": "a", "text": "“It is covered,” said he said. The crowd left."},
    {"id": 7, "text": "Nobody was hurt.", "source_lang": "fr", "date": "2022-01-07"},
    "no object",
    {"id": "b", "txt": "x"},
    {"text": "A line without a name."},
    {"id": "empty", "text": ""},
    {"id": "french", "text": FRENCH},
    {"id": "a", "text": "The same name again: “It is covered,” said he said."},
    {"id": "ref", "text": "Nobody was hurt.", "references": ["Nobody was injured."]},
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in LINES) + "\n{broken\n", encoding="utf-8")
    return path


def entries(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_line_comes_out_for_every_line_in_their_order(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert audit_corpus(source, out, CONFIG) == Tally(10, 3)
    found = entries(out)
    assert [entry.get("id", entry.get("line")) for entry in found] == [
        "a", "7", 3, "b", "line 5", "empty", "french", "a", "ref", 11,
    ]  # fmt: skip
    assert [index for index, entry in enumerate(found) if "error" in entry] == [2, 3, 9]
    assert [finding["rule"] for finding in found[0]["findings"]] == ["attribution/doubled"]
    assert files(tmp_path) == ["in.jsonl", "out.jsonl"]


def test_errors_say_where_and_why(source: Path, tmp_path: Path) -> None:
    audit_corpus(source, tmp_path / "out.jsonl", CONFIG)
    errors = [entry["error"] for entry in entries(tmp_path / "out.jsonl") if "error" in entry]
    assert [error.split(": ", 1)[0] for error in errors] == [f"{source}:3", f"{source}:4", f"{source}:11"]
    assert "not a JSON object" in errors[0]
    assert "no 'text'" in errors[1]
    assert "not JSON" in errors[2]


def test_entries_are_as_the_json_report_has_them(source: Path, tmp_path: Path) -> None:
    audit_corpus(source, tmp_path / "out.jsonl", CONFIG)
    _, dated, _, _, _, empty, french, _, referenced, _ = entries(tmp_path / "out.jsonl")
    assert (dated["source_language"], dated["date"], dated["words"]) == ("fr", "2022-01-07", 3)
    assert (empty["words"], empty["findings"], empty["scores"]["quality"]) == (0, [], 100.0)
    assert french["language"] == "fr"
    assert [failure["what"] for failure in french["failures"]] == ["language", "source-language", "source"]
    assert {"bleu", "chrf", "ter"} <= set(referenced["scores"])


def test_any_number_of_processes_writes_the_same_bytes(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps({"id": str(number), "text": f"“It is {number},” said he said."}) + "\n" for number in range(25)))
    for jobs in (1, 2):
        audit_corpus(source, tmp_path / f"{jobs}.jsonl", CONFIG, jobs=jobs)
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()
    assert [entry["id"] for entry in entries(tmp_path / "2.jsonl")] == [str(number) for number in range(25)]


@pytest.mark.parametrize("cut", [0, 1, 40, -1, -2, -30])
def test_an_interrupted_run_goes_on_after_its_last_whole_line(source: Path, tmp_path: Path, cut: int) -> None:
    whole, out = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    audit_corpus(source, whole, CONFIG)
    first_lines = b"".join(whole.read_bytes().splitlines(keepends=True)[:4])
    (tmp_path / "out.jsonl.part").write_bytes(first_lines[:cut])
    done: list[int] = []
    assert audit_corpus(source, out, CONFIG, resume=True, tick=done.append) == Tally(10, 3)
    assert out.read_bytes() == whole.read_bytes()
    assert done[0] == first_lines[:cut].count(b"\n") + 1


def test_a_part_in_which_nothing_is_lacking_only_gets_its_name(source: Path, tmp_path: Path) -> None:
    audit_corpus(source, tmp_path / "out.jsonl", CONFIG)
    (tmp_path / "out.jsonl").rename(tmp_path / "out.jsonl.part")
    done: list[int] = []
    assert audit_corpus(source, tmp_path / "out.jsonl", CONFIG, resume=True, tick=done.append) == Tally(10, 3)
    assert done == []


def test_without_resume_a_part_is_begun_anew(source: Path, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl.part").write_text('{"id": "of long ago"}\n')
    audit_corpus(source, tmp_path / "out.jsonl", CONFIG)
    assert entries(tmp_path / "out.jsonl")[0]["id"] == "a"


@pytest.mark.parametrize("part", ['{"id": "other"}\n', '{"id": "a"}\n{"id": "b"}\n', '{"line": 1, "error": "x"}\n'])
def test_the_part_of_another_run_is_refused_and_left_alone(source: Path, tmp_path: Path, part: str) -> None:
    path = tmp_path / "out.jsonl.part"
    path.write_text(part)
    with pytest.raises(AuditError, match="it belongs to another run; remove it or leave out --resume"):
        audit_corpus(source, tmp_path / "out.jsonl", CONFIG, resume=True)
    assert path.read_text() == part
    assert not (tmp_path / "out.jsonl").exists()


def test_a_part_with_more_lines_than_the_input_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"id": "a", "text": "x"}\n')
    (tmp_path / "out.jsonl.part").write_text('{"id": "a"}\n{"id": "b"}\n')
    with pytest.raises(AuditError, match="belongs to another run"):
        audit_corpus(source, tmp_path / "out.jsonl", CONFIG, resume=True)


@pytest.mark.parametrize("junk", ["5\n", "null\n", "[]\n", '"a"\n', "{cut"])
def test_a_part_that_is_no_entry_is_done_again(source: Path, tmp_path: Path, junk: str) -> None:
    (tmp_path / "out.jsonl.part").write_text(junk)
    assert audit_corpus(source, tmp_path / "out.jsonl", CONFIG, resume=True) == Tally(10, 3)
    assert len(entries(tmp_path / "out.jsonl")) == 10


def test_an_output_that_cannot_be_written_is_refused_before_any_work(source: Path, tmp_path: Path) -> None:
    for output, reason in (
        (tmp_path / "no" / "out.jsonl", "No such file or directory; the output was not written"),
        (tmp_path, "is a folder; name a file"),
        (Path(), "is a folder; name a file"),
        (source, "is the input, which is never changed; name another file"),
    ):
        with pytest.raises(AuditError, match=reason):
            audit_corpus(source, output, CONFIG, tick=lambda done: pytest.fail("it worked"))
    assert files(tmp_path) == ["in.jsonl"]


def test_the_old_output_stays_until_the_new_one_is_whole(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("old\n")

    def stop(done: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        audit_corpus(source, out, CONFIG, tick=stop)
    assert out.read_text() == "old\n"
    assert len(entries(tmp_path / "out.jsonl.part")) == 2
    audit_corpus(source, out, CONFIG, resume=True)
    assert len(entries(out)) == 10


def test_the_input_is_never_changed(source: Path, tmp_path: Path) -> None:
    before = source.read_bytes(), source.stat().st_mtime_ns
    audit_corpus(source, tmp_path / "out.jsonl", CONFIG)
    assert (source.read_bytes(), source.stat().st_mtime_ns) == before


def test_a_folder_is_a_corpus_of_its_texts(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    for name in ("b.txt", "a.md"):
        (tmp_path / "texts" / name).write_text("“It is covered,” said he said.\n")
    assert audit_corpus(tmp_path / "texts", tmp_path / "out.jsonl", CONFIG) == Tally(2, 0)
    found = entries(tmp_path / "out.jsonl")
    assert [Path(entry["id"]).name for entry in found] == ["a.md", "b.txt"]
    assert all(entry["findings"] for entry in found)


def test_an_empty_input_makes_an_empty_output(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("\n\n")
    assert audit_corpus(tmp_path / "in.jsonl", tmp_path / "out.jsonl", CONFIG) == Tally(0, 0)
    assert (tmp_path / "out.jsonl").read_bytes() == b""


def test_a_text_over_the_limit_is_an_error_of_its_line(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": "long", "text": "too long"}\n{"id": "b", "text": "fine"}\n')
    assert audit_corpus(tmp_path / "in.jsonl", tmp_path / "out.jsonl", Config(select=("attribution",), max_characters=5)) == Tally(2, 1)
    assert "the limit is 5" in entries(tmp_path / "out.jsonl")[0]["error"]
