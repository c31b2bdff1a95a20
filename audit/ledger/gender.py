"""This file gathers what says that a person is a woman or a man: sheets of facts, honorifics, gendered nouns, first names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from audit.entries import Evidence, Gender
from audit.ledger.given import borne, gender_of
from audit.ledger.names import Name, noun_behind
from audit.ledger.vocabulary import HONORIFICS, noun_gender, nouns
from audit.model import Span

if TYPE_CHECKING:
    from audit.facts import Facts

GENERIC = frozenset(
    "king prince duke lord emperor pope priest bishop archbishop cardinal monk friar abbot landlord craftsman sir waiter baron knight"
    " tsar".split()
)
"""Masculine nouns that tell nothing when they stand behind a name: `Velk, the Bishop of Ardenza`, `Velk, king of the hill`."""
_WORD = {"female": "a woman", "male": "a man"}
_SEXLESS_MIDDLES = frozenset({"Maria", "María", "Marie"})
"""Men bear these behind another name."""


def evidence(text: str, names: Sequence[Name], full: str, facts: Facts | None) -> Iterator[Evidence]:
    """Everything that tells, the surest first. `full`: the name in the sheets, or the longest here. A lone surname tells nothing."""
    known = facts.person(full) if facts is not None else None
    if known is not None and known.gender is not None:
        yield Evidence(known.gender, "A", f"{known.name} is {_WORD[known.gender]} (sheets of facts)")
    for name in names:
        yield from _beside(text, name)
    given = next((name.given for name in names if name.given and not name.given.endswith(".")), "")
    named = next((name.words[0] for name in names if _before_a_first_name(text, name)), "")
    given = given or named
    if given and (gender := _by_first_name(given, full)) is not None:
        yield Evidence(gender, "B", f"{given} is {_WORD[gender]}’s name")


_ROYAL = frozenset({"King", "Queen", "Prince", "Princess", "Pope"})


def _before_a_first_name(text: str, name: Name) -> bool:
    """`Queen Anna`, `his brother Peter`: a single word that is a first name."""
    if len(name.words) > 1 or name.title is None or not borne(name.words[0]):
        return False
    title = name.title.of(text)
    return title in _ROYAL or title.lower() in nouns("kin")


def _by_first_name(given: str, full: str) -> Gender | None:
    if given in _SEXLESS_MIDDLES and len(full.split()) > 2 and gender_of(full.split()[1]) == "male":
        return None
    return gender_of(given)


def _beside(text: str, name: Name) -> Iterator[Evidence]:
    told = HONORIFICS.get(name.honorific)
    if told is not None and name.title is not None:
        yield Evidence(told, "A", f"“{name.title.of(text)} {name.surname}”", name.title)
    elif name.title is not None:
        noun = name.title.of(text)
        gender = noun_gender().get(noun.lower())
        comma = "," in text[name.title.end : name.span.start]
        if gender is not None and (not comma or text[name.span.end : name.span.end + 1] in {",", ".", ";", ")"}):
            yield Evidence(gender, "A", f"“{noun}”", name.title)
    behind = noun_behind(text, name.span.end)
    if behind is not None and (word := behind.of(text).lower()) not in GENERIC and (gender := noun_gender().get(word)) is not None:
        yield Evidence(gender, "A", f"“{word}”", behind)


def settled(found: Sequence[Evidence]) -> Gender | None:
    """The gender, where nothing of weight speaks against it. The sheets of facts have the last word."""
    if found and found[0].grade == "A" and found[0].span is None:
        return found[0].gender
    told = {each.gender for each in found}
    return told.pop() if len(told) == 1 else None


def word_for(gender: Gender) -> str:
    return _WORD[gender]


def titles_of(names: Sequence[Name]) -> tuple[Span, ...]:
    return tuple(name.title for name in names if name.title is not None)
