"""This file lists the checks: the name that a card uses, and the class that does the looking."""

from __future__ import annotations

from typing import Any

from audit.checks.attribution import Attribution
from audit.checks.borders import Borders
from audit.checks.consistency import Consistency
from audit.checks.dates import Dates
from audit.checks.engine import Engine
from audit.checks.exonyms import Exonyms
from audit.checks.facts import Facts
from audit.checks.glued import Glued
from audit.checks.grammar import Grammar
from audit.checks.hearer import Hearer
from audit.checks.house import House
from audit.checks.mastheads import Mastheads
from audit.checks.mentions import Mentions
from audit.checks.misspelt import Misspelt
from audit.checks.numbers import Numbers
from audit.checks.order import Order
from audit.checks.pattern import Pattern
from audit.checks.phrase import Phrase
from audit.checks.pronouns import Pronouns
from audit.checks.quotes import Quotes
from audit.checks.regex import Regex
from audit.checks.repetition import Repetition
from audit.checks.salad import Salad
from audit.checks.source import Reference, Source
from audit.checks.spacing import Spacing
from audit.checks.unknown import Unknown
from audit.checks.untranslated import Untranslated

CHECKS: dict[str, Any] = {
    "phrase": Phrase,
    "pattern": Pattern,
    "regex": Regex,
    "repetition": Repetition,
    "mastheads": Mastheads,
    "mentions": Mentions,
    "spacing": Spacing,
    "unknown": Unknown,
    "untranslated": Untranslated,
    "quotes": Quotes,
    "borders": Borders,
    "attribution": Attribution,
    "hearer": Hearer,
    "order": Order,
    "glued": Glued,
    "grammar": Grammar,
    "exonyms": Exonyms,
    "house": House,
    "consistency": Consistency,
    "dates": Dates,
    "numbers": Numbers,
    "facts": Facts,
    "pronouns": Pronouns,
    "misspelt": Misspelt,
    "salad": Salad,
    "engine": Engine,
    "reference": Reference,
    "source": Source,
}
