"""This file finds a first person that the engine made up for a subject which the source leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from audit.checks.grammar.tokens import Found, Tokens, span
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


FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {"made-up-first-person": made_up_first_person}
