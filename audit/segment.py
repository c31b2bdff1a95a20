"""This file cuts prose into paragraphs and headings and finds what stands between quotation marks."""

from __future__ import annotations

import re
from itertools import pairwise

from audit.model import Document, Layout, Paragraph, Quotation, Span

MARKS = re.compile(r"[“”„«»\"]|``|''(?!\w)")
_LINE_ENDS = re.compile("[\n\r\u2028\u2029]")
HEADING_WORDS = 15
WRAP_WIDTH = 120
_TERMINAL = ".!?…:;,。！？"
_CLOSERS = "\"”»’')]"


def segment(document: Document) -> Layout:
    """Paragraphs (a line each, hard-wrapped lines joined), headings, and quotations of a document's prose."""
    flat = _flatten(document.prose)
    paragraphs = _paragraphs(flat)
    quotations = [quote for index, paragraph in enumerate(paragraphs) for quote in _quotations(flat, paragraph.span, index)]
    return Layout(tuple(paragraphs), tuple(quotations), flat)


def _flatten(prose: str) -> str:
    """The prose, as long as before, with a space for every line break that only wraps a line."""
    if not _LINE_ENDS.search(prose):
        return prose
    prose = prose.replace("\r\n", " \n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    out: list[str] = []
    block: list[str] = []
    for line in prose.split("\n"):
        if line.strip():
            block.append(line)
        else:
            out += [*_join(block), line]
            block = []
    out += _join(block)
    return "\n".join(out)


def _join(block: list[str]) -> list[str]:
    """The lines of one block, those that belong together joined by a space."""
    if len(block) < 2:
        return block
    wrapped = _is_wrapped(block)
    lines = [block[0]]
    for line in block[1:]:
        before = lines[-1].rstrip()
        if wrapped or (line[:1].islower() and before[-1] not in _TERMINAL + _CLOSERS):
            lines[-1] += " " + line
        else:
            lines.append(line)
    return lines


def _is_wrapped(block: list[str]) -> bool:
    """Was a paragraph broken at a fixed width? Then no line has room for the first word of the next one."""
    width = max(map(len, block))
    if width > WRAP_WIDTH or not any(line[:1].islower() for line in block[1:]):
        return False
    return all(len(line) + len(after.split()[0]) + 4 > width for line, after in pairwise(block))


def _paragraphs(flat: str) -> list[Paragraph]:
    spans = []
    for line in re.finditer(r"[^\n]+", flat):
        stripped = line[0].strip()
        if stripped:
            start = line.start() + len(line[0]) - len(line[0].lstrip())
            spans.append(Span(start, start + len(stripped)))
    last = len(spans) - 1
    return [Paragraph(span, index < last and _is_heading(span.of(flat))) for index, span in enumerate(spans)]


def _is_heading(line: str) -> bool:
    words = line.split()
    end = line.rstrip(_CLOSERS + " ")[-1:]
    return (
        len(words) <= HEADING_WORDS and (not end or end not in _TERMINAL.replace("!", "").replace("?", "")) and any(map(str.isalpha, line))
    )


def _quotations(flat: str, paragraph: Span, index: int) -> list[Quotation]:
    """Pairs marks from left to right; a mark of the wrong kind in a closing place closes (the quotes check reports it)."""
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    for mark in MARKS.finditer(flat, paragraph.start, paragraph.end):
        before, after = flat[mark.start() - 1 : mark.start()], flat[mark.end() : mark.end() + 1]
        if opened is None:
            if opens(mark[0], before, after):
                opened = mark
        elif closes(opened[0], mark[0], before, after):
            found.append(Quotation(Span(opened.start(), mark.end()), opened[0], mark[0], index))
            opened = None
    if opened is not None:
        found.append(Quotation(Span(opened.start(), paragraph.end), opened[0], "", index))
    return found


def opens(mark: str, before: str, after: str) -> bool:
    """Can this mark open a quotation between the characters `before` and `after` (empty at an edge)?"""
    if mark in "“„«" or mark == "``":
        return bool(after) and not (after.isspace() and before and not before.isspace())
    if mark == '"':
        return not (before.isdigit() or before.isalpha()) and bool(after) and not after.isspace()
    if mark == "»":  # the German and Danish way round: »so«
        return after.isalnum() and (not before or before.isspace() or before in "([–—")
    return False


def closes(opening: str, mark: str, before: str, after: str) -> bool:
    """Does this mark close a quotation that `opening` opened?"""
    if mark in ("”", "»", "''"):
        return True
    if mark == "«":
        return opening == "»"
    ends = not after or after.isspace() or after in ".,;:!?)”—–-"
    if mark == '"':
        return opening in ('"', "“", "``", "„") and (ends or (bool(before) and not before.isspace()))
    return mark == "“" and (opening == "„" or ends)
