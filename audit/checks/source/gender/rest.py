"""This file finds a wrong gender that no single pronoun of the source shows: by the order of all, or by everybody who stands near."""

from __future__ import annotations

from audit.cache import expression
from audit.checks.source.gender.facing import OTHER, Facing, as_object, only
from audit.genders import Mark

_KIN = frozenset({"child", "parent", "grandparent", "grandchild", "sibling", "aunt", "niece", "widow"})
_SPOUSES = frozenset({"husband", "husbands", "wife", "wives"})
_NOBODY_KNOWN = r"(?i)\b(?:it|its|itself|they|them|their)\b"
_NAME = r"(?<!\p{L})(\p{Lu}[\p{Ll}’'-]{2,})[^\S\n]+$"


def epicene(pair: Facing, gender: str) -> bool:
    """Does a noun stand near whose grammatical gender says nothing (la victime)?"""
    return any(mark.gender == gender for mark in only(pair.near, "epicene"))


def spoken_of(pair: Facing, gender: str) -> bool:
    """Is anybody of this gender near, on either side?"""
    if any(mark.gender == gender for mark in only(pair.near, "pronoun", "noun", "title")):
        return True
    if any(mark.gender == gender for mark in only(pair.there, "verb", "faint")):
        return True
    return gender in pair.named or any(mark.gender == gender for mark in only(pair.here, "noun"))


def clitics(pair: Facing, wrong: list[Mark]) -> bool:
    """May the pronoun stand for an object that looks like an article (fr *la*)?"""
    gender = wrong[0].gender
    return any(mark.gender == gender for mark in only(pair.there, "clitic")) and any(as_object(pair.both.text, mark) for mark in wrong)


def by_order(pair: Facing, gender: str) -> tuple[Mark, Mark] | None:
    """As many pronouns on either side, all of known gender, and one of them differs."""
    ours, theirs = only(pair.here, "pronoun"), only(pair.there, "pronoun", "faint", "epicene")
    span, here = pair.couple.there, pair.couple.here
    if len(ours) != len(theirs) or len(ours) < 2 or any(span.contains(one) for one in pair.theirs.shared):
        return None
    differing = [(one, other) for one, other in zip(ours, theirs, strict=True) if one.gender != other.gender]
    if len(differing) != 1 or differing[0][0].gender != gender or any(mark.kind != "pronoun" for mark in theirs):
        return None
    if any(one.detail == "subject" != other.detail for one, other in zip(ours, theirs, strict=True)):
        return None
    if expression(_NOBODY_KNOWN).search(pair.both.text, here.start, here.end):
        return None
    return differing[0]


def by_noun(pair: Facing, wrong: list[Mark]) -> tuple[Mark, Mark] | None:
    """Everybody the source speaks of so far is of the other gender: a woman, the actress."""
    gender = wrong[0].gender
    right = OTHER[gender]
    told = [mark for mark in only(pair.there, "title", "noun", gender=right) if mark.detail not in _KIN]
    told += [mark for mark in only(pair.there, "verb", gender=right) if _named_before(pair, mark)]
    kin = any(mark.detail in _KIN or mark.span.of(pair.both.text).lower() in _SPOUSES for mark in only(pair.here, "noun"))
    if (
        not told
        or kin
        or epicene(pair, right)
        or spoken_of(pair, gender)
        or pair.persons > 1
        or pair.named_anywhere(gender)
        or clitics(pair, wrong)
    ):
        return None
    end = pair.couple.wide_there.end
    if any(mark.gender == gender and mark.span.start < end for mark in only(pair.theirs.marks, "pronoun", "noun", "title")):
        return None
    if None in pair.named and pair.persons == 0:
        return None
    return wrong[0], told[0]


def _named_before(pair: Facing, verb: Mark) -> bool:
    """Is the subject of this verb a person that the translation names too? `Kowalska dodała`."""
    hit = expression(_NAME).search(pair.both.source, pair.couple.there.start, verb.span.start)
    if hit is None:
        return False
    people = pair.both.analysis.ledger.people
    names = [mention.span.of(pair.both.text) for person in people for mention in person.mentions if pair.couple.here.contains(mention.span)]
    return any(hit[1][:4] in name for name in names)
