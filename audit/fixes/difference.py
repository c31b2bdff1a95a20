"""This file writes the difference of two texts in the unified form that `patch` and code hosts read."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
"""Lines as `patch` has them: they end with a line feed, and nothing else ends one."""


def unified(before: str, after: str, name: str, new_name: str) -> str:
    """The difference with three lines round it; empty where there is none."""
    return "".join(_lines(before, after, name, new_name))


def _lines(before: str, after: str, name: str, new_name: str) -> Iterator[str]:
    for line in difflib.unified_diff(_LINE.findall(before), _LINE.findall(after), name, new_name):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
