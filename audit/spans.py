"""This file defines places in a text: spans, runs of prose and of text, lines and columns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Unicode code points in one text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of prose and the stretch of the text as given that it was read from.

    Where both have the same length, characters correspond one to one; else (an entity such as `&rsquo;`) only the whole does.
    """

    prose: Span
    text: Span

    @property
    def exact(self) -> bool:
        return self.prose.end - self.prose.start == self.text.end - self.text.start


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column (both from 1) of a code point offset."""
    line_start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - line_start + 1
