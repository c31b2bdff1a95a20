"""This file defines an amount: what a number written in any language stands for."""

from __future__ import annotations

from dataclasses import dataclass

from audit.spans import Span

KINDS = ("number", "percent", "permille", "ordinal", "year", "decade", "clock", "date", "month", "code", "vague")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of the text. `values` are what it may stand for, the likeliest first: 1.500 is 1500 or 1.5, *billón* 10^12 or 10^9.

    `words`: written in letters. `firm`: nobody writes this form and means something else; *un*, *sei*, *both*, *one* are not firm.
    `slack`: the share of the value by which it may be off, by its own words (*une quinzaine*, *десятки*).
    """

    span: Span
    values: tuple[float, ...]
    kind: str = "number"
    words: bool = False
    firm: bool = True
    slack: float = 0.0

    @property
    def value(self) -> float:
        return self.values[0]
