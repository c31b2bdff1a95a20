"""This file lists the forms a report can take, and holds what all of them ask of a result."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module

from audit.model import SEVERITIES, Finding, Report, Result

Renderer = Callable[[Report], str]

_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _later(name: str) -> Renderer:
    # Imported at the first call: `audit --help` names the formats and must not wait for their templates.
    def render(report: Report) -> str:
        rendered: str = import_module(f"{__name__}.{name}").render(report)
        return rendered

    return render


_NAMES = ("text", "html", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown", "claimreview")
FORMATS: Mapping[str, Renderer] = {name: _later(name) for name in _NAMES}
"""Each format's name and its function from a report to text that any UTF-8 file can hold."""


def open_findings(result: Result) -> list[Finding]:
    """The findings that nobody has settled yet (accepted or dismissed)."""
    return [finding for finding in result.findings if finding.status == "open"]


def tally(findings: Iterable[Finding]) -> str:
    """How many of which severity, the worst first, in words."""
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(f"{counts[severity]} {severity}" for severity in reversed(SEVERITIES) if counts[severity]) or "no findings"


def told(finding: Finding) -> str:
    """What a finding says, with the segment of a bilingual file that it stands in."""
    return f"{finding.message} (segment {finding.segment})" if finding.segment else finding.message


def told_with_better(finding: Finding) -> str:
    """What a finding says and the better wordings, in one line of plain text."""
    return told(finding) + (f" Write: {' | '.join(finding.better)}" if finding.better else "")


def relative(name: str) -> str:
    """A document's name as code hosts look for it: relative to the repository, without `./`, with slashes."""
    return re.sub(r"\A(?:\./+)+", "", name.replace("\\", "/"))


def worst_first(results: Iterable[Result]) -> list[tuple[Result, Finding]]:
    """All open findings of a run: the gravest first, those of one severity as the documents and their texts have them."""
    found = [(result, finding) for result in results for finding in open_findings(result)]
    return sorted(found, key=lambda pair: -SEVERITIES.index(pair[1].severity))


def xml_text(text: str) -> str:
    """The same text with U+FFFD for every character that XML 1.0 cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def locator(text: str) -> Callable[[int], tuple[int, int]]:
    """`model.position` for many offsets into one text: reads the text once, then answers in logarithmic time.

    The function returned gives line and column, both from 1, of an offset; all three count in code points.
    """
    breaks = [found.start() for found in re.finditer("\n", text)]

    def locate(offset: int) -> tuple[int, int]:
        line = bisect_left(breaks, offset)
        return line + 1, offset - (breaks[line - 1] if line else -1)

    return locate


def encodable(text: str) -> str:
    """The same text with U+FFFD for every lone surrogate: as long as before, and no encoder stumbles over it."""
    return _SURROGATE.sub("\ufffd", text)
