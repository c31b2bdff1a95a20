"""This file reads a text that LanguageTool's clients send with its markup apart (`data`), so that only what a reader sees is audited."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from audit.markup.weave import plain
from audit.model import Document, Run, Span
from audit.serve.refusal import RefusedError


def read_annotated(data: str, name: str) -> Document:
    """`{"annotation": [{"text": ...}, {"markup": ..., "interpretAs"?: ...}, ...]}`, or `{"text": ...}`; offsets count both.

    Raises RefusedError for anything else.
    """
    try:
        given = json.loads(data)
    except (ValueError, RecursionError) as problem:
        raise RefusedError(400, f"'data' is not JSON: {problem}") from None
    if isinstance(given, dict) and isinstance(given.get("text"), str):
        return of_text(given["text"], name)
    pieces = list(_pieces(given.get("annotation") if isinstance(given, dict) else None))
    text, prose = "".join(written for written, _ in pieces), "".join(seen for _, seen in pieces)
    runs, here, there = [], 0, 0
    for written, seen in pieces:
        if written and seen:
            runs.append(Run(Span(there, there + len(seen)), Span(here, here + len(written))))
        here, there = here + len(written), there + len(seen)
    return Document(name, text, prose, tuple(runs)) if runs else of_text("", name)


def of_text(text: str, name: str) -> Document:
    return Document(name, text, *plain(text))


def _pieces(annotation: Any) -> Iterator[tuple[str, str]]:
    """What is written, and what a reader sees of it."""
    if not isinstance(annotation, list):
        raise RefusedError(400, "'data' holds neither 'text' nor a list 'annotation'")
    for piece in annotation:
        fields = piece if isinstance(piece, dict) else {}
        text, markup, seen = fields.get("text"), fields.get("markup"), fields.get("interpretAs", "")
        if isinstance(text, str) and markup is None:
            yield text, text.replace("\r", "\n")
        elif isinstance(markup, str) and text is None and isinstance(seen, str):
            yield markup, seen
        else:
            raise RefusedError(400, "a piece of 'annotation' holds either 'text', or 'markup' with or without 'interpretAs'")
