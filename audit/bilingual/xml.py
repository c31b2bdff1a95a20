"""This file reads XML as a list of events, each with its place in the text. Nothing outside the text is ever looked at."""

# With expat, from the standard library: the one well-kept parser here that tells the byte at which each event stands.

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal
from xml.parsers import expat

from audit.markup.weave import Piece
from audit.model import AuditError, Span, position

XML = "http://www.w3.org/XML/1998/namespace "
"""How the names of attributes such as xml:lang begin."""


@dataclass(frozen=True, slots=True)
class Event:
    """A start tag (`open`), an end tag (`close`) or text.

    `name` is that of the element, its namespace before it, parted by a space; of text, what it says.
    """

    kind: Literal["open", "close", "text"]
    name: str
    span: Span
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def local(self) -> str:
        return self.name.rpartition(" ")[2]

    @property
    def namespace(self) -> str:
        return self.name.rpartition(" ")[0]


def events(text: str, name: str) -> list[Event]:
    """The document's tags and text, in order. Raises AuditError: not well-formed, or with entities of its own."""
    data = text.encode("utf-8")
    parser = expat.ParserCreate("utf-8", " ")  # the text is decoded: what its declaration says of its bytes is past
    parser.buffer_text = False
    found: list[tuple[int, Literal["open", "close", "text", "other"], str, dict[str, str]]] = []

    def note(kind: Literal["open", "close", "text", "other"]) -> Callable[..., None]:
        def handler(*told: object) -> None:
            attributes = dict(told[1]) if kind == "open" and isinstance(told[1], dict) else {}
            found.append((parser.CurrentByteIndex, kind, str(told[0]) if told else "", attributes))

        return handler

    def refuse(*told: object) -> None:
        raise AuditError(
            f"{name}:{parser.CurrentLineNumber}: defines or uses an entity of its own ({told[0]}), which is not read: "
            "write the character instead"
        )

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = note("open"), note("close"), note("text")
    parser.CommentHandler = parser.ProcessingInstructionHandler = note("other")
    parser.StartCdataSectionHandler = parser.EndCdataSectionHandler = note("other")
    parser.EntityDeclHandler = parser.SkippedEntityHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as problem:
        reason = expat.ErrorString(problem.code)
        raise AuditError(f"{name}:{problem.lineno}: not well-formed XML ({reason}): mend the file, or export it anew") from None
    return list(_placed(found, data))


def _placed(found: Sequence[tuple[int, Literal["open", "close", "text", "other"], str, dict[str, str]]], data: bytes) -> Iterator[Event]:
    """Events with their places in characters; each ends where the next begins."""
    at = letters = 0
    starts: list[int] = []
    for start, *_ in found:
        letters += len(data[at:start].decode("utf-8"))
        at = start
        starts.append(letters)
    starts.append(letters + len(data[at:].decode("utf-8")))
    for index, (_, kind, told, attributes) in enumerate(found):
        if kind != "other":
            yield Event(kind, told, Span(starts[index], starts[index + 1]), attributes)


def written(text: str, event: Event, attribute: str) -> Piece | None:
    """An attribute's value as a piece, where it stands in the tag without any entity."""
    value = event.attributes.get(attribute, "")
    found = re.compile(rf"""\s{re.escape(attribute)}\s*=\s*["']{re.escape(value)}["']""").search(text, event.span.start, event.span.end)
    return (value, found.end() - 1 - len(value), found.end() - 1) if value and found else None


def closing(found: Sequence[Event], at: int) -> int:
    """The index of the end tag that belongs to the start tag at `at`."""
    depth = 0
    for index in range(at, len(found)):
        depth += (found[index].kind == "open") - (found[index].kind == "close")
        if not depth:
            return index
    return len(found) - 1


def line_of(text: str, event: Event) -> int:
    return position(text, event.span.start)[0]
