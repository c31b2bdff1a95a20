"""This file defines what a finder of inconsistencies gives: the place that is to be mended, and the place that it disagrees with."""

from __future__ import annotations

from typing import NamedTuple

from audit.spans import Span


class Found(NamedTuple):
    """`span` disagrees with `other`; `values` fill the message, `label` says what stands at `other`."""

    span: Span
    other: Span
    values: dict[str, str]
    label: str
    better: tuple[str, ...] = ()
