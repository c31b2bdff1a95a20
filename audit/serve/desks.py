"""This file keeps the built rules of the configurations that an editor's documents lie under, and builds them anew when a card changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from audit import cache
from audit.config import Config, read_config
from audit.pipeline import Line, line

_MOST = 4


class Desks:
    """The lines of the last few configurations asked for."""

    def __init__(self, named: Path | None = None) -> None:
        """`named`: a file of settings for all documents, in place of the nearest one."""
        self._named = named and named.resolve()
        self._lines: dict[tuple[Config, str], Line] = {}

    def line_of(self, folder: Path) -> Line:
        """The line for a document of a folder. Raises AuditError for a broken card or setting."""
        config = read_config(self._named, folder)
        key = config, cache.state(*config.folders, *_places(config))
        self._lines[key] = self._lines.pop(key) if key in self._lines else line(config)
        for old in list(self._lines)[:-_MOST]:
            del self._lines[old]
        return self._lines[key]


def _places(config: Config) -> Iterator[Path]:
    """The files and folders that a configuration names: they are absolute, and nothing else in it is."""
    for value in (getattr(config, field.name) for field in fields(config)):
        for word in value if isinstance(value, tuple) else (value,):
            if isinstance(word, str) and (place := Path(word)).is_absolute():
                yield place
