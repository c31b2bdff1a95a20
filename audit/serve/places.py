"""This file turns offsets into the places that editors and LanguageTool's clients count: lines, and code units of UTF-16."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping

_ENDS = re.compile(r"\r\n|\n|\r")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")

Units = Callable[[str], int]
UNITS: Mapping[str, Units] = {
    "utf-8": lambda text: len(text.encode("utf-8", "surrogatepass")),
    "utf-16": lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2,
    "utf-32": len,
}
"""How long a text is, in the units that the Language Server Protocol knows. Every editor can do UTF-16."""


class Places:
    """The lines of one text. Lines and characters count from 0; a line ends with CR, LF or both, and with nothing else."""

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        ends = [found.span() for found in _ENDS.finditer(text)]
        self._text = text
        self._units = UNITS[encoding]
        self._starts = [0, *(end for _, end in ends)]
        self._stops = [*(start for start, _ in ends), len(text)]

    def at(self, offset: int) -> tuple[int, int]:
        """Line and character of an offset in code points. Between CR and LF is the end of the line."""
        line = bisect_right(self._starts, offset) - 1
        start = self._starts[line]
        return line, self._units(self._text[start : min(offset, self._stops[line])])

    def offset(self, line: int, character: int) -> int:
        """The inverse: past a line's end is its end, past the text's end is the end; inside a character is its start."""
        if line >= len(self._starts):
            return len(self._text)
        start, stop = self._starts[line], self._stops[line]
        width = range(stop - start + 1)
        return start + bisect_right(width, character, key=lambda count: self._units(self._text[start : start + count])) - 1


def utf16(text: str) -> Callable[[int], int]:
    """The function from an offset in code points to the one in code units of UTF-16, as Java and JavaScript count."""
    astral = [found.start() for found in _ASTRAL.finditer(text)]
    return lambda offset: offset + bisect_left(astral, offset)
