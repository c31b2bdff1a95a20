"""This file finds names that stand in their right form elsewhere in the text: here glued to another word, or without their capital."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import ClassVar, Literal

import regex

from audit.context import Context, holds
from audit.frequency import zipf
from audit.knowledge import words
from audit.model import Analysis, Match, Related, Rule, Span

Fault = Literal["glued-behind", "glued-before", "lower-case", "case-ending"]
_WORD = regex.compile(r"(?<![\p{L}\p{N}@#./_’'-])\p{L}[\p{L}]*(?![\p{L}\p{N}@_]|\.\p{L})")
_GLUED_BEHIND = regex.compile(
    r"(?P<name>\p{Lu}\p{Ll}{3,}?)(?P<word>the|was|who|said|says|and|which|that|has|had|were|will|with|from|also|told|this|when|during|for|after)\Z"
)
_OFFICES = (
    "president minister chancellor spokesman spokeswoman senator general governor mayor ambassador secretary chairman director".split()
)
_GLUED_BEFORE = regex.compile(
    r"(?P<word>of|in|the|and|by|to|from|with|for|on|at|that|said|says|told|against|between|former"
    rf"|{'|'.join((*_OFFICES, *map(str.capitalize, _OFFICES)))})(?P<name>\p{{Lu}}\p{{Ll}}{{2,}})\Z"
)
_TWO_NAMES = regex.compile(r"(?<![\w.-])(?P<given>\p{Lu}\p{Ll}+)[ ](?P<name>\p{Ll}{3,})(?![\w@-]|\.\w)")
_SHORTEST = {"and": 5, "this": 5, "has": 5, "had": 5, "will": 5}
"""Letters that a name must have before these words: Roland, Farhad and Goodwill are names of their own."""
_A_NAME = 1.8
"""Zipf frequency from which on a capitalised word is taken for a name that the text need not hold elsewhere."""
_NO_NAMES = {"There", "Here", "Where", "Forth", "Every", "Some", "Good"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Context):
    """`fault`: `glued-behind` (Rastellithe), `glued-before` (ofRastelli), `lower-case` (Ana rastelli), `case-ending` (Rastellin)."""

    fault: Fault


class Mentions:
    """Reads the words of a text once and compares each with the names that stand in it."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match]:
        spelled = Counter(hit[0] for hit in _WORD.finditer(analysis.text))
        for rule in self._rules:
            for span, better, name in FAULTS[rule.settings.fault](analysis, spelled):
                if holds(rule.settings, analysis, span, rule.category.startswith("style/")):
                    yield Match(rule.name, span, {"name": name}, (better,), _elsewhere(analysis, name))


Found = tuple[Span, str, str]


def _glued_behind(analysis: Analysis, spelled: Counter[str]) -> Iterator[Found]:
    for hit in _WORD.finditer(analysis.text):
        parts = _GLUED_BEHIND.match(hit[0])
        if parts is None or spelled[hit[0]] > 1 or not (spelled[parts["name"]] or _two_words(hit[0], parts["name"])):
            continue
        if len(parts["name"]) >= _SHORTEST.get(parts["word"], 4) and parts["name"] not in _NO_NAMES | _calendar():
            yield Span(*hit.span()), f"{parts['name']} {parts['word']}", parts["name"]


def _glued_before(analysis: Analysis, spelled: Counter[str]) -> Iterator[Found]:
    for hit in _WORD.finditer(analysis.text):
        parts = _GLUED_BEFORE.match(hit[0])
        known = parts and (spelled[parts["name"]] or parts["name"] in _capitalised() or parts["word"] in _offices())
        if parts and known and spelled[hit[0]] == 1:
            yield Span(*hit.span()), f"{parts['word']} {parts['name']}", parts["name"]


def _lower_case(analysis: Analysis, spelled: Counter[str]) -> Iterator[Found]:
    """`Ana rastelli` where `Ana Rastelli` stands elsewhere, and rastelli nowhere but behind the first name."""
    hits = [hit for hit in _TWO_NAMES.finditer(analysis.text) if hit["given"] in _given()]
    alike = Counter(hit[0] for hit in hits)
    for hit in hits:
        start, small = hit.start("name"), hit["name"]
        full = f"{hit[0][: -len(small)]}{small.capitalize()}"
        token = analysis.tokens.char_span(start, hit.end("name"))
        if (
            spelled[small] == alike[hit[0]]
            and full in analysis.text
            and token is not None
            and not token[0].tag_.startswith(("V", "MD", "RB"))
        ):
            yield Span(*hit.span()), full, small.capitalize()


def _case_ending(analysis: Analysis, spelled: Counter[str]) -> Iterator[Found]:
    """`Rastellissa` where Rastelli stands at least twice: the name took the ending of a foreign case along."""
    for hit in _INFLECTED.finditer(analysis.text):
        name = hit["name"]
        before, after = analysis.text[: hit.start()].rsplit(None, 1)[-1:], analysis.text[hit.end() : hit.end() + 3]
        if (
            spelled[hit[0]] > spelled[name]
            or spelled[name] < _MENTIONS
            or hit[0] in _capitalised() | {"Roman", "Norman"}
            or hit[0].endswith("ian")
        ):
            continue
        another = any(word[0].isupper() and word.lower() not in _SMALL for word in before)
        if another or regex.match(r"[ ]\p{Lu}", after):
            continue  # Martin Velman beside Velma is somebody else
        yield Span(*hit.span()), name, name


_MENTIONS = 2
"""How often the plain name must stand in the text: once may be chance."""
_SMALL = frozenset("the a of in to from with by for at on and as but if when while after before said says".split())
_ENDINGS = (
    "i?(?:ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|n)|seen|hin|ovi|ův|em|om"
    "|ovu|ovy|owi|ego|emu|iem|nak|nek|val|vel|ban|ben|ról|ről|ın|in|un|ün|nın|nin|da|de|dan|den|ya|ye"
)
_INFLECTED = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}@#./_’'-])(?P<name>\p{{Lu}}\p{{Ll}}{{3,}}?)(?P<ending>{_ENDINGS})"
    r"(?![\p{{L}}\p{{N}}@_’-]|\.\p{{L}})"
)


@cache
def _offices() -> frozenset[str]:
    return frozenset((*_OFFICES, *map(str.capitalize, _OFFICES)))


@cache
def _two_words(whole: str, name: str) -> bool:
    """Does nobody write the whole, and everybody the name in it, for all that wordfreq has read?"""
    return zipf(whole.lower()) == 0 and zipf(name.lower()) >= _A_NAME


@cache
def _given() -> frozenset[str]:
    return frozenset(words("words/given-names"))


@cache
def _calendar() -> frozenset[str]:
    return frozenset((*words("words/days"), *words("words/months")))


@cache
def _capitalised() -> frozenset[str]:
    return _calendar() | {*words("words/proper-adjectives"), *words("words/countries"), *words("words/surnames")}


def _elsewhere(analysis: Analysis, name: str) -> tuple[Related, ...]:
    hit = regex.search(rf"(?<!\w){regex.escape(name)}(?!\w)", analysis.text)
    return (Related(Span(*hit.span()), "the name stands here"),) if hit else ()


FAULTS: dict[Fault, Callable[[Analysis, Counter[str]], Iterator[Found]]] = {
    "glued-behind": _glued_behind,
    "glued-before": _glued_before,
    "lower-case": _lower_case,
    "case-ending": _case_ending,
}
