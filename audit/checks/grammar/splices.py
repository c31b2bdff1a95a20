"""This file finds a second sentence that hangs on the first by a comma: `A bus hit a lorry, eleven passengers were injured.`."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from audit.checks.grammar.tokens import OPENERS, QUOTES, Found, Tokens, conjugated, sheet, span
from audit.model import Analysis

if TYPE_CHECKING:
    from spacy.tokens import Token

_PREPOSITIONS = frozenset("after before since until till as than".split())
_CROWD = frozenset("dozens hundreds thousands scores tens millions".split())
_BE = frozenset("was were is are".split())
_PHRASE = frozenset({"NN", "NNS", "JJ", "CD", "IN", "NNP", "DT", "JJR", "HYPH", "VBN", "POS", "PRP$"})
_OF_SPEECH = conjugated(
    "quote tell inform cite report say ask call know believe expect think describe name understand warn advise".split(), "en"
)
"""Participles of a clause that stands beside another by right: `the mayor was quoted as saying`."""
_RIGHTLY = frozenset("all both many most some each none half one".split())
"""`Five were held, two of them ...`: with a participle or a verb, these take up what was named."""


@cache
def _told() -> frozenset[str]:
    return conjugated(sheet("reporting-verbs") | {"think", "believe", "know", "hope", "fear"}, "s", "ed")


def comma_splice(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """A main clause in the past, a comma, and a subject of its own with a passive."""
    for tokens in sentences:
        commas = [index for index, token in enumerate(tokens) if token.text == ","]
        for comma in commas[:2]:
            verb = _passive(tokens, comma + 1)
            if verb and _main_clause(tokens[:comma]) and not any(token.lower_ in {"and", "or", "but"} for token in tokens[comma:verb]):
                if any(token.text == "," and tokens[at + 1].lower_ in {"and", "or"} for at, token in enumerate(tokens[verb:-1], verb)):
                    continue
                yield Found(span(tokens[comma], tokens[verb]))
                break


def _passive(tokens: Tokens, start: int) -> int | None:
    """Index of `injured` in `eleven passengers were injured`, when that phrase begins at `start`."""
    if start >= len(tokens) - 2 or not _opens_subject(tokens[start]) or tokens[start + 1].lower_ == "of":
        return _passive_crowd(tokens, start)
    return _passive_verb(tokens, start)


def _passive_crowd(tokens: Tokens, start: int) -> int | None:
    """`dozens of houses were damaged`; not `two of them were`."""
    crowd = start < len(tokens) - 4 and tokens[start].lower_ in _CROWD and tokens[start + 1].lower_ == "of"
    return _passive_verb(tokens, start) if crowd and tokens[start + 2].tag_ in {"NNS", "JJ", "DT", "NN"} else None


def _opens_subject(token: Token) -> bool:
    return token.tag_ in {"CD", "DT", "JJ", "PRP$", "JJR"} and token.lower_ not in _RIGHTLY | {"that", "this", "those", "these"}


def _passive_verb(tokens: Tokens, start: int) -> int | None:
    for index in range(start + 1, min(start + 9, len(tokens) - 2)):
        if tokens[index].lower_ in _BE and tokens[index - 1].tag_ in {"NN", "NNS", "CD", "NNP"}:
            verb = index + 2 if tokens[index + 1].lower_ == "being" else index + 1
            done = tokens[verb].tag_ == "VBN" and (tokens[index].lower_ in {"was", "were"} or verb == index + 2)
            return verb if done and tokens[verb].lower_ not in _OF_SPEECH else None
        if tokens[index].tag_ not in _PHRASE and tokens[index].lower_ != "and":
            return None
    return None


def _main_clause(tokens: Tokens) -> bool:
    """A subject, its verb in the simple past, and no other clause, quotation or reporting verb."""
    if len(tokens) < 4 or tokens[0].tag_ not in {"DT", "NNP", "NNS", "CD", "NN", "JJ", "PRP$"}:
        return False
    if any(_another_clause(token) or token.text in QUOTES | {",", ":", ";", "(", "–", "—"} for token in tokens):
        return False
    return any(
        token.dep_ not in {"relcl", "acl"} and (token.tag_ == "VBD" or (token.tag_ == "VBN" and previous.tag_ in {"NN", "NNS", "NNP"}))
        for previous, token in itertools.pairwise(tokens)
    )


def _another_clause(token: Token) -> bool:
    return token.lower_ in _told() or (token.lower_ in OPENERS and not (token.lower_ in _PREPOSITIONS and token.dep_ == "prep"))


FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {"comma-splice": comma_splice}
