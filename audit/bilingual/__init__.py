"""This file lists the bilingual files that can be audited, and reads one: XLIFF, TMX, PO, a table of two columns."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from audit.bilingual.pair import Bitext, Pairs, join
from audit.model import AuditError

FORMS: Mapping[str, str] = {".xlf": "xliff", ".xliff": "xliff", ".tmx": "tmx", ".po": "po", ".csv": "table", ".tsv": "table"}
"""The end of a file's name, and the module that reads what it holds."""


def read(text: str, name: str, suffix: str, source_language: str | None = None) -> Bitext:
    """The segments of a file, its English side as prose. Raises AuditError, with the line, for whatever is no such file.

    `source_language` says which side is the source, where the file holds several.
    """
    pairs: Pairs = import_module(f"{__name__}.{FORMS[suffix]}").pairs(text, name, source_language)
    bitext = join(pairs)
    if not bitext.prose.strip():
        why = "; ".join(failure.reason for failure in bitext.unread) or "it holds no segments"
        raise AuditError(f"{name}: there is no English text in it: {why}")
    return bitext
