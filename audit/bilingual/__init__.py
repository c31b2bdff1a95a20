"""This file lists the bilingual files that can be audited, and reads one: XLIFF, TMX, PO, a table of two columns."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from audit.bilingual.pair import Bitext, Pairs, join
from audit.model import AuditError, Earlier

FORMS: Mapping[str, str] = {".xlf": "xliff", ".xliff": "xliff", ".tmx": "tmx", ".po": "po", ".csv": "table", ".tsv": "table"}
"""The end of a file's name, and the module that reads what it holds."""


_TABLES = (".csv", ".tsv")
_FIRST_LINE = 4_000


def read(text: str, name: str, suffix: str, source_language: str | None = None) -> Bitext:
    """The segments of a file, its English side as prose. Raises AuditError, with the line, for whatever is no such file.

    `source_language` says which side is the source, where the file holds several.
    """
    bitext = _join(text, name, suffix, source_language)
    if not bitext.prose.strip():
        why = "; ".join(failure.reason for failure in bitext.unread) or "it holds no segments"
        raise AuditError(f"{name}: there is no English text in it: {why}")
    return bitext


def read_source(text: str, name: str, suffix: str, source_language: str | None = None) -> Earlier:
    """The source's side of a file, whether it is translated or not. Raises AuditError as `read` does."""
    written = _join(text, name, suffix, source_language).written
    if not written.text.strip():
        raise AuditError(f"{name}: there is no source text in it")
    return written


def is_bilingual(path: Path) -> bool:
    """Is a file of a folder one of these? A table only where its first line says so: tables hold all kinds of things."""
    suffix = path.suffix.lower()
    if suffix not in _TABLES:
        return suffix in FORMS
    from audit.bilingual.table import is_ours

    try:
        with path.open("rb") as stream:
            return is_ours(stream.read(_FIRST_LINE).decode("utf-8-sig", "replace"))
    except OSError:
        return True  # whoever reads it will say what is wrong with it


def _join(text: str, name: str, suffix: str, source_language: str | None) -> Bitext:
    pairs: Pairs = import_module(f"{__name__}.{FORMS[suffix]}").pairs(text, name, source_language)
    return join(pairs)
