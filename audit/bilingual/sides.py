"""This file says of a language tag whether it is English, and which of several sources is meant."""

from __future__ import annotations

from collections.abc import Iterable

from audit.languages import name as spoken
from audit.markup.matter import read_code
from audit.model import AuditError


def code(tag: str | None) -> str | None:
    """The language of a tag such as `fr-FR`; nothing for one that names none (`und`, `x-none`, what is no tag at all)."""
    try:
        language = read_code((tag or "").strip())
    except ValueError:
        return None
    return None if language in ("und", "mul", "zxx", "mis") else language


def choose(languages: Iterable[str], wanted: str | None, where: str, preferred: str | None = None) -> str | None:
    """The source's language: what the user wants, else the only one, else the one that the file itself prefers. Raises AuditError."""
    there = list(dict.fromkeys(languages))
    if wanted in there or len(there) < 2:
        return wanted if wanted in there else there[0] if there else None
    if preferred in there and not wanted:
        return preferred
    ways = " or ".join(f"--source-lang {language}" for language in sorted(there))
    raise AuditError(f"{where}: holds {' and '.join(sorted(map(spoken, there)))} beside English: say which one is the source, {ways}")


def refuse(language: str, where: str) -> AuditError:
    return AuditError(f"{where}: its translations are in {spoken(language)}, and only English is audited: give the file with English")
