"""This file says whom grammar makes a pronoun mean, without a look at its gender: that is how a wrong gender shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.ledger.cast import Being, Cast
from audit.ledger.clauses import SUBJECTS, subject_of, verb_over

if TYPE_CHECKING:
    from spacy.tokens import Token

_POSSESSIVES = frozenset({"his", "her"})


@dataclass(frozen=True, slots=True)
class Bound:
    """A pronoun, whom it means, and by which construction."""

    pronoun: Being
    being: Being
    binding: str


def bound(cast: Cast, pronoun: Being) -> Bound | None:
    """The person that a construction makes a pronoun mean."""
    token = cast.tokens[pronoun.first]
    for name, rule in RULES.items():
        found = rule(cast, token)
        if found is not None and cast.quote_of(token.i) == cast.quote_of(found.first):
            return Bound(pronoun, found, name)
    return None


def _named(cast: Cast, token: Token | None) -> Being | None:
    """The person that a token names, or the man or woman that it is a noun for."""
    being = cast.at.get(token.i, cast.titles.get(token.i)) if token is not None else None
    if being is None or (being.kind == "noun" and (being.gender is None or token is None or token.tag_ in ("NNS", "NNPS"))):
        return None
    return being if being.kind in ("name", "noun") else None


_OPPOSITES = frozenset("counterpart counterparts predecessor successor deputy homologue namesake".split())


def _counterpart(cast: Cast, token: Token) -> Being | None:
    """`..., said Liz Truss. Her Polish counterpart`: whoever was named last in the sentence before."""
    sentence = cast.sentence_of(token.i)
    start = cast.sentence_start(sentence)
    if sentence == 0 or token.lower_ not in _POSSESSIVES or any(True for _ in cast.between(start, token.i)):
        return None
    behind = [cast.tokens[at].lower_ for at in range(token.i + 1, min(token.i + 5, len(cast.tokens)))]
    if not _OPPOSITES & set(behind) and behind[:2] != ["opposite", "number"] and behind[1:3] != ["opposite", "number"]:
        return None
    before = [being for being in cast.between(cast.sentence_start(sentence - 1), start) if being.kind == "name"]
    return before[-1] if before else None


def _reflexive(cast: Cast, token: Token) -> Being | None:
    if token.lower_ not in ("himself", "herself"):
        return None
    verb = verb_over(token)
    return _named(cast, subject_of(verb)) if verb is not None else None


def own_subject(cast: Cast, token: Token) -> int | None:
    """The subject of the clause that a possessive or a reflexive stands in."""
    verb = verb_over(token.head if token.lower_ in _POSSESSIVES and token.dep_ == "poss" else token)
    subject = subject_of(verb) if verb is not None else None
    return subject.i if subject is not None and subject.i < token.i else None


def _own(cast: Cast, token: Token) -> Being | None:
    """`Velk sold her house`, `Velk went to her office`: the possessive and the subject of its clause."""
    if token.lower_ not in _POSSESSIVES or token.dep_ != "poss":
        return None
    verb = verb_over(token.head) if token.head.dep_ not in SUBJECTS else None
    subject = subject_of(verb) if verb is not None else None
    if subject is not None and verb is not None and verb.dep_ in ("ccomp", "advcl") and subject.i < token.i and _thing(cast, subject):
        subject = subject_of(verb.head)  # `Velk said the flood had changed her town`
    being = _named(cast, subject)
    return being if being is not None and being.first < token.i and not _somebody(cast, being.last, token.i) else None


def _thing(cast: Cast, token: Token) -> bool:
    return token.i not in cast.at and token.i not in cast.titles and token.tag_ in ("NN", "NNS")


def _somebody(cast: Cast, first: int, last: int) -> bool:
    return any(being.kind != "pronoun" for being in cast.between(first, last))


def _joined(cast: Cast, token: Token) -> Being | None:
    """`Velk and her team`."""
    if token.lower_ not in _POSSESSIVES or token.i < 2 or cast.tokens[token.i - 1].lower_ not in ("and", "with"):
        return None
    at = token.i - 2 - (cast.tokens[token.i - 2].text == ",")
    before = cast.at.get(at) if at >= 0 else None
    return _named(cast, cast.tokens[at]) if before is not None else None


def _relative(cast: Cast, token: Token) -> Being | None:
    """`Velk, who lost her seat`."""
    verb = token.head if token.dep_ in (*SUBJECTS, "poss", "dobj") else None
    for _ in range(6):
        if verb is None or verb.dep_ == "relcl" or verb.head.i == verb.i:
            break
        verb = verb.head
    if verb is None or verb.dep_ != "relcl" or verb.lemma_ == "be" or token.lower_ not in _POSSESSIVES or token.dep_ != "poss":
        return None
    who, head = subject_of(verb), _named(cast, verb.head)
    if who is None or who.lower_ != "who" or head is None:
        return None
    return head if not _somebody(cast, who.i, token.i) else None


def _said(cast: Cast, token: Token) -> Being | None:
    """`Velk said she would`, `Velk left because she was ill`."""
    if token.dep_ not in SUBJECTS or token.head.dep_ not in ("ccomp", "advcl", "conj") or token.head.head.i == token.head.i:
        return None
    being = _named(cast, subject_of(token.head.head))
    return being if being is not None and being.last <= token.i and not _somebody(cast, being.last, token.i) else None


_BY_OTHERS = frozenset("help support permission advice consent blessing approval assistance guidance aid request behalf presence".split())
"""What one has from somebody else: `With his help, Anna Velk found a flat`."""


def _fronted(cast: Cast, token: Token) -> Being | None:
    """`In her speech, Velk said`, `When she arrived, Velk said`: the pronoun stands before the subject."""
    sentence = cast.sentence_of(token.i)
    if any(True for _ in cast.between(cast.sentence_start(sentence), token.i)):
        return None
    verb = token.head.head if token.dep_ in SUBJECTS and token.head.dep_ == "advcl" else None
    if token.lower_ in _POSSESSIVES and token.dep_ == "poss" and token.head.dep_ in ("pobj", "dobj"):
        verb = verb_over(token.head) if token.head.lower_ not in _BY_OTHERS else None
    being = _named(cast, subject_of(verb)) if verb is not None else None
    return being if being is not None and being.first > token.i and not _somebody(cast, token.i + 1, being.first) else None


def _next_sentence(cast: Cast, token: Token) -> Being | None:
    """`Velk arrived on Monday. She said ...`: the sentence before names one person, and this one nobody so far."""
    sentence = cast.sentence_of(token.i)
    start = cast.sentence_start(sentence)
    if sentence == 0 or any(being.kind != "pronoun" for being in cast.between(start, token.i)):
        return None
    back = sentence - 1
    if back and token.dep_ in SUBJECTS and not any(True for _ in cast.between(cast.sentence_start(back), start)):
        back -= 1  # a sentence in between that speaks of nobody
    before = [being for being in cast.between(cast.sentence_start(back), start) if being.kind != "pronoun"]
    persons = {being.person for being in before}
    if len(persons) != 1 or before[0].gender is None or _new_subject(cast, start, token):
        return None
    last = cast.tokens[before[0].last - 1]
    if before[0].person is None and (len(before) > 1 or last.dep_ not in SUBJECTS):
        return None
    return _named(cast, last)


def _new_subject(cast: Cast, start: int, token: Token) -> bool:
    """Has a thing come in between that the pronoun may mean? `The EU lacks experts, so she should ...`."""
    verb = token.head if token.dep_ in SUBJECTS else None
    if verb is not None and verb.dep_ == "ROOT":
        return False
    return any(other.dep_ in SUBJECTS and other.pos_ in ("NOUN", "PROPN") for other in cast.tokens[start : token.i])


RULES = {
    "counterpart": _counterpart,
    "reflexive": _reflexive,
    "joined": _joined,
    "relative": _relative,
    "own": _own,
    "said": _said,
    "fronted": _fronted,
    "next": _next_sentence,
}
