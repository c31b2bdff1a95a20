"""This file tests which findings a baseline knows: those of the text's own name, or of any text where it knows no such name."""

from __future__ import annotations

from dataclasses import replace

from audit.baseline import Baseline, mark
from audit.decided import Gone
from audit.gate import counts
from audit.model import Document, Finding, Meta, Report, Result, Span, Verdict
from audit.render.junit import render


def gone(fingerprint: str) -> Gone:
    return Gone(fingerprint, "grammar/a", "m", "word", "minor", 1, 1)


def result(name: str, *fingerprints: str) -> Result:
    found = Finding("grammar/a", Span(0, 4), "word", "It is wrong.", "style/awkward", "major", 0.9)
    return Result(Document(name, "word"), tuple(replace(found, fingerprint=one) for one in fingerprints))


def states(base: Baseline, *results: Result) -> list[list[str]]:
    return [[finding.baseline for finding in one.findings] for one in mark(results, base)]


BASE = Baseline({"a.md": {"1": gone("1"), "2": gone("2")}, "b.md": {"3": gone("3")}})


def test_a_text_is_compared_with_its_own_findings_alone() -> None:
    assert states(BASE, result("a.md", "1", "3"), result("b.md", "1", "3")) == [["unchanged", "new"], ["new", "unchanged"]]


def test_a_renamed_text_is_compared_with_all() -> None:
    assert states(BASE, result("new.md", "1", "3", "4")) == [["unchanged", "unchanged", "new"]]
    assert states(Baseline(loose=frozenset("1")), result("a.md", "1", "4")) == [["unchanged", "new"]]


def test_what_is_there_no_longer_is_told_with_the_text_that_had_it() -> None:
    told = mark([result("a.md", "1"), result("new.md")], BASE)
    assert [[one.fingerprint for one in each.gone] for each in told] == [["2"], []]


def test_a_known_finding_fails_neither_the_run_nor_a_test_of_a_build_server() -> None:
    (marked,) = mark([result("a.md", "1", "4")], BASE)
    assert [counts(finding) for finding in marked.findings] == [False, True]
    report = Report((marked,), {}, Verdict(True, "passed"), Meta("1", 1))
    assert render(report).count("<failure") == 1
