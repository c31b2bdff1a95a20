"""This file turns a report into workflow commands, which GitHub shows as annotations beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from audit.model import Failure, Finding, Report, Severity
from audit.render import encodable, locator, open_findings, told

_COMMANDS: dict[Severity, str] = {"neutral": "notice", "minor": "notice", "major": "warning", "critical": "error"}


def render(report: Report) -> str:
    """One command a line for each open finding and each failure; the text is empty when there are none."""
    return encodable("".join(f"{line}\n" for line in _lines(report)))


def _lines(report: Report) -> Iterator[str]:
    for result in report.results:
        locate = locator(result.document.text)
        for finding in open_findings(result):
            yield _annotation(result.document.name, finding, locate(finding.span.start), locate(finding.span.end))
        for failure in result.failures:
            yield _notice(result.document.name, failure)


def _annotation(name: str, finding: Finding, start: tuple[int, int], end: tuple[int, int]) -> str:
    place: dict[str, str | int] = {"file": name, "line": start[0], "endLine": end[0]}
    if start[0] == end[0]:
        # The runner accepts columns only within one line; endColumn is the last column, not the one after it.
        place |= {"col": start[1], "endColumn": max(start[1], end[1] - 1)}
    better = f" Write: {' | '.join(finding.better)}" if finding.better else ""
    return _command(_COMMANDS[finding.severity], {**place, "title": f"{finding.severity}: {finding.rule}"}, told(finding) + better)


def _notice(name: str, failure: Failure) -> str:
    return _command("notice", {"file": name, "title": f"not checked: {failure.what}"}, failure.reason)


def _command(name: str, properties: dict[str, str | int], message: str) -> str:
    listed = ",".join(f"{key}={_escape(str(value)).replace(':', '%3A').replace(',', '%2C')}" for key, value in properties.items())
    return f"::{name} {listed}::{_escape(message)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
