"""This file defines what the calendar readers find: a word or figure of a text that says when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from audit.spans import Span

Kind = Literal["weekday", "month", "day", "clock", "century", "decade", "season", "part", "relative"]


@dataclass(frozen=True, slots=True)
class When:
    """One thing that a text says of time. `readings` is what it may mean; two agree when they share a reading.

    weekday 0 to 6 (Monday first) · month 1 to 12 · day 1 to 31 · clock in minutes after midnight · century its number · decade its first
    year · season spring, summer, autumn, winter · part of the day M, A, E, N · relative day-1 (yesterday), week+1, year0 and the like.
    `sure` is False where the word may mean something else: it bears out what the other side says, and is never called wrong itself.
    `month`: of a day, the month that stands with it.
    """

    span: Span
    kind: Kind
    readings: frozenset[int | str]
    sure: bool = True
    month: frozenset[int | str] = frozenset()
