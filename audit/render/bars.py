"""This file lays out bars side by side on a plot that is 1000 wide and 100 high, for the templates to draw as SVG."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeVar

from audit.model import SEVERITIES

WIDE, HIGH = 1000.0, 100.0
MOST = 250
"""More bars than this cannot be told apart: neighbours then share one."""
_GAP = 0.2
_WIDEST = 40.0
_LEAST = 3.0
"""No part of a bar is lower than this, or nobody would see it."""
_NICE = (1, 2, 5, 10)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Datum:
    """What a bar shows: values by severity (or "" for none), set on top of one another. `lacking`: there is no value, which is not 0."""

    href: str
    title: str
    parts: tuple[tuple[str, float], ...]
    lacking: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bar; `y` counts from the upper edge of the plot."""

    severity: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """`left` and `room` are where the bar's share of the plot begins and how wide it is: all of it answers to a click."""

    x: float
    width: float
    left: float
    room: float
    href: str
    title: str
    parts: tuple[Part, ...]
    lacking: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """`top` is what the upper edge stands for; the lower one is 0. `last` is the number of the last sentence."""

    anchor: str
    title: str
    about: str
    unit: str
    top: float
    last: int
    bars: tuple[Bar, ...]

    @property
    def severities(self) -> tuple[str, ...]:
        """Those that the bars show, the worst first."""
        there = {part.severity for bar in self.bars for part in bar.parts}
        return tuple(name for name in reversed(SEVERITIES) if name in there)

    @property
    def ticks(self) -> tuple[str, ...]:
        """What stands beside the upper edge, the middle and the lower edge."""
        return tuple(f"{self.top * share:g}" for share in (1, 0.5, 0))


def bars(data: Sequence[Datum], top: float) -> Iterator[Bar]:
    """The bars from left to right; what goes beyond `top` is cut off, and no part is too low to be seen."""
    room = WIDE / max(1, len(data))
    for at, datum in enumerate(data):
        heights = [max(_LEAST, HIGH * value / top) if value > 0 else 0.0 for _, value in datum.parts]
        ends = [min(HIGH, end) for end in accumulate(heights)]
        parts = tuple(
            Part(severity, round(HIGH - end, 2), round(end - start, 2))
            for (severity, _), start, end in zip(datum.parts, [0.0, *ends], ends, strict=False)
            if end > start
        )
        width = min(_WIDEST, room * (1 - _GAP))
        x = at * room + (room - width) / 2
        yield Bar(round(x, 2), round(width, 2), round(at * room, 2), round(room, 2), datum.href, datum.title, parts, datum.lacking)


def grouped(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """One item a bar, or as many neighbours as keep the bars within `MOST`."""
    size = math.ceil(len(items) / MOST)
    return (items[at : at + size] for at in range(0, len(items), max(1, size)))


def rounded_up(value: float) -> float:
    """The next 1, 2, 5 or 10 times a power of ten, so that an axis ends at a figure that can be read."""
    power = 10.0 ** math.floor(math.log10(value)) if value > 0 else 1.0
    return next(step * power for step in _NICE if step * power >= value * (1 - 1e-9))
