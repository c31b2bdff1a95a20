"""This file finds verbs in the mood of the source: a subjunctive left bare, a wish or a concession taken at its word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from audit.checks.grammar.tokens import FINITE, Found, Tokens, before, span, until_opener
from audit.model import Analysis

if TYPE_CHECKING:
    from spacy.tokens import Token

_BE = frozenset({"is", "'s", "’s", "was", "be"})
_SINGULAR_PRONOUNS = frozenset({"he", "she", "it", "anyone", "anybody", "someone"})
_AFTER_VERB = frozenset({"IN", "TO", "DT", "PRP$", "RP"})


def no_question_that(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`There is no question that the bloc give in`: « il n'est pas question que » forbids, the English affirms; a bare verb betrays it."""
    for tokens in sentences:
        for index, token in enumerate(tokens[3:], 3):
            if token.lower_ != "that" or before(token, 2) != ["no", "question"] or not _BE & set(before(token, 5)):
                continue
            clause = tokens[index + 1 :]
            verb = _bare_verb(clause)
            if verb:
                subject = span(clause[0], clause[verb - 1]).of(analysis.text)
                yield Found(span(_opening(tokens, index - 2), clause[verb]), values={"subject": subject, "verb": clause[verb].text})


def _opening(tokens: Tokens, no: int) -> Token:
    """`there` or `it` before `no question`; else the word before it."""
    return next((token for token in reversed(tokens[max(0, no - 3) : no]) if token.lower_ in {"there", "it"}), tokens[no - 1])


def _bare_verb(clause: Tokens) -> int | None:
    """Index of a base form that follows a singular subject directly; None where a finite verb (or a plural subject) makes sense."""
    for index, token in enumerate(clause):
        if token.tag_ in {"VBZ", "VBD", "MD"} or token.text in ",;:.":
            return None
        if index and _singular(clause[index - 1]) and (token.tag_ in {"VB", "VBP"} or _noun_for_verb(clause, index)):
            return index
    return None


def _singular(token: Token) -> bool:
    return token.tag_ in {"NN", "NNP"} or token.lower_ in _SINGULAR_PRONOUNS


def _noun_for_verb(clause: Tokens, index: int) -> bool:
    """`that Lisbon compromise on this`: a verb that the tagger took for a noun, after a name or pronoun, with no verb to follow."""
    token, rest = clause[index], clause[index + 1 :]
    if token.tag_ != "NN" or clause[index - 1].tag_ == "NN" or not rest or rest[0].tag_ not in _AFTER_VERB:
        return False
    return not any(other.tag_ in FINITE for other in until_opener(rest))


FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {"no-question-that": no_question_that}
