"""This file finds the words that deny, in the languages that `knowledge/polarity/` holds a sheet for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import regex

from audit.polarity.sheets import Sheet, sheet
from audit.spans import Span

Strength = Literal["sure", "firm", "only", "faint", "vague", "void"]
_BY_NAME: dict[str, Strength] = {
    "sure": "sure",
    "firm": "firm",
    "only": "only",
    "faint": "faint",
    "vague": "vague",
    "void": "void",
}
_REACH = 60
"""How far apart two words of one negation (no ... nadie) may stand."""
_BREAK = regex.compile(
    r"[\n,;:!?…()«»“”„\"—–。，、]|\.\s"
    r"|(?<!\p{L})(?:and|but|que|che|pero|mas|ma|mais|что|чтобы|но|що|щоб|але|że|żeby|ale|že|aby|(?:котор|kter|któr|котр)\p{L}*)(?!\p{L})"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One negation, which may be made of several words. `strength` says how sure it is that the clause is denied.

    `sure`: it is. `firm`: without, impossible. `only`: nothing but. `faint`: something that may answer a negation of the other language.
    `vague`: hardly even that. `void`: it looks like a negation and is none.
    """

    span: Span
    strength: Strength


@dataclass(frozen=True, slots=True)
class Polarity:
    """The cues of a stretch of text, in order."""

    cues: tuple[Cue, ...]

    def of(self, *strengths: Strength) -> tuple[Cue, ...]:
        return tuple(cue for cue in self.cues if cue.strength in strengths)


def known(language: str) -> bool:
    return sheet(language) is not None


def read(text: str, language: str, start: int = 0, end: int | None = None) -> Polarity:
    """What denies between `start` and `end`; nothing where the language has no sheet."""
    of = sheet(language)
    if of is None:
        return Polarity(())
    hits = of.words.finditer(text, start, len(text) if end is None else end)
    return Polarity(_joined([Cue(Span(*hit.span()), _BY_NAME[hit.lastgroup or ""]) for hit in hits], text, of))


def _joined(cues: list[Cue], text: str, of: Sheet) -> tuple[Cue, ...]:
    """The cues, with those made one that deny one clause together: no ... nadie, никто не."""
    kept: list[Cue] = []
    for cue in cues:
        last = kept[-1] if kept else None
        if last and cue.strength == last.strength == "sure" and _together(last.span, cue.span, text, of):
            kept[-1] = Cue(Span(last.span.start, cue.span.end), "sure")
        else:
            kept.append(cue)
    return tuple(kept)


def _together(one: Span, two: Span, text: str, of: Sheet) -> bool:
    if not of.joined or two.start - one.end > _REACH or _BREAK.search(text, one.end, two.start):
        return False
    if of.joined.fullmatch(text, two.start, two.end):
        return True
    return of.either_order and bool(of.joined.search(text, one.start, one.end))
