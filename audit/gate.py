"""This file decides whether a run passes, by the policy of the desk that each text belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import PurePath

from audit.config import Config, FailOn
from audit.model import SEVERITIES, Finding, Result, Verdict


@dataclass(frozen=True, slots=True)
class Policy:
    """What fails a text: the least severity, the least score, and rules or categories (beginnings of names) that always or never do.

    `block` goes before `warn`, and both before the severity. `desk` is empty for the settings that hold for all.
    """

    fail_on: FailOn
    min_score: float | None
    block: tuple[str, ...]
    warn: tuple[str, ...]
    desk: str = ""


def policy(config: Config, name: str) -> Policy:
    """The policy for a text: that of the first desk one of whose patterns fits its name; what it leaves out is as for all."""
    path = PurePath(name).as_posix()
    desk = next((desk for desk in config.desks if any(_fits(path, pattern) for pattern in desk.files)), None)
    if desk is None:
        return Policy(config.fail_on, config.min_score, config.block, config.warn)
    return Policy(
        desk.fail_on or config.fail_on,
        config.min_score if desk.min_score is None else desk.min_score,
        config.block if desk.block is None else desk.block,
        config.warn if desk.warn is None else desk.warn,
        desk.name,
    )


def blocks(finding: Finding, by: Policy) -> bool:
    """Does this open finding fail its text?"""
    if _named(finding, by.block):
        return True
    if by.fail_on == "never" or _named(finding, by.warn):
        return False
    return SEVERITIES.index(finding.severity) >= SEVERITIES.index(by.fail_on)


def judge(results: Sequence[Result], config: Config) -> Verdict:
    """Does the run pass? Findings that were settled do not count, and with a baseline only those that are not in it."""
    if not results:
        return Verdict(True, "there was no text to audit")
    by_desk: dict[Policy, list[Result]] = {}
    for result in results:
        by_desk.setdefault(policy(config, result.document.name), []).append(result)
    said = [reason for by, those in by_desk.items() for reason in _failing(those, by)]
    if said:
        return Verdict(False, "; ".join(said[:3]) + (f"; and {len(said) - 3} more" if len(said) > 3 else ""))
    grades = [by.fail_on for by in by_desk if by.fail_on != "never"]
    if not grades:
        return Verdict(True, "findings never fail it")
    return Verdict(
        True, f"no finding {'that counts ' if config.warn or config.desks else ''}is {_grade(min(grades, key=SEVERITIES.index))}"
    )


def _failing(results: Sequence[Result], by: Policy) -> Iterator[str]:
    """Why the texts of a desk fail, in words; nothing where they pass."""
    where = f"desk {by.desk}: " if by.desk else ""
    blocked = [finding for result in results for finding in result.findings if counts(finding) and blocks(finding, by)]
    named = [finding for finding in blocked if _named(finding, by.block)]
    if len(blocked) > len(named):
        yield f"{where}{_are(len(blocked) - len(named))} {_grade(by.fail_on)}"
    if named:
        rules = sorted({finding.rule for finding in named})
        yield f"{where}{_are(len(named))} blocked by the policy ({', '.join(rules[:3])}{' ...' if len(rules) > 3 else ''})"
    for result in results if by.min_score is not None else ():
        quality = next(score.value for score in result.scores if score.metric == "quality")
        if by.min_score is not None and quality < by.min_score:
            yield f"{where}{result.document.name} scores {quality:.1f}, below {by.min_score:g}"


def counts(finding: Finding) -> bool:
    """Is this finding neither settled nor in the baseline?"""
    return finding.status == "open" and finding.baseline != "unchanged"


def _named(finding: Finding, names: Sequence[str]) -> bool:
    return any(finding.rule.startswith(name) or finding.category.startswith(name) for name in names)


def _are(number: int) -> str:
    return "1 finding is" if number == 1 else f"{number} findings are"


def _grade(least: str) -> str:
    return least if least == "critical" else f"{least} or graver"


def _fits(path: str, pattern: str) -> bool:
    """A pattern fits a whole path or its end, folder by folder; * goes through folders."""
    return fnmatch(path, pattern) or fnmatch(path, f"*/{pattern}")
