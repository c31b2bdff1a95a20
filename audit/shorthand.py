"""This file fits the shorthand of a card to a text round a piece of it that was met there, without spelling the shorthand out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from audit.context import fold
from audit.inflect import Anchor, expand, parts, telling_piece


class Alternative(NamedTuple):
    """One way to write a piece: as the card has it, folded, with the form of a `~word`; does a space belong before or behind it?"""

    written: str
    folded: str
    forms: tuple[str, ...]
    leads: bool
    trails: bool


class Fit(NamedTuple):
    """A stretch of the text that the shorthand stands for, how the card would write it, and the forms that its `~words` take."""

    start: int
    end: int
    literal: str
    forms: tuple[str, ...]


class Shorthand:
    """A phrase such as `~climb (up|) towards`, as pieces with alternatives. `anchors`: strings of which one stands in every fit."""

    def __init__(self, phrase: str) -> None:
        pieces = parts(phrase)
        best = telling_piece(pieces)
        if best is None:  # nothing but function words: the whole phrases are the anchors
            pieces, best = [expand(phrase)], 0
        self._written = pieces
        self._best = best
        opens = best == 0 or all(spelling.endswith(" ") for spelling, _ in pieces[best - 1])
        closes = best == len(pieces) - 1 or all(spelling.startswith(" ") for spelling, _ in pieces[best + 1])
        self.anchors = tuple(
            Anchor(way.folded, (opens or way.leads) and way.folded[0].isalnum(), (closes or way.trails) and way.folded[-1].isalnum())
            for way in {way.folded: way for way in _alternatives(pieces[best])}.values()
        )

    @cached_property
    def _pieces(self) -> list[tuple[Alternative, ...]]:
        return [_alternatives(piece) for piece in self._written]

    def fits(self, folded: str, first: int, anchor: str) -> Iterator[Fit]:
        """Every stretch of the folded text that the shorthand stands for and that has the anchor at `first`."""
        for way in self._pieces[self._best]:
            if way.folded != anchor:
                continue
            rights = list(self._onwards(folded, self._best + 1, first + len(anchor), way.trails))
            if rights:
                for start, before in self._backwards(folded, self._best - 1, first, way.leads):
                    for end, behind in rights:
                        chosen = (*before, way, *behind)
                        yield Fit(start, end, _joined(chosen), tuple(form for piece in chosen for form in piece.forms))

    def is_one(self, text: str) -> bool:
        """Is the whole text one of the phrases that the shorthand stands for?"""
        folded = fold(text)
        places = ((anchor.text, place) for anchor in self.anchors for place in range(len(folded)) if folded.startswith(anchor.text, place))
        return any((fit.start, fit.end) == (0, len(folded)) for anchor, place in places for fit in self.fits(folded, place, anchor))

    def _onwards(self, folded: str, index: int, place: int, spaced: bool) -> Iterator[tuple[int, tuple[Alternative, ...]]]:
        if index == len(self._pieces):
            yield place, ()
            return
        for way in self._pieces[index]:
            wants = spaced or way.leads
            if not way.folded:
                yield from ((end, (way, *others)) for end, others in self._onwards(folded, index + 1, place, wants))
                continue
            start = place
            while wants and folded[start : start + 1] == " ":
                start += 1
            if (start > place) == wants and folded.startswith(way.folded, start):
                behind = self._onwards(folded, index + 1, start + len(way.folded), way.trails)
                yield from ((end, (way, *others)) for end, others in behind)

    def _backwards(self, folded: str, index: int, place: int, spaced: bool) -> Iterator[tuple[int, tuple[Alternative, ...]]]:
        if index < 0:
            yield place, ()
            return
        for way in self._pieces[index]:
            wants = spaced or way.trails
            if not way.folded:
                yield from ((start, (*others, way)) for start, others in self._backwards(folded, index - 1, place, wants))
                continue
            end = place
            while wants and end and folded[end - 1] == " ":
                end -= 1
            if (end < place) == wants and folded.endswith(way.folded, 0, end):
                before = self._backwards(folded, index - 1, end - len(way.folded), way.leads)
                yield from ((start, (*others, way)) for start, others in before)


def _alternatives(piece: list[tuple[str, tuple[str, ...]]]) -> tuple[Alternative, ...]:
    ways: dict[str, Alternative] = {}
    for written, forms in piece:
        plain = " ".join(written.split())
        ways.setdefault(written, Alternative(written, fold(plain), forms, written[:1].isspace(), written[-1:].isspace()))
    return tuple(ways.values())


def _joined(chosen: tuple[Alternative, ...]) -> str:
    return " ".join("".join(way.written for way in chosen).split())


def first_literal(phrase: str) -> str:
    """The first of the phrases that a shorthand stands for."""
    return " ".join("".join(piece[0][0] for piece in parts(phrase)).split())
