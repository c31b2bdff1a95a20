"""This file turns a report into a short Markdown summary for a pull request."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate
from urllib.parse import quote

from audit.model import SEVERITIES, Finding, Report, Result, Rule
from audit.render import encodable, locator, open_findings, tally, told

_ROWS = 100
_ROOM = 60_000
"""A comment on GitHub ends at 65,536 characters; the worst findings come first, so the rest may go."""
_CELL = 200
_BETTER = 3
_SAFE = "!#$%&'()*+,/:;=?@[]~"
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
    """The verdict, a table of the documents where there are several, then each document: figures, open findings, what was not checked.

    The worst document comes first. What would not fit into a comment is left out, and how much that is stands at the end.
    """
    verdict = "passed" if report.verdict.passed else "failed"
    lines = [f"## audit {verdict}: {_escape(report.verdict.reason)}"]
    ranked = sorted(report.results, key=_badness, reverse=True)
    if len(ranked) > 1:
        lines += ["", *_overview(ranked)]
    room, shown = _ROOM - sum(map(len, lines)), 0
    for result in ranked:
        section = ["", *_document(result, report.rules)]
        room -= sum(len(line) + 1 for line in section)
        if room < 0 and shown:
            break
        lines += section
        shown += 1
    if shown < len(ranked):
        lines += ["", f"And {len(ranked) - shown} more documents, none of them worse than these."]
    return encodable("\n".join(lines)) + "\n"


def _badness(result: Result) -> tuple[int, ...]:
    counts = Counter(finding.severity for finding in open_findings(result))
    return tuple(counts[severity] for severity in reversed(SEVERITIES))


def _overview(results: list[Result]) -> Iterator[str]:
    yield "| document | critical | major | minor | neutral | quality |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for result in results[:_ROWS]:
        counts = " | ".join(str(count) for count in _badness(result))
        quality = next((f"{score.value:.1f}" for score in result.scores if score.metric == "quality"), "")
        yield f"| {_cell(result.document.name)} | {counts} | {quality} |"
    if len(results) > _ROWS:
        yield from ["", f"And {len(results) - _ROWS} more."]


def _document(result: Result, rules: Mapping[str, Rule]) -> Iterator[str]:
    unsettled = open_findings(result)
    yield f"### {_cell(result.document.name)}"
    yield ""
    yield "; ".join([f"{tally(unsettled)} in {result.document.words} words", *(_figure(s.metric, s.value) for s in result.scores)])
    if unsettled:
        yield from ["", *_table(unsettled, locator(result.document.text), rules)]
    if result.failures or result.notes:
        yield ""
        yield from (f"* {_cell(note)}" for note in result.notes)
        yield from (f"* not checked: {_cell(failure.what)}: {_cell(failure.reason)}" for failure in result.failures)
    signatures = [f"{_figure_name(score.metric)} `{_code(score.signature)}`" for score in result.scores if score.signature]
    if signatures:
        yield from ["", "<sub>" + ", ".join(signatures) + "</sub>"]


def _table(findings: list[Finding], locate: Callable[[int], tuple[int, int]], rules: Mapping[str, Rule]) -> Iterator[str]:
    yield "| line | severity | finding | better wording | rule |"
    yield "| ---: | --- | --- | --- | --- |"
    worst = sorted(findings, key=lambda finding: (-SEVERITIES.index(finding.severity), finding.span))
    rows = [_row(finding, locate(finding.span.start)[0], rules.get(finding.rule)) for finding in worst[:_ROWS]]
    fitting = sum(length <= _ROOM // 2 for length in accumulate(map(len, rows)))
    yield from rows[:fitting]
    if len(worst) > fitting:
        yield from ["", f"And {len(worst) - fitting} more, none of them worse than these."]


def _row(finding: Finding, line: int, rule: Rule | None) -> str:
    better = " / ".join(_cell(wording) for wording in finding.better[:_BETTER])
    return f"| {line} | {finding.severity} | {_cell(told(finding))} | {better} | {_rule(finding.rule, rule)} |"


def _rule(name: str, rule: Rule | None) -> str:
    """The rule's name, with a link where its card has one."""
    link = next((link for link in (rule.see if rule else ()) if link.startswith(("https://", "http://"))), None)
    return f"[{_escape(name)}](<{quote(link, safe=_SAFE)}>)" if link else _escape(name)


def _figure(metric: str, value: float) -> str:
    return f"{_figure_name(metric)} {value:.1f}"


def _figure_name(metric: str) -> str:
    return _NAMES.get(metric) or _escape(metric)


def _code(text: str) -> str:
    # Inside backticks nothing is read as Markdown; only the backticks themselves and line ends could end it.
    return " ".join(text.replace("`", "'").split())


def _cell(text: str) -> str:
    flat = " ".join(text.split())
    return _escape(flat if len(flat) <= _CELL else f"{flat[:_CELL].rstrip()} …")


def _escape(text: str) -> str:
    """Article text as plain Markdown text in one line: no markup, no table cells, nobody mentioned, no issue linked."""
    flat = _MARKUP.sub(r"\\\1", " ".join(text.split()))
    # A backslash does not stop GitHub and GitLab from calling @somebody or linking #12; an empty comment in between does.
    return _CALL.sub(r"\g<0><!-- -->", flat)
