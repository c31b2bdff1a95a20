"""This file spells the inflected forms of English verbs and nouns and expands the shorthand that cards use for phrases."""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import NamedTuple

from audit.knowledge import table

FORMS = ("base", "s", "ing", "ed", "en", "am", "are", "were")
_AS = {"am": "base", "are": "base", "were": "ed"}
"""The form of any other verb for the forms that only `be` has."""
_VOWELS = "aeiou"
_FUNCTION_WORDS = frozenset(
    "the a an of to in on at for with by from into out up off over and or as is are was were be been has have had not no it its his her "
    "their our my your he she they this that these those".split()
)
_PART = re.compile(r"~([\w'-]+)|\(([^()]*)\)|([^~()]+)")


@cache
def forms(word: str) -> dict[str, tuple[str, ...]]:
    """Spellings by form: base, s (third person, or plural), ing, ed (past), en (participle); am, are and were of be alone.

    Regular forms follow the spelling rules of English; irregular ones stand in knowledge/words/irregular.yaml. Where the
    doubling of a last consonant depends on stress, both spellings are given: a form that nobody writes matches nothing.
    """
    stems = _doubled(word)
    ing = tuple(f"{stem}ing" for stem in ([word[:-2] + "y"] if word.endswith("ie") else [word[:-1]] if _drops_e(word) else stems))
    if word.endswith("e"):
        past: tuple[str, ...] = (f"{word}d",)
    elif word.endswith("y") and word[-2:-1] not in _VOWELS:
        past = (f"{word[:-1]}ied",)
    else:
        past = tuple(f"{stem}ed" for stem in stems)
    irregular = table("words/irregular").get(word, {})
    return {
        "base": (word,),
        "s": tuple(irregular.get("s", (_plural(word),))),
        "ing": tuple(irregular.get("ing", ing)),
        "ed": tuple(irregular.get("ed", past)),
        "en": tuple(irregular.get("en", irregular.get("ed", past))),
        **{form: tuple(irregular.get(form, ())) for form in _AS},
    }


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{word}s"


def _drops_e(word: str) -> bool:
    return len(word) > 2 and word.endswith("e") and not word.endswith(("ee", "oe", "ye"))


def _doubled(word: str) -> list[str]:
    """The stem before -ed and -ing: doubled, plain, or both where stress decides."""
    if not re.search(r"[aeiou][bdgklmnprtz]\Z", word) or re.search(r"[aeiou]{2}.\Z", word):
        return [word]
    syllables = len(re.findall(r"[aeiouy]+", word))
    return [word + word[-1]] if syllables == 1 and not word.endswith("k") else [word, word + word[-1]]


def expand(phrase: str) -> list[tuple[str, tuple[str, ...]]]:
    """All literal phrases that a shorthand stands for, each with the forms that its `~words` take.

    `~climb towards` stands for all forms of the verb; `(the|a|) head` for the alternatives, of which one may be empty.
    """
    expanded: dict[str, tuple[str, ...]] = {}
    for choice in itertools.product(*parts(phrase)):
        spelled = " ".join("".join(text for text, _ in choice).split())
        expanded.setdefault(spelled, tuple(form for _, taken in choice for form in taken))
    return list(expanded.items())


def parts(phrase: str) -> list[list[tuple[str, tuple[str, ...]]]]:
    """The pieces of a shorthand in order, each as its alternatives with the form that a `~word` takes there."""
    return [_ways(*piece) for piece in _PART.findall(phrase)]


@cache
def _ways(inflected: str, choices: str, literal: str) -> list[tuple[str, tuple[str, ...]]]:
    if inflected:
        return [(spelling, (form,)) for form in FORMS for spelling in forms(inflected.lower())[form]]
    return [(literal, ())] if literal else [(choice, ()) for choice in choices.split("|")]


class Anchor(NamedTuple):
    """A string that stands in a phrase; `opens` and `closes` say whether it must begin and end at the edge of a word there."""

    text: str
    opens: bool
    closes: bool


def telling_piece(pieces: list[list[tuple[str, tuple[str, ...]]]]) -> int | None:
    """The index of the piece whose alternatives tell most; nothing where every piece may be empty or is a function word.

    Telling is what is long and no function word.
    """
    least = [min(_telling(spelling) for spelling, _ in piece) for piece in pieces]
    best = max(range(len(pieces)), key=lambda index: (least[index], -len(pieces[index])))
    return best if least[best] else None


@cache
def _telling(text: str) -> int:
    return sum(len(word) for word in text.split() if word.lower() not in _FUNCTION_WORDS)


def malformed(phrase: str) -> str:
    """What is wrong with a shorthand; nothing when it can be expanded."""
    if phrase.strip() and not re.search(r"[~()]", phrase):
        return ""
    if sum(part.end() - part.start() for part in _PART.finditer(phrase)) != len(phrase):
        return f"{phrase!r} is no shorthand: every '(' needs its ')', and '~' a word behind it"
    pieces = _PART.findall(phrase)
    if not any(
        inflected or literal.strip() or (choices and all(map(str.strip, choices.split("|")))) for inflected, choices, literal in pieces
    ):
        return f"{phrase!r} stands for nothing at all: write at least one word"
    return ""


def respell(phrase: str, taken: tuple[str, ...]) -> str:
    """A better wording with each of its `~words` in the form that the found phrase took (the last one stands for more)."""
    order = iter(taken)
    last = "base"

    def spell(part: re.Match[str]) -> str:
        nonlocal last
        last = next(order, last)
        spellings = forms(part[1])
        return (spellings[last] or spellings[_AS[last]])[0]

    return re.sub(r"~([\w'-]+)", spell, phrase)
