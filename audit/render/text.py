"""This file turns a report into lines for the terminal: the sentence, the span underlined, what is wrong, what to write."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from audit.model import Finding, Report, Result, Span
from audit.render import locator, open_findings, tally, told
from audit.render.figures import quality
from audit.render.provenance import sentence
from audit.render.seen import visible
from audit.render.settled import known_before, settled_lines

if TYPE_CHECKING:
    from rich.console import Console

_WIDTH, _NARROWEST = 100, 40
_QUOTE, _REACH = 70, 160
"""Characters of a related place, and of the sentence to either side of a span, that are shown at most."""
_STYLES = {"neutral": "cyan", "minor": "yellow", "major": "bold magenta", "critical": "bold red"}
_METRICS = {"bleu": "BLEU", "chrf": "chrF", "chrf++": "chrF++", "ter": "TER"}
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\bMrs)[.!?…][\"'”’»)\]]*\s+")


class Piece(NamedTuple):
    """A stretch of one output line; `style` names styles: those above, or rich's own."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What of the text is quoted for a finding, and whether the sentence goes on to either side."""

    span: Span
    cut_before: bool = False
    cut_after: bool = False


Line = tuple[Piece, ...]


def render(report: Report) -> str:
    """Plain text, 100 cells wide, without a single control character from the article."""
    return "".join("".join(piece.text for piece in line).rstrip() + "\n" for line in _report(report, _WIDTH))


def print_rich(report: Report, console: Console) -> None:
    """The same lines in colour, as wide as the console. Nothing in them is read as rich's own markup."""
    from rich.text import Text

    for line in _report(report, max(_NARROWEST, console.width)):
        styled = Text()
        for piece in line:
            styled.append(piece.text, " ".join(_STYLES.get(word, word) for word in piece.style.split()))
        styled.rstrip()
        console.print(styled, soft_wrap=True, highlight=False)


def _report(report: Report, width: int) -> Iterator[Line]:
    for result in report.results:
        yield from _result(result, width)
        yield ()
    word, style = ("passed", "green") if report.verdict.passed else ("failed", "critical")
    yield from _wrapped(f"{word}: {visible(report.verdict.reason)}", width, "", style)


def _result(result: Result, width: int) -> Iterator[Line]:
    yield (Piece(visible(result.document.name), "bold"),)
    unsettled = open_findings(result)
    locate = locator(result.document.text)
    for excerpt, findings in _groups(result.document.text, unsettled):
        yield ()
        yield from _quoted(result.document.text, excerpt, findings, locate(findings[0].span.start)[0], width)
        for number, finding in enumerate(findings, 1):
            yield from _finding(result, finding, str(number) if len(findings) > 1 else " ", locate, width)
    if unsettled:
        yield ()
    yield from _figures(result, unsettled, width)
    for said in filter(None, (sentence(result.origin, result.document), *settled_lines(result, locate), *result.notes)):
        yield from _wrapped(visible(said), width, "  ", "dim")
    for reason, failures in groupby(sorted(result.failures, key=lambda failure: failure.reason), key=lambda failure: failure.reason):
        names = sorted(visible(failure.what) for failure in failures)
        more = f" and {len(names) - 4} more" if len(names) > 4 else ""
        yield from _wrapped(f"not checked: {', '.join(names[:4])}{more}: {visible(reason)}", width, "  ", "dim")


def _figures(result: Result, unsettled: Sequence[Finding], width: int) -> Iterator[Line]:
    settled = len(result.findings) - len(unsettled)
    own = {score.metric: score.value for score in result.scores}
    parts = (
        f"{tally(unsettled)} in {result.document.words:,} words" + (f"; {settled} settled" if settled else ""),
        *(quality(score) for score in result.scores if score.metric == "quality"),
        f"penalty {own['penalty_per_100_words']:.2f} per 100 words" if "penalty_per_100_words" in own else "",
    )
    yield from _wrapped("; ".join(filter(None, parts)), width, "  ", "bold")
    for score in (score for score in result.scores if score.metric in _METRICS):
        yield from _wrapped(f"{_METRICS[score.metric]} {score.value:.2f}  {score.signature}", width, "  ")


def _finding(result: Result, finding: Finding, number: str, locate: Callable[[int], tuple[int, int]], width: int) -> Iterator[Line]:
    lead = f"     {number} {finding.severity:<8}  "
    indent = " " * len(lead)
    yield from _wrapped(
        f"{visible(finding.rule)}: {known_before(finding)}{visible(told(finding))}", width, indent, lead=Piece(lead, finding.severity)
    )
    if any(better not in finding.message for better in finding.better):
        yield from _wrapped(f"write: {' | '.join(visible(better) for better in finding.better)}", width, indent, "green")
    for there in finding.related:
        quote = _short(there.span.of(result.document.text))
        yield from _wrapped(f"see line {locate(there.span.start)[0]}: {visible(there.label)}: “{quote}”", width, indent, "dim")
    if finding.source_span is not None and result.document.source:
        yield from _wrapped(f"source: “{_short(finding.source_span.of(result.document.source))}”", width, indent, "dim")


def _groups(text: str, findings: Sequence[Finding]) -> list[tuple[Excerpt, list[Finding]]]:
    """Findings that one excerpt can show, its span and theirs: in one sentence, one after the other, up to nine."""
    groups: list[tuple[Excerpt, list[Finding]]] = []
    for finding in sorted(findings, key=lambda finding: finding.span):
        excerpt, group = groups[-1] if groups else (Excerpt(Span(0, 0)), [])
        if 0 < len(group) < 9 and finding.span.start >= group[-1].span.end and excerpt.span.contains(finding.span):
            group.append(finding)
        else:
            groups.append((_excerpt(text, finding.span), [finding]))
    return groups


def _excerpt(text: str, span: Span) -> Excerpt:
    """The sentence round a span, within its line and within reach; only for the eye, so a guess at its ends is enough."""
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.start) % (len(text) + 1)  # no line feed: -1, which is the end
    low, last = max(line_start, span.start - _REACH), min(span.end, span.start + _REACH, line_end)
    high = min(line_end, last + _REACH)
    ends = [found.end() for found in _SENTENCE_END.finditer(text, low, span.start)]
    start = ends[-1] if ends else low if low == line_start else max(low, text.find(" ", low, span.start) + 1)
    # The search starts before the span's end: a span may hold the full stop.
    after = _SENTENCE_END.search(text, max(span.start, last - 2), high)
    end = max(after.end(), last) if after else high if high == line_end else max(last, text.rfind(" ", last, high))
    return Excerpt(Span(start, end), cut_before=not ends and low > line_start, cut_after=last < span.end or (not after and high < line_end))


def _quoted(text: str, excerpt: Excerpt, findings: Sequence[Finding], line: int, width: int) -> Iterator[Line]:
    """The excerpt in rows, each with a row of marks below it where a finding lies in it."""
    letters = [*map(visible, excerpt.span.of(text)), "…" if excerpt.cut_after else " "]
    marks, styles = [" "] * len(letters), [""] * len(letters)
    for number, finding in enumerate(findings, 1):
        start = min(finding.span.start - excerpt.span.start, len(letters) - 1)
        end = max(start + 1, min(finding.span.end - excerpt.span.start, len(letters) - 1))
        marks[start:end] = ["~" if finding.span.end > finding.span.start else "^"] * (end - start)
        styles[start:end] = [f"{finding.severity} underline"] * (end - start)
        if len(findings) > 1:
            marks[start] = str(number)
    if excerpt.cut_before:
        letters, marks, styles = ["…", *letters], [" ", *marks], ["", *styles]
    wide = [(mark, cell_len(letter)) for mark, letter in zip(marks, letters, strict=True)]
    lead = f"{line:>5} | "
    for first, end in _rows(letters, width - len(lead)):
        below = [mark.ljust(cells, "~" if mark.isdigit() else mark)[:cells] for mark, cells in wide[first:end]]
        yield (Piece(lead, "dim"), *_runs(letters[first:end], styles[first:end]))
        lead = "      | "
        if "".join(below).strip():
            yield (Piece(lead, "dim"), *_runs(below, [style.removesuffix(" underline") for style in styles[first:end]]))


def _runs(parts: Sequence[str], styles: Sequence[str]) -> Iterator[Piece]:
    for style, run in groupby(zip(parts, styles, strict=True), key=lambda pair: pair[1]):
        yield Piece("".join(part for part, _ in run), style)


def _rows(letters: Sequence[str], width: int) -> Iterator[tuple[int, int]]:
    """Half-open ranges of letters that fit into `width` cells each, cut after a space where there is one."""
    first, space, used = 0, -1, 0
    for at, letter in enumerate(letters):
        used += cell_len(letter)
        if used > width and letter != " ":
            cut = space + 1 if space >= first else at
            yield first, cut
            first, used = cut, sum(map(cell_len, letters[cut : at + 1]))
        if letter == " ":
            space = at
    yield first, len(letters)


def _wrapped(text: str, width: int, indent: str, style: str = "", lead: Piece | None = None) -> Iterator[Line]:
    """Lines behind an indent; a lead, as wide as the indent, takes its place in the first."""
    for first, end in _rows(text, width - len(indent)):
        yield (lead if lead and not first else Piece(indent), Piece(text[first:end].rstrip(), style))


def _short(text: str) -> str:
    return visible(text.strip() if len(text) <= _QUOTE else text[: _QUOTE - 1].strip() + "…")
