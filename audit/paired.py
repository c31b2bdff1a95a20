"""This file defines what a bilingual file gives: segments, whose source is told and need not be guessed, and an earlier source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from audit.spans import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A pair of a bilingual file: `here` in the prose of the translation, `there` in the source text; empty where it has no source.

    `id` is the file's own, else its number; `state` is what the file says of its translation (`fuzzy`, `needs-review-translation`).
    """

    id: str
    here: Span
    there: Span
    state: str = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The source text as it was when the translation was made; `segments` only where a bilingual file tells it (`here` is then empty)."""

    text: str
    segments: tuple[Segment, ...] = ()


def segment_at(segments: Sequence[Segment], offset: int) -> Segment | None:
    """The segment that an offset of prose stands in, or that ends there."""
    index = bisect_right(segments, offset, key=lambda segment: segment.here.start) - 1
    return segments[index] if index >= 0 and offset <= segments[index].here.end else None


@dataclass(frozen=True, slots=True)
class Changes:
    """How a source differs from the earlier one. `changed`: its sentences that are not as they were, each with its old wording.

    The wording is empty for a sentence that is new. `kept` are the others. Both are in order and count in the source of today.
    """

    changed: tuple[tuple[Span, str], ...]
    kept: tuple[Span, ...]
