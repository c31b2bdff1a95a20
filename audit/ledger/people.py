"""This file finds the people of an article, with the forms of their names, their gender and its evidence, roles and pronouns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from audit.entries import Evidence, Mention, Person, Pronoun
from audit.ledger.bindings import bound
from audit.ledger.cast import PRONOUNS, Being, Cast
from audit.ledger.cluster import Draft, cluster
from audit.ledger.gender import evidence, settled
from audit.ledger.names import names
from audit.ledger.rivals import either_or, sure
from audit.ledger.roles import roles
from audit.ledger.strays import self_contradictions, strays, things
from audit.model import Analysis, Span


def people(analysis: Analysis) -> tuple[tuple[Person, ...], tuple[Pronoun, ...]]:
    """Every person named, in the order of the first mention; and the pronouns of the wrong gender that mean nobody of them."""
    drafts, open_names = cluster(names(analysis), analysis.facts)
    found = [
        tuple(evidence(analysis.text, [name for name, _ in draft.names], draft.known or draft.full, analysis.facts)) for draft in drafts
    ]
    cast = Cast(analysis, drafts, [settled(each) for each in found], open_names)
    pronouns, wrong = _pronouns(cast)
    told = tuple(
        _person(analysis, draft, each, tuple(pronouns[index])) for index, (draft, each) in enumerate(zip(drafts, found, strict=True))
    )
    return told, (
        *pronouns[None],
        *(_pronoun(cast, being, "stray") for being in strays(cast) if being.first not in wrong),
        *(_pronoun(cast, one, "own-self", other) for one, other in self_contradictions(cast) if one.first not in wrong),
        *(_pronoun(cast, one, "thing", thing) for one, thing in things(cast)),
    )


def _pronouns(cast: Cast) -> tuple[dict[int | None, list[Pronoun]], set[int]]:
    """The pronouns that grammar binds, by the number of the person; those of the wrong gender bound to a noun under None; and the wrong."""
    by_person: dict[int | None, list[Pronoun]] = defaultdict(list)
    wrong: set[int] = set()
    for being in cast.beings:
        if being.kind != "pronoun" or (found := bound(cast, being)) is None or either_or(cast, being):
            continue
        alone = sure(cast, found, wrong)
        clash = found.being.gender not in (None, being.gender)
        if alone and clash:
            wrong.add(being.first)
        if found.being.person is not None or (alone and clash):
            by_person[found.being.person].append(_pronoun(cast, being, found.binding, found.being, alone=alone))
    return by_person, wrong


def _pronoun(cast: Cast, being: Being, binding: str, means: Being | None = None, *, alone: bool = True) -> Pronoun:
    token = cast.tokens[being.first]
    span = cast.span(means) if means is not None else None
    return Pronoun(Span(token.idx, token.idx + len(token)), PRONOUNS[token.lower_], binding, alone, span)


def _person(analysis: Analysis, draft: Draft, found: Sequence[Evidence], pronouns: tuple[Pronoun, ...]) -> Person:
    mentions = tuple(Mention(name.span, form) for name, form in draft.names)
    variants = tuple(dict.fromkeys(mention.span.of(analysis.text) for mention in mentions))
    held = tuple(roles(analysis.text, [name for name, _ in draft.names], analysis.facts))
    known = analysis.facts.person(draft.known or draft.full) if analysis.facts is not None else None
    return Person(draft.full, variants, mentions, settled(found), tuple(found), held, pronouns, known.name if known else None)
