"""This file finds a noun and its own verb side by side: in the source they are two words, in English one (`the flood that flooded`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from audit.checks.grammar.tokens import Found, Tokens, span
from audit.model import Analysis

_HAPPENINGS = frozenset(
    "investigation study survey poll flood flooding explosion fire demonstration protest march strike attack decision "
    "announcement statement "
    "report discussion meeting visit agreement operation debate inquiry speech conversation declaration explanation "
    "evaluation assessment "
    "inspection negotiation consultation celebration festival collision crash accident proposal recommendation application publication "
    "construction production exhibition competition invitation request demand complaint accusation resolution examination "
    "investigations studies surveys polls floods explosions fires demonstrations protests strikes attacks decisions "
    "announcements statements".split()
)
_REFERS = frozenset({"that", "which"})
_STEM = 5
"""Letters that noun and verb must share; a shorter word shares all but its last."""
_RIGHT = frozenset("reported reports report struck surveyed studied studies polled protested demanded requested attacked marched".split())
"""Verbs that stand rightly right behind a noun of their stem: `the report reported a loss` is poor, but English."""
_INQUIRIES = frozenset({"investigation", "inquiry", "probe", "enquiry"})


def same_stem(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`the flood that flooded`, `demonstrated in a demonstration`, `the statement made in the statement`."""
    for tokens in sentences:
        for at, noun in enumerate(tokens):
            if noun.lower_ in _HAPPENINGS:
                place = _verb_behind(tokens, at) or _verb_before(tokens, at) or _again(tokens, at)
                if place:
                    yield Found(span(tokens[place[0]], tokens[place[1]]))


def _echoes(noun: str, verb: str) -> bool:
    """Do the two share their stem, though they are not the same word?"""
    size = min(_STEM, len(noun) - 1)
    return len(verb) >= size and noun[:size] == verb[:size] and (verb.endswith(("ed", "s", "e", "ing")) or verb == noun)


def _verb_behind(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """`flood that flooded`, `fire caught fire`, `investigation (was opened) to investigate`."""
    noun, rest = tokens[at].lower_, [token.lower_ for token in tokens[at + 1 : at + 6]]
    if len(rest) < 3:
        return None
    if rest[0] in _REFERS and _echoes(noun, rest[1]) and tokens[at + 2].tag_ in {"VBD", "VBZ", "VBP"}:
        return at, at + 2
    if tokens[at + 1].tag_ == "VBD" and _echoes(noun, rest[0]) and rest[0] not in _RIGHT | {noun}:
        return at, at + 1
    if noun == "fire" and rest[:2] == ["caught", "fire"]:
        return at, at + 2
    to = next((index for index, word in enumerate(rest) if word == "to"), 9)
    opened = all(word in {"was", "has", "been", "is", "opened", "launched", "started", "ordered", "under", "way"} for word in rest[:to])
    if noun in _INQUIRIES and to < 5 and opened and at + to + 2 < len(tokens) and tokens[at + to + 2].lower_ == "investigate":
        return (at + to + 1, at + to + 2)
    return None


def _verb_before(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """`demonstrated in a demonstration`, `discussed in the discussion`: an active past and the noun of the same stem."""
    before = [token.lower_ for token in tokens[max(0, at - 3) : at]]
    if len(before) < 3 or before[-1] not in {"a", "an", "the"} or before[-2] not in {"in", "with", "during"}:
        return None
    verb = tokens[at - 3]
    return (at - 3, at) if verb.tag_ in {"VBD", "VBN"} and _echoes(tokens[at].lower_, verb.lower_) and verb.lower_ != "attacked" else None


def _again(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """`the statement made in the statement`, `In this meeting, the participants of the meeting`."""
    noun, rest = tokens[at].lower_, [token.lower_ for token in tokens[at + 1 : at + 7]]
    for index, word in enumerate(rest):
        if word != noun or index < 2 or rest[index - 1] not in {"the", "this", "a"}:
            continue
        made = index == 3 and rest[0] in {"made", "given", "issued", "published", "said", "held"} and rest[1] in {"in", "at", "during"}
        opens = at <= 2 and tokens[0].lower_ in {"in", "at", "during"} and rest[0] == "," and rest[index - 2] in {"of", "in", "at"}
        if made or opens:
            return at, at + 1 + index
    return None


FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {"same-stem": same_stem}
