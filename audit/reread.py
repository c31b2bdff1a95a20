"""This file reads a document again whose text has been changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from audit import bilingual
from audit.markup.read import form_of, read_prose, start_of
from audit.model import Document


def again(document: Document, text: str) -> Document:
    """The same document with another text of the same form. Raises AuditError where that is none."""
    suffix = Path(document.name).suffix.lower()
    if document.segments:
        of = bilingual.read(text, document.name, suffix, document.source_language)
        return replace(document, text=text, prose=of.prose, runs=of.runs, source=of.source or None, segments=of.segments)
    form = form_of(document.name, document.text)
    read = read_prose(text, form, start_of(text, form, document.name), document.name)
    return replace(document, text=text, prose=read.prose, runs=read.runs, remarks=read.remarks)
