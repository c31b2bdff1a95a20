"""This file finds `which` where a person is meant: the source has one relative pronoun for persons and things."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from audit.checks.grammar.tokens import Found, Tokens, conjugated, sheet, span
from audit.model import Analysis

_IRREGULAR = frozenset("men women children people persons policemen firemen fishermen businessmen gunmen wives".split())
_ALONE = conjugated(
    "live reside resign die deny marry drown surrender flee retire swear weep cry confess apologize apologise".split(), "base", "s", "ed"
)
_SUFFERED = conjugated(
    "arrest detain jail imprison sentence acquit hospitalize hospitalise marry bury kidnap extradite elect re-elect reelect".split(), "en"
) | {"born", "aged"}
"""What only a person does or suffers: it tells even where another noun could be meant."""
_DOES = conjugated(
    "thank consider refuse insist govern promise vow believe think want hope know feel say tell call ask speak visit meet "
    "arrive enter win "
    "lose play score study teach run head lead chair accuse criticize criticise defend support reject answer reply respond "
    "stand sit wait "
    "walk drive hold carry wear wait try work serve earn attend return leave set rule announce plan intend manage receive "
    "suffer appeal "
    "survive witness see hear watch join command fight vote coach direct train write sing".split(),
    "base",
    "s",
    "ed",
)
_DONE = conjugated(
    "deny rule set refuse promise resign say tell call ask speak visit meet win lose play study teach accuse criticize criticise "
    "defend reject live serve attend return leave announce survive witness see vote work appeal accept declare confess admit claim "
    "decide join fight hold govern head lead write".split(),
    "en",
)
_DOING = conjugated(
    "stand sit wait walk drive sleep swim work travel live try hold wear flee run ride cross play study return hide lie".split(), "ing"
)
_VESSELS = frozenset(
    "submarine ship vessel ferry boat frigate yacht hotel tanker cruiser trawler icebreaker school stadium street square".split()
)
"""Things that bear a person's name: `the submarine Prince Velk, which joined the fleet`."""
_HAVE, _BE = frozenset({"has", "have", "had"}), frozenset({"is", "are", "was", "were"})
_ADVERBS = frozenset("also then now already still later not never allegedly reportedly previously recently initially".split())


@cache
def _people() -> frozenset[str]:
    singular = set(
        sheet("people")
        | sheet("titles")
        | {
            "treasurer",
            "activist",
            "lawmaker",
            "politician",
            "businessman",
            "owner",
            "player",
            "singer",
            "writer",
            "journalist",
            "doctor",
            "manager",
        }
    )
    singular -= {"general", "expert", "forward", "star", "couple", "editor", "cook"}
    return frozenset(singular | _IRREGULAR | {f"{word}s" for word in singular})


def which_for_person(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`the treasurer, which denied the theft`: a person, or a person's name, and what only people do."""
    for tokens in sentences:
        for at, token in enumerate(tokens[2:-2], 2):
            if token.lower_ != "which":
                continue
            comma = tokens[at - 1].text == ","
            last = at - 2 if comma else at - 1
            verb = _predicate(tokens[at + 1 : at + 5])
            if verb and _means_person(tokens, last, sure=verb == "sure"):
                better = ", who" if comma else "who"
                yield Found(span(tokens[at - 1] if comma else token, token), (better,), {"person": tokens[last].text})


def _predicate(words: Tokens) -> str:
    """Whether the verb behind `which` is one of people (`sure`: of people alone)."""
    rest = [word for word in words if word.lower_ not in _ADVERBS]
    if len(rest) < 2:
        return ""
    first, second = rest[0].lower_, rest[1].lower_
    if first in _HAVE and second == "been":
        second, first = rest[2].lower_ if len(rest) > 2 else "", "was"
    if first in _BE and (second in _SUFFERED or (second in _DOING and second not in {"holding", "running", "working", "playing"})):
        return "sure"
    if first in _ALONE or (first in _HAVE and second in _ALONE):
        return "sure"
    does = first in _DOES and second not in {"to", "for", "into"}
    return "likely" if does or (first in _HAVE and second in _DONE) or (first in _BE and second in _DOING) else ""


def _means_person(tokens: Tokens, last: int, sure: bool) -> bool:
    """Do the words that end at `last` name a person, and hang on no other noun that may be meant?"""
    first = _phrase_start(tokens, last)
    if not _person(tokens, first, last):
        of_person = first > 1 and tokens[first - 1].lower_ == "of" and tokens[first - 2].lower_ in _people()
        return sure and of_person and tokens[last].tag_ == "NN"
    before = tokens[first - 1] if first else None
    hangs = before is not None and before.tag_ in {"IN", "TO", "CC"} and before.lower_ not in {"that", "because", "while", "if", "but"}
    return not hangs or sure or (first > 1 and tokens[first - 2].tag_[:2] == "VB")


def _phrase_start(tokens: Tokens, last: int) -> int:
    first = last
    while first > 0 and tokens[first - 1].tag_ in {"NN", "NNP", "NNS", "JJ", "DT", "CD", "PRP$", "HYPH", "VBN"} and last - first < 9:
        first -= 1
    return first


def _person(tokens: Tokens, first: int, last: int) -> bool:
    if tokens[last].lower_ in _people():
        return tokens[last].is_lower
    name = last
    while name > first and tokens[name - 1].tag_ == "NNP":
        name -= 1
    words = tokens[name : last + 1]
    if tokens[last].tag_ != "NNP" or len(words) < 2:
        return False
    told = tokens[name - 1].lower_ in _people() if name > first else False
    if name > first and tokens[name - 1].lower_ in _VESSELS:
        return False
    led = name > 1 and tokens[name - 1].lower_ == "by" and tokens[name - 2].lower_ in {"led", "chaired", "headed", "directed", "written"}
    return told or led or any(word.lower_ in sheet("titles") for word in words[:-1]) or words[0].text in sheet("given-names")


FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {"which-for-person": which_for_person}
