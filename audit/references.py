"""This file sets the references of a translation beside it, and refuses what is no reference of this text."""

from __future__ import annotations

from collections.abc import Sequence

from audit import original
from audit.align import misfit
from audit.align.reference import refer
from audit.identify import identify_source
from audit.model import AuditError, Document, Failure, Original, Reference
from audit.segment import segment


def beside(name: str, text: str, references: Sequence[str], *, force: bool = False) -> tuple[tuple[Reference, ...], list[Failure]]:
    """Each reference cut into sentences and aligned with `text`, the flat prose of the translation.

    Raises AuditError for one that is empty, in another language or of another article; with `force` the latter two are left out and told.
    """
    here = original.read(text, "en")
    found: list[Reference] = []
    failures: list[Failure] = []
    for number, given in enumerate(references, 1):
        which = "the reference" if len(references) == 1 else f"reference {number}"
        if not given.strip():
            raise AuditError(f"{name}: {which} is empty: give a human translation of this text")
        reference, wrong = _read(here, given)
        if wrong and not force:
            raise AuditError(f"{name}: {which} {wrong}")
        if wrong:
            failures.append(Failure("reference", f"{which} {wrong}; it was not used"))
        else:
            found.append(reference)
    return tuple(found), failures


def _read(here: Original, given: str) -> tuple[Reference, str]:
    """The reference, and what is wrong with it."""
    there = original.read(segment(Document("reference", given)).flat, "en")
    reference = refer(here, there)
    wrong = misfit.foreign(given, identify_source(given)) or misfit.elsewhere(here, reference)
    return reference, wrong
