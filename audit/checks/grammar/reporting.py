"""This file finds reporting verbs whose speaker comes late, behind the hearer, the medium or the time (French, Italian, Slavic, Nordic)."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from audit.checks.grammar.tokens import FINITE, OPENERS, QUOTES, Found, Tokens, conjugated, sheet, span
from audit.model import Analysis
from audit.speech import clause_before

if TYPE_CHECKING:
    from spacy.tokens import Token

_MORE = frozenset(
    "analyse analyze estimate welcome hammer judge believe think assess decree observe note propose announce underscore concede sigh fume "
    "boast enthuse rail enjoin hope worry wonder write show point hammer".split()
)
_PREPOSITIONS = frozenset("to for in on at during from via after before by about with of".split())
_PARTICLES = frozenset({"out", "home", "down", "up"})
_NEAR = frozenset(
    "on this last next yesterday today tonight morning afternoon evening night week month then again also , meanwhile now".split()
)
_IN_PHRASE = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "CD", "IN", "PRP", "HYPH", "VBG", "FW", "TO"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_ARTICLES = frozenset({"the", "its", "his", "her", "their", "a", "an", "one"})
_LONG = 10
_THAT = frozenset({"that", "how", "why", ":"})


@cache
def verbs() -> frozenset[str]:
    """Verbs of saying in the forms that stand beside a statement."""
    return conjugated(sheet("reporting-verbs") | _MORE, "s", "ed") - {"reports", "notes", "shows", "claims", "demands", "comments", "hopes"}


@cache
def speakers() -> frozenset[str]:
    """Nouns for those who can speak: offices, people, bodies; singular and plural."""
    bodies = sheet("speaking-bodies") | {"club", "airline", "prefecture", "edition", "portal", "site", "trade union", "brigade", "mission"}
    nouns = sheet("titles") | sheet("people") | bodies
    return nouns | {f"{noun}s" for noun in nouns}


def speaker(tokens: Tokens, at: int) -> int | None:
    """Index of the head noun of a speaker that begins at `at`: `the mayor`, `its new coach`, `coach Tomas Velk`; None if none does."""
    first = tokens[at]
    if first.lower_ not in _ARTICLES:
        return at + 1 if first.lower_ in sheet("titles") and at + 1 < len(tokens) and tokens[at + 1].tag_ == "NNP" else None
    for index in range(at + 1, min(at + 7, len(tokens))):
        if tokens[index].lower_ in speakers() and (index + 1 == len(tokens) or tokens[index + 1].tag_ not in {"NN", "NNS", "POS"}):
            return index
        if tokens[index].tag_ not in {"JJ", "NN", "NNP", "HYPH", "POS", "CD", "VBN", "VBG", "RB"}:
            return None
    return None


def late_speaker(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`Explains to the paper the coach that`, `” analyses for Le Monde the economist`, `..., writes in a letter the union`."""
    for tokens in sentences:
        for index, token in enumerate(tokens[:-4]):
            if token.lower_ not in verbs() or analysis.quoted(span(token, token)):
                continue
            place = _place(analysis, tokens, index)
            head = _behind(tokens, index, place) if place else None
            if head is not None and _closed(tokens, head, place):
                yield Found(span(token, tokens[head]), values={"verb": token.text, "who": tokens[head].text})
                break


def _place(analysis: Analysis, tokens: Tokens, index: int) -> str:
    """Where the verb stands: at the `start`, behind a `quote`, behind a whole `clause`; or nowhere that matters."""
    token = tokens[index]
    if index == 0 or (index == 1 and tokens[0].lower_ == "and"):
        return "start" if tokens[0].is_title else ""
    before = tokens[index - 1]
    if before.text in QUOTES or (before.text in ",-–—" and index > 1 and tokens[index - 2].text in QUOTES):
        return "quote"
    return "clause" if before.text in ",–—" and token.tag_ in FINITE | {"NNS"} and clause_before(analysis, token.idx) else ""


def _behind(tokens: Tokens, index: int, place: str) -> int | None:
    """Index of the head of a speaker that stands behind times and prepositional phrases that follow the verb at once."""
    at = index + 1
    if tokens[at].lower_ in _PARTICLES:
        at += 1
    first = at
    while at < len(tokens) - 1 and _time(tokens[at]):
        at += 1
    if at > first and (head := speaker(tokens, at)) is not None and place != "start":
        return head
    if tokens[at].lower_ not in _PREPOSITIONS:
        return None
    for start in range(at + 2, min(at + 2 + _LONG, len(tokens) - 1)):
        if tokens[start - 1].tag_ in _NOUNS | {"DT", "PRP", "CD"} or tokens[start - 1].text == ",":
            head = speaker(tokens, start) if tokens[start - 1].lower_ not in _ARTICLES else None
            if head is not None:
                return head
        if tokens[start].tag_ not in _IN_PHRASE:
            return None
    return None


def _time(token: Token) -> bool:
    return token.lower_ in _NEAR or token.text in sheet("days") or token.text in sheet("months") or token.text.isdecimal()


def _closed(tokens: Tokens, head: int, place: str) -> bool:
    """Does no finite verb follow that would make the late noun a subject of its own (`said on Monday the mayor would`)?"""
    for token, follows in itertools.pairwise(tokens[head + 1 :]):
        if token.lower_ in OPENERS or token.text in ":,;.":
            return place != "start" or token.lower_ in _THAT or token.text in _THAT
        if token.tag_ in FINITE or token.text in QUOTES or (token.tag_ == "VBN" and token.lower_.endswith("ed") and follows.tag_ != "IN"):
            return False
    return place != "start"


FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {"late-speaker": late_speaker}
