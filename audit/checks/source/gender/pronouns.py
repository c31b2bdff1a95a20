"""This file finds he for she and she for he: the source shows the person's gender in a pronoun, a noun or a verb."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit import genders, links
from audit.cache import expression
from audit.checks.source.both import Sides
from audit.checks.source.gender.facing import OTHER, Facing, as_object, facing, only
from audit.checks.source.gender.rest import by_noun, by_order, clitics, epicene, spoken_of
from audit.found import Found
from audit.genders import Mark
from audit.links import Words
from audit.spans import Span

_FLAGS = regex.IGNORECASE | regex.VERSION0
_NO_PERSON = (
    r"\b(?:ships?|vessels?|boats?|yachts?|frigates?|submarines?|cruisers?|nations?|motherland|homeland|storms?|hurricanes?|typhoons?|moon"
    r"|sun|earth|nature|dogs?|cats?|bears?|lions?|lioness|tigers?|wol(?:f|ves)|whales?|elephants?|horses?|cows?|bulls?|birds?|pandas?|apes?"
    r"|gorillas?|bab(?:y|ies)|infants?|newborns?|cubs?|pets?|God|Lord|church)\b"
)
_THINGS = r"\b(?:it|its|itself)\b"
_OPENING = (
    r"^[\s\"'“‘«(\[—–-]*(?:(?:in|at|on|after|before|during|for|according)\s[^,;:.!?]{2,60},\s*|(?:but|and|so|then|also|earlier|later),?\s)?"
)
_THINGS_ARE_NEVER = frozenset({"zh", "ja", "ko"})
"""Languages whose pronouns he and she mean persons only."""


def gender_changed(both: Sides) -> Iterator[Found]:
    for pair in facing(both):
        pronouns = only(pair.here, "pronoun")
        if not pronouns or expression(_NO_PERSON, _FLAGS).search(both.text, pair.couple.here.start, pair.couple.here.end):
            continue
        told = {mark.gender for mark in pronouns}
        for gender in sorted(told):
            wrong = [mark for mark in pronouns if mark.gender == gender]
            found = _by_verb(pair, wrong) or _by_pronoun(pair, wrong) or by_order(pair, gender) or by_noun(pair, wrong)
            if found is not None:
                yield _found(both, *found)


def _found(both: Sides, wrong: Mark, told: Mark) -> Found:
    values = {"source": told.span.of(both.source), "gender": "a woman" if told.gender == "female" else "a man"}
    return Found(wrong.span, values, _better(both, wrong), source_span=told.span)


def _better(both: Sides, wrong: Mark) -> tuple[str, ...]:
    word = wrong.span.of(both.text)
    lower = word.lower()
    if lower == "her":
        right = "him" if as_object(both.text, wrong) else "his"
    elif lower == "his":
        right = "hers" if regex.match(r"\s*[.,;:!?]", both.text[wrong.span.end :]) else "her"
    else:
        right = {"he": "she", "she": "he", "him": "her", "himself": "herself", "herself": "himself", "hers": "his"}[lower]
    return (right.upper() if word.isupper() else right.capitalize() if word[0].isupper() else right,)


def _by_pronoun(pair: Facing, wrong: list[Mark]) -> tuple[Mark, Mark] | None:
    """The source has more pronouns of the other gender than the translation, and none of this one."""
    gender = wrong[0].gender
    right = OTHER[gender]
    told = only(pair.there, "pronoun", gender=right)
    if not told or epicene(pair, right) or any(mark.gender == gender for mark in only(pair.there, "pronoun", "faint")):
        return None
    if clitics(pair, wrong):
        return None
    here = pair.couple.here
    used = len(only(pair.here, "pronoun", gender=right))
    if pair.both.language not in _THINGS_ARE_NEVER:
        used += len(expression(_THINGS, _FLAGS).findall(pair.both.text, here.start, here.end))
    if len(told) <= used:
        return None
    alone = not spoken_of(pair, gender)
    words = links.words(pair.both.analysis.alignment, pair.couple, pair.both.language) if pair.both.analysis.alignment else None
    linked = [(mark, other) for mark in wrong if (other := _linked(words, mark, told)) is not None]
    if linked:
        return linked[0]
    if alone or _same_shape(pair, wrong, told):
        return wrong[0], told[min(used, len(told) - 1)]
    return None


def _linked(words: Words | None, wrong: Mark, told: tuple[Mark, ...]) -> Mark | None:
    """The pronoun of the source that this pronoun stands for, where both choose each other."""
    if words is None:
        return None
    for one, other, _ in words.mutual():
        if words.here[one].overlaps(wrong.span):
            return next((mark for mark in told if mark.span.overlaps(words.there[other])), None)
    return None


def _same_shape(pair: Facing, wrong: list[Mark], told: tuple[Mark, ...]) -> bool:
    """One pronoun on either side, of the same function, and nothing else that it might stand for."""
    if len(only(pair.here, "pronoun")) != 1 or len(told) != 1 or wrong[0].detail != told[0].detail:
        return False
    span = pair.couple.there
    if any(span.contains(one) for one in pair.theirs.shared) or only(pair.there, "faint"):
        return False
    return not expression(r"\b(?:it|its|they|their|them|my|our|your)\b", _FLAGS).search(
        pair.both.text, pair.couple.here.start, pair.couple.here.end
    )


def _by_verb(pair: Facing, wrong: list[Mark]) -> tuple[Mark, Mark] | None:
    """`She added`: the sentence begins with a pronoun, and the first verb of the source says that it is a man who acts."""
    if not genders.tells_by_verbs(pair.both.language):
        return None
    here, gender = pair.couple.here, wrong[0].gender
    opening = expression(_OPENING, _FLAGS).match(pair.both.text, here.start, here.end)
    first = next((mark for mark in wrong if mark.detail == "subject" and opening and mark.span.start == opening.end()), None)
    marks = only(pair.there, "verb", "pronoun", "noun", "title")
    if first is None or not marks or marks[0].gender == gender or epicene(pair, marks[0].gender):
        return None
    acting = (mark for mark in only(pair.there, "verb", "pronoun", "faint") if mark.detail not in ("object", "possessive"))
    if any(mark.gender == gender for mark in acting):
        return None
    told = next((mark for mark in marks if mark.kind == "verb"), None)
    return (first, told) if told is not None and told.gender != gender and _at_once(pair, told.span) else None


def _at_once(pair: Facing, verb: Span) -> bool:
    """Does the verb stand among the first words, or in the first clause?"""
    before = pair.both.source[pair.couple.there.start : verb.start]
    return len(before.split()) <= 4
