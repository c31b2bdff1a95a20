"""This file finds two sentences that say the same, but for one number, name, country or day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

from audit.checks.consistency.found import Found
from audit.knowledge import words
from audit.model import Analysis, Sentence, Span
from audit.numerals import value

_WORDS = 5
"""So many words of sense must two sentences share, beside their names and numbers; one fewer with two names or numbers in common."""
_ALIKE = 0.8
_COMMON = 6
"""A word that stands in more sentences than this says little of what they are about."""
_APART = 2
_CHANGES = regex.compile(
    r"\b(?:rose|risen|rise|fell|fallen|climbed|later|now|updated|earlier|previous|previously|another|again|also|too|more|additional|compared|second|third"
    r"|last|next"
    r"|other|others|former|each|respectively|year|years|every|different|both|instead|while|however|not|since|then|initially|first|revised|corrected)\b",
    regex.IGNORECASE,
)
_SMALL = frozenset(
    "the a an of in on at to for from by with and or but as that this these those it its he she they"
    " his her their was were is are be been has"
    " have had will would said says say according who which there after before when while into over out up about".split()
)


class _Frame(NamedTuple):
    """A sentence as the set of its words of sense, and what stands in its slots: kind, word, place."""

    order: int
    sentence: Sentence
    words: frozenset[str]
    slots: tuple[tuple[str, str, Span], ...]


def twin_sentences(analysis: Analysis) -> Iterator[Found]:
    """The later of two sentences that differ in one slot."""
    frames = [frame for index, sentence in enumerate(analysis.sentences) if (frame := _frame(analysis, index, sentence)) is not None]
    holding: dict[str, list[_Frame]] = defaultdict(list)
    told: set[int] = set()
    for frame in frames:
        shared = Counter(earlier.order for word in frame.words for earlier in holding[word] if len(holding[word]) <= _COMMON)
        by_index = {earlier.order: earlier for word in frame.words for earlier in holding[word]}
        for index, count in shared.most_common(3):
            if count >= _WORDS - 2 and frame.order not in told and (found := _odd_slot(analysis, by_index[index], frame)) is not None:
                told.add(frame.order)
                yield found
        for word in frame.words:
            holding[word].append(frame)


def _frame(analysis: Analysis, index: int, sentence: Sentence) -> _Frame | None:
    if sentence.last - sentence.first < _WORDS + 2 or analysis.quoted(sentence.span):
        return None
    kept, slots = set(), []
    for token in analysis.tokens[sentence.first : sentence.last]:
        word = token.text
        kind = _kind(word, first=token.i == sentence.first)
        if kind:
            number = value(word)
            slots.append((kind, str(number) if kind == "number" and number is not None else word, Span(token.idx, token.idx + len(word))))
        elif word[0].isalpha() and word.lower() not in _SMALL:
            kept.add(token.lemma_.lower())
    return _Frame(index, sentence, frozenset(kept), tuple(slots)) if len(kept) >= _WORDS - 1 and slots else None


def _kind(word: str, *, first: bool) -> str:
    if word[0].isdigit() or (value(word) is not None and word.lower() not in ("a", "an", "one", "second")):
        return "number" if value(word) is not None else ""
    if not word[0].isupper():
        return ""
    if word in _days():
        return "day"
    if word in _countries():
        return "country"
    return "" if first or len(word) < 3 else "name"


def _odd_slot(analysis: Analysis, earlier: _Frame, later: _Frame) -> Found | None:
    """The one slot that differs, where all the rest is alike and nothing says that things changed."""
    one, other = (Counter((kind, word) for kind, word, _ in frame.slots) for frame in (earlier, later))
    missing, new = list((one - other).elements()), list((other - one).elements())
    if len(missing) != 1 or len(new) != 1 or missing[0][0] != new[0][0] or _one_land(missing[0], new[0]):
        return None
    kind = new[0][0]
    common = sum((one & other).values())
    if len(earlier.words & later.words) < max(_WORDS - (common > 1), _ALIKE * len(earlier.words | later.words)):
        return None
    if not _telling(analysis, earlier, later, kind, common, missing[0][1], new[0][1]):
        return None
    place = next(span for slot, word, span in later.slots if (slot, word) == new[0])
    there = next(span for slot, word, span in earlier.slots if (slot, word) == missing[0])
    values = {"word": place.of(analysis.text), "other": there.of(analysis.text)}
    return Found(place, there, values, "the same sentence has this")


def _one_land(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Africa and African, Poland and Polish."""
    return one[0] == "country" and one[1][:3] == other[1][:3]


def _telling(analysis: Analysis, earlier: _Frame, later: _Frame, kind: str, common: int, before: str, now: str) -> bool:
    """Is it one statement told twice, and not the next row of a list, or news of a change?"""
    apart = later.order - earlier.order >= _APART or earlier.sentence.heading
    if any(_CHANGES.search(analysis.text, frame.sentence.span.start, frame.sentence.span.end) for frame in (earlier, later)):
        return False
    if kind == "number":
        years = all(regex.fullmatch(r"(?:1[89]|20)\d\d\.0", number) for number in (before, now))
        return apart if years or not common else True
    if kind == "name":
        return apart and common >= 2 and (len(later.words) > _WORDS or earlier.sentence.heading)
    return apart and (common >= 1 or len(later.words) > _WORDS)


@cache
def _days() -> frozenset[str]:
    return frozenset((*words("words/days"), *words("words/months")))


@cache
def _countries() -> frozenset[str]:
    return frozenset((*words("words/countries"), *words("words/proper-adjectives")))
