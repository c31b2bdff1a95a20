"""This file tests GitLab's code quality report: the keys it asks for, and fingerprints that tell findings apart and survive edits."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from audit.model import Report
from audit.render.gitlab import render


def entries(report: Report) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(render(report))
    return listed


def test_an_entry_has_the_keys_that_gitlab_asks_for(report: Report) -> None:
    last = entries(report)[-1]
    assert last.pop("fingerprint")
    assert last == {
        "description": "'milliards' is a billion. Write: 3 billion",
        "check_name": "number/milliard",
        "severity": "critical",
        "location": {"path": "news/bridge.txt", "lines": {"begin": 4, "end": 4}},
    }


def test_every_severity_has_its_name_at_gitlab(report: Report) -> None:
    assert [entry["severity"] for entry in entries(report)] == ["minor", "major", "info", "critical"]


def test_equal_findings_have_fingerprints_of_their_own(single: Callable[..., Report]) -> None:
    found = [entry["fingerprint"] for entry in entries(single("ab ab ab", "ab", fingerprint="same"))]
    assert len(set(found)) == 3


def test_a_line_more_at_the_top_changes_no_fingerprint(single: Callable[..., Report]) -> None:
    before = entries(single("ab ab", "ab", fingerprint="same"))
    after = entries(single("New.\nab ab", "ab", fingerprint="same"))
    assert [entry["fingerprint"] for entry in before] == [entry["fingerprint"] for entry in after]
    assert before != after


def test_no_findings_are_an_empty_list(single: Callable[..., Report]) -> None:
    assert entries(single("All is well.")) == []
