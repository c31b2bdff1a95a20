"""This file reads the words between the inline tags of XLIFF and TMX, and leaves the codes out that stand for markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from audit.bilingual.xml import Event, written
from audit.markup.weave import Piece

LINE = "\u2028"
_CODES = frozenset("ph bpt ept it ut".split())
"""Elements whose text is code of the original, not words."""
_EMPTY = frozenset("ph x".split())
"""Elements that stand for something in the text; what a reader sees there may be told in an attribute."""
_PLACEHOLDER = re.compile(r"[{%$\[]")


def pieces(text: str, events: Sequence[Event]) -> list[tuple[str | None, Piece]]:
    """The words of one side of a segment, in order, each with the `mid` of the sentence that it stands in (XLIFF 1.2)."""
    found: list[tuple[str | None, Piece]] = []
    sentences: list[str | None] = [None]
    codes: list[str] = []  # the elements of code that are open, the innermost last
    for event in events:
        if event.kind == "text":
            if not codes or (codes == ["ph"] and _PLACEHOLDER.match(event.name)):
                found.append((sentences[-1], (event.name, event.span.start, event.span.end)))
        elif event.kind == "close":
            sentences.pop()
            if codes:
                codes.pop()
        else:
            sentence = event.attributes.get("mid") if event.local == "mrk" and event.attributes.get("mtype") == "seg" else None
            sentences.append(sentence or sentences[-1])
            found += ((sentences[-1], piece) for piece in _stands_for(text, event))
            if codes or event.local in _CODES:
                codes.append(event.local)
    return found


def _stands_for(text: str, event: Event) -> Iterator[Piece]:
    """What a reader sees where a tag stands: a line end, or the name of what will be filled in."""
    if event.local not in _EMPTY:
        return
    if "lb" in (event.attributes.get("ctype"), event.attributes.get("subType", "").removeprefix("xlf:")):
        yield LINE, event.span.start, event.span.end
        return
    for attribute in ("equiv-text", "equiv"):
        if _PLACEHOLDER.match(event.attributes.get(attribute, "")) and (piece := written(text, event, attribute)):
            yield piece
            return
