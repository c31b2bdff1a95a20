"""This file lists the faults in what a text puts between quotation marks, told by its source."""

from __future__ import annotations

from audit.checks.source.both import Finder
from audit.checks.source.quotations.extent import extent
from audit.checks.source.quotations.marks import added, lost
from audit.checks.source.quotations.persons import person_shift
from audit.checks.source.quotations.speakers import speaker_changed

FAULTS: dict[str, Finder] = {
    "quotation-lost": lost,
    "quotation-added": added,
    "quotation-extent": extent,
    "speaker-changed": speaker_changed,
    "person-shift": person_shift,
}
