"""This file finds adjectives that stand behind their noun, as they do in the Romance languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from audit.checks.grammar.tokens import Found, Tokens, conjugated, sheet, span
from audit.model import Analysis

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEGREES = frozenset("more less most least very so too highly extremely particularly relatively increasingly equally rather".split())
_CLOSERS = frozenset('. , ; : ! ? ) " ” » and or but of in on at to for by with from against between that which who when because'.split())
"""What closes a noun phrase. Behind it an adjective cannot belong to a noun that follows."""
_FINITE_CLOSERS = frozenset("is are was were has have had will would can could must should".split())
_COMPLETED = frozenset("than to for that as with enough about in".split())
"""`a step too far for him`, `a country more divided than ours`: an adjective with a complement stands behind the noun in English too."""
_OBJECT_VERBS = (
    "make keep find consider leave render deem call declare get want prove turn drive believe think see feel paint teach learn speak"
    " read become remain grow seem look stay name label go wear"
).split()
_LOOSE_NOUNS = frozenset(
    "something anything nothing everything someone anyone things thing ones one times time bit lot deal way ways percent cent % years days"
    " half language word term native all halves thirds quarters fifths sixths eighths".split()
)
_ALSO_NOUNS = frozenset({"musical", "medical", "social", "technical", "republican"})
"""`the stage musical`: these stand behind their noun only where it is a plural (`services medical`)."""


@cache
def _object_verbs() -> frozenset[str]:
    return conjugated(_OBJECT_VERBS, "base", "s", "ing", "ed", "en")


@cache
def _peoples() -> dict[str, str]:
    """Adjectives of nations, and the plural that the engine gives them (groups Egyptians)."""
    adjectives = sheet("proper-adjectives")
    return {adjective: adjective for adjective in adjectives} | {f"{adjective}s": adjective for adjective in adjectives}


def _adjective_behind(analysis: Analysis, running_text: Sequence[Tokens]) -> Iterator[Found]:
    """`groups Egyptians`, `a crisis monetary`, `a solution very costly`; `made the party strong` and `nothing political` are English."""
    for tokens in running_text:
        for index in range(1, len(tokens) - 1):
            noun = tokens[index - 1]
            if noun.tag_ not in ("NN", "NNS") or not noun.text.islower():
                continue
            group = _group(tokens, index)
            if group and not _innocent(tokens, index - 1):
                yield Found(span(noun, group[-1]), (_swapped(noun, group),), {"noun": noun.text})


def _group(tokens: Tokens, index: int) -> Tokens:
    """The adjective (with its degree) at `index`, if there is one and it cannot belong to what follows; else nothing."""
    first, behind = tokens[index], tokens[index + 1]
    if first.text in _peoples():
        plural = first.text not in sheet("proper-adjectives")
        fits = tokens[index - 1].tag_ == "NNS" if plural else True
        return tokens[index : index + 1] if fits and _closes(behind, finite=not plural) else ()
    if first.text in sheet("relational-adjectives"):
        noun = first.lower_ in _ALSO_NOUNS and tokens[index - 1].tag_ != "NNS"
        fits = not noun and _closes(behind, finite=True) and first.tag_ in ("JJ", "NN") and first.dep_ != "acomp"
        return tokens[index : index + 1] if fits else ()
    if first.lower_ in _DEGREES and behind.tag_ == "JJ" and behind.dep_ not in ("acomp", "advcl", "ccomp") and index + 2 < len(tokens):
        closed = _closes(tokens[index + 2], finite=True) and tokens[index + 2].lower_ not in _COMPLETED
        if behind.lower_ in ("many", "few"):  # `one drink too many`
            return ()
        return tokens[index : index + 2] if closed else ()
    return ()


def _closes(token: Token, *, finite: bool) -> bool:
    return token.lower_ in _CLOSERS or (finite and token.lower_ in _FINITE_CLOSERS)


def _innocent(tokens: Tokens, index: int) -> bool:
    """Is the adjective said of the noun (`found the plan very useful`), or can nothing stand before such a noun (`nothing new`)?"""
    if tokens[index].lower_ in _LOOSE_NOUNS:
        return True
    return any(token.lower_ in _object_verbs() for token in tokens[max(0, index - 8) : index])


def _swapped(noun: Token, group: Tokens) -> str:
    adjective = " ".join(_peoples().get(token.text, token.text) for token in group)
    return f"{adjective} {noun.text}"


FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {"adjective-behind": _adjective_behind}
