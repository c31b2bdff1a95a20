"""This file finds one person in two offices that nobody holds at once, and one office with two holders."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

import regex

from audit.checks.consistency.alike import apart, plain
from audit.checks.consistency.found import Found
from audit.checks.consistency.offices import Held, held
from audit.model import Analysis

if TYPE_CHECKING:
    from audit.facts import Tenure

_CHANGE = regex.compile(
    r"\b(?:served|serving|serves)[ ]as\b|\bbec[ao]m(?:e|es|ing)\b"
    r"|\b(?:appoint|nam|elect|re-?elect|promot|nominat|dismiss|oust|reshuffl|sack|fir|remov)ed\b"
    r"|\b(?:appointment|election|promotion|nomination|reshuffle|resignation|inauguration|succession|handover|campaign|candidacy)\b"
    r"|\b(?:previous|former|predecess|success|succeed|replac|resign|inaugurat|swear|sworn|swore|swap|transition)\p{Ll}*\b"
    r"|\b(?:took|takes?|taking|hand(?:ed|s|ing))[ ]over\b|\bstep(?:ped|s|ping)?[ ]down\b"
    r"|\bleft[ ]office\b|\buntil\b|\bat[ ]the[ ]time\b|\bthen\b"
    r"|\b(?i:in|since|from|of|between|by|before|after|until|back[ ]in)[ ](?:\p{Lu}\p{Ll}+[ ])?(?:1[89]|20)\d\d\b"
    r"|\bwhen[ ](?:he|she)[ ]was\b"
    r"|\b(?:years?|decades?|months?)[ ](?:ago|earlier|before|later)\b|\bhistory\b|\bunder[ ](?:the[ ])?\p{Lu}"
    r"|\b(?:run|runs|ran|running|bid|vie|vying)[ ]for\b"
    r"|\bif[ ](?:he|she)[ ](?:wins|becomes)\b|\b(?:19|20)\d\ds\b|\bcentury\b|\bera\b|\bonce\b|\bpast\b|\bwill[ ]be[ ]the[ ]next\b"
)
_HANDOVER = regex.compile(
    r"\b(?:bec[ao]me|becomes|elected|appointed|promoted|reshuffle|succe(?:ed|ss)\p{Ll}*|replac\p{Ll}+|resign\p{Ll}*|sworn|inaugurat\p{Ll}+|predecessor"
    r"|took[ ]over|takes[ ]over|stepped[ ]down|moved[ ]to)\b"
)
_ALIKE = 3
_ONE_BODY = frozenset({"president", "prime minister", "chancellor", "king", "queen", "pope", "emperor"})


def two_offices(analysis: Analysis) -> Iterator[Found]:
    """`Foreign Minister Rau` here, `Prime Minister Rau` there, and nothing about a change of office."""
    statements = [one for one in held(analysis) if not _in_motion(analysis, one) and not analysis.quoted(one.span)]
    told = set()
    for first, second in combinations(statements, 2):
        if first.office == second.office or second.name.split()[-1] in told or not _one_person(first, second):
            continue
        if (first.of and second.of and first.of != second.of) or _both_at_once(analysis, first, second):
            continue
        if _HANDOVER.search(analysis.text, first.span.end, second.span.start):
            continue
        told.add(second.name.split()[-1])
        values = {"name": second.name, "title": second.title, "other": first.title}
        yield Found(second.span, first.span, values, f"here {first.name} is {first.title}")


def _one_person(first: Held, second: Held) -> bool:
    """The same surname, and no two first names that differ."""
    one, other = first.name.split(), second.name.split()
    if plain(one[-1]) != plain(other[-1]):
        return False
    return len(one) == 1 or len(other) == 1 or plain(one[0])[0] == plain(other[0])[0]


def _both_at_once(analysis: Analysis, first: Held, second: Held) -> bool:
    """Is one named together with another office, or do the sheets of facts know somebody who holds both?"""
    if first.joined or second.joined or _same_sentence(analysis, first, second):
        return True
    if {"chancellor", "finance minister"} == {first.office, second.office} and "xchequer" in first.title + second.title:
        return True
    known = analysis.facts.person(max(first.name, second.name, key=len)) if analysis.facts else None
    if known is None or analysis.facts is None:
        return False
    tenures = analysis.facts.tenures(known.name)
    ours = [[tenure for tenure in tenures if tenure.office == office] for office in (first.office, second.office)]
    return any(_overlap(one, other) for one in ours[0] for other in ours[1])


def _overlap(one: Tenure, other: Tenure) -> bool:
    starts = [tenure.start.first for tenure in (one, other) if tenure.start]
    ends = [tenure.end.last for tenure in (one, other) if tenure.end]
    return not starts or not ends or max(starts) < min(ends)


def _same_sentence(analysis: Analysis, first: Held, second: Held) -> bool:
    return analysis.sentence_at(first.span.start) == analysis.sentence_at(second.span.start)


def _in_motion(analysis: Analysis, one: Held) -> bool:
    """Does the sentence speak of a change of office, or of another time?"""
    sentence = analysis.sentence_at(one.span.start)
    return sentence is None or bool(_CHANGE.search(analysis.text, sentence.span.start, sentence.span.end))


def _told_of_old(analysis: Analysis, one: Held) -> bool:
    """`had promised`: what the holder of another time did."""
    sentence = analysis.sentence_at(one.span.start)
    return sentence is not None and bool(regex.search(r"\bhad[ ](?:\p{Ll}+[ ])?\p{Ll}+(?:ed|en|n|t|d)\b", sentence.span.of(analysis.text)))


def two_holders(analysis: Analysis) -> Iterator[Found]:
    """`British Prime Minister A` here, `British Prime Minister B` there: an office that one person holds, of the same country."""
    statements = [one for one in held(analysis) if one.of and (one.office in _ONE_BODY or one.office.endswith(("minister", "general")))]
    told = set()
    for first, second in combinations(statements, 2):
        if (first.office, first.of) != (second.office, second.of) or (second.office, second.of) in told:
            continue
        if _same_sentence(analysis, first, second) or _perhaps_one(first, second) or first.joined or second.joined:
            continue
        if any(_in_motion(analysis, one) or _told_of_old(analysis, one) for one in (first, second)):
            continue
        told.add((second.office, second.of))
        values = {"name": second.name, "other": first.name, "title": second.title, "of": second.of}
        yield Found(second.span, first.span, values, f"here it is {first.name}")


def _perhaps_one(first: Held, second: Held) -> bool:
    """Two names with a word in common, or two spellings of one."""
    if first.names & second.names:
        return True
    one, other = plain(first.name.split()[-1]), plain(second.name.split()[-1])
    return apart(one, other, _ALIKE) <= min(_ALIKE, len(one) // 2) or one in other or other in one
