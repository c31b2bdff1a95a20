"""This file finds where names stand in a text, word by word, with what stands round them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

import regex

from audit.knowledge import table, words
from audit.model import Analysis, Span
from audit.speech import reporting

_WORD = regex.compile(
    r"(?<![\p{L}\p{N}@#_./’'-])(?:(?:al|el|Al|El|ibn)-)?\p{Lu}[\p{L}\p{M}]*\p{Ll}[\p{L}\p{M}]*(?:[-’'](?!s\b)\p{L}+)*(?![\p{L}\p{N}@_]|\.\p{L}|[-’']\p{L}{2,})"
)
_PARTICLES = frozenset("de von van der den la le al bin da dos du di del ter ten zu".split())
_BEFORE = regex.compile(
    r"(?<![\p{L}\p{N}'’-])(?P<word>[\p{L}’'-]+|(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Col|Lt|Capt)\.)(?P<gap>[ ]|,[ ](?=\p{Lu}))\Z"
)
_AFTER = regex.compile(r"(?:,[ ](?:aged[ ])?\d\d,|[ ](?P<next>\p{L}+)|(?P<owner>['’]s\b))")
_OPENS = regex.compile(r"(?:\A|[\n“\"]|[.!?:][”\"]?\s+)\Z")
_REACH = 28
_PLACE = frozenset("in near at outside inside across throughout around to from of".split())
_HONORIFICS = frozenset("Mr Mrs Ms Miss Dr Prof Sir Lord Lady Dame Gen Sen Rep Gov Col Lt Capt Judge Justice President Minister".split())


@dataclass(frozen=True, slots=True)
class Seen:
    """A capitalised word. `given`: the first name before it; `person`: a title or an age beside it, or it speaks; `place`: in, near ... it.

    `opens`: the word before it opens a sentence, which explains its capital; `leads`: a surname follows.
    """

    word: str
    span: Span
    given: str = ""
    before: str = ""
    person: bool = False
    place: bool = False
    opens: bool = False
    leads: bool = False


def seen(analysis: Analysis) -> dict[str, list[Seen]]:
    """Every capitalised word that can be a part of a name, in order of the text."""
    found: dict[str, list[Seen]] = defaultdict(list)
    for hit in _WORD.finditer(analysis.text):
        if not _never() & {hit[0], hit[0].split("-", maxsplit=1)[0]} and len(hit[0]) > 2:
            found[hit[0]].append(_seen(analysis.text, hit))
    return found


def _seen(text: str, hit: regex.Match[str]) -> Seen:
    start, end = hit.span()
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    word, spaced = (before["word"], before["gap"] == " ") if before else ("", False)
    while word in _PARTICLES and before:
        before = _BEFORE.search(text, max(0, before.start() - _REACH), before.start())
        word, spaced = (before["word"], before["gap"] == " ") if before else ("", False)
    initial = len(word) <= 2 and word.endswith(".") and word[0].isupper()
    if initial and before:
        earlier = _BEFORE.search(text, max(0, before.start() - _REACH), before.start())
        word, spaced = (earlier["word"], earlier["gap"] == " ") if earlier else (word, spaced)
    given = word if spaced and is_given(word) else word[0] if initial and len(word) == 2 else ""
    after = _AFTER.match(text, end)
    opens = before is not None and bool(_OPENS.search(text, max(0, before.start() - 3), before.start()))
    titled = _titled(word)
    if before and not (given or titled or opens or initial) and spaced and word[:1].isupper():
        earlier = _BEFORE.search(text, max(0, before.start() - _REACH), before.start())
        given, titled = (word, True) if earlier and _titled(earlier["word"]) and word not in _never() else (given, titled)
    leads = after is not None and (after["next"] or "")[:1].isupper() and after["next"] not in _never()
    speaks = after is not None and ((after["next"] or "") in reporting() or after[0].startswith(","))
    return Seen(hit[0], Span(start, end), given, word, titled or speaks, spaced and word in _PLACE, opens, leads)


def _titled(word: str) -> bool:
    return word.rstrip(".") in _HONORIFICS or word.lower() in _titles()


@cache
def is_given(word: str) -> bool:
    return word in _given() or word.split("-", maxsplit=1)[0] in _given()


@cache
def _given() -> frozenset[str]:
    rows = table("names/given")
    return frozenset(words("words/given-names")) | frozenset(name for row in rows.values() for name in str(row).split())


@cache
def _titles() -> frozenset[str]:
    return frozenset(words("words/titles"))


@cache
def _never() -> frozenset[str]:
    """Days, months, peoples, countries and words that begin sentences are no person's name."""
    sheets = ("words/days", "words/months", "words/proper-adjectives", "words/sentence-openers")
    return frozenset(
        {word.capitalize() for sheet in sheets for word in words(sheet)}
        | {word.capitalize() for word in words("words/titles")}
        | set(words("words/countries"))
    )
