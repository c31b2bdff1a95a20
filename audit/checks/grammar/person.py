"""This file finds a first person that the engine made up for a subject which the source leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from audit.checks.grammar.tokens import QUOTES, Found, Tokens, span
from audit.model import Analysis

_FIRST = frozenset("i me my mine myself we us our ours".split())
_JOINTS = frozenset({"after", "before", "while", "upon"})
ENOUGH = 5
"""Sentences that a text needs before one lonely `I` among them says anything."""


def made_up_first_person(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`After greeting the crowd, I read a statement.`: the only first person of a report (Korean, Japanese and Chinese drop subjects)."""
    lonely = [
        (tokens, index)
        for tokens in sentences
        for index, token in enumerate(tokens)
        if token.lower_ in _FIRST and token.text != "US" and not analysis.quoted(span(token, token))
    ]
    if len(sentences) >= ENOUGH and len(lonely) == 1:
        tokens, index = lonely[0]
        if tokens[index].text == "I" and _after_participle(tokens[:index]):
            yield Found(span(tokens[index], tokens[index]))


def _after_participle(tokens: Tokens) -> bool:
    """Does `After greeting the crowd,` stand before it?"""
    return len(tokens) > 3 and tokens[0].lower_ in _JOINTS and tokens[1].tag_ == "VBG" and tokens[-1].text == ","


_SELF = frozenset({"i", "my", "we"})
_BEHIND = frozenset("that and which but after because".split())
_OPINION = frozenset(
    "think believe hope guess suppose wonder mean asked interviewed met spoke remember recommend suggest wish love".split()
)
_RARE = 6
"""Sentences to one first person: where there are more of them, the author or a speaker says `I`."""


def report_first_person(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`The mayor apologised. I promised to pay.`: in a report about others, a lonely `I` that took the place of `he` or `she`."""
    lonely = [
        (tokens, index)
        for tokens in sentences
        for index, token in enumerate(tokens)
        if token.lower_ in _FIRST and token.text != "US" and not analysis.quoted(span(token, token))
    ]
    if not lonely or len(lonely) > max(1, len(sentences) // _RARE):
        return
    for tokens, index in lonely:
        if _stands_for_another(tokens, index, first=tokens is sentences[0]):
            yield Found(span(tokens[index], tokens[index]))


def _stands_for_another(tokens: Tokens, index: int, first: bool) -> bool:
    """Does `I` (`my`, `We`) open a sentence that follows others, or a clause behind the subject of its sentence?"""
    word, rest = tokens[index], [token.lower_ for token in tokens[index + 1 : index + 3]]
    if word.lower_ not in _SELF or not rest or _OPINION & set(rest) or any(token.text in QUOTES | {"?", "!", ":"} for token in tokens):
        return False
    if word.lower_ == "we" and not (index == 0 and any(token.tag_ == "VBD" for token in tokens[1:3])):
        return False
    if index == 0:
        return not first
    behind = tokens[index - 1].lower_ in _BEHIND or tokens[index - 1].text == ","
    return behind and any(token.tag_ in {"VBD", "VBZ"} for token in tokens[:index])


FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {
    "made-up-first-person": made_up_first_person,
    "report-first-person": report_first_person,
}
