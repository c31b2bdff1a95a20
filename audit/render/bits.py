"""This file cuts a stretch of text into bits where marks begin and end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from audit.model import Span

_SHORT = 160


@dataclass(frozen=True, slots=True)
class Bit:
    """A stretch of a sentence; with a finding's anchor (`href`) and severity where a finding is about it."""

    text: str
    href: str = ""
    severity: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    span: Span
    href: str
    severity: str
    title: str


def bits(text: str, span: Span, marks: Iterable[Mark]) -> tuple[Bit, ...]:
    """A stretch of text, cut where marks begin and end; of marks that overlap, the shortest is shown."""
    inside = sorted((mark for mark in marks if mark.span.overlaps(span)), key=lambda mark: mark.span.end - mark.span.start)
    edges = sorted({span.start, span.end} | {edge for mark in inside for edge in (mark.span.start, mark.span.end)})
    edges = [edge for edge in edges if span.start <= edge <= span.end]
    found = []
    for start, end in pairwise(edges):
        mark = next((mark for mark in inside if mark.span.start <= start and end <= mark.span.end), None)
        words = text[start:end]
        found.append(Bit(words, mark.href, mark.severity, mark.title) if mark else Bit(words))
    return tuple(found)


def brief(text: str, most: int = _SHORT) -> str:
    """The text in one line, cut behind `most` characters."""
    plain = " ".join(text.split())
    return plain if len(plain) <= most else f"{plain[:most].rstrip()} …"
