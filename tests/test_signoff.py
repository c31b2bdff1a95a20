"""This file tests the line that signs an article off, and the one for the published piece."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.model import AuditError
from audit.signoff import disclosure, read, sign_off

FINDINGS = [
    {"severity": "major", "status": "dismissed", "decision": {"author": "Ana Duro"}},
    {"severity": "minor", "status": "dismissed", "decision": {"author": "Bo Roe"}},
    {"severity": "critical", "status": "accepted", "decision": {"author": "Ana Duro"}},
    {"severity": "minor", "status": "accepted", "decision": None},
    {"severity": "minor", "status": "open"},
    {"severity": "neutral", "status": "open"},
]
REPORT = {
    "meta": {"format": 1, "version": "1.2", "rules": 600, "rule_set": "abc123", "engines": {"spacy": "3.8", "languagetool": "no Java"}},
    "documents": [{"id": "a.txt", "source_language": "fr", "findings": FINDINGS, "failures": [{"what": "source", "reason": "none"}]}],
    "verdict": {"passed": True, "reason": "no finding is critical"},
}


def test_the_line_says_who_settled_what_and_what_was_not_checked() -> None:
    assert sign_off(REPORT, "Ana Duro") == (
        "Signed off by Ana Duro: a.txt: 6 findings; 2 accepted (Ana Duro 1, nobody named 1); 2 dismissed (Ana Duro 1, Bo Roe 1); "
        "2 open (1 minor, 1 neutral); not checked: source; audit 1.2, 600 rules (set abc123), spacy 3.8."
    )


def test_each_article_of_a_run_has_its_line() -> None:
    two = REPORT | {"documents": [*REPORT["documents"], {"id": "b.txt", "findings": [], "failures": []}]}  # type: ignore[misc]
    lines = sign_off(two, "Ana Duro").splitlines()
    assert len(lines) == 2
    assert "b.txt: 0 findings; audit" in lines[1]


def test_the_disclosure_is_filled_from_the_report() -> None:
    assert disclosure(REPORT, "Ana Duro", "Translated from {language}, read by {editor}.") == "Translated from French, read by Ana Duro."


@pytest.mark.parametrize("form", ["{author}", "{", "{0}"])
def test_a_disclosure_that_cannot_be_filled_is_refused(form: str) -> None:
    with pytest.raises(AuditError, match="cannot be filled"):
        disclosure(REPORT, "Ana Duro", form)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"meta": {"format": 2}, "documents": [], "verdict": {}}', '{"meta": {"format": 1}}'])
def test_what_is_no_report_is_refused_in_one_line(tmp_path: Path, content: str) -> None:
    path = tmp_path / "r.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(AuditError) as refused:
        read(path)
    assert str(refused.value).startswith(f"{path}: not ")
    assert "\n" not in str(refused.value)


def test_a_report_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    path.write_text(json.dumps(REPORT), encoding="utf-8")
    assert read(path) == REPORT
