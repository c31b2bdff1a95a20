"""This file reads one line of a JSONL file as a document. Its errors name neither file nor line: the reader of lines knows those."""

from __future__ import annotations

import json
import re
from typing import Any

from audit.markup.matter import read_code, read_date
from audit.markup.weave import plain
from audit.model import AuditError, Document

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def read_fields(data: bytes) -> dict[str, Any]:
    """The object of a line. Raises AuditError for what is no object in JSON in UTF-8."""
    try:
        fields = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as problem:
        raise AuditError(f"byte 0x{data[problem.start]:02x} is not UTF-8: convert the file to UTF-8") from None
    except json.JSONDecodeError as problem:
        raise AuditError(f"not JSON: {problem.msg} (column {problem.colno}); write one object a line") from None
    except (ValueError, RecursionError) as problem:
        raise AuditError(f"not JSON that can be read: {problem}") from None
    if not isinstance(fields, dict):
        raise AuditError('not a JSON object; write {"id": ..., "text": ...}')
    return fields


def read_identity(fields: dict[str, Any]) -> str | None:
    """The `id`, a number as text. Raises AuditError for any other value."""
    value = fields.get("id")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return _string(fields, "id")


def _string(fields: dict[str, Any], key: str) -> str | None:
    value = fields.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise AuditError(f"{key!r} must be a text")
    if _SURROGATE.search(value):
        raise AuditError(f"{key!r} holds half a surrogate pair (\\ud800 to \\udfff), which is no character")
    return value


def read_record(fields: dict[str, Any], name: str, max_characters: int) -> Document:
    """The document of a line. An empty text is one, too. Raises AuditError for missing, wrong and over-long values."""
    text, source, language, date = (_string(fields, key) for key in ("text", "source", "source_lang", "date"))
    if text is None:
        raise AuditError("no 'text'")
    given = fields.get("references") or []
    if not isinstance(given, list):
        raise AuditError("'references' must be a list of texts")
    references = [reference for item in given if (reference := _string({"references": item}, "references")) is not None]
    if len(text) > max_characters:
        raise AuditError(f"{len(text):,} characters, and the limit is {max_characters:,}: split the text, or set max-characters")
    prose, runs = plain(text)
    try:
        code, day = read_code(language) if language else None, read_date(date) if date else None
    except ValueError as problem:
        raise AuditError(str(problem)) from None
    return Document(name, text, prose, runs, source, code, tuple(references), day)
