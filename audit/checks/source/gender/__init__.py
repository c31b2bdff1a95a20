"""This file lists the faults of gender: he for she, the brother for the sister."""

from __future__ import annotations

from audit.checks.source.both import Finder
from audit.checks.source.gender.nouns import noun_changed
from audit.checks.source.gender.pronouns import gender_changed

FAULTS: dict[str, Finder] = {"gender-changed": gender_changed, "gendered-noun-changed": noun_changed}
