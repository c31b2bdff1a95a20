"""This file knows names: given names, names of the news and their forms in other languages, and which words of English are no names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from audit.facts.names import plain
from audit.frequency import as_common_abroad, everyday, zipf
from audit.knowledge import table
from audit.naming.letters import latin

_LANGUAGES = ("fr", "es", "de", "it", "nl", "pl")
_RARE = 2.0
_COMMON, _RARER = 0.75, 1.2
"""By so much (Zipf) a name may be rarer in other languages than in English; an English word is much rarer there."""
_WORDS = 4.3
"""So common (Zipf) are hardly any names that stand in none of the lists here."""
_ORDINARY = (
    "tion sion ment ness ship ism ist ists logy ology ate ates ing ings ity hood craft ward "
    "wards ics graphy nomy ure ural able ible ial ical "
    "ed ers er-general ies dom ful less ally"
).split()
_PEOPLE = ("ian", "ians", "ese", "ish")
"""Endings of words for peoples and their languages."""
_NEVER = frozenset(
    "renaissance premier dome wi-fi covid me latinos latino prix velvet transport emir emirs horde hieromonk oblast okrug krai".split()
)
"""Words that are as common elsewhere as in English, and no names."""


@cache
def given() -> frozenset[str]:
    """Given names in plain small letters."""
    return frozenset(plain(name).lower() for names in table("names/given").values() for name in names.split())


@cache
def generic() -> frozenset[str]:
    """Words in small letters that begin or end names of places and bodies: Bank, North, University."""
    rows = table("names/no-person")
    return frozenset(word.lower() for key in ("last", "first") for word in rows[key].split())


@cache
def famous() -> Mapping[str, tuple[str, ...]]:
    """Names of the news in plain small letters, with what they are called elsewhere where it does not sound alike."""
    return {plain(name).lower(): tuple(forms or ()) for name, forms in table("names/elsewhere").items()}


@cache
def romanised() -> Mapping[str, tuple[str, ...]]:
    """All ways to write a name that has several, by each of them, in plain small letters."""
    found: dict[str, tuple[str, ...]] = {}
    for row in table("names/romanisations").values():
        forms = tuple(latin(form) for form in row["forms"])
        found |= dict.fromkeys(forms, forms)
    return found


@cache
def cousins() -> Mapping[str, frozenset[str]]:
    """Forms that a given name of saints, popes and monarchs has in other languages, by each form, in plain small letters."""
    found: dict[str, frozenset[str]] = {}
    for forms in table("names/cousins").values():
        family = frozenset(latin(form) for form in forms.split())
        for form in family:
            found[form] = found.get(form, frozenset()) | family
    return found


@lru_cache(maxsize=20_000)
def proper(word: str) -> bool:
    """Is a capitalised English word, given in small letters, a name rather than a word? Doubt says no."""
    if word in generic() or word in _NEVER or len(word) < 2 or (len(word) > 5 and word.endswith(_PEOPLE)):
        return False
    if word in famous():
        return True
    common = zipf(word)
    if common < _RARE and not everyday(word.removesuffix("s")):
        return not (word.isascii() and word.endswith(tuple(_ORDINARY)))
    if common >= _WORDS and word not in given():
        return False
    return word in as_common_abroad(_LANGUAGES, _RARE, _COMMON, _RARER)
