"""This file says, segment by segment, what the figures cannot see: another number, a negation that only one side has, another name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from audit.amounts import Amount
from audit.amounts import read as amounts
from audit.cache import expression
from audit.checks.source.numbers.same import alike, equal
from audit.frequency import zipf
from audit.naming.known import generic, proper, romanised
from audit.naming.letters import latin
from audit.naming.phones import alike as sounding
from audit.polarity import Strength
from audit.polarity import read as polarity

_NO_AMOUNTS = ("vague", "code")
Kind = Literal["number", "negation", "name"]
_NAME = r"(?<![\w'’.-])\p{Lu}[\p{L}\p{M}]*\p{Ll}[\p{L}\p{M}]*"
_ANSWERS: tuple[Strength, ...] = ("sure", "firm", "faint")
"""What may stand for a negation of the other side."""
_OPENING = r"[.!?:;\n\"“„‘«(\[–—*•] ?\Z"
_FOLLOWED = r" \p{Lu}"
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december".split()
)
_TOO_COMMON = 5.9
"""No word that is so common (Zipf) is a name: The in a title."""
_SOUNDS = 0.6
"""From this likeness on, two spellings may be one name."""
_UNLIKE_NAMES = 2
"""Segments with more unlike names than this on either side say other things in other words, not another name."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """What differs: the words here and in the reference that is most like it; one of both may be empty."""

    kind: Kind
    here: str
    there: str

    def __str__(self) -> str:
        if self.kind == "negation":
            return f"“{self.here}” stands only here" if self.here else f"“{self.there}” stands only in the reference"
        if self.here and self.there:
            return f"{self.here} against {self.there}"
        return f"{self.here} stands only here" if self.here else f"{self.there} stands only in the reference"


def unseen(hypothesis: str, references: Sequence[str]) -> tuple[Unseen, ...]:
    """What differs from every one of the references: where one agrees, nothing does."""
    return (*_numbers(hypothesis, references), *_negations(hypothesis, references), *_names(hypothesis, references))


def _numbers(hypothesis: str, references: Sequence[str]) -> Iterator[Unseen]:
    ours = [amount for amount in amounts(hypothesis, "en") if amount.kind not in _NO_AMOUNTS]
    least: tuple[list[str], list[str]] | None = None
    for reference in references:
        theirs = [amount for amount in amounts(reference, "en") if amount.kind not in _NO_AMOUNTS]
        here = [one.span.of(hypothesis) for one in ours if one.firm and not any(_same(hypothesis, one, two) for two in theirs)]
        there = [two.span.of(reference) for two in theirs if two.firm and not any(_same(hypothesis, one, two) for one in ours)]
        if least is None or len(here) + len(there) < len(least[0]) + len(least[1]):
            least = here, there
    if least is not None and any(least):
        yield Unseen("number", ", ".join(least[0]), ", ".join(least[1]))


def _same(text: str, one: Amount, two: Amount) -> bool:
    return equal(one, two) or alike(text, one, two, "en")


def _negations(hypothesis: str, references: Sequence[str]) -> Iterator[Unseen]:
    ours = polarity(hypothesis, "en")
    theirs = [polarity(reference, "en") for reference in references]
    if ours.of("sure") and not any(of.of(*_ANSWERS) for of in theirs):
        yield Unseen("negation", ours.of("sure")[0].span.of(hypothesis), "")
    elif not ours.of(*_ANSWERS) and all(of.of("sure") for of in theirs):
        yield Unseen("negation", "", theirs[0].of("sure")[0].span.of(references[0]))


def _names(hypothesis: str, references: Sequence[str]) -> Iterator[Unseen]:
    """Names on both sides that the other side lacks. A name here and none there may stand for a pronoun."""
    ours = _capitals(hypothesis)
    least: tuple[list[str], list[str]] | None = None
    for reference in references:
        theirs = _capitals(reference)
        here = [word[0] for sound, word in ours.items() if _missing(sound, word, theirs, reference)]
        there = [word[0] for sound, word in theirs.items() if _missing(sound, word, ours, hypothesis)]
        if least is None or len(here) + len(there) < len(least[0]) + len(least[1]):
            least = here, there
    if least and all(0 < len(side) <= _UNLIKE_NAMES for side in least):
        yield Unseen("name", ", ".join(least[0]), ", ".join(least[1]))


def _capitals(text: str) -> dict[str, tuple[str, bool]]:
    """The words with a capital, by their plain spelling in small letters, and whether more than the capital must say that they are names.

    That is so where they begin a sentence or a quotation, and before another capital: Mayor Hartwig.
    """
    opened, followed = expression(_OPENING), expression(_FOLLOWED)
    found: dict[str, tuple[str, bool]] = {}
    for hit in expression(_NAME).finditer(text):
        opening = bool(opened.search(text, max(0, hit.start() - 4), hit.start())) or hit.start() == 0
        found.setdefault(latin(hit[0]), (hit[0], opening or bool(followed.match(text, hit.end()))))
    return found


def _missing(sound: str, word: tuple[str, bool], others: Iterable[str], text: str) -> bool:
    """Is this a name, and does no word of the other side sound like it?"""
    if sound in generic() or sound in _CALENDAR or sound in latin(text) or zipf(sound) > _TOO_COMMON or (word[1] and not proper(sound)):
        return False
    forms = {sound, *romanised().get(sound, ())}
    return not any(other.startswith(form[:4]) or sounding(form, other) >= _SOUNDS for form in forms for other in others)
