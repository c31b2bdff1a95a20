"""This file finds straight quotation marks with a space on their wrong side, by counting which mark opens and which closes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

import regex

from audit.model import Analysis, Match, Paragraph, Rule, Span
from audit.speech import expression

_AFTER_OPENING = regex.compile(r'"[ \u00a0]+[\p{L}\p{N}][\w’\'-]*')
_BEFORE_CLOSING = regex.compile(r'[^\s"]+[ \u00a0]+"(?P<next>\p{L}[\w’\'-]*)?')
_GOES_ON = regex.compile(r'[.!?…][ ]"\p{Lu}')
"""What may also be a quotation that goes on in its next paragraph, whose break was lost: then every later count is wrong."""
_CAN_ONLY_CLOSE = (
    r'(?P<last>[^\s"“”]*[\p{L}\d%%)][.,!?…]?)[ \u00a0]+"(?=[.,;:)](?!\.\.)|\s*$)'
    r'|(?P<last>[^\s"“”]*\p{L}[,!?])[ ]"(?P<next>(?:%(verb)s)(?=[ ](?!that\b|to\b))|(?:he|she|they)[ ](?:%(verb)s)\b(?![ ](?:that|to)\b))'
)
"""`word "` before a stop or the end of a paragraph, and `word, "said the mayor`: no counting is needed to see that such a mark closes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Nothing to set: there is one fault."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}


class Spacing:
    """A straight mark does not show whether it opens or closes: that follows from its place among its paragraph's marks."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match]:
        if '"' not in analysis.text:
            return
        for paragraph in analysis.paragraphs:
            counted = list(_misplaced(analysis.text, paragraph))
            for span, better in counted or _can_only_close(analysis.text, paragraph):
                yield from (Match(rule.name, span, {}, (better,)) for rule in self._rules)


def _misplaced(text: str, paragraph: Paragraph) -> Iterator[tuple[Span, str]]:
    marks = [hit.start() for hit in regex.finditer('"', text, pos=paragraph.span.start, endpos=paragraph.span.end)]
    if len(marks) % 2 or not all(_can_open(text, mark, paragraph) for mark in marks[::2]):
        return
    if any(_GOES_ON.match(text, mark - 2) for mark in marks[1::2]):
        return
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        behind = _AFTER_OPENING.match(text, opening, closing)
        if behind:
            yield Span(*behind.span()), '"' + behind[0][1:].lstrip()
        before = _BEFORE_CLOSING.match(text, text.rfind(" ", opening, len(text[:closing].rstrip())) + 1 or opening + 1, paragraph.span.end)
        if text[closing - 1] in " \u00a0" and before and before.start() > opening and before.start() < closing:
            word, _, _ = before[0].partition('"')
            yield Span(*before.span()), f'{word.rstrip()}"' + (f" {before['next']}" if before["next"] else "")


def _can_only_close(text: str, paragraph: Paragraph) -> Iterator[tuple[Span, str]]:
    for hit in expression(_CAN_ONLY_CLOSE).finditer(text, paragraph.span.start, paragraph.span.end):
        yield Span(*hit.span()), f'{hit["last"]}"' + (f" {hit['next']}" if hit["next"] else "")


def _can_open(text: str, mark: int, paragraph: Paragraph) -> bool:
    """Does no word stand directly before it? A mark behind a word closes, so the count went wrong."""
    return mark == paragraph.span.start or text[mark - 1] in " \u00a0([—–-/"
