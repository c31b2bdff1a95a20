"""This file says whether anybody else could be meant by a pronoun: only where nobody can, its gender proves a fault."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from audit.ledger.bindings import Bound
from audit.ledger.cast import Being, Cast
from audit.ledger.vocabulary import nouns

WINDOW = 2
"""Sentences back in which another person may be meant."""


def sure(cast: Cast, bound: Bound, wrong: Collection[int]) -> bool:
    """Can the pronoun mean nobody but the person it is bound to? `wrong`: the tokens of pronouns already found to be wrong."""
    pronoun = bound.pronoun
    if bound.binding == "reflexive":
        return not any(fits(being, pronoun) for being in cast.between(bound.being.last, pronoun.first))
    if bound.being.kind == "noun" and _loose(cast, bound):
        return False
    if bound.binding == "counterpart":
        before = cast.between(cast.sentence_start(pronoun.sentence - 1), pronoun.first)
        return not any(fits(being, pronoun) and being.kind != "noun" for being in before)
    if any(True for _ in _others(cast, bound)):
        return False
    first = cast.sentence_start(max(0, pronoun.sentence - WINDOW))
    last = cast.sentence_start(pronoun.sentence + 2) if pronoun.sentence + 2 < cast.count else len(cast.tokens)
    near = (being for being in cast.between(first, last) if being.kind == "pronoun" and being.first != pronoun.first)
    alike = [being for being in near if being.gender == pronoun.gender]
    if any(
        0 <= pronoun.sentence - being.sentence <= WINDOW and being.first < pronoun.first and being.first not in wrong for being in alike
    ):
        return False
    later = any(being.first > pronoun.first and being.sentence - pronoun.sentence <= 1 for being in alike)
    return not later or not any(fits(being, pronoun) and being.kind != "pronoun" for being in cast.between(0, pronoun.first))


def fits(being: Being, pronoun: Being) -> bool:
    """May the pronoun mean this being, as far as gender goes?"""
    return being.gender in (None, pronoun.gender)


def _others(cast: Cast, bound: Bound) -> Iterator[Being]:
    """Whoever else may be meant: of the pronoun's gender somewhat farther off, of unknown gender in the sentence itself."""
    pronoun = bound.pronoun
    subject = cast.tokens[pronoun.first].dep_ in ("nsubj", "nsubjpass")
    end = cast.sentence_start(pronoun.sentence + 1) if pronoun.sentence + 1 < cast.count else len(cast.tokens)
    for being in cast.between(cast.sentence_start(max(0, pronoun.sentence - WINDOW)), end):
        if being.kind == "pronoun" or not fits(being, pronoun) or being.person == bound.being.person is not None:
            continue
        behind = being.first > pronoun.first
        if behind and (subject or being.kind == "noun" or not (bound.binding == "next" or being.gender is not None)):
            continue  # `He said Scholz would`: not Scholz
        farther = min(pronoun.sentence, bound.being.sentence) - being.sentence
        if being.gender is None and farther > (0 if _close(cast, bound) else 1):
            continue
        yield being


_WITHIN = frozenset(
    "career life youth childhood retirement resignation lifetime adolescence upbringing deathbed mind debut memoir memoirs autobiography "
    "studies birthday homeland birthplace reelection re-election".split()
)
"""What everybody has of their own, where it stands behind a preposition: during her career, in his youth."""
_OF_ONESELF = frozenset("mind temper breath debut memoir memoirs autobiography studies doctorate career homework".split())
"""The same as an object: she began her career. (He may well have saved or mourned her life.)"""


def _loose(cast: Cast, bound: Bound) -> bool:
    """`The widow sold his house`, `A woman told police he had hit her`: such nouns bring somebody else to mind who need not be named."""
    word = cast.tokens[bound.being.last - 1].lower_
    return word in nouns("kin") or (bound.binding == "said" and word in {"woman", "man", "girl", "boy", "lady", "gentleman"})


def _close(cast: Cast, bound: Bound) -> bool:
    """Does the construction bind so closely that a name some sentences back does not matter?"""
    if bound.being.person is None:
        return False
    return bound.binding in ("joined", "fronted") or intimate(cast, bound.pronoun)


def intimate(cast: Cast, pronoun: Being) -> bool:
    """Is it something of one's own, so that the possessive means the subject?"""
    token = cast.tokens[pronoun.first]
    if token.lower_ in ("himself", "herself") or cast.tokens[min(token.i + 1, len(cast.tokens) - 1)].lower_ == "own":
        return True
    noun = token.head
    return token.dep_ == "poss" and noun.lower_ in (_WITHIN if noun.dep_ == "pobj" else _OF_ONESELF)


def either_or(cast: Cast, pronoun: Being) -> bool:
    """`he or she`, `him/her`."""
    near = {token.lower_ for token in cast.tokens[max(0, pronoun.first - 2) : pronoun.first + 3]}
    return bool(near & {"or", "/", "he/she", "and/or"}) and len(near & {"he", "she", "him", "her", "his", "hers", "himself", "herself"}) > 1
