"""This file sets the references of a translation beside it, and refuses what is no reference of this text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from audit import original
from audit.align import misfit
from audit.align.reference import refer
from audit.analyse import tags
from audit.identify import identify
from audit.model import AuditError, Document, Failure, Reference
from audit.score.segments import MANY, Beside, Segments, lined, segments
from audit.segment import segment


def beside(name: str, text: str, references: Sequence[str], *, force: bool = False, links: bool = True) -> tuple[Beside, list[Failure]]:
    """Each reference cut into sentences and aligned with `text`, the flat prose of the translation; `links`: with what word links need.

    Raises AuditError for one that is empty, in another language or of another article. With `force`, one in another language is left out;
    the other is used all the same, for nothing is less like its reference than a translation that is gibberish.
    """
    here = original.read(text, "en")
    used: list[tuple[Reference, str]] = []
    failures: list[Failure] = []
    for which, given in _named(references):
        foreign = _foreign(name, which, text, given)
        if foreign and not force:
            raise AuditError(f"{name}: {foreign}")
        if foreign:
            failures.append(Failure("reference", f"{foreign}; it was not used"))
            continue
        reference = refer(here, original.read(segment(Document(which, given)).flat, "en"), links=links)
        wrong = misfit.elsewhere(here, reference)
        if wrong and not force:
            raise AuditError(f"{name}: {which} {wrong}; --force uses it all the same")
        failures += [Failure("reference", f"{which} {wrong}; it was used all the same")] if wrong else []
        used.append((replace(reference, tags=tags(reference.original.text)) if links else reference, given))
    cuts = tuple(passage.span for passage in here.sentences)
    return Beside(text, cuts, tuple(reference for reference, _ in used), tuple(given for _, given in used)), failures


def compared(translations: Sequence[tuple[str, str]], references: Sequence[str], *, force: bool = False) -> Segments:
    """Translations of one article, each with its name, and their references, cut into segments that stand for one another.

    Test sets of many lines are taken at their word; of anything else the sentences are aligned. Raises AuditError as `beside` does.
    """
    texts = [text for _, text in translations]
    for name, text in translations:
        if not text.strip():
            raise AuditError(f"{name}: is empty: give a translation")
        for which, given in _named(references):
            if foreign := _foreign(name, which, text, given):
                raise AuditError(foreign)
    rows = lined(texts, references)
    if not references or (rows and len(rows[0]) >= MANY):
        return segments(texts, references)
    aligned = [beside(name, segment(Document(name, text)).flat, references, force=force, links=False)[0] for name, text in translations]
    return segments(texts, references, aligned)


def _named(references: Sequence[str]) -> list[tuple[str, str]]:
    return [("the reference" if len(references) == 1 else f"reference {number}", given) for number, given in enumerate(references, 1)]


def _foreign(name: str, which: str, text: str, given: str) -> str:
    """What is wrong with the language of a reference; nothing where the translation reads like the same language."""
    if not given.strip():
        raise AuditError(f"{name}: {which} is empty: give a human translation of this text")
    found = identify(segment(Document(which, given)))
    wrong = misfit.foreign(given, found)
    return f"{which} {wrong}" if wrong and identify(segment(Document(name, text)))[0] != found[0] else ""
