"""This file finds single nouns without their article: Russian, Polish, Chinese, Japanese and Korean have none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from audit.checks.grammar.tokens import FINITE, Found, Tokens, conjugated, sheet, span
from audit.model import Analysis

if TYPE_CHECKING:
    from spacy.tokens import Token

_BODIES = frozenset(
    "court ministry hospital commission committee company university factory party embassy prosecutor investigation plant".split()
)
_NOT_OFFICES = frozenset("general expert chief police people mother father god man".split())
_THINGS = frozenset(
    "airport bridge law school hospital factory plant road agreement treaty station question roof building house apartment "
    "car vehicle warrant "
    "letter document statement meeting bomb missile ship tank helicopter plane lawsuit complaint decree bill resolution "
    "project laboratory "
    "stadium museum library port tunnel dam reactor satellite rocket centre center park hotel theatre theater ambassador "
    "committee commission "
    "department monument memorial metro railway terminal warehouse residence village town city region application contract decision "
    "kindergarten university base border-crossing checkpoint window wall door fence".split()
)
"""Things that are counted, so that one of them needs an article."""
_MAKING = conjugated(
    "build open create sign adopt launch establish construct issue introduce damage destroy hit buy sell submit publish repair inspect "
    "receive send answer hold conclude found enter visit leave surround".split(),
    "base",
    "s",
    "ed",
    "ing",
)
_SET_PHRASES = frozenset(
    "leave school|leave hospital|left hospital|left school|left town|leave town|left office|enter university|hold court".split("|")
)
_SIZES = frozenset("new big large modern special joint huge second".split())
_RANKS = frozenset(
    "prime chief cabinet foreign finance interior deputy defense defence justice health energy education press acting former first vice "
    "district supreme regional city local executive general state labor labour transport trade economy environment agriculture".split()
)
_BEHIND = frozenset({"IN", ",", ".", "TO", "WDT", "VBN"})


@cache
def _offices() -> frozenset[str]:
    return (sheet("titles") | _BODIES | {"suspect", "victim", "driver", "head"}) - _NOT_OFFICES


@cache
def _told() -> frozenset[str]:
    return conjugated(
        sheet("reporting-verbs") | {"sentence", "rule", "order", "refuse", "sign", "arrive", "visit", "meet", "decide"}, "s", "ed"
    )


def bare_noun(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`Governor said`, `Court in Lodan sentenced`, `build new airport`, `damaged roof of hospital`."""
    for tokens in sentences:
        if len(tokens) > 5 and (last := _office(tokens)) is not None:
            yield Found(span(tokens[0], tokens[last]), values={"noun": tokens[last].text})
        for at, token in enumerate(tokens[1:-1], 1):
            if token.lower_ in _THINGS and token.tag_ == "NN" and tokens[at + 1].tag_ in _BEHIND:
                first = at - 1 if tokens[at - 1].lower_ in _SIZES else at
                if first > 0 and _makes(tokens[first - 1], tokens[at]) and not analysis.quoted(span(token, token)):
                    yield Found(span(tokens[first], token), values={"noun": token.text})


def _makes(verb: Token, noun: Token) -> bool:
    return (
        verb.lower_ in _MAKING
        and verb.tag_[:2] == "VB"
        and (verb.tag_ != "VBN" or noun.dep_ == "dobj" or verb.nbor(-1).tag_ in {"NN", "NNS", "NNP"})
        and f"{verb.lower_} {noun.lower_}" not in _SET_PHRASES
    )


def _office(tokens: Tokens) -> int | None:
    """Index of an office or body that opens the sentence without article or name, before `in TOWN` or its verb."""
    for index, token in enumerate(tokens[:4]):
        if not (token.is_title or token.is_lower) or token.tag_ not in {"NN", "NNP", "JJ"}:
            return None
        if index and tokens[index - 1].lower_ not in _RANKS:
            return None
        rest = tokens[index + 1]
        if token.lower_ in _offices() and rest.tag_ != "NNP":
            if rest.lower_ in {"in", "of"} and tokens[index + 2].tag_ == "NNP":
                rest = tokens[index + 3]
            return index if rest.tag_ in FINITE and rest.lower_ in _told() else None
    return None


FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {"bare-noun": bare_noun}
