"""This file finds the prose in Markdown, piece by piece; markdown-it tells the structure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from markdown_it.token import Token

from audit.markup import html
from audit.markup.anchors import Anchors, parser
from audit.markup.weave import BREAK, LINE_END, Piece

_NEWLINE = re.compile(r"\r\n?")
_CODE = re.compile(r"\n[ \t]*|[^\n]+")
_LINE_TAG = re.compile(r"<br\b", re.IGNORECASE)
_BREAK = re.compile(r"\\? *\n[ \t]*")
_MARKS = re.compile(r"[\[*_`<&\\!]")
_MOST_MARKS = 10_000
"""A paragraph with more marks than this is no article, and would take seconds: it is taken as it stands."""
_FAR = 1 << 60


def pieces(text: str) -> Iterator[Piece]:
    """What a reader sees: headings, paragraphs, list items, table cells, each after a break.

    Left out: marks, link targets, images, fenced code, comments. HTML within is read as HTML.
    """
    # The parser sees lines that end with a line feed alone; these are the places (in what it sees) where the text has two characters.
    pairs = [found.start() - index for index, found in enumerate(re.finditer(r"\r\n", text))]
    markdown, tokens, environment = parser(), list[Token](), dict[str, Any]()
    markdown.block.parse(_NEWLINE.sub("\n", text), markdown, environment, tokens)
    for token in tokens:
        if token.content and token.type in ("inline", "html_block"):
            yield BREAK
            for piece in html.pieces(token.content) if token.type == "html_block" else _inline(token.content, environment):
                for prose, start, end in _carry(piece, token.meta["anchors"]):
                    yield prose, start + bisect_left(pairs, start), end + bisect_left(pairs, end)


def _carry(piece: Piece, anchors: Anchors) -> Iterator[Piece]:
    """A piece of a block's content as pieces of the source, cut where the source has marks in between."""
    prose, start, end = piece
    if start == end:
        yield piece
    elif len(prose) != end - start:
        yield prose, _place(start, anchors), _place(end - 1, anchors) + 1
    else:
        first, last = bisect_right(anchors, (start, _FAR)), bisect_left(anchors, (end, 0))
        for here, there in pairwise([start, *(at for at, _ in anchors[first:last]), end]):
            place = _place(here, anchors)
            yield prose[here - start : there - start], place, place + there - here


def _place(at: int, anchors: Anchors) -> int:
    index = max(0, bisect_right(anchors, (at, _FAR)) - 1)
    content, source = anchors[index]
    place = max(source, source + at - content)
    return place if index + 1 == len(anchors) else min(place, anchors[index + 1][1])


def _inline(content: str, environment: dict[str, Any]) -> Iterator[Piece]:
    """Pieces of one block of running text. Every token stands for the next stretch of the content: `at` walks over it."""
    if len(_MARKS.findall(content)) > _MOST_MARKS:
        yield from _code(content, 0, len(content))
        return
    tokens: list[Token] = []
    parser().inline.parse(content, parser(), environment, tokens)
    at = 0
    verbatim = False  # within <address>, whose text the parser rewrites
    for token in tokens:
        if not verbatim or "span" in token.meta:
            stop = _stop(token, content, at)
            yield from _seen(token, content, at, stop)
            at = stop
        verbatim = token.type == "link_open" and token.markup == "autolink"


def _stop(token: Token, content: str, at: int) -> int:
    """Where the stretch ends that a token stands for."""
    match token.type:
        case "softbreak" | "hardbreak":
            found = _BREAK.match(content, at)
            return found.end() if found else at
        case "code_inline":
            found = re.compile(rf"(?<!`){token.markup}(?!`)").search(content, at + len(token.markup))
            return found.end() if found else len(content)
        case "link_close" | "image":
            return int(token.meta["span"][1])
        case "link_open":
            return at + 1
        case "text" | "html_inline":
            return at + len(token.content)
        case _:  # emphasis, an entity, a character after a backslash
            return at + len(token.markup)


def _seen(token: Token, content: str, at: int, stop: int) -> Iterator[Piece]:
    """What a reader sees of that stretch."""
    match token.type:
        case "text" if token.content:
            yield token.content, at, stop
        case "text_special":
            yield token.content, at if token.info == "entity" else stop - len(token.content), stop
        case "softbreak":
            yield " ", at, content.index("\n", at) + 1
        case "hardbreak":
            yield LINE_END
        case "html_inline" if _LINE_TAG.match(token.content):
            yield LINE_END
        case "code_inline":
            yield from _code(content, at + len(token.markup), stop - len(token.markup))
        case "link_close" if token.markup == "autolink":
            yield content[token.meta["span"][0] + 1 : stop - 1], token.meta["span"][0] + 1, stop - 1


def _code(content: str, start: int, stop: int) -> Iterator[Piece]:
    """What stands there, taken literally; a line end is a space."""
    for found in _CODE.finditer(content, start, stop):
        prose, here, there = found.group(), found.start(), found.end()
        yield (" ", here, here + 1) if prose[0] == "\n" else (prose, here, there)
