"""This file tests the editor's way on the command line: audit, decide, audit again; a baseline; remarks in the text."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from audit import cli

TEXT = "The bridge is <b>a critical slip</b> now.\n\nHere stands a major slip, and a minor slip.\n\nOne more critical slip.\n"
CARD = """\
message: "'{{found}}' is a {0} slip."
why: A test of what people decide.
category: accuracy/mistranslation
severity: {0}
confidence: 0.9
check:
  phrase: {{any: [{0} slip]}}
bad: [a <{0} slip>, one <{0} slip>]
good: [slip, {0}]
"""
CI = ("--rules", "house", "--select", "slip", "--no-report", "--format", "json:r.json", "--format", "sarif:r.sarif")


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")  # 2026-11-23
    for severity in ("minor", "major", "critical"):
        path = tmp_path / "house" / "slip" / f"{severity}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(CARD.format(severity), "utf-8")
    (tmp_path / "a.md").write_text(TEXT, "utf-8")
    return tmp_path


Ran = tuple[int, str, str]


@pytest.fixture
def audit(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    def run(*args: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["audit", *args])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    return run


def findings(place: str = "r.json") -> list[Mapping[str, Any]]:
    (document,) = json.loads(Path(place).read_text("utf-8"))["documents"]
    found: list[Mapping[str, Any]] = document["findings"]
    return found


def prints(quote: str) -> list[str]:
    return [finding["fingerprint"] for finding in findings() if finding["quote"] == quote]


def scores() -> Mapping[str, Any]:
    told: Mapping[str, Any] = json.loads(Path("r.json").read_text("utf-8"))["documents"][0]["scores"]
    return told


def test_decided_findings_stay_in_sight_and_count_no_more(audit: Callable[..., Ran]) -> None:
    assert audit("a.md", *CI)[0] == 1
    before = scores()
    how = ("--dismiss", "--reason", "it was one", "--author", "Ann", "--from", "r.json")
    assert audit("decide", "d.yaml", *prints("critical slip"), *how)[:2] == (0, "d.yaml: 2 dismissed; it holds 2 decisions\n")
    status, out, _ = audit("a.md", *CI, "--decisions", "d.yaml")
    assert status == 0
    assert [finding["status"] for finding in findings()] == ["dismissed", "open", "open", "dismissed"]
    assert findings()[0]["decision"] == {
        "reason": "it was one", "author": "Ann", "date": "2026-11-23", "expires": None, "scope": "instance",
    }  # fmt: skip
    assert "settled: line 1: slip/critical: “critical slip”: dismissed by Ann, 2026-11-23: it was one" in out
    assert scores()["penalty_per_100_words"] < before["penalty_per_100_words"]
    assert scores()["quality"] > before["quality"]
    results = json.loads(Path("r.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert [len(entry.get("suppressions", [])) for entry in results] == [1, 0, 0, 1]
    assert results[0]["suppressions"][0]["justification"] == "dismissed by Ann, 2026-11-23: it was one"


def test_a_decision_survives_moved_paragraphs_edits_elsewhere_and_other_markup(audit: Callable[..., Ran]) -> None:
    audit("a.md", *CI)
    audit("decide", "d.json", *prints("critical slip"), "--accept", "--author", "Ann")
    one, two, three = (part.strip() for part in TEXT.split("\n\n"))
    Path("a.md").write_text(
        f"A new opening.\n\n{three}\n\n{two.replace('Here', 'There')}\n\n{one.replace('<b>', '**').replace('</b>', '**')}\n"
    )
    assert audit("a.md", *CI, "--decisions", "d.json")[0] == 0
    assert sorted(finding["status"] for finding in findings()) == ["accepted", "accepted", "open", "open"]


def test_all_of_a_rule_in_a_text_is_decided_at_once(audit: Callable[..., Ran]) -> None:
    audit("a.md", *CI)
    how = ("--dismiss", "--reason", "so it is", "--author", "Ann", "--whole-text", "--rule", "slip/critical")
    audit("decide", "d.yaml", prints("critical slip")[0], *how)
    audit("a.md", *CI, "--decisions", "d.yaml")
    assert [finding["status"] for finding in findings()] == ["dismissed", "open", "open", "dismissed"]


def test_the_files_of_two_people_merge_and_a_contradiction_is_told(audit: Callable[..., Ran]) -> None:
    audit("a.md", *CI)
    one, two = prints("critical slip")
    audit("decide", "ann.yaml", one, two, "--dismiss", "--reason", "wanted", "--author", "Ann")
    audit("decide", "bo.json", one, "--accept", "--author", "Bo")
    Path("bo.json").write_text(Path("bo.json").read_text("utf-8").replace("2026-11-23", "2026-11-24"))
    both = ("--decisions", "ann.yaml", "--decisions", "bo.json")
    audit("a.md", *CI, *both)
    assert [finding["status"] for finding in findings()] == ["accepted", "open", "open", "dismissed"]
    Path("bo.json").write_text(Path("bo.json").read_text("utf-8").replace("2026-11-24", "2026-11-23"))
    status, out, _ = audit("a.md", *CI, *both)
    assert (status, findings()[0]["status"]) == (1, "open")
    assert "contradicted on the same day" in out


def test_settings_name_decisions_and_a_baseline_beside_them(audit: Callable[..., Ran]) -> None:
    audit("a.md", *CI)
    audit("decide", "d.yaml", prints("critical slip")[0], "--accept", "--author", "Ann")
    Path("r.json").rename("base.json")
    Path("audit.toml").write_text('decisions = "d.yaml"\nbaseline = "base.json"\n', "utf-8")
    assert audit("a.md", *CI)[0] == 0
    assert [(finding["status"], finding["baseline"]) for finding in findings()] == [("accepted", "unchanged"), *[("open", "unchanged")] * 3]


def test_an_expired_decision_counts_no_more_and_is_told(audit: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    audit("a.md", *CI)
    how = ("--dismiss", "--reason", "until the vote", "--author", "Ann", "--expires", "2026-11-30")
    audit("decide", "d.yaml", *prints("critical slip"), *how)
    assert audit("a.md", *CI, "--decisions", "d.yaml")[0] == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")  # 2026-12-01
    status, out, _ = audit("a.md", *CI, "--decisions", "d.yaml")
    assert status == 1
    assert "2 decisions have expired and count no more" in out


def test_a_decision_is_replaced_and_taken_back(audit: Callable[..., Ran]) -> None:
    audit("a.md", *CI)
    one = prints("critical slip")[0]
    audit("decide", "d.yaml", one, "--dismiss", "--reason", "wanted", "--author", "Ann")
    audit("decide", "d.yaml", one, "--accept", "--author", "Bo")
    assert Path("d.yaml").read_text("utf-8").count("fingerprint") == 1
    assert audit("decide", "d.yaml", one, "--reopen")[1] == "d.yaml: 1 taken back; it holds 0 decisions\n"
    audit("a.md", *CI, "--decisions", "d.yaml")
    assert {finding["status"] for finding in findings()} == {"open"}


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("d.yaml", "0" * 16), "say one of --accept, --dismiss and --reopen"),
        (("d.yaml", "0" * 16, "--accept"), "--author: nobody is named"),
        (("d.yaml", "0" * 16, "--dismiss", "--author", "Ann"), "--reason: a dismissal needs one"),
        (("d.yaml", "first", "--accept", "--author", "Ann"), "first: not a fingerprint"),
        (("d.txt", "0" * 16, "--accept", "--author", "Ann"), "d.txt: decisions are kept as .yaml or .json"),
        (("d.yaml", "0" * 16, "--accept", "--author", "Ann", "--expires", "soon"), "--expires soon: not a date"),
        (("d.yaml", "0" * 16, "--accept", "--author", "Ann", "--whole-text"), "--whole-text: all of which rule?"),
        (("none/d.yaml", "0" * 16, "--accept", "--author", "Ann"), "cannot be written"),
        (("bad.yaml", "0" * 16, "--accept", "--author", "Ann"), "bad.yaml:1: "),
        (("d.yaml", "0" * 16, "--accept", "--author", "Ann", "--from", "none.json"), "none.json: cannot be read"),
        (("d.yaml", "0" * 16, "--reopen"), "d.yaml: holds no decision on"),
    ],
)
def test_what_cannot_be_decided_is_refused_in_one_line_and_nothing_is_written(
    audit: Callable[..., Ran], args: tuple[str, ...], said: str
) -> None:
    Path("bad.yaml").write_text("- nonsense\n", "utf-8")
    status, out, err = audit("decide", *args)
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert said in err
    assert not Path("d.yaml").exists()
    assert Path("bad.yaml").read_text("utf-8") == "- nonsense\n"


def test_a_remark_in_the_text_dismisses_in_its_paragraph(audit: Callable[..., Ran]) -> None:
    remark = "<!-- audit: ignore slip/critical the bridge is one -->"
    Path("a.md").write_text(f"{remark}\n\n{TEXT}\n{remark}\n", "utf-8")
    status, out, _ = audit("a.md", *CI)
    assert (status, [finding["status"] for finding in findings()]) == (1, ["dismissed", "open", "open", "open"])
    assert findings()[0]["decision"]["remark"] == 1
    assert "line 9: remark “audit: ignore slip/critical”: there is nothing of it in its paragraph; remove it" in " ".join(out.split())
    first = json.loads(Path("r.sarif").read_text("utf-8"))["runs"][0]["results"][0]
    assert first["suppressions"] == [{"kind": "inSource", "status": "accepted", "justification": "dismissed: the bridge is one"}]


def test_only_new_findings_fail_with_a_baseline(audit: Callable[..., Ran], schema: Callable[[str], Any]) -> None:
    audit("a.md", *CI)
    Path("r.json").rename("base.json")
    Path("a.md").write_text(TEXT.replace("a major slip, and ", ""), "utf-8")
    status, out, _ = audit("a.md", *CI, "--baseline", "base.json")
    assert status == 0
    assert "against the baseline: 1 new, 2 known before, 2 gone" in " ".join(out.split())
    log = json.loads(Path("r.sarif").read_text("utf-8"))
    assert [error.message for error in schema("json.schemastore.org/sarif-2.1.0.json").iter_errors(log)] == []
    states = [(entry["baselineState"], entry["ruleId"]) for entry in log["runs"][0]["results"]]
    assert states == [
        ("unchanged", "slip/critical"), ("new", "slip/minor"), ("unchanged", "slip/critical"),
        ("absent", "slip/major"), ("absent", "slip/minor"),
    ]  # fmt: skip
    Path("a.md").write_text(f"{TEXT}\nAnother critical slip.\n", "utf-8")
    assert audit("a.md", *CI, "--baseline", "base.json")[0] == 1
    assert [finding["baseline"] for finding in findings()] == [*["unchanged"] * 4, "new"]


@pytest.mark.parametrize("form", ["lines", "list", "corpus"])
def test_a_baseline_may_be_a_list_of_fingerprints_or_the_lines_of_a_corpus(audit: Callable[..., Ran], form: str) -> None:
    audit("a.md", *CI)
    known = [finding["fingerprint"] for finding in findings()]
    document = json.loads(Path("r.json").read_text("utf-8"))["documents"][0]
    told = {"lines": "# known\n" + "\n".join(known) + "\n", "list": json.dumps(known), "corpus": f"{json.dumps(document)}\n" * 2}
    Path("base.txt").write_text(told[form], "utf-8")
    assert audit("a.md", *CI, "--baseline", "base.txt")[0] == 0
    assert {finding["baseline"] for finding in findings()} == {"unchanged"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read"),
        ("word\n", "base.json:1: not a fingerprint"),
        ("{}", "not a baseline"),
        ('["a b"]', "not a baseline"),
        ('{"documents": 3}', "not a baseline"),
    ],
)
def test_a_baseline_that_is_none_is_refused_in_one_line(audit: Callable[..., Ran], content: str | None, said: str) -> None:
    if content is not None:
        Path("base.json").write_text(content, "utf-8")
    status, _, err = audit("a.md", *CI, "--baseline", "base.json")
    assert (status, len(err.splitlines())) == (2, 1)
    assert said in err
    assert not Path("r.json").exists()


@pytest.mark.parametrize("option", ["--decisions", "--baseline"])
def test_a_report_never_overwrites_what_it_was_made_with(audit: Callable[..., Ran], option: str) -> None:
    audit("a.md", *CI)
    kept = Path("r.json").read_bytes()
    status, _, err = audit("a.md", *CI, option, "r.json")
    assert (status, Path("r.json").read_bytes()) == (2, kept)
    assert "r.json" in err


def test_the_reports_of_several_articles_tell_what_was_decided_in_each(files: Path, audit: Callable[..., Ran]) -> None:
    (files / "b.md").write_text("A quiet text.\n", "utf-8")
    audit("a.md", *CI)
    audit("decide", "d.yaml", prints("critical slip")[0], "--accept", "--author", "Ann")
    args = ["a.md", "b.md", "--rules", "house", "--select", "slip", "--decisions", "d.yaml", "--output", "index.html"]
    done = subprocess.run([sys.executable, "-m", "audit", *args], cwd=files, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    pages = "".join(page.read_text("utf-8") for page in files.rglob("*.html"))
    assert "matches nothing" not in pages
    assert "Accepted by Ann" in pages
