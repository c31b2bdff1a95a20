"""This file tests `audit sign` on reports that the tool itself wrote."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

CLEAN = "The mayor opened the hospital on Monday. Nobody was hurt.\n"
FAULTY = "“We will will win,” said he said to to the press .\n"


def audit(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "audit", *map(str, arguments)], cwd=cwd, capture_output=True, text=True, check=False)


def report(folder: Path, text: str, *more: str) -> Path:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    audit("a.txt", "--format", "json:r.json", "--no-report", *more, cwd=folder)
    return folder / "r.json"


def test_a_passed_report_is_signed_with_the_rule_set_that_judged_it(tmp_path: Path) -> None:
    path = report(tmp_path, CLEAN)
    told = audit("sign", path, "--by", "Ana Duro", "--disclosure", "Read by {editor}.", cwd=tmp_path)
    rule_set = json.loads(path.read_text(encoding="utf-8"))["meta"]["rule_set"]
    assert told.returncode == 0
    assert told.stdout.startswith("Signed off by Ana Duro: a.txt: ")
    assert len(rule_set) == 12
    assert f"(set {rule_set})" in told.stdout
    assert told.stdout.endswith("Read by Ana Duro.\n")


def test_a_report_that_did_not_pass_is_not_signed(tmp_path: Path) -> None:
    told = audit("sign", report(tmp_path, FAULTY, "--fail-on", "minor"), "--by", "Ana Duro", "--output", "s.txt", cwd=tmp_path)
    assert told.returncode == 1
    assert told.stdout.startswith("not signed: ")
    assert not (tmp_path / "s.txt").exists()


def test_the_house_s_disclosure_comes_from_its_settings(tmp_path: Path) -> None:
    (tmp_path / "audit.toml").write_text('disclosure = "Checked by {editor}."\n', encoding="utf-8")
    told = audit("sign", report(tmp_path, CLEAN), "--by", "Ana Duro", "--output", "s.txt", cwd=tmp_path)
    assert (told.returncode, told.stdout) == (0, "")
    assert (tmp_path / "s.txt").read_text(encoding="utf-8").splitlines()[1] == "Checked by Ana Duro."


def test_other_rules_are_another_rule_set(tmp_path: Path) -> None:
    one = json.loads(report(tmp_path, CLEAN).read_text(encoding="utf-8"))["meta"]["rule_set"]
    other = json.loads(report(tmp_path, CLEAN, "--ignore", "idiom").read_text(encoding="utf-8"))["meta"]["rule_set"]
    assert one != other


def test_nobody_cannot_sign(tmp_path: Path) -> None:
    told = audit("sign", report(tmp_path, CLEAN), "--by", " ", cwd=tmp_path)
    assert told.returncode == 2
    assert told.stderr == "audit: --by: nobody is named; write --by NAME\n"
