"""This file says what reports show of an estimated source language, and what speaks for it."""

from __future__ import annotations

from dataclasses import dataclass

from audit.languages import name
from audit.model import Document, Origin

_SAID = 3
_CLUES = {
    "country": "land",
    "places": "place",
    "bodies": "institution or paper",
    "names": "first name",
    "forms": "spelling of a name",
    "letters": "script",
    "calque": "turn of phrase",
}


@dataclass(frozen=True, slots=True)
class Provenance:
    """The source language and what speaks for it: the kind of clue and the words, as they stand in the article."""

    language: str
    confidence: str
    sure: bool
    clues: tuple[tuple[str, str], ...]


def provenance_of(origin: Origin, document: Document) -> Provenance | None:
    """What the report says of an estimated source language; nothing where the user gave it or nothing points to one."""
    if origin.given or origin.language is None:
        return None
    clues = tuple((_CLUES[clue.kind], clue.span.of(document.prose)) for clue in origin.clues)
    return Provenance(name(origin.language), f"{origin.confidence:.2f}", origin.known is not None, clues)


def sentence(origin: Origin, document: Document) -> str:
    """The same in one line, with the three strongest clues; nothing where there is nothing to say."""
    if origin.given or origin.language is None:
        return ""
    clues = ", ".join(f"“{clue.span.of(document.prose)}”" for clue in origin.clues[:_SAID])
    how = "likely translated from" if origin.known else "source language not clear, perhaps"
    return f"{how} {name(origin.language)} (confidence {origin.confidence:.2f}): {clues}; --source-lang settles it"
