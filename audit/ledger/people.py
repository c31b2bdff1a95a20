"""This file finds the people of an article, with the forms of their names, their gender and its evidence, and their roles."""

from __future__ import annotations

from audit.entries import Person
from audit.model import Analysis


def people(analysis: Analysis) -> tuple[Person, ...]:
    """Every person named, in the order of the first mention."""
    return ()
