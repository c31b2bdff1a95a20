"""This file finds statements that open with their verb, or put it before a subject that comes late (Arabic, Spanish, Russian)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from audit.checks.grammar.tokens import FINITE, OPENERS, QUOTES, Found, Tokens, conjugated, sheet, span
from audit.model import Analysis

if TYPE_CHECKING:
    from spacy.tokens import Token

_MORE_ACTS = frozenset(
    "call participate attend discuss receive express accuse praise arrest affirm consider attack mention highlight visit point condemn "
    "renew witness decide welcome urge reject demand approve adopt hold sign launch threaten describe blame hail back allow order issue "
    "organise organize host enter continue carry begin start score win target raid bomb seize kidnap".split()
)


@cache
def _acts() -> frozenset[str]:
    """Verbs that open a report in Arabic and Spanish. Some forms are nouns as well (`Reports`): then another verb stands in the clause."""
    return conjugated((sheet("reporting-verbs") - {"ask", "note", "pledge", "vow"}) | _MORE_ACTS, "s", "ed")


_SUBJECT_STARTS = frozenset({"DT", "NNP", "PRP$"})
_NO_ARTICLE = frozenset({"that", "this", "these", "those", "all", "no"})
_HEARERS = frozenset(
    "tell inform assure remind warn ask urge order advise promise show notify persuade convince teach allow force help call want require "
    "request instruct direct enable encourage invite forbid permit expect appoint elect lead prompt push get take give".split()
)
"""`It told the committee that`: the committee is the hearer, not the subject."""
_PLACES = frozenset(
    "city province town region district capital country kingdom state republic market markets side forces streets sources".split()
)
_TIME_WORDS = frozenset({"on", "in", "yesterday", "last", "this", "today", "week", "month", "year", "night", "morning"})
_ARRIVALS = conjugated(["die", "appear", "participate", "arrive", "occur", "happen", "exist"], "ed")
_DAYS_AHEAD = frozenset({"on", "in", "yesterday", "last", "this", "today"})
_MEETINGS = conjugated(
    "present hold sign arrest open inaugurate approve launch find publish announce celebrate kill detain injure adopt elect appoint close "
    "register record seize build".split(),
    "en",
)


def verb_before_subject(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`Confirmed the ministry that ...`, `And pointed out the spokesman that`, `Were arrested two men`: the verb first."""
    for tokens in sentences:
        if len(tokens) < 7 or tokens[-1].text == "?" or analysis.quoted(span(tokens[0], tokens[0])):
            continue
        first = 1 if tokens[0].lower_ == "and" else 0
        end = _active(tokens, first) or _pronoun_first(tokens) or _killed(tokens) or _passive(tokens, first) or _late(tokens)
        if end:
            yield Found(span(tokens[0], tokens[end]), values={"verb": tokens[first].text})


def _active(tokens: Tokens, first: int) -> int | None:
    """Index of the last word of verb and speaker; None where a finite verb in the same clause shows that the first word is none."""
    verb = tokens[first]
    if verb.lower_ not in _acts() or (first == 0 and not verb.is_title):
        return None
    at = first + 1
    if tokens[at].lower_ in {"out", "about", "in"} and at < len(tokens) - 2:
        at = _past_complement(tokens, at)
    if tokens[at].tag_ not in _SUBJECT_STARTS or tokens[at].lower_ in _NO_ARTICLE:
        return None
    opener = next(
        (index for index in range(at, len(tokens)) if tokens[index].lower_ in OPENERS or tokens[index].text in ",;:"), len(tokens)
    )
    if any(token.tag_ in FINITE or token.text in QUOTES for token in tokens[at:opener]):
        return None
    if opener < len(tokens) and tokens[opener].text in ",;:" and any(token.tag_ in FINITE for token in tokens[opener:]):
        return None
    if not _speaker(tokens[at : at + 5]) or (verb.lower_.endswith("s") and tokens[at].tag_ == "NNP"):
        return None
    return at + next(index for index, token in enumerate(tokens[at : at + 5]) if token.tag_ in {"NN", "NNS", "NNP", "NNPS"})


def _pronoun_first(tokens: Tokens) -> int | None:
    """`It revealed the committee that`, `It decided the council to`: a pronoun fills the place of the subject that follows."""
    if tokens[0].text != "It" or tokens[1].lower_ not in _decided() or tokens[2].lower_ not in {"the", "a", "an"}:
        return None
    end = next((at for at, token in enumerate(tokens[3:12], 3) if token.lower_ in {"that", "to"} or token.text in ",;."), 0)
    if not end or tokens[end].lower_ not in {"that", "to"} or any(token.tag_ in FINITE for token in tokens[3:end]):
        return None
    goes_on = (
        tokens[end + 1].tag_ == "VB"
        if tokens[end].lower_ == "to"
        else tokens[end + 1].tag_ in {"DT", "NNP", "CD", "JJR", "NNS", "PRP", "EX", "JJ", "IN"}
    )
    body = any(token.lower_ in sheet("titles") | sheet("speaking-bodies") for token in tokens[3:end])
    return end if body and goes_on else None


@cache
def _decided() -> frozenset[str]:
    return conjugated((sheet("reporting-verbs") | {"decide", "agree", "refuse", "plan"}) - _HEARERS, "s", "ed")


_HARMED = frozenset({"killed", "injured", "wounded", "died", "arrested"})


def _killed(tokens: Tokens) -> int | None:
    """`Killed at least nine people and injured dozens in a collision`: the verb of Arabic headlines at the head of a whole sentence."""
    if tokens[0].lower_ not in _HARMED or tokens[-1].text != ".":
        return None
    at = next(
        (index for index, token in enumerate(tokens[1:7], 1) if token.lower_ in {"people", "others", "soldiers", "civilians", "persons"}), 0
    )
    counted = any(token.tag_ == "CD" or token.lower_ in {"several", "dozens", "hundreds", "many"} for token in tokens[1:at])
    passive = any(token.lower_ in {"was", "were", "had", "is", "are"} for token in tokens)
    return at if at and counted and not passive else None


def _past_complement(tokens: Tokens, at: int) -> int:
    """Past `out`, `about this on Facebook`, `in the meeting`: to the first word of the subject, or to where it stands if there is none."""
    if tokens[at].lower_ == "out":
        return at + 1
    for index in range(at + 2, min(at + 8, len(tokens) - 2)):
        if tokens[index].lower_ in {"the", "a"} and tokens[index - 1].tag_ in {"NN", "NNP", "NNS", "DT"}:
            return index
    return at


def _speaker(phrase: Tokens) -> bool:
    words = {token.lower_ for token in phrase}
    return (
        bool(
            words
            & (sheet("titles") | sheet("people") | sheet("speaking-bodies") | _PLACES | {"source", "delegation", "mayors", "ministers"})
        )
        or phrase[0].tag_ == "NNP"
    )


def _passive(tokens: Tokens, first: int) -> int | None:
    """`Were arrested two men`, `On Monday were presented the results`."""
    at = first
    if tokens[first].lower_ in _DAYS_AHEAD:
        at = next((index for index in range(first + 1, min(first + 6, len(tokens))) if tokens[index].lower_ in {"was", "were"}), first)
        if at == first or not _time(tokens[first:at]):
            return None
    if tokens[at].lower_ not in {"was", "were"} or tokens[at + 1].lower_ not in _MEETINGS or tokens[at + 2].tag_ not in {"DT", "CD"}:
        return None
    return at + 3


def _time(words: Tokens) -> bool:
    """Nothing but a time: a place may stand before an inverted verb in English too (`In the car were found two guns`)."""
    dates = sheet("days") | sheet("months")
    return all(word.lower_ in _TIME_WORDS or word.text in dates or word.text.isdecimal() or word.text == "," for word in words)


def _late(tokens: Tokens) -> int | None:
    """`In the accident died three people`: place or time, verb, subject."""
    if tokens[0].lower_ not in {"in", "at", "during", "on"} or tokens[1].lower_ not in {"the", "this"}:
        return None
    for index in range(3, min(8, len(tokens) - 2)):
        token: Token = tokens[index]
        if token.lower_ in _ARRIVALS and tokens[index - 1].tag_ in {"NN", "NNP"}:
            many = tokens[index + 1].tag_ == "CD" or tokens[index + 1].lower_ in {"a", "several", "many", "about", "some"}
            plain = all(word.tag_ in {"DT", "JJ", "NN", "NNP", "IN"} and word.lower_ not in OPENERS for word in tokens[1:index])
            return index + 1 if many and plain and not any(word.tag_ in FINITE for word in tokens[index + 1 :]) else None
    return None


FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {"verb-before-subject": verb_before_subject}
