"""This file finds the files that a user names, and reads their text."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from audit.markup.decode import decode
from audit.model import AuditError

LIMIT = 1_000_000
_REPORT = ".audit.html"


def files(name: str, wanted: Callable[[Path], bool], kinds: str) -> Iterator[str]:
    """A name itself, or for a folder the files in it that are wanted, in the order of their paths.

    Also those in its sub-folders, but neither hidden ones nor our own reports. Raises AuditError for a folder without any of `kinds`.
    """
    if name == "-" or not os.path.isdir(name):  # noqa: PTH112 (Path.is_dir raises for a name that is too long)
        yield name
        return
    found: list[Path] = []
    for folder, inner, names in os.walk(name, onerror=_refuse):
        inner[:] = [sub for sub in inner if not sub.startswith(".")]
        paths = [Path(folder, file) for file in names if not file.startswith(".") and not file.endswith(_REPORT)]
        found += [path for path in paths if path.is_file() and wanted(path)]
    if not found:
        raise AuditError(f"{printable(name)}: there is no text in this folder ({kinds})")
    yield from (path.as_posix() for path in sorted(found, key=lambda path: path.parts))


def _refuse(problem: OSError) -> None:
    raise AuditError(f"{printable(str(problem.filename))}: cannot be read ({problem.strerror})")


def read_text(path: Path, max_characters: int = LIMIT) -> str:
    """A file's text, its line ends as they are, without a byte order mark.

    Raises AuditError: missing or unreadable, a folder, not a text, not in UTF-8 (or marked UTF-16, UTF-32), empty, longer than
    `max_characters`.
    """
    try:
        with path.open("rb") as stream:
            return read_stream(stream, printable(str(path)), max_characters)
    except FileNotFoundError:
        raise AuditError(f"{printable(str(path))}: no such file") from None
    except IsADirectoryError:
        raise AuditError(f"{printable(str(path))}: is a folder; a file is needed here") from None
    except (OSError, ValueError) as problem:
        raise AuditError(f"{printable(str(path))}: cannot be read ({getattr(problem, 'strerror', None) or problem})") from None


def read_stream(stream: BinaryIO | None, name: str, max_characters: int) -> str:
    """The text of a stream; nothing stands for standard input. Raises AuditError as `read_text` does."""
    most = 4 * (max_characters + 1)  # bytes; no character takes more, and a byte order mark is one
    data = (stream or sys.stdin.buffer).read(most + 1)
    text = "" if len(data) > most else decode(data, name)
    if len(data) > most or len(text) > max_characters:
        long = f"more than {max_characters:,}" if len(data) > most else f"{len(text):,}"
        raise AuditError(f"{name}: {long} characters, and the limit is {max_characters:,}: split the text, or set max-characters")
    if not text.strip():
        raise AuditError(f"{name}: there is no text in it")
    return text


def printable(name: str) -> str:
    """A path in valid Unicode and in one line, whatever the file system holds."""
    return " ".join(name.encode("utf-8", "surrogatepass").decode("utf-8", "replace").splitlines())
