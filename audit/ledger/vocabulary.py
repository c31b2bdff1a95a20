"""This file holds the words by which the ledger knows persons: honorifics, titles, nouns for persons, and what makes a name no person's."""

from __future__ import annotations

from functools import cache

from audit.entries import Gender
from audit.knowledge import table, words

HONORIFICS: dict[str, Gender | None] = {
    **dict.fromkeys("Mr Mister Sir Lord Monsieur Herr Señor Signor Don Senhor King Prince Emperor Duke Tsar Pope Baron".split(), "male"),
    **dict.fromkeys(
        "Mrs Ms Miss Lady Dame Madam Madame Mme Frau Señora Signora Doña Senhora Queen Princess Empress Duchess Baroness".split(), "female"
    ),
    **dict.fromkeys(
        "Dr Prof Rev Gen Sen Rep Gov Col Lt Capt Sgt Maj Adm Cpl Reb Rabbi Sheikh Imam Hon President Judge Justice Saint Father Pastor "
        "Detective Officer Inspector CEO MP MEP Congresswoman Congressman Vice-President Sergeant Lieutenant Professor Reverend Doctor "
        "Admiral Marshal Nobel-laureate Comrade".split()
    ),
}
"""Words that stand directly before a name, with the gender that they tell."""
SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV", "V", "VI", "VIII", "XIV", "XVI"})
PARTICLES = frozenset("de von van der den la le al bin da dos du di del ter ten zu af el ibn bint della do des dem und y e st".split())


def _split(sheet: str, row: str) -> frozenset[str]:
    return frozenset(str(table(sheet)[row]).split())


@cache
def nouns(kind: str) -> frozenset[str]:
    """Nouns for persons in the singular: `female`, `male`, `either`, or `kin` (those of kinship and marriage)."""
    named = _split("names/person-nouns", kind)
    if kind != "either":
        return named
    more = frozenset(words("words/people")) | frozenset(words("words/titles"))
    return (named | more) - nouns("female") - nouns("male") - {"general", "major", "head", "couple", "forward"}


@cache
def noun_gender() -> dict[str, Gender | None]:
    """Every noun for one person, with the gender that it tells."""
    return {**dict.fromkeys(nouns("either")), **dict.fromkeys(nouns("female"), "female"), **dict.fromkeys(nouns("male"), "male")}


@cache
def titles() -> frozenset[str]:
    """Words that can stand directly before a name, in small letters: minister, striker, spokeswoman, wife."""
    return frozenset(noun_gender())


@cache
def capital_titles() -> frozenset[str]:
    return frozenset(HONORIFICS) | frozenset(word.capitalize() for word in (*words("words/titles"), *nouns("kin"))) | _MORE_TITLES


_MORE_TITLES = frozenset(
    "Secretary Press Executive Emeritus Deputy Vice Prime Foreign Defence Defense Finance Interior Justice Chief Federal".split()
)


@cache
def no_person(row: str) -> frozenset[str]:
    """`whole` names, `last` words and `first` words that show a name to be no person's."""
    named = _split("names/no-person", row)
    return named | frozenset(words("words/countries")) if row == "whole" else named


@cache
def never_names() -> frozenset[str]:
    """Capitalised words that are no part of a person's name: days, months, peoples, words that begin sentences."""
    openers = {word.capitalize() for word in words("words/sentence-openers")}
    calendar = {*words("words/days"), *words("words/months")} - {"April", "May", "June", "August"}
    more = "It He She They We You I Him Them My Your Yes Oh Well Please Former Late Then Another Both Each Such Just Here Perhaps Soon"
    return frozenset(openers | calendar | {*more.split()} | set(words("words/proper-adjectives")))


@cache
def famous() -> frozenset[str]:
    """Surnames that news use alone."""
    return frozenset(words("words/surnames"))


@cache
def inanimate() -> frozenset[str]:
    """Common nouns for things that no old custom calls `she`."""
    return _split("names/bodies", "things")
