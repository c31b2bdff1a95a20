"""This file finds the words that show whether a person is a woman or a man, by the sheets in `knowledge/gendered/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from audit.entries import Gender
from audit.genders.sheets import sheet
from audit.spans import Span

Kind = Literal["pronoun", "noun", "title", "verb", "faint", "clitic", "epicene"]
"""`pronoun`: he, her. `noun`: mother, woman. `title`: actress, *la ministre*. `verb`: *сказала*. `faint`: it may be a mark (de *ihr*).
`clitic`: an object, if it is no article (fr *la*).

`epicene`: a noun of one grammatical gender for anybody (*la victime*), whose pronouns tell nothing.
"""


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that shows a gender. `detail`: the function of a pronoun (subject, object, possessive), the family of a noun (sibling)."""

    span: Span
    gender: Gender
    kind: Kind
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All marks of a text, in order; `shared` are its possessives that show no gender (fr *son*, ru *свой*)."""

    marks: tuple[Mark, ...]
    shared: tuple[Span, ...]


def known(language: str) -> bool:
    return sheet(language) is not None


def tells_by_verbs(language: str) -> bool:
    """Does the verb alone show the gender of who does it (pl *powiedziała*)?"""
    of = sheet(language)
    return of is not None and of.verbs


@lru_cache(maxsize=16)
def read(text: str, language: str) -> Reading:
    """The marks of a text; none where the language has no sheet."""
    of = sheet(language)
    marks: list[Mark] = []
    shared: list[Span] = []
    for hit in of.words.finditer(text) if of is not None else ():
        gender, _, rest = (hit.lastgroup or "").partition("_")
        kind, _, detail = rest.partition("_")
        if gender == "shared":
            shared.append(Span(*hit.span()))
        elif gender != "void":
            marks.append(Mark(Span(*hit.span()), cast("Gender", gender), cast("Kind", kind), detail))
    return Reading(tuple(marks), tuple(shared))
