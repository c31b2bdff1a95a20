"""This file finds one person or place spelled in two ways in one text: Stoltenberg and Stoltenburg, Kadyrov and Kadirov."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from audit.checks.consistency.alike import apart, pairs, plain, sounds
from audit.checks.consistency.found import Found
from audit.checks.consistency.named import Seen, is_given, seen
from audit.frequency import KNOWN, everyday, zipf
from audit.model import Analysis

_SHORTEST = 5
_LONG = 8
_COMMON = 3.0
"""Zipf frequency of a lower-case word from which on two words are rather two names, or a name and a word."""
_ENDINGS = regex.compile(r"(?:s|es|n|an|ian|ans|ians|a|i|y|is|in|er|ers|ist|ism|man|son|sen|ish|ese|ov|ova|ko|o|d|ed|ing|ly|ton)\Z")
_FEMININE = regex.compile(r"(?:(?<!enk)a|ou|dottir)\Z")


def two_spellings(analysis: Analysis) -> Iterator[Found]:
    """The rarer of two spellings, where it first stands."""
    found, told = seen(analysis), set()
    surnames = {
        word: last for word, places in found.items() if len(word) >= _SHORTEST - 1 and (last := [one for one in places if not one.leads])
    }
    for first, second in pairs(surnames):
        more, less = sorted((first, second), key=lambda word: (-len(surnames[word]), surnames[word][0].span.start))
        these, those = surnames[more], surnames[less]
        if _may_be_one(more, less) and _one_name(analysis, these, those) and not _together(analysis, these, those):
            result = _found(analysis, these, those, more, less)
            if result.span not in told:
                told.add(result.span)
                yield result
    yield from _two_given(analysis, found)


def _found(analysis: Analysis, more: Sequence[Seen], less: Sequence[Seen], name: str, other: str) -> Found:
    if _better_known(analysis, less, more):
        more, less, name, other = less, more, other, name
    sure = len(more) > len(less) or _better_known(analysis, more, less)
    values = {"name": other, "other": name}
    return Found(less[0].span, more[0].span, values, f"here it is {name}", (name,) if sure else ())


def _better_known(analysis: Analysis, these: Sequence[Seen], those: Sequence[Seen]) -> bool:
    """Do the sheets of facts, or all that wordfreq has read, know the one and not the other?"""
    one, other = these[0].word, those[0].word
    sheets = [_in_sheets(analysis, places) for places in (these, those)]
    if sheets[0] != sheets[1]:
        return sheets[0]
    named = any(place.given for place in these) or not any(place.given for place in those)
    return named and zipf(one.lower()) >= KNOWN - 0.5 and zipf(other.lower()) == 0


def _in_sheets(analysis: Analysis, places: Sequence[Seen]) -> bool:
    """Do the sheets of facts know somebody of this surname, and of the first name that stands before it?"""
    if analysis.facts is None:
        return False
    given = {place.given for place in places if place.given}
    known = analysis.facts.bearers(places[0].word)
    return any(not given or person.name.split()[0] in given for person in known)


def _may_be_one(first: str, second: str) -> bool:
    """Near enough in letters or equal in sound, and not merely an ending or a capital apart."""
    one, other = plain(first), plain(second)
    if first.lower() == second.lower() or (one[0] != other[0] and sounds(first) != sounds(second)):
        return False
    short, long = sorted((one, other), key=len)
    if long != short and (long.endswith(short) or (long.startswith(short) and _ENDINGS.fullmatch(long[len(short) :]))):
        return False
    return sounds(first) == sounds(second) or apart(one, other, 2) <= (2 if len(short) >= _LONG else 1)


def _woman_and_man(first: str, second: str) -> bool:
    """Kowalski and Kowalska, Novák and Nováková, Papadopoulos and Papadopoulou may be two people of one family."""
    return bool(_FEMININE.search(plain(first))) != bool(_FEMININE.search(plain(second)))


def _one_name(analysis: Analysis, more: Sequence[Seen], less: Sequence[Seen]) -> bool:
    """Full names with the same first name; a full name and a surname alone; or two surnames alone, one of them of no known name."""
    these, those = {place.given for place in more if place.given}, {place.given for place in less if place.given}
    alike = sounds(more[0].word) == sounds(less[0].word)
    rare = min(zipf(more[0].word.lower()), zipf(less[0].word.lower()))
    if these and those:
        return any(_same_given(one, other) for one in these for other in those) and rare < _COMMON + 1
    if _woman_and_man(more[0].word, less[0].word):
        return False
    if these or those:
        return _full_and_lone(less if these else more, rare, alike=alike)
    return rare <= (KNOWN if alike else 0.5) and _both_lone(more, less, alike=alike)


def _full_and_lone(lone: Sequence[Seen], rare: float, *, alike: bool) -> bool:
    known = zipf(lone[0].word.lower()) >= KNOWN - 1
    persons = any(place.person for place in lone)
    most = _COMMON if alike and persons else KNOWN if alike or persons else 0.5
    return (persons or alike or not (known or any(place.place for place in lone))) and rare < most and _no_thing(lone)


def _both_lone(more: Sequence[Seen], less: Sequence[Seen], *, alike: bool) -> bool:
    if plain(more[0].word) == plain(less[0].word) and len(less[0].word) >= _LONG:
        return True
    if alike:
        return any(map(_named, more)) and any(map(_named, less)) and (_no_thing(less) or any(place.place for place in less))
    if any(place.person for place in more) and any(place.person for place in less):
        known = max(zipf(more[0].word.lower()), zipf(less[0].word.lower())) >= KNOWN - 0.5
        return len(more) > 1 or known or len(less[0].word) >= _LONG - 1
    places = any(place.place for place in more) and (less[0].place or len(less[0].word) >= _LONG - 1)
    return len(more) > 1 == len(less) and places and len(less[0].word) > _SHORTEST


def _named(place: Seen) -> bool:
    """Is there a title, a preposition of place, or nothing at all before it, so that it is a name of its own?"""
    return place.person or place.place or not place.before or (place.before[:1].isupper() and not everyday(place.before.lower()))


def _no_thing(places: Sequence[Seen]) -> bool:
    """No article or preposition of place before it, and no other name."""
    return all(
        place.person or (place.before.lower() not in ("the", "a", "an", "in", "near") and (place.opens or not place.before[:1].isupper()))
        for place in places
    )


def _same_given(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]) or sounds(one) == sounds(other)


def _together(analysis: Analysis, more: Sequence[Seen], less: Sequence[Seen]) -> bool:
    """Do they stand in one sentence? Then they are more likely two people."""
    sentences = {analysis.sentence_at(place.span.start) for place in more}
    return any(analysis.sentence_at(place.span.start) in sentences for place in less)


def _two_given(analysis: Analysis, found: dict[str, list[Seen]]) -> Iterator[Found]:
    """One surname behind two spellings of a first name: Sergei Lavrov, Sergey Lavrov; Jens and Jans Stoltenberg."""
    for surname, places in found.items():
        named = [place for place in places if place.before[:1].isupper() and len(place.before) > 3 and place.before in found]
        spellings = sorted({place.before for place in named})
        for first, second in pairs(spellings) if len(spellings) > 1 else ():
            if not _given_variants(first, second):
                continue
            these, those = ([place for place in named if place.before == word] for word in (first, second))
            more, less = (these, those) if len(these) > len(those) or (len(these) == len(those) and is_given(first)) else (those, these)
            if _together(analysis, more, less):
                continue
            name, other = more[0].before, less[0].before
            at, there = (
                next(spot for spot in found[word] if spot.span.end == place.span.start - 1)
                for word, place in ((other, less[0]), (name, more[0]))
            )
            sure = len(more) > len(less) or not is_given(other)
            values = {"name": f"{other} {surname}", "other": f"{name} {surname}"}
            yield Found(at.span, there.span, values, f"here it is {name}", (name,) if sure else ())


def _given_variants(first: str, second: str) -> bool:
    one, other = plain(first), plain(second)
    if one == other or one[0] != other[0] or (one[-1] in "ae") != (other[-1] in "ae") or not (is_given(first) or is_given(second)):
        return False
    unknown = not (is_given(first) and is_given(second))
    return sounds(first) == sounds(second) or (unknown and min(len(one), len(other)) >= 4 and apart(one, other, 1) <= 1)
