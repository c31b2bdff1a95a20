"""This file writes output files whole or not at all, and reads what several commands take from the command line."""

from __future__ import annotations

import contextlib
import datetime
import os
import tempfile
from pathlib import Path

from audit.model import AuditError


def write_whole(path: Path, content: str) -> None:
    """Writes a temporary file beside `path` and renames it. Raises AuditError when that cannot be done; nothing is left then."""
    temporary = None
    try:
        if path.is_dir():
            raise AuditError(f"{path}: is a folder; name a file")
        descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="") as out:
            out.write(content)
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except OSError as problem:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
        raise AuditError(f"{path}: cannot be written ({problem.strerror}); choose another place with --output") from problem


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def day(text: str | None) -> datetime.date | None:
    """A date of the command line. Raises AuditError when it is none."""
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as problem:
        raise AuditError(f"--date {text}: not a date; write it as 2022-01-07") from problem
