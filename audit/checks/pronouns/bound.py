"""This file finds pronouns that grammar binds to a person of the other gender, and pronouns of a gender that nobody in the text has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from audit.checks.pronouns.forms import other
from audit.entries import Person, Pronoun
from audit.found import Found
from audit.model import Analysis, Related

BINDINGS = ("reflexive", "own", "joined", "relative", "said", "fronted", "next", "counterpart")
_WHO = {"female": "a woman", "male": "a man"}


def _bound(binding: str, analysis: Analysis) -> Iterator[Found]:
    for person in analysis.ledger.people:
        if person.gender is None:
            continue
        for pronoun in person.pronouns:
            if pronoun.binding == binding and pronoun.sure and pronoun.gender != person.gender and _evidence(person):
                yield _found(analysis, pronoun, _evidence(person))
    for pronoun in analysis.ledger.strays:
        if pronoun.binding in (binding, f"{binding}-self") and pronoun.means is not None:
            yield _found(analysis, pronoun, f"who is {_WHO['male' if pronoun.gender == 'female' else 'female']}")


def _evidence(person: Person) -> str:
    """What shows the person's gender, for the editor; empty where it is not sure enough."""
    best = next((each for each in person.evidence if each.gender == person.gender and each.grade in ("A", "B")), None)
    return best.reason if best is not None else ""


def _found(analysis: Analysis, pronoun: Pronoun, evidence: str) -> Found:
    named = pronoun.means.of(analysis.text) if pronoun.means is not None else ""
    related = (Related(pronoun.means, "the person meant"),) if pronoun.means is not None else ()
    return Found(pronoun.span, {"person": named, "evidence": evidence}, (other(analysis, pronoun.span),), related)


def _strays(analysis: Analysis) -> Iterator[Found]:
    """One `she` among many `he` in a text without a woman."""
    for pronoun in analysis.ledger.strays:
        if pronoun.binding == "stray":
            who = _WHO[pronoun.gender].removeprefix("a ")
            better = (other(analysis, pronoun.span),) if _company(analysis, pronoun) else ()
            yield Found(pronoun.span, {"who": who}, better, ())


_FORMS = {"female": frozenset({"he", "him", "his", "himself"}), "male": frozenset({"she", "her", "hers", "herself"})}


def _company(analysis: Analysis, pronoun: Pronoun) -> bool:
    """Does the same sentence speak of somebody of the other gender? Else a thing may be meant: `America ... she`."""
    sentence = analysis.sentence_at(pronoun.span.start)
    tokens = analysis.tokens[sentence.first : sentence.last] if sentence is not None else ()
    return any(token.lower_ in _FORMS[pronoun.gender] for token in tokens)


FAULTS: dict[str, Callable[[Analysis], Iterator[Found]]] = {
    **{binding: partial(_bound, binding) for binding in BINDINGS},
    "stray": _strays,
}
