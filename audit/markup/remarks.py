"""This file finds the remarks in Markdown and HTML that ask for silence, and the paragraph that each is about."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from audit.decided import Remark
from audit.spans import Run

_FORM = "write <!-- audit: ignore RULE reason -->"
_LONGEST = 1_000
_OPENING = "<!--"
_COMMENT = rf"(?P<remark><!--\s*audit:(?P<said>(?:(?!-->)[\s\S]){{0,{_LONGEST}}})-->)"
_IN = {
    "markdown": re.compile(rf"^[ ]{{0,3}}(?P<fence>`{{3,}}|~{{3,}})[^\n]*(?:\n(?![ ]{{0,3}}(?P=fence))[^\n]*)*|{_COMMENT}", re.MULTILINE),
    "html": re.compile(rf"<(?P<raw>script|style|textarea|title|xmp)\b(?:(?!</(?P=raw))[\s\S])*+|{_COMMENT}", re.IGNORECASE),
}
"""Code in a fence and what a script holds is passed over, whatever it looks like."""
_IGNORE = re.compile(r"\s*ignore\s+(?P<rule>[\w/-]+)\s*(?P<rest>.*)", re.DOTALL)
_UNTIL = re.compile(r"\(?\bexpires\s*[:=]?\s*(?P<day>\S*\d)\)?\s*$")
_LABEL = re.compile(r"^(?:reason\s*[:=]|[-–—:])\s*")
_PARTS = re.compile(
    r"</?(?:address|article|aside|blockquote|body|br|caption|d[dlt]|details|div|fig\w+|footer|h[1-6]|header|hr|li|main|ol|p|pre|section"
    r"|summary|t[dhr]|table|tbody|tfoot|thead|ul)\b",
    re.IGNORECASE,
)
"""Marks that end one paragraph and begin another."""


def remarks(text: str, form: str, runs: Sequence[Run]) -> tuple[Remark, ...]:
    """Every remark of a text in `form` (markdown, html), in order. `runs` are the prose of the text with its places."""
    if form not in _IN or _OPENING not in text:
        return ()
    return tuple(_read(text, form, runs))


def _read(text: str, form: str, runs: Sequence[Run]) -> Iterator[Remark]:
    for found in _IN[form].finditer(text):
        start, end = found.span()
        if found["remark"] and not _is_seen(runs, start, end):
            yield _remark(found["said"], text.count("\n", 0, start) + 1, _about(text, form, runs, start, end))


def _remark(said: str, line: int, at: int) -> Remark:
    asked = _IGNORE.fullmatch(said)
    if not asked:
        return Remark(line, at, wrong=f"is not understood: {_FORM}")
    rest, expires = " ".join(asked["rest"].split()), None
    if until := _UNTIL.search(rest):
        rest = rest[: until.start()].rstrip(" ,;")
        try:
            expires = datetime.date.fromisoformat(until["day"])
        except ValueError:
            return Remark(line, at, asked["rule"], wrong=f"{until['day']} is no date: write expires 2022-01-31")
    reason = _LABEL.sub("", rest).strip().strip("\"'").strip()
    return Remark(line, at, asked["rule"], reason, expires, "" if reason else f"gives no reason: {_FORM}")


def _is_seen(runs: Sequence[Run], start: int, end: int) -> bool:
    """Does a reader see the remark itself? Then it is code that somebody shows."""
    index = bisect_right(runs, start, key=lambda run: run.text.end)
    return index < len(runs) and runs[index].text.start < end


def _about(text: str, form: str, runs: Sequence[Run], start: int, end: int) -> int:
    """Where in the prose the paragraph is: the one that the remark stands in, else the one that follows."""
    before = bisect_right(runs, start, key=lambda run: run.text.end) - 1
    after = bisect_left(runs, end, key=lambda run: run.text.start)
    gap = text[runs[before].text.end : start] if before >= 0 else text[:start]
    between = before < 0 or bool(_PARTS.search(gap)) or (form == "markdown" and not gap.rpartition("\n")[2].strip() and "\n" in gap)
    if not between:
        return runs[before].prose.start
    return runs[after].prose.start if after < len(runs) else -1
