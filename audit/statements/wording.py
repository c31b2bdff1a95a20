"""This file spells how English news names people, lands and organisations beside one another, and reads such names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

import regex

from audit.cache import expression
from audit.facts import Country, Facts, Organisation
from audit.knowledge import words

_PARTICLES = "de|del|della|di|da|dos|du|la|le|van|von|der|den|ter|bin|ibn|bint|al|el|ul|ben|y|e|zu|af|av"
_WORD = r"\p{Lu}(?:\p{L}|['’](?!s\b)(?=\p{L})|-(?=\p{L}))*"
NAME = (
    rf"(?:(?:al|el|ad|as|ash|at|an)-)?{_WORD}(?:[ ](?:(?:{_PARTICLES})[ ]){{0,2}}(?:(?:al|el|ad|as|ash|at|an)-)?(?:\p{{Lu}}\.|{_WORD}"
    rf"|\p{{L}}+-{_WORD})){{0,4}}"
)
"""One to five words of a name, with particles and initials between them."""
CAPITALISED = expression(rf"(?<![\p{{L}}\p{{N}}'’@#/_-]){NAME}")
_STYLES = frozenset(
    "Mr Mrs Ms Miss Dr Sir Dame Lord Lady Baroness Sheikh Sheikha Gen General Lt Col Colonel Maj Marshal Field Prof Professor Hon Honorable"
    " Honourable Excellency Majesty Highness Prince Princess Ayatollah Rev Saint St Admiral Adm Captain Madame Monsieur Señor Herr".split()
)
_NO_NAME = frozenset(
    "Office Palace House Cup Party Council Ministry Hotel Award Prize Trophy Street Square Library Museum Building Administration Club"
    " Government Parliament Cabinet Court Embassy Times Post News Today Yesterday Tomorrow The A An In On At To And Or But With For From By"
    " Of He She It They We I His Her Its Their This That These Those Who Which While When After Before As If Not No New".split()
)
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_THE = tuple(
    "United|Netherlands|Philippines|Czech Republic|Maldives|Bahamas|Gambia|Vatican|Central|Dominican|Democratic|Republic|Solomon|Marshall"
    "|Comoros|Seychelles|European|African|Arab|UN|EU|US|UK|Organi|World|International|IMF|WHO|WTO|ECB|G7|G20|Union|Council|Commonwealth|Gulf".split(
        "|"
    )
)
"""How names begin that stand with the article."""


def fold(name: str) -> str:
    """Lower case, no accents, hyphens as spaces: for comparing names."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name.replace("ø", "o").replace("ł", "l").replace("ı", "i")))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(plain.lower().replace("-", " ").replace("’", "").replace("'", "").replace("ʼ", "").split())


def the(name: str) -> str:
    """A land or an organisation as it stands in a sentence: France, the United States."""
    return f"the {name}" if name.startswith(_THE) else name


@cache
def _calendar() -> frozenset[str]:
    return frozenset((*words("words/days"), *words("words/months"))) - {"May"}  # Theresa May


def person_name(found: str) -> str:
    """A run of capitalised words as a person's name: without styles (Sir), a weekday at its end, or words that no name holds; or empty."""
    parts = found.split(" ")
    while parts and parts[0].rstrip(".") in _STYLES:
        parts.pop(0)
    for index, part in enumerate(parts):
        if (part in _calendar() and (index or len(parts) == 1)) or part in _NO_NAME:
            parts = parts[:index]
            break
    while parts and (parts[-1].islower() or parts[-1].rstrip(".") in _STYLES):
        parts.pop()
    return " ".join(parts)


Owner = Country | Organisation


def owner(facts: Facts, name: str) -> Owner | None:
    """The land or organisation that a name, acronym or adjective means."""
    name = name.removeprefix("the ").removeprefix("The ")
    plain = name[:1].upper() + name[1:]
    return facts.organisation(plain) or facts.country(plain) or (facts.country(plain.replace(".", "")) if "." in plain else None)


def owner_before(facts: Facts, left: str) -> tuple[Owner, int] | None:
    """The land or organisation whose name or adjective ends `left`, the longest first, and where it begins."""
    for start in _word_starts(left, 6):
        candidate = left[start:]
        if candidate[:4].lower() == "the ":
            continue
        if (candidate[0].isupper() or (candidate[0].islower() and start == left.rfind(" ") + 1)) and (of := owner(facts, candidate)):
            return of, start
    return None


def owner_after(facts: Facts, right: str) -> tuple[Owner, int] | None:
    """The land or organisation whose name begins `right`, the longest first, and where it ends."""
    found = _RIGHT.match(right)
    if not found:
        return None
    ends = [hit.start() for hit in regex.finditer(r"[ ]|(?=[’']s\b)|\Z", found[0])]
    for end in sorted({*ends, len(found[0])}, reverse=True):
        for trimmed in sorted({end - right[:end].endswith("."), end}):
            of = owner(facts, right[:trimmed]) if trimmed else None
            if of and (isinstance(of, Organisation) or by_name(of, right[:trimmed])):
                return of, trimmed
    return None


def with_another(facts: Facts, before: str) -> bool:
    """Does what stands before an adjective make it another one: `South Korean`, `US and French`, `Russian-Iranian`?"""
    if before.endswith("-") or regex.search(r"(?i)\b(?:north|south|east|west)(?:ern)?\Z", before):
        return True
    joint = regex.search(r"(\p{Lu}[\p{L}.]*)[ ](?:and|or)\Z", before)
    return bool(joint and owner(facts, joint[1]))


def by_name(land: Country, word: str) -> bool:
    """Is this word a name of the land, not an adjective?"""
    plain = word.removeprefix("the ").removeprefix("The ")
    return plain in (land.name, *land.names) or plain.replace(".", "") in land.names


_RIGHT = expression(r"(?:\p{Lu}[\p{L}.’'-]*|UN|EU)(?:[ ](?:of|and|the|for|on|in|to|\p{Lu}[\p{L}.’'-]*)){0,7}")


def _word_starts(left: str, most: int) -> Iterator[int]:
    """Where the last words begin, from far to near."""
    starts, at = [], len(left)
    for _ in range(most):
        at = left.rfind(" ", 0, at)
        starts.append(at + 1)
        if at < 0:
            break
    yield from (start for start in reversed(starts) if start < len(left))
