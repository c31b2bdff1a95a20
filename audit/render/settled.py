"""This file says in lines what has been settled of a text, by whom and why, and what of its baseline is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from audit.model import Finding, Result

_QUOTE = 50


def settled_lines(result: Result, locate: Callable[[int], tuple[int, int]]) -> Iterator[str]:
    """A line for each settled finding, then one on the baseline, where there was one."""
    for finding in result.findings:
        if finding.status != "open":
            quote = " ".join(finding.quote.split())
            short = quote if len(quote) <= _QUOTE else quote[: _QUOTE - 1] + "…"
            yield f"settled: line {locate(finding.span.start)[0]}: {finding.rule}: “{short}”: {_by(finding)}"
    known = sum(finding.baseline == "unchanged" for finding in result.findings)
    new = sum(finding.baseline == "new" for finding in result.findings)
    if known or new or result.gone:
        yield f"against the baseline: {new} new, {known} known before, {len(result.gone)} gone"


def known_before(finding: Finding) -> str:
    """A word to put before what is said of a finding of the baseline."""
    return "(known) " if finding.baseline == "unchanged" else ""


def _by(finding: Finding) -> str:
    decision = finding.decision
    if decision is None:
        return finding.status
    by = ", ".join(filter(None, (decision.author, decision.date[:10])))
    where = f" in line {decision.line}" if decision.line else ""
    return f"{finding.status}{where}{f' by {by}' if by else ''}{f': {decision.reason}' if decision.reason else ''}"
