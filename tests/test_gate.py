"""This file tests which findings fail a run: severities, and the policies of desks."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.config import Config, Desk, read_config
from audit.gate import blocks, judge, policy
from audit.model import AuditError, Document, Finding, Result, Score, Severity, Span, Verdict


def finding(severity: Severity, rule: str = "idiom/one", category: str = "accuracy/mistranslation", status: str = "open") -> Finding:
    return Finding(rule, Span(0, 1), "x", "wrong", category, severity, 0.9, status=status)  # type: ignore[arg-type]


def result(name: str, *findings: Finding, quality: float = 80.0) -> Result:
    return Result(Document(name, "x y z"), findings, scores=(Score("quality", quality),))


@pytest.mark.parametrize(
    ("config", "one", "failing"),
    [
        (Config(), finding("critical"), True),
        (Config(), finding("major"), False),
        (Config(fail_on="major"), finding("major"), True),
        (Config(fail_on="minor"), finding("neutral"), False),
        (Config(fail_on="never"), finding("critical"), False),
        (Config(warn=("idiom/",)), finding("critical"), False),
        (Config(warn=("accuracy/",)), finding("critical"), False),
        (Config(warn=("style/",)), finding("critical"), True),
        (Config(block=("idiom/",)), finding("minor"), True),
        (Config(block=("accuracy/mistranslation",)), finding("neutral"), True),
        (Config(fail_on="never", block=("idiom/one",)), finding("minor"), True),
        (Config(warn=("idiom/",), block=("idiom/one",)), finding("minor"), True),
        (Config(block=("idiom/two",)), finding("minor"), False),
    ],
)
def test_a_policy_says_which_findings_fail_a_text(config: Config, one: Finding, failing: bool) -> None:
    assert blocks(one, policy(config, "a.txt")) is failing
    assert judge([result("a.txt", one)], config).passed is not failing


def test_a_settled_finding_fails_nothing() -> None:
    assert judge([result("a.txt", finding("critical", status="dismissed"))], Config()).passed


DESKS = Config(
    fail_on="critical",
    min_score=50,
    warn=("style/",),
    desks=(Desk("sports", ("sports/*",), fail_on="major"), Desk("wire", ("wire/*.txt", "flash.txt"), "never", 0.0, block=("facts/",))),
)


@pytest.mark.parametrize(
    ("name", "desk"),
    [
        ("sports/a.txt", "sports"),
        ("news/sports/cup/a.txt", "sports"),
        ("sports.txt", ""),
        ("wire/a.txt", "wire"),
        ("wire/a.md", ""),
        ("in/flash.txt", "wire"),
    ],
)
def test_a_text_belongs_to_the_first_desk_that_names_it(name: str, desk: str) -> None:
    assert policy(DESKS, name).desk == desk


def test_what_a_desk_leaves_out_is_as_for_all() -> None:
    sports, wire = policy(DESKS, "sports/a.txt"), policy(DESKS, "wire/a.txt")
    assert (sports.fail_on, sports.min_score, sports.warn) == ("major", 50, ("style/",))
    assert (wire.fail_on, wire.min_score, wire.block) == ("never", 0.0, ("facts/",))


def test_the_verdict_names_the_desk_and_what_failed_it() -> None:
    texts = [
        result("sports/a.txt", finding("major"), finding("minor")),
        result("wire/b.txt", finding("minor", "facts/office-holder"), finding("critical")),
        result("c.txt", finding("major"), quality=42.0),
    ]
    reason = judge(texts, DESKS).reason
    assert "desk sports: 1 finding is major or graver" in reason
    assert "desk wire: 1 finding is blocked by the policy (facts/office-holder)" in reason
    assert "c.txt scores 42.0, below 50" in reason


def test_desks_are_read_from_a_settings_file(tmp_path: Path) -> None:
    path = tmp_path / "audit.toml"
    path.write_text('block = ["facts"]\n[desks.sports]\nfiles = ["sports/*"]\nfail-on = "major"\nwarn = ["style"]\n', encoding="utf-8")
    assert read_config(path) == Config(block=("facts",), desks=(Desk("sports", ("sports/*",), "major", warn=("style",)),))


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        ('desks = "sports"\n', 1, "should be tables"),
        ('[desks.sports]\nfail-on = "major"\n', 1, "which texts are this desk's"),
        ('[desks.sports]\nfiles = ["a"]\nstrict = true\n', 3, "a desk has no such setting"),
        ('[desks.sports]\nfiles = ["a"]\nfail-on = "grave"\n', 3, "should be one of"),
    ],
)
def test_a_wrong_desk_is_refused_in_one_line(tmp_path: Path, content: str, line: int, said: str) -> None:
    path = tmp_path / "audit.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(AuditError) as refused:
        read_config(path)
    message = str(refused.value)
    assert message.startswith(f"{path}:{line}:")
    assert said in message
    assert "\n" not in message


def test_a_run_without_a_text_passes_and_says_so() -> None:
    assert judge([], Config(fail_on="minor")) == Verdict(True, "there was no text to audit")
