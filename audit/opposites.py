"""This file knows English words of opposite meanings, from `knowledge/opposites/en.yaml`, in all their forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from audit.inflect import forms
from audit.knowledge import table

_FORMS = {"verbs": ("base", "s", "ing", "ed", "en"), "nouns": ("base", "s")}


@cache
def opposites() -> Mapping[str, tuple[str, ...]]:
    """The words that say the opposite of a word, in the form that it has (rose: fell, dropped), by the word in small letters."""
    found: dict[str, dict[str, None]] = {}
    for kind, rows in table("opposites/en").items():
        for row in rows:
            left, right = (side.split() for side in row.split("|"))
            for one, two in _both(left, right):
                for word, other in _inflected(one, two, _FORMS.get(kind, ())):
                    found.setdefault(word.lower(), {})[other] = None
    return {word: tuple(others) for word, others in found.items()}


def _both(left: list[str], right: list[str]) -> Iterator[tuple[str, str]]:
    for one in left:
        for two in right:
            yield one, two
            yield two, one


def _inflected(word: str, other: str, kinds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if not kinds:
        yield word, other
    for kind in kinds:
        for form in forms(word)[kind]:
            yield form, forms(other)[kind][0]
