"""This file says whether anybody else could be meant by a pronoun: only where nobody can, its gender proves a fault."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from audit.entries import Gender
from audit.ledger.bindings import Bound, own_subject
from audit.ledger.cast import Being, Cast
from audit.ledger.given import borne, gender_of
from audit.ledger.vocabulary import famous

WINDOW = 2
"""Sentences back in which another person may be meant."""
FAR = 4
"""Sentences back in which a person of unknown gender may be meant by a pronoun that stands alone of its kind."""
MANY = 3
"""From so many pronouns of the other gender on, names of two words farther off do not count."""
_FEMININE_ENDS = ("a", "ie", "i", "ne", "een", "elle", "ette", "lyn", "ah", "cy", "dy", "bby", "ily", "ny", "lly", "ey")


def sure(cast: Cast, bound: Bound, wrong: Collection[int]) -> bool:
    """Can the pronoun mean nobody but the person it is bound to? `wrong`: the tokens of pronouns already found to be wrong."""
    pronoun = bound.pronoun
    if bound.binding == "reflexive":
        return not any(_fits(being, pronoun) for being in cast.between(bound.being.last, pronoun.first))
    if bound.binding == "counterpart":
        before = cast.between(cast.sentence_start(pronoun.sentence - 1), pronoun.first)
        return not any(_fits(being, pronoun) and being.kind != "noun" for being in before)
    if any(True for _ in _others(cast, bound)):
        return False
    alike = [being for being in cast.beings if being.kind == "pronoun" and being.gender == pronoun.gender and being.first != pronoun.first]
    if any(
        0 <= pronoun.sentence - being.sentence <= WINDOW and being.first < pronoun.first and being.first not in wrong for being in alike
    ):
        return False
    later = any(being.first > pronoun.first and being.sentence - pronoun.sentence <= 1 for being in alike)
    return not later or not any(_fits(being, pronoun) and being.kind != "pronoun" for being in cast.between(0, pronoun.first))


def _fits(being: Being, pronoun: Being) -> bool:
    return being.gender in (None, pronoun.gender)


def _others(cast: Cast, bound: Bound) -> Iterator[Being]:
    """Whoever else may be meant: of the pronoun's gender somewhat farther off, of unknown gender in the sentence itself."""
    pronoun = bound.pronoun
    subject = cast.tokens[pronoun.first].dep_ in ("nsubj", "nsubjpass")
    end = cast.sentence_start(pronoun.sentence + 1) if pronoun.sentence + 1 < cast.count else len(cast.tokens)
    for being in cast.between(cast.sentence_start(max(0, pronoun.sentence - WINDOW)), end):
        if being.kind == "pronoun" or not _fits(being, pronoun) or being.person == bound.being.person is not None:
            continue
        behind = being.first > pronoun.first
        if behind and (subject or being.kind == "noun" or not (bound.binding == "next" or being.gender is not None)):
            continue  # `He said Scholz would`: not Scholz
        if being.gender is None and being.sentence < min(pronoun.sentence, bound.being.sentence) and _close(cast, bound):
            continue
        yield being


_WITHIN = frozenset(
    "career life youth childhood retirement resignation lifetime adolescence upbringing deathbed mind debut memoir memoirs autobiography "
    "studies birthday homeland birthplace reelection re-election".split()
)
"""What everybody has of their own, where it stands behind a preposition: during her career, in his youth."""
_OF_ONESELF = frozenset("mind temper breath debut memoir memoirs autobiography studies doctorate career homework".split())
"""The same as an object: she began her career. (He may well have saved or mourned her life.)"""


def _close(cast: Cast, bound: Bound) -> bool:
    """Does the construction bind so closely that a name some sentences back does not matter?"""
    if bound.being.person is None:
        return False
    return bound.binding in ("joined", "fronted") or _intimate(cast, bound.pronoun)


def _intimate(cast: Cast, pronoun: Being) -> bool:
    """Is it something of one's own, so that the possessive means the subject?"""
    token = cast.tokens[pronoun.first]
    if token.lower_ in ("himself", "herself") or cast.tokens[min(token.i + 1, len(cast.tokens) - 1)].lower_ == "own":
        return True
    noun = token.head
    return token.dep_ == "poss" and noun.lower_ in (_WITHIN if noun.dep_ == "pobj" else _OF_ONESELF)


def strays(cast: Cast) -> Iterator[Being]:
    """Pronouns of a gender that nobody in the text has: one `she` among many `he`, and no woman, nor a name that might be one's."""
    pronouns = [being for being in cast.beings if being.kind == "pronoun"]
    for pronoun in pronouns:
        alike = sum(being.gender == pronoun.gender for being in pronouns)
        unlike = len(pronouns) - alike
        if alike > 1 or unlike < 1 or cast.quote_of(pronoun.first) >= 0 or either_or(cast, pronoun):
            continue
        if not any(_may_be_meant(cast, being, pronoun, unlike) for being in cast.beings if being.kind != "pronoun"):
            yield pronoun


def self_contradictions(cast: Cast) -> Iterator[tuple[Being, Being]]:
    """`she ... his own career`: a possessive that must mean the pronoun before it; the one of the gender that the text has less is wrong."""
    pronouns = [being for being in cast.beings if being.kind == "pronoun"]
    for pronoun in pronouns:
        subject = cast.at.get(at) if (at := own_subject(cast, cast.tokens[pronoun.first])) is not None else None
        if subject is None or subject.kind != "pronoun" or subject.gender == pronoun.gender or not _intimate(cast, pronoun):
            continue
        if any(_fits(being, pronoun) for being in cast.between(subject.first + 1, pronoun.first)):
            continue
        for one, other in ((pronoun, subject), (subject, pronoun)):
            rest = [being for being in pronouns if being.first not in (one.first, other.first)]
            alike = sum(being.gender == one.gender for being in rest)
            if not alike and sum(being.gender == other.gender for being in rest):
                yield one, other
                break


def _may_be_meant(cast: Cast, being: Being, pronoun: Being, unlike: int) -> bool:
    if being.gender == pronoun.gender:
        return True
    if being.gender is not None:
        return False
    back = pronoun.sentence - being.sentence
    if being.kind == "noun":
        return 0 <= back <= (1 if unlike < MANY else 0) and being.first < pronoun.first
    words = [cast.tokens[at].text for at in range(being.first, being.last)]
    reach = FAR if unlike < MANY else 1
    if being.kind == "open" and _like_a_name_of(words[0], pronoun.gender) and (borne(words[0]) or 0 <= back <= reach or unlike < MANY):
        return True
    if being.kind == "name":
        return 0 <= back <= reach
    if len(words) > 1:
        return 0 <= back <= reach and not _place_of(cast, being)
    return unlike < 2 and 0 <= back <= WINDOW and not borne(words[0]) and not _of_the_other(cast, being, pronoun)


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
        elif each.kind == "pronoun" and each.gender != pronoun.gender and nearest is not None:
            if cast.tokens[nearest.last - 1].text == word and each.sentence - nearest.sentence <= 1:
                return True
    return False


def _like_a_name_of(word: str, gender: Gender | None) -> bool:
    """Could this be a first name of that gender, or the surname of somebody famous?"""
    if borne(word):
        return gender_of(word) in (None, gender)
    return word in famous() or (gender == "female" and word.endswith(_FEMININE_ENDS))


def either_or(cast: Cast, pronoun: Being) -> bool:
    """`he or she`, `him/her`."""
    near = {token.lower_ for token in cast.tokens[max(0, pronoun.first - 2) : pronoun.first + 3]}
    return bool(near & {"or", "/", "he/she", "and/or"}) and len(near & {"he", "she", "him", "her", "his", "hers", "himself", "herself"}) > 1
