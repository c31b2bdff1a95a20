"""This file writes output files whole or not at all, and reads what several commands take from the command line."""

from __future__ import annotations

import contextlib
import datetime
import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from audit.model import AuditError


def write_whole(path: Path, content: str) -> None:
    """Writes a temporary file beside `path` and renames it. Raises AuditError when that cannot be done; nothing is left then.

    A link stays, and what it leads to is written. A device or a pipe is written to, not replaced.
    """
    temporary = None
    place = Path(os.path.realpath(path))
    try:
        if path.is_dir():
            raise AuditError(f"{path}: is a folder; name a file")
        if path.exists() and not path.is_file():
            path.write_text(content, encoding="utf-8", errors="replace", newline="")
            return
        descriptor, temporary = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="") as out:
            out.write(content)
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(place)
    except OSError as problem:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
        raise AuditError(f"{path}: cannot be written ({problem.strerror}); choose another place") from problem


def spare(inputs: Iterable[str], outputs: Sequence[Path]) -> None:
    """Raises AuditError for an output that would overwrite an input, or another output."""
    kept = {os.path.realpath(name) for name in inputs}
    for path in outputs:
        place = os.path.realpath(path)
        if place in kept:
            raise AuditError(f"{path}: is read or written by this run already; name another file")
        kept.add(place)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def day(text: str | None, option: str = "--date") -> datetime.date | None:
    """A date of the command line. Raises AuditError when it is none."""
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as problem:
        raise AuditError(f"{option} {text}: not a date; write it as 2022-01-07") from problem
