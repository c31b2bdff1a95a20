"""This file makes a report of the results of a run: verdict, versions, rules."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version

from audit import __version__
from audit.analyse import MODEL
from audit.config import Config
from audit.model import SEVERITIES, Meta, Report, Result, Verdict
from audit.pipeline import Line
from audit.render import open_findings


def report_on(of: Line, results: Sequence[Result]) -> Report:
    """Everything that renderers need to know of a run."""
    return Report(tuple(results), of.rules, judge(results, of.config), meta(of))


def meta(of: Line) -> Meta:
    """Versions of the tool and its engines; for an engine that did not run, why not."""
    spacy = f"{version('spacy')} with {MODEL} {version(MODEL)}"
    return Meta(__version__, len(of.rules), {"spacy": spacy, **of.engines.versions()})


def judge(results: Sequence[Result], config: Config) -> Verdict:
    """Does the run pass? Findings that were accepted or dismissed do not count."""
    if config.fail_on != "never":
        failing = SEVERITIES[SEVERITIES.index(config.fail_on) :]
        count = sum(finding.severity in failing for result in results for finding in open_findings(result))
        if count:
            grade = config.fail_on if config.fail_on == "critical" else f"{config.fail_on} or graver"
            return Verdict(False, f"{count} finding{'s' * (count != 1)} {'are' if count != 1 else 'is'} {grade}")
    if config.min_score is not None:
        for result in results:
            quality = next(score.value for score in result.scores if score.metric == "quality")
            if quality < config.min_score:
                return Verdict(False, f"{result.document.name} scores {quality:.1f}, below {config.min_score:g}")
    if config.fail_on == "never":
        return Verdict(True, "findings never fail it")
    return Verdict(True, f"no finding is {config.fail_on}" + (" or graver" if config.fail_on != "critical" else ""))
