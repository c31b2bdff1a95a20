"""This file finds pronouns that stand alone: of a gender that nobody in the text has, or at odds with the subject they must mean."""

from __future__ import annotations

from collections.abc import Iterator

from audit.entries import Gender
from audit.ledger.bindings import own_subject
from audit.ledger.cast import Being, Cast
from audit.ledger.given import borne, gender_of
from audit.ledger.rivals import WINDOW, either_or, fits, intimate
from audit.ledger.vocabulary import famous, inanimate

FAR = 4
"""Sentences back in which a person of unknown gender may be meant by a pronoun that stands alone of its kind."""
MANY = 2
"""From so many pronouns of the other gender on, names of two words farther off do not count."""
_FEMININE_ENDS = ("a", "ie", "i", "ne", "een", "elle", "ette", "lyn", "ah", "cy", "dy", "bby", "ily", "ny", "lly", "ey")


_INTRODUCING = frozenset({"a", "an", "another"})
"""`He married a nurse`: somebody new, whom a later `she` may mean."""


def strays(cast: Cast) -> Iterator[Being]:
    """Pronouns of a gender that nobody in the text has: one `she` among many `he`, and no woman, nor a name that might be one's."""
    pronouns = [being for being in cast.beings if being.kind == "pronoun"]
    for pronoun in pronouns:
        alike = sum(being.gender == pronoun.gender for being in pronouns)
        unlike = len(pronouns) - alike
        if alike > 1 or unlike < 1 or cast.quote_of(pronoun.first) >= 0 or either_or(cast, pronoun):
            continue
        if unlike == 1 and sum(being.sentence == pronoun.sentence for being in pronouns) > 1:
            continue
        if unlike == 1 and not any(_of_the_other(cast, being, pronoun) for being in cast.beings if being.kind in ("name", "open")):
            continue
        if not any(_may_be_meant(cast, being, pronoun, unlike) for being in cast.beings if being.kind != "pronoun"):
            yield pronoun


def self_contradictions(cast: Cast) -> Iterator[tuple[Being, Being]]:
    """`she ... his own career`: a possessive that must mean the pronoun before it; the one of the rarer gender is wrong."""
    pronouns = [being for being in cast.beings if being.kind == "pronoun"]
    for pronoun in pronouns:
        subject = cast.at.get(at) if (at := own_subject(cast, cast.tokens[pronoun.first])) is not None else None
        if subject is None or subject.kind != "pronoun" or subject.gender == pronoun.gender or not intimate(cast, pronoun):
            continue
        if any(fits(being, pronoun) for being in cast.between(subject.first + 1, pronoun.first)):
            continue
        for one, other in ((pronoun, subject), (subject, pronoun)):
            rest = [being for being in pronouns if being.first not in (one.first, other.first)]
            alike = sum(being.gender == one.gender for being in rest)
            if not alike and sum(being.gender == other.gender for being in rest):
                yield one, other
                break


def _may_be_meant(cast: Cast, being: Being, pronoun: Being, unlike: int) -> bool:
    """Could it mean this being? Names of unknown gender count near it; those that look like a name of its gender everywhere."""
    if being.gender is not None:
        return being.gender == pronoun.gender
    back = pronoun.sentence - being.sentence
    reach = FAR if unlike < MANY else 1
    near = 0 <= back <= reach
    if being.kind == "noun":
        fresh = any(child.lower_ in _INTRODUCING for child in cast.tokens[being.first].children)
        return 0 <= back <= (WINDOW if fresh and unlike < 4 else 1 if unlike < 3 or fresh else 0) and being.first < pronoun.first
    if being.kind == "name":
        return 0 <= back <= (WINDOW if being.last - being.first > 1 and unlike >= MANY else reach)
    return _open_name_may(cast, being, pronoun, unlike, near=near)


def _open_name_may(cast: Cast, being: Being, pronoun: Being, unlike: int, *, near: bool) -> bool:
    words = [cast.tokens[at].text for at in range(being.first, being.last)]
    if _like_a_name_of(words[0], pronoun.gender) and (borne(words[0]) or near or unlike < MANY):
        return True
    if len(words) > 1:
        return near and not _place_of(cast, being)
    close = unlike < 2 and 0 <= pronoun.sentence - being.sentence <= WINDOW
    return close and not borne(words[0]) and not _of_the_other(cast, being, pronoun)


def _place_of(cast: Cast, being: Being) -> bool:
    """Does the name say where, of what or for what (`in Summer Showers`, `for Leyton Orient`)? Then it is hardly a person's."""
    head = cast.tokens[being.last - 1]
    return head.dep_ == "pobj" and head.head.lower_ in {"in", "at", "on", "near", "for", "of", "through", "across", "into"}


def _of_the_other(cast: Cast, being: Being, pronoun: Being) -> bool:
    """Is the name the nearest one before a pronoun of the other gender as well? Then it is that person's."""
    word = cast.tokens[being.last - 1].text
    nearest: Being | None = None
    for each in cast.beings:
        if each.kind in ("name", "open"):
            nearest = each
        elif each.kind != "pronoun" or each.gender == pronoun.gender or nearest is None:
            continue
        elif cast.tokens[nearest.last - 1].text == word and each.sentence - nearest.sentence <= 1:
            return True
    return False


def _like_a_name_of(word: str, gender: Gender | None) -> bool:
    """Could this be a first name of that gender, or the surname of somebody famous?"""
    if borne(word):
        return gender_of(word) in (None, gender)
    return word in famous() or (gender == "female" and word.endswith(_FEMININE_ENDS))


_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ship", "ism", "ure", "ance", "ence", "sis", "dom", "hood", "ing", "age", "cy")
_PEOPLE = frozenset("people workers police troops soldiers players men women children residents voters parents students everyone".split())


def _inanimate(word: str, tag: str) -> bool:
    return tag == "NN" and (word in inanimate() or (word.endswith(_ABSTRACT) and len(word) > 5))


def things(cast: Cast) -> Iterator[tuple[Being, Being]]:
    """`The law was passed in May. She applies from June.`: no person in the text so far, and a thing as the last subject."""
    for pronoun in cast.beings:
        if pronoun.kind != "pronoun":
            return  # from the first person on, the pronoun may mean that person
        token = cast.tokens[pronoun.first]
        start = cast.sentence_start(pronoun.sentence)
        if pronoun.sentence == 0 or token.lower_ not in ("he", "she") or token.i - start > 1:
            return
        before = cast.tokens[cast.sentence_start(pronoun.sentence - 1) : start]
        thing = next((each for each in before if each.dep_ in ("nsubj", "nsubjpass")), None)
        if thing is None or not _inanimate(thing.lower_, thing.tag_) or any(each.lower_ in _PEOPLE for each in before):
            return
        yield pronoun, Being(thing.i, thing.i + 1, pronoun.sentence - 1, "noun")
