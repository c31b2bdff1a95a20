"""This file lists the faults that change what is said of a thing: its opposite, its certainty, its time."""

from __future__ import annotations

from audit.checks.source.both import Finder
from audit.checks.source.meaning.opposite import opposite

FAULTS: dict[str, Finder] = {
    "opposite": opposite,
}
