"""This file walks through one sheet and says, of every value that is wrong, where it stands and what to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.facts.values import When, when
from audit.lines import Mapped, nearest
from audit.model import AuditError


@dataclass(frozen=True, slots=True)
class Cursor:
    """A value of a sheet and the keys that lead to it."""

    path: Path
    sheet: str
    tree: Mapped
    keys: tuple[Any, ...]
    value: Any

    @property
    def line(self) -> int:
        return self.tree.line(*self.keys)

    def fail(self, what: str) -> AuditError:
        return AuditError(f"{self.path}:{self.line}: {'.'.join(map(str, self.keys)) or 'sheet'}: {what}")

    def down(self, key: Any) -> Cursor:
        """The value below a key or at an index; None where there is none."""
        value = self.value.get(key) if isinstance(self.value, dict) else self.value[key] if key < len(self.value) else None
        return Cursor(self.path, self.sheet, self.tree, (*self.keys, key), value)

    def mapping(self, known: Sequence[str] | None = None) -> Iterator[tuple[str, Cursor]]:
        """Keys and what stands below them. Raises AuditError for a key that is not known."""
        if self.value is None:
            return
        if not isinstance(self.value, dict):
            raise self.fail("should hold keys and values (key: value)")
        for key in self.value:
            if known is not None and key not in known:
                raise self.down(key).fail(f"no such key{nearest(str(key), known)}")
            yield str(key), self.down(key)

    def rows(self) -> Iterator[Cursor]:
        if self.value is None:
            return
        if not isinstance(self.value, list):
            raise self.fail("should be a list; write a line with '- ' for each")
        for index in range(len(self.value)):
            yield self.down(index)

    def text(self) -> str:
        """A text; empty where nothing stands."""
        if isinstance(self.value, (dict, list, bool)):
            raise self.fail("should be text")
        return "" if self.value is None else str(self.value).strip()

    def needed(self) -> str:
        text = self.text()
        if not text:
            raise self.fail("this is missing; write it")
        return text

    def texts(self) -> tuple[str, ...]:
        """A list of texts, or one text."""
        if isinstance(self.value, list):
            return tuple(row.needed() for row in self.rows())
        return (self.text(),) if self.value is not None else ()

    def flag(self) -> bool:
        if self.value not in (None, True, False):
            raise self.fail("should be true or false")
        return bool(self.value)

    def when(self) -> When | None:
        """A day, a month or a year; None where nothing stands."""
        if self.value is None:
            return None
        found = when(str(self.value))
        if found is None:
            raise self.fail(f"{self.value!r} is no date; write it as 2022-01-07, 2022-01 or 2022")
        return found
