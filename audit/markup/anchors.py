"""This file sets up the Markdown parser so that its tokens say where in the source their text stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, heading, html_block, lheading, paragraph, table
from markdown_it.rules_inline import StateInline, autolink, image, link

if TYPE_CHECKING:
    from markdown_it.token import Token

Anchors = list[tuple[int, int]]
"""Where stretches of a block's content begin: in the content, and in the source. Within a stretch both count alike."""
BlockRule = Callable[[StateBlock, int, int, bool], bool]
InlineRule = Callable[[StateInline, bool], bool]

_PIPE = re.compile(r"(?<!\\)\|")


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables. Blocks that hold text carry `meta["anchors"]`, links and images `meta["span"]` (in the content).

    Indented code is off: in news, an indented paragraph is prose, and to drop it unseen would be the worse mistake.
    """
    ours = MarkdownIt("commonmark").enable("table").disable("code")
    leads = ["paragraph", "reference"]
    ours.block.ruler.at("table", _anchored(table, _cells), {"alt": leads})
    ours.block.ruler.at("heading", _anchored(heading, _heading), {"alt": [*leads, "blockquote"]})
    ours.block.ruler.at("html_block", _anchored(html_block, _lines), {"alt": [*leads, "blockquote"]})
    ours.block.ruler.at("lheading", _anchored(lheading, _lines))
    ours.block.ruler.at("paragraph", _anchored(paragraph, _lines))
    rules: dict[str, InlineRule] = {"link": link, "image": image, "autolink": autolink}
    for name, rule in rules.items():
        ours.inline.ruler.at(name, _spanned(rule))
    return ours


def _spanned(rule: InlineRule) -> InlineRule:
    """The rule, with the place that it has read kept on its last token."""

    def spanned(state: StateInline, silent: bool) -> bool:
        start = state.pos
        done = rule(state, silent)
        if done and not silent:
            state.tokens[-1].meta["span"] = (start, state.pos)
        return done

    return spanned


def _anchored(rule: BlockRule, anchor: Callable[[StateBlock, list[Token]], None]) -> BlockRule:
    """The rule, with the anchors of what it has read kept on the tokens: only now does the state know where lines begin."""

    def anchored(state: StateBlock, first: int, last: int, silent: bool) -> bool:
        before = len(state.tokens)
        done = rule(state, first, last, silent)
        if done and not silent:
            anchor(state, state.tokens[before:])
        return done

    return anchored


def _line(state: StateBlock, number: int) -> tuple[int, int]:
    """A line without its indent and the marks of the quotes and lists round it."""
    return state.bMarks[number] + state.tShift[number], state.eMarks[number]


def _lines(state: StateBlock, tokens: list[Token]) -> None:
    for token in tokens:
        if token.map and token.content:
            start = _line(state, token.map[0])[0]
            first = state.src.index(token.content.lstrip(" \t")[0], start)  # the parser takes more white space away than it indents by
            number, at = token.map[0] + state.src.count("\n", start, first), 0
            anchors: Anchors = []
            for line in token.content.removesuffix("\n").split("\n"):
                anchors.append((at + len(line) - len(line.lstrip(" \t")), _line(state, number)[0] if anchors else first))
                number, at = number + 1, at + len(line) + 1
            token.meta["anchors"] = anchors


def _heading(state: StateBlock, tokens: list[Token]) -> None:
    for token in tokens:
        if token.map and token.content:
            start, end = _line(state, token.map[0])
            after = end - len(state.src[start:end].lstrip("#"))
            token.meta["anchors"] = [(0, state.src.index(token.content[0], after))]


def _cells(state: StateBlock, tokens: list[Token]) -> None:
    """A cell's stretches are parted by escaped pipes, whose backslash the parser takes away."""
    cells: Iterator[tuple[int, int]] = iter(())
    for token in tokens:
        if token.type == "tr_open" and token.map:
            cells = iter(_columns(state.src, *_line(state, token.map[0])))
        elif token.type == "inline":
            start, end = next(cells, (0, 0))
            if token.content:
                start = state.src.index(token.content[0], start)
                pipes = [start + found.start() for found in re.finditer(r"\\\|", state.src[start:end])]
                token.meta["anchors"] = [(0, start), *((at - start - index, at + 1) for index, at in enumerate(pipes))]


def _columns(source: str, start: int, end: int) -> list[tuple[int, int]]:
    """Start and end of each cell of a row; the empty ones outside the outer pipes are none."""
    while end > start and source[end - 1].isspace():
        end -= 1
    edges = [start - 1, *(found.start() for found in _PIPE.finditer(source, start, end)), end]
    columns = [(left + 1, right) for left, right in pairwise(edges)]
    if columns and columns[0][0] == columns[0][1]:
        columns.pop(0)
    if columns and columns[-1][0] == columns[-1][1]:
        columns.pop()
    return columns
