"""This file reads JSONL files of texts whose faults are known: what `audit rules measure` counts on.

`{"id", "text", "source_lang"?, "spans": [{"start", "end"}, ...]}`: each span is a fault, and the text has no others.
`{"id", "text", "clean": true}`: written by professionals; every finding is a false alarm.
`{"doc_id", "mt", "spans": [...], "post_edit"?}`: a segment of a text; those of one `doc_id` (and `system`) are one text, a line each. With
`post_edit` the spans are what an editor changed, which is less than all that is wrong, and the edited text is looked at as well.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from audit.markup.jsonl import read_fields, read_identity, read_record
from audit.model import AuditError, Document, Span

Kind = Literal["labelled", "mended", "edited", "clean"]
"""All faults marked; an editor's changes marked; what the editor made of it; no faults."""
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Text:
    """A text to count on, and its marks in the text as given."""

    document: Document
    kind: Kind
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one line gives to a text."""

    text: str
    kind: Kind
    marks: tuple[Span, ...]
    edited: str | None
    fields: dict[str, Any]
    line: int


def read(path: Path, *, clean: bool = False, max_characters: int = 1_000_000) -> list[Text]:
    """The texts of a file, plain or gzipped; with `clean` they are all without faults. Raises AuditError with file and line."""
    groups: dict[tuple[Any, ...], list[_Piece]] = {}
    line = 0
    try:
        for line, data in _lines(path):
            if data.strip():
                piece = _piece(read_fields(data), line, clean=clean)
                groups.setdefault(_group(piece), []).append(piece)
        found: list[Text] = []
        for pieces in groups.values():
            line = pieces[0].line
            found += _texts(pieces, max_characters)
    except AuditError as problem:
        raise AuditError(f"{path}:{line}: {problem}" if line else f"{path}: {problem}") from None
    if not found:
        raise AuditError(f"{path}: there is no text in it")
    return found


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with path.open("rb") as plain:
            zipped = plain.read(2) == _GZIP
        with gzip.open(path) if zipped else path.open("rb") as stream:
            yield from enumerate(stream, 1)
    except FileNotFoundError:
        raise AuditError("no such file") from None
    except (EOFError, zlib.error, gzip.BadGzipFile) as problem:
        raise AuditError(f"is gzipped, and broken after this line ({problem})") from None
    except OSError as problem:
        raise AuditError(f"cannot be read ({problem.strerror})") from None


def _group(piece: _Piece) -> tuple[Any, ...]:
    """What the pieces of one text have in common."""
    segment = "text" not in piece.fields and isinstance(piece.fields.get("doc_id"), str)
    return (piece.fields["doc_id"], str(piece.fields.get("system")), piece.kind) if segment else (piece.line,)


def _piece(fields: dict[str, Any], line: int, *, clean: bool) -> _Piece:
    text = fields.get("text", fields.get("mt"))
    edited = fields.get("post_edit")
    if not isinstance(text, str) or not isinstance(edited, str | None):
        raise AuditError("'text' (or 'mt', with 'post_edit') must be a text")
    said = fields.get("clean", False)
    if not isinstance(said, bool):
        raise AuditError("'clean' must be true or false")
    marks = _marks(fields, len(text))
    if clean or said:
        if marks or edited is not None:
            raise AuditError("is said to be clean, but has 'spans' or a 'post_edit'; take away one or the other")
        return _Piece(text, "clean", (), None, fields, line)
    if marks is None:
        raise AuditError("no 'spans' say where its faults are; if it has none, write \"clean\": true, or give the file as --clean FILE")
    return _Piece(text, "labelled" if edited is None else "mended", marks, edited, fields, line)


def _marks(fields: dict[str, Any], length: int) -> tuple[Span, ...] | None:
    spans = fields.get("spans")
    if spans is None:
        return None
    if not isinstance(spans, list):
        raise AuditError("'spans' must be a list")
    marks = []
    for number, span in enumerate(spans, 1):
        start, end = (span.get("start"), span.get("end")) if isinstance(span, dict) else (None, None)
        if type(start) is not int or type(end) is not int or not 0 <= start <= end <= length:
            raise AuditError(f"span {number} needs 'start' and 'end', two numbers from 0 to {length}, the length of its text")
        marks.append(Span(start, end))
    return tuple(marks)


def _texts(pieces: Sequence[_Piece], max_characters: int) -> Iterator[Text]:
    first = pieces[0]
    name = str(first.fields["doc_id"]) if len(pieces) > 1 else read_identity(first.fields) or f"line {first.line}"
    given = {"source_lang": _source_language(first.fields), "date": first.fields.get("date")}
    if len(pieces) == 1:
        given["source"] = first.fields.get("source") or None
    marks: list[Span] = []
    start = 0
    for piece in pieces:
        marks += [Span(start + mark.start, start + mark.end) for mark in piece.marks]
        start += len(piece.text) + 1
    whole = {**given, "text": "\n".join(piece.text for piece in pieces)}
    yield Text(read_record(whole, name, max_characters), first.kind, tuple(marks))
    if first.kind == "mended":
        whole["text"] = "\n".join(piece.edited or "" for piece in pieces)
        yield Text(read_record(whole, name, max_characters), "edited")


def _source_language(fields: dict[str, Any]) -> object:
    """`source_lang`, or what other collections call it; a text from English is no translation."""
    pair = fields.get("lang_pair")
    code = fields.get("source_lang") or fields.get("lang") or (pair.split("-")[0] if isinstance(pair, str) else None)
    return None if code == "en" else code
