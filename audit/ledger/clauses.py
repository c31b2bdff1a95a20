"""This file finds the verb of a clause and its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, its own or that of the verb it is joined to."""
    for _ in range(4):
        own = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
        if own is not None:
            return own
        if verb.dep_ not in ("conj", "xcomp", "aux", "auxpass") or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def verb_over(token: Token) -> Token | None:
    """The verb of the clause that a token stands in, if no clause begins between."""
    for _ in range(6):
        head = token.head
        if head.i == token.i or token.dep_ in ("relcl", "advcl", "ccomp", "acl", "parataxis"):
            return None
        if head.pos_ in ("VERB", "AUX"):
            return head
        token = head
    return None
