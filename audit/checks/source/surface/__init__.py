"""This file lists the faults that show on the surface of a translation once its source lies beside it."""

from __future__ import annotations

from audit.checks.source.both import Finder
from audit.checks.source.surface.capital_lost import capital_lost
from audit.checks.source.surface.leftover import left_in_source
from audit.checks.source.surface.marks import final_stop_lost, stray_mark
from audit.checks.source.surface.repeats import repeated
from audit.checks.source.surface.scripts import wrong_script

FAULTS: dict[str, Finder] = {
    "left-in-source": left_in_source,
    "wrong-script": wrong_script,
    "stray-mark": stray_mark,
    "final-stop-lost": final_stop_lost,
    "capital-lost": capital_lost,
    "repeated": repeated,
}
