"""This file turns a report into workflow commands, which GitHub shows as annotations beside the lines of a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from audit.model import Failure, Finding, Report, Severity
from audit.render import encodable, locator, relative, told_with_better, worst_first

_COMMANDS: dict[Severity, str] = {"neutral": "notice", "minor": "notice", "major": "warning", "critical": "error"}
_SHOWN = 10
"""GitHub shows so many annotations of each of its three kinds in a step, the first ones; the rest stands in the step's log only."""


def render(report: Report) -> str:
    """One command a line for each open finding, the worst first, then for each failure; the text is empty when there are none.

    Where GitHub will not show all of them, the first line says so.
    """
    lines = list(_lines(report))
    return encodable("".join(f"{line}\n" for line in [*_unshown(lines), *lines]))


def _lines(report: Report) -> Iterator[str]:
    located = {id(result): locator(result.document.text) for result in report.results}
    for result, finding in worst_first(report.results):
        locate = located[id(result)]
        yield _annotation(relative(result.document.name), finding, locate(finding.span.start), locate(finding.span.end))
    for result in report.results:
        for failure in result.failures:
            yield _notice(relative(result.document.name), failure)


def _unshown(lines: list[str]) -> Iterator[str]:
    kinds = Counter(line[2:].split(" ", 1)[0] for line in lines)
    many = ", ".join(f"{count} {kind}s" for kind, count in sorted(kinds.items()) if count > _SHOWN)
    if many:
        said = f"GitHub shows {_SHOWN} annotations of a kind in a step; of {many} the first ones are shown, and all stand in this log."
        yield _command("notice", {"title": "audit"}, said)


def _annotation(name: str, finding: Finding, start: tuple[int, int], end: tuple[int, int]) -> str:
    place: dict[str, str | int] = {"file": name, "line": start[0], "endLine": end[0]}
    if start[0] == end[0]:
        # The runner accepts columns only within one line; endColumn is the last column, not the one after it.
        place |= {"col": start[1], "endColumn": max(start[1], end[1] - 1)}
    return _command(_COMMANDS[finding.severity], {**place, "title": f"{finding.severity}: {finding.rule}"}, told_with_better(finding))


def _notice(name: str, failure: Failure) -> str:
    return _command("notice", {"file": name, "title": f"not checked: {failure.what}"}, failure.reason)


def _command(name: str, properties: dict[str, str | int], message: str) -> str:
    listed = ",".join(f"{key}={_escape(str(value)).replace(':', '%3A').replace(',', '%2C')}" for key, value in properties.items())
    return f"::{name} {listed}::{_escape(message)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
