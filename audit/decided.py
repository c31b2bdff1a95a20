"""This file defines what people have settled: decisions on findings, remarks in a text that say the same, findings that are gone."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

Settled = Literal["accepted", "dismissed"]
Scope = Literal["instance", "text"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided of a finding. accepted: it is right and gets mended; dismissed: a false alarm, or wanted so.

    `scope`: this finding, or all of its rule in the text that holds it or is named `text`. `date` is an ISO day or moment; the decision
    counts up to `expires`, that day included. `line`: where the text itself says so, in a remark; 0 for a decision out of a file.
    """

    status: Settled
    fingerprint: str = ""
    rule: str = ""
    quote: str = ""
    reason: str = ""
    author: str = ""
    date: str = ""
    expires: datetime.date | None = None
    scope: Scope = "instance"
    text: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment of a marked-up text that asks for silence: `<!-- audit: ignore RULE reason -->`.

    `at` is an offset of prose in the paragraph it is about, -1 for none; `rule` is a rule's name or the beginning of several.
    `wrong` says why the remark cannot be used.
    """

    line: int
    at: int
    rule: str = ""
    reason: str = ""
    expires: datetime.date | None = None
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """A finding of the baseline that is there no longer."""

    fingerprint: str
    rule: str
    message: str
    quote: str
    severity: str
    line: int
    column: int
