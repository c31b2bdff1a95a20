"""This file defines what a grammar engine says of a text, in the engine's own words."""

from __future__ import annotations

from dataclasses import dataclass

from audit.spans import Span


@dataclass(frozen=True, slots=True, order=True)
class Complaint:
    """One thing that an engine marks. What of it an editor hears is said in `knowledge/engines/`.

    `rule` and `kind` are the engine's own names of its rule and of that rule's category; `span` counts code points of the text that the
    engine was given; `better` holds its replacements for that span, its best first.
    """

    span: Span
    engine: str
    rule: str
    kind: str
    message: str
    better: tuple[str, ...] = ()
