"""This file reads TMX, a memory of translations: of each unit, the English variant and the one of the source's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from audit.bilingual import inline
from audit.bilingual.pair import Pair, Pairs
from audit.bilingual.sides import choose, code, refuse
from audit.bilingual.xml import XML, Event, closing, events, line_of
from audit.markup.weave import Piece
from audit.model import AuditError


@dataclass(frozen=True, slots=True)
class _Unit:
    """A <tu>: the words in each language, the first variant of each."""

    id: str
    line: int
    words: dict[str, tuple[Piece, ...]] = field(default_factory=dict)


def pairs(text: str, name: str, source_language: str | None) -> Pairs:
    """The units that have an English variant. Raises AuditError where none has, or several languages could be the source."""
    found = events(text, name)
    if found[0].local != "tmx":
        raise AuditError(f"{name}:{line_of(text, found[0])}: is no TMX: its first element is <{found[0].local}>")
    header = next((event for event in found if event.kind == "open" and event.local == "header"), found[0])
    units = _units(text, found)
    languages = [language for unit in units for language in unit.words]
    if units and "en" not in languages:
        raise (
            refuse(languages[-1], f"{name}:{units[0].line}")
            if languages
            else AuditError(f"{name}:{units[0].line}: its variants name no language: each <tuv> needs xml:lang")
        )
    there = [language for language in languages if language != "en"]
    language = choose(there, source_language, name, code(header.attributes.get("srclang")))
    english = [unit for unit in units if unit.words.get("en") or (language and unit.words.get(language))]
    left = len(units) - len(english)
    return Pairs(
        tuple(Pair(unit.id, unit.words.get("en", ()), unit.words.get(language or "", ())) for unit in english),
        language,
        (f"{left} of {len(units)} units are neither in English nor in the source's language",) if left else (),
    )


def _units(text: str, found: Sequence[Event]) -> list[_Unit]:
    units: list[_Unit] = []
    language: str | None = None
    for at, event in enumerate(found):
        if event.kind != "open":
            continue
        if event.local == "tu":
            units.append(_Unit(event.attributes.get("tuid") or str(len(units) + 1), line_of(text, event)))
        elif event.local == "tuv":
            language = code(event.attributes.get(f"{XML}lang") or event.attributes.get("lang"))
        elif event.local == "seg" and units and language and language not in units[-1].words:
            words = inline.pieces(text, found[at + 1 : closing(found, at)])
            units[-1].words[language] = tuple(piece for _, piece in words)
    return units
