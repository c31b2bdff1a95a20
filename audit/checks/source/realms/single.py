"""This file finds countries and great cities of the source that the translation drops, and countries that it adds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from audit import links
from audit.checks.source.both import Sides
from audit.checks.source.realms.pairs import pairs
from audit.facts.names import plain
from audit.found import Found
from audit.model import Couple, Span
from audit.realms import Realm, big, english

_HOME = {"zh": "CN", "ja": "JP", "ko": "KR", "ru": "RU", "uk": "UA"}
"""What news in these languages names, or leaves unsaid, where English does the other."""
_MEANT = re.compile(
    r"\b(?:(?:the|this|that|its|our|their|his|her|my|your|both|two|these|each|host) (?:\w+ )?(?:countr(?:y|ies)|nations?|republic|kingdom"
    r"|island|state|government|peninsula|homeland|mainland|city|capital|town|metropolis|side|regime|authorities|bloc)|homeland|home|domestic\w*|nation(?:al\w*|wide)"
    r"|here|overseas|abroad|local\w*|municipal\w*|there|bilateral)\b",
    re.IGNORECASE,
)
_PLAIN = 6
"""Letters from which on a word at the head of a sentence is hardly anything but the country."""
_LIKE = 0.6
LINKED = 0.3
"""From this likeness on an English word marks the place where a name is missing."""
_MONEY = re.compile(r"-?(?:Dollar|dollar|доллар|долар)")
_PART = re.compile(r"\.?[ -](?:dollars?|Open|[Cc]entury)")
_NAME = re.compile(r"(?<![.!?:”\"] )(?<![\w“\"‘'-])[A-ZÀ-Þ][\w’'.-]*(?:[ ](?:of |de |the )?[A-ZÀ-Þ][\w’'-]*)*")


def lost(sides: Sides) -> Iterator[Found]:
    """What the source says and the translation does not, by any of its names."""
    for couple, _, missed, changed in pairs(sides):
        left = [one for one in missed if _counts(one, sides) and all(one is not change.there for change in changed)]
        if left and not _MEANT.search(sides.text, couple.here.start, couple.here.end):
            for one in left:
                values = {"source": one.span.of(sides.source), "meant": english(one)}
                yield Found(_instead(one, couple, sides) or _stands_for(one, couple, sides), values, source_span=one.span)


def _stands_for(one: Realm, couple: Couple, sides: Sides) -> Span:
    """The English words nearest to what is missing: the sentence, where the words are not linked."""
    words = links.words(sides.analysis.alignment, couple, sides.language) if sides.analysis.alignment else None
    like, span = words.translated(one.span) if words else (0.0, None)
    return span if span and like >= LINKED else couple.here


def _counts(one: Realm, sides: Sides) -> bool:
    named = one.kind == "land" or (one.kind == "city" and big(one))
    if re.search(r"(?:^|[.!?:\n]|[.!?][”»\"])\s*[“«„\"(—–-]?\s*\Z", sides.source[max(0, one.span.start - 8) : one.span.start]) and _capital(
        one, sides
    ):
        return False
    return named and one.alone and _HOME.get(sides.language) not in one.lands and not _MONEY.match(sides.source, one.span.end)


def _capital(one: Realm, sides: Sides) -> bool:
    """May the word owe its capital to its place alone?"""
    word = one.span.of(sides.source)
    return word[:1].isupper() and (one.kind == "city" or len(word) < _PLAIN)


def _instead(one: Realm, couple: Couple, sides: Sides) -> Span | None:
    """The name about its place that the source does not hold, where both are written in the same letters."""
    inside = couple.there.of(sides.source)
    if not re.search(r"[a-z]", inside):
        return None
    share = (one.span.start - couple.there.start) / max(1, couple.there.end - couple.there.start)
    names = [hit for hit in _NAME.finditer(sides.text, couple.here.start, couple.here.end) if hit[0][:4] not in inside]
    names = [hit for hit in names if hit.start() > couple.here.start]
    best = min(names, key=lambda hit: abs(hit.start() - couple.here.start - share * (couple.here.end - couple.here.start)), default=None)
    return Span(*best.span()) if best else None


def _alike(name: str, source: str) -> bool:
    """Does the source hold a word so much like the name that it may be the same, in a spelling that the tables do not have?"""
    wanted = plain(name).casefold()
    words = (plain(word).casefold() for word in re.findall(r"[A-ZÀ-Þ]\w{3,}", source))
    return any(word[0] == wanted[0] and SequenceMatcher(None, wanted, word).ratio() > _LIKE for word in words)


def added(sides: Sides) -> Iterator[Found]:
    """A country of which the source does not speak, neither by its name nor by a city or people of it."""
    for couple, alien, _, changed in pairs(sides):
        for one in alien:
            if one.kind == "land" and all(one is not change.here for change in changed) and _HOME.get(sides.language) not in one.lands:
                if _PART.match(sides.text, one.span.end) or _alike(one.span.of(sides.text), couple.wide_there.of(sides.source)):
                    continue
                yield Found(one.span, {"found": one.span.of(sides.text)})
