"""This file finds common words that stand together without their space: `accordingto`, `thisyear`, `theUnited`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

import regex

from audit.context import Context, holds
from audit.frequency import abroad, zipf
from audit.model import Analysis, Match, Rule, Span

_WORD = regex.compile(
    r"(?<![\p{L}\p{N}\p{M}@#./_’'&-])(?:\p{Ll}|\p{Lu}(?<=(?:\A|[.!?\n”“][ ]?)\p{Lu}))\p{Ll}{4,}(?![\p{L}\p{N}\p{M}@_/’'-]|\.\p{L})"
)
_MIXED = regex.compile(
    r"(?<![\p{L}\p{N}\p{M}@#./_’'&-])(?P<first>the|for|with|from|of|between|against|and|that|by|at|said|says|told|because|after|before|under"
    r"|during|when|where|while|which|who|than|since|near|through|without|about)(?P<second>\p{Lu}\p{Ll}{2,}|(?:El|La|Le|Al|Il)(?=[ ]\p{Lu}))"
    r"(?![\p{L}\p{N}\p{M}@_/]|\.\p{L})"
)
_NAME_FIRST = regex.compile(
    r"(?<![\p{L}\p{N}\p{M}@#./_’'&-])(?P<first>\p{Lu}\p{Ll}{3,}?)(?P<second>(?:on|in)(?=[ ](?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|January|February|March|April|June|July|August|September|October|November|December|(?:early|late|mid)[ -]|\d{4}\b))"
    r"|last(?=[ ](?:week|month|year|night|spring|summer|autumn|winter|season|\p{Lu}\p{Ll}+day))"
    r"|next(?=[ ](?:week|month|year))|announced|declared|confirmed|denied|rejected|accused|promised|warned|insisted|explained|resigned"
    r"|arrived|admitted|appealed|ordered|refused|signed|returned|replied|visited)(?![\p{L}\p{N}@_’'-]|\.\p{L})"
)
_BEFORE = frozenset(
    "the of to for from with that was were has had have will and when while until which whose his their this its where who is are at in "
    "on by not be been ever never also later between against would could should because after before under during about than as or but "
    "also very each every some many most more these those into".split()
)
_AFTER = frozenset(
    "the of to by for from with and that was were been at had has have who which said are is it they not this their his will would could "
    "on than least year years week month time after before during when where while until because later also against between into "
    "about through".split()
)
_PAIRS = frozenset(
    "prime+minister human+rights interest+rates climate+change last+year last+week next+year next+week foreign+minister press+conference "
    "general+election public+health armed+forces supreme+court united+states vice+president security+council civil+war other+hand "
    "same+time first+time each+other long+term real+estate high+school police+officer police+officers law+enforcement oil+prices "
    "social+media natural+gas nuclear+power peace+talks trade+union trade+unions death+toll state+media local+media bus+driver "
    "city+council old+man young+people health+minister finance+minister defence+minister interior+minister "
    "central+bank political+party opposition+leader "
    "so+far for+example at+least as+well in+front of+course in+order no+longer as+if even+though such+as due+to more+than less+than".split()
)
_RARE = 1.6
"""Zipf frequency under which nobody writes a word as one, but by mistake."""
_USED = 4.0
_OTHERS = ("fr", "es", "it", "pt", "de", "nl", "sv", "pl", "cs", "tr", "id", "fi")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Context):
    """Conditions alone."""


class Glued:
    """Asks wordfreq whether a word is none while its two parts are among the commonest."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match]:
        found = list(_places(analysis.text)) if self._rules else []
        for rule in self._rules:
            for span, better in found:
                if holds(rule.settings, analysis, span, False):
                    yield Match(rule.name, span, {}, (better,))


def _places(text: str) -> Iterator[tuple[Span, str]]:
    for hit in _WORD.finditer(text):
        if better := _split(hit[0].lower()):
            yield Span(*hit.span()), hit[0][0] + better[1:]
    for hit in _MIXED.finditer(text):
        if text.count(hit[0]) == 1 and _unknown(hit[0].lower()) and (len(hit["second"]) == 2 or zipf(hit["second"].lower()) >= 2.0):
            yield Span(*hit.span()), f"{hit['first']} {hit['second']}"
    for hit in _NAME_FIRST.finditer(text):
        if _unknown(hit[0].lower()) and zipf(hit["first"].lower()) >= 1.5:
            yield Span(*hit.span()), f"{hit['first']} {hit['second']}"


@cache
def _split(word: str) -> str:
    """The two words that were glued; nothing for a word that somebody writes, here or abroad."""
    if any(f"{word[:cut]}+{word[cut:]}" in _PAIRS for cut in range(2, len(word) - 1)):
        cut = next(cut for cut in range(2, len(word) - 1) if f"{word[:cut]}+{word[cut:]}" in _PAIRS)
        return f"{word[:cut]} {word[cut:]}"
    if zipf(word) >= _RARE:
        return ""
    cuts = [(rank, cut) for cut in range(2, len(word) - 1) if (rank := _rank(word[:cut], word[cut:]))]
    if not cuts or any(abroad(word, other) > 2.0 for other in _OTHERS):
        return ""
    _, cut = max(cuts)
    return f"{word[:cut]} {word[cut:]}"


def _rank(first: str, second: str) -> float:
    """How common the rarer part is; nothing for parts that make words of their own (over-, -able) or no pair that grammar knows."""
    rarer = min(zipf(first), zipf(second))
    short = min(len(first), len(second)) == 2
    if first in _BEFORE and second in _AFTER | _BEFORE and len(first + second) >= 5:
        return rarer
    if second in _AFTER and len(first) >= 4 and rarer >= _USED + 0.3 * short and second not in ("on", "it", "is", "are", "at", "not"):
        return rarer
    if first in _BEFORE and len(second) >= 4 and rarer >= _USED + 0.6 * short and first not in _PREFIXES:
        return rarer
    past = second.endswith("ed") and len(first) >= 6 and first.endswith("s") and len(second) >= 6
    return rarer if past and rarer >= _USED else 0.0


_PREFIXES = frozenset("in on by be as or but not under after is at into to".split())


def _unknown(whole: str) -> bool:
    return zipf(whole) == 0
