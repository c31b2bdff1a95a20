"""This file turns a report into a short Markdown summary for a pull request."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from audit.model import SEVERITIES, Finding, Report, Result
from audit.render import encodable, locator, open_findings, tally, told

_ROWS = 100
"""A comment on GitHub ends at 65,536 characters; the worst findings come first, so the rest may go."""
_MARKUP = re.compile(r"([\\`*_\[\]<>|~&$]|:(?=//)|(?<=www)\.)")
_CALL = re.compile(r"@|#(?=\w)")
_NAMES = {
    "quality": "quality",
    "penalty_per_100_words": "penalty per 100 words",
    "bleu": "BLEU",
    "chrf": "chrF",
    "chrf++": "chrF++",
    "ter": "TER",
}


def render(report: Report) -> str:
    """The verdict, then for each document its figures, a table of its open findings, and what was not checked."""
    verdict = "passed" if report.verdict.passed else "failed"
    lines = [f"## audit {verdict}: {_escape(report.verdict.reason)}"]
    for result in report.results:
        lines += ["", *_document(result)]
    return encodable("\n".join(lines)) + "\n"


def _document(result: Result) -> Iterator[str]:
    unsettled = open_findings(result)
    yield f"### {_escape(result.document.name)}"
    yield ""
    yield "; ".join([f"{tally(unsettled)} in {result.document.words} words", *(_figure(s.metric, s.value) for s in result.scores)])
    if unsettled:
        yield from ["", *_table(unsettled, locator(result.document.text))]
    if result.failures or result.notes:
        yield ""
        yield from (f"* {_escape(note)}" for note in result.notes)
        yield from (f"* not checked: {_escape(failure.what)}: {_escape(failure.reason)}" for failure in result.failures)
    signatures = [f"{_figure_name(score.metric)} `{_code(score.signature)}`" for score in result.scores if score.signature]
    if signatures:
        yield from ["", "<sub>" + ", ".join(signatures) + "</sub>"]


def _table(findings: list[Finding], locate: Callable[[int], tuple[int, int]]) -> Iterator[str]:
    yield "| line | severity | finding | better wording | rule |"
    yield "| ---: | --- | --- | --- | --- |"
    worst = sorted(findings, key=lambda finding: (-SEVERITIES.index(finding.severity), finding.span))
    for finding in worst[:_ROWS]:
        better = " / ".join(_escape(wording) for wording in finding.better)
        line = locate(finding.span.start)[0]
        yield f"| {line} | {finding.severity} | {_escape(told(finding))} | {better} | {_escape(finding.rule)} |"
    if len(worst) > _ROWS:
        yield from ["", f"And {len(worst) - _ROWS} more, none of them worse than these."]


def _figure(metric: str, value: float) -> str:
    return f"{_figure_name(metric)} {value:.1f}"


def _figure_name(metric: str) -> str:
    return _NAMES.get(metric) or _escape(metric)


def _code(text: str) -> str:
    # Inside backticks nothing is read as Markdown; only the backticks themselves and line ends could end it.
    return " ".join(text.replace("`", "'").split())


def _escape(text: str) -> str:
    """Article text as plain Markdown text in one line: no markup, no table cells, nobody mentioned, no issue linked."""
    flat = _MARKUP.sub(r"\\\1", " ".join(text.split()))
    # A backslash does not stop GitHub and GitLab from calling @somebody or linking #12; an empty comment in between does.
    return _CALL.sub(r"\g<0><!-- -->", flat)
