"""This file decides whether somebody held an office on the article's day, and says what the sheets know."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from audit.entries import Statement
from audit.facts import Facts, Holders, Known, Tenure
from audit.model import Analysis
from audit.statements.names import alike, same, same_surname
from audit.statements.time import looks_elsewhen, other_year, sentence_of, span_of, written
from audit.statements.titles import LEADER, Holding, Title, label
from audit.statements.wording import the

_NEAR = (datetime.timedelta(days=-3), datetime.timedelta(days=3), datetime.timedelta(days=30), datetime.timedelta(days=90))
"""So near to a handover the article may be about the day before; and papers call somebody elected what he will be in some weeks."""
_COMPLETE_FROM = datetime.date(1990, 1, 1)


def judge(analysis: Analysis, facts: Facts, said: Holding) -> Statement | None:
    """The statement that somebody of this name holds the office, with what the sheets say; None where they do not know the office."""
    title, name, at, whole = said.title, said.name, said.at, said.whole
    if title.office == LEADER:
        return _leader(analysis, facts, said)
    history = facts.history(title.office, title.of.name)
    if not history:
        return None
    unknown = Statement("holder", whole, "not known", parts=((at, "named here"),))
    held = [tenure for tenure in history if _fits(facts, tenure, name)]
    on = analysis.ledger.as_of
    if title.shifted or on is None:
        return unknown if on or title.shifted or held else _never(facts, said, history) or unknown
    found = facts.holders(title.office, title.of.name, on)
    now = [tenure for tenure in found.tenures if _fits(facts, tenure, name)]
    if now:
        return Statement("holder", whole, "agrees", _fact(title, now, on))
    if not _decidable(analysis, facts, found, said, held, on) or (not held and _consort(facts, title, found)):
        return unknown
    return _wrong(analysis, facts, said, found, on) or unknown


def _leader(analysis: Analysis, facts: Facts, said: Holding) -> Statement | None:
    """`the French leader`: right for either of two offices, wrong only for somebody who held one of them at another time."""
    keys = [key for key in ("head of government", "head of state") if facts.history(key, said.title.of.name)]
    told = {key: judge(analysis, facts, replace(said, title=replace(said.title, office=key, words=key))) for key in keys}
    if right := next((one for one in told.values() if one and one.verdict == "agrees"), None):
        return right
    held = (key for key in keys if any(_fits(facts, tenure, said.name) for tenure in facts.history(key, said.title.of.name)))
    return next((one for key in held if (one := told[key]) and one.kind == "holder"), None)


def _fits(facts: Facts, tenure: Tenure, name: str) -> bool:
    """Can this name mean the holder? A surname, a given name, a spelling, or another romanisation of it."""
    return any(same(name, spelling) for spelling in _forms(facts, tenure.person))


def _forms(facts: Facts, person: str) -> tuple[str, ...]:
    known = facts.person(person)
    return (person, *known.spellings, *known.avoid) if known else (person,)


def _decidable(analysis: Analysis, facts: Facts, found: Holders, said: Holding, held: Sequence[Tenure], on: datetime.date) -> bool:
    title, whole = said.title, said.whole
    if found.unsure or not found.tenures or (len({tenure.person for tenure in found.tenures}) > 1 and not found.complete):
        return False
    if any(tenure.acting for tenure in found.tenures) or other_year(analysis, whole):
        return False
    near = (facts.holders(title.office, title.of.name, on + step) for step in _NEAR)
    wanted = {tenure.person for tenure in held}
    if any(wanted & {tenure.person for tenure in other.tenures} for other in near):
        return False
    return not looks_elsewhen(analysis, whole)


def _consort(facts: Facts, title: Title, found: Holders) -> bool:
    """`the Spanish Queen Letizia`: the wife of a king."""
    gender = {"queen": "female", "king": "male"}.get(title.words.lower())
    known = [facts.person(tenure.person) for tenure in found.tenures]
    return gender is not None and any(person is None or person.gender != gender for person in known)


def _wrong(analysis: Analysis, facts: Facts, said: Holding, found: Holders, on: datetime.date) -> Statement | None:
    title, name, at, whole = said.title, said.name, said.at, said.whole
    right = [tenure.person for tenure in found.tenures]
    text = analysis.text
    bearers = _bearers(facts, name)
    near = [person for person in right if not bearers and any(alike(name, form) for form in _forms(facts, person))]
    paragraph = analysis.paragraph_at(at.start)
    if paragraph and paragraph.heading and not bearers and not near:
        return None
    if not bearers and not near and _title_case(sentence_of(analysis, whole)):
        return None  # `French President Slams Critics`
    if not bearers and not near and (" " not in name or any(same_surname(name, person) for person in right)):
        return None  # one unknown word may be no name at all
    short = [person for person in right if " " not in name]
    best = [person.rsplit(" ", 1)[-1] if person in short else person for person in (near or right)]
    better = tuple(text[whole.start : at.start] + person + text[at.end : whole.end] for person in best) if len(best) == 1 else ()
    kind = "misspelt-holder" if near else "holder"
    fact = _fact(title, found.tenures, on) + ("" if near else _career(facts, bearers, title))
    return Statement(kind, whole, "contradicts", fact, better, ((at, "named here"),))


def _title_case(sentence: str) -> bool:
    """Does nearly every word begin with a capital, as in a headline?"""
    long = [word for word in sentence.split() if word[0].isalpha() and len(word) > 3]
    return sum(word[0].isupper() for word in long) > 0.7 * len(long)


def _bearers(facts: Facts, name: str) -> tuple[Known, ...]:
    """The people of the sheets whom this name can mean."""
    known = facts.person(name)
    if known:
        return (known,)
    bearers = facts.bearers(name.rsplit(" ", 1)[-1])
    return tuple(person for person in bearers if any(same(name, form) for form in (person.name, *person.spellings)))


def _never(facts: Facts, said: Holding, history: Sequence[Tenure]) -> Statement | None:
    """Without a date: somebody of the sheets who has never held an office whose holders are all known."""
    title, name, whole = said.title, said.name, said.whole
    known = facts.person(name)
    complete = all(
        facts.holders(title.office, title.of.name, _COMPLETE_FROM.replace(year=year)).complete for year in (1995, 2005, 2015, 2022)
    )
    if known is None or not complete:
        return None
    fact = f"{known.name} is not among the holders of this office ({history[-1].source})"
    return Statement("holder", whole, "contradicts", fact + _career(facts, (known,), title))


def _fact(title: Title, tenures: Sequence[Tenure], on: datetime.date) -> str:
    """`on 7 January 2022 the president of France was Emmanuel Macron (since 14 May 2017; elysee.fr)`."""
    people = " and ".join(
        f"{tenure.person} ({'; '.join(filter(None, (span_of(tenure), tenure.source, tenure.sheet)))})" for tenure in tenures
    )
    return f"on {written(on)} the {label(title)} of {the(title.of.name)} was {people}"


def _career(facts: Facts, people: Sequence[Known], title: Title) -> str:
    """When the person named held this or another office, where only one can be meant."""
    if len(people) != 1:
        return ""
    tenures = facts.tenures(people[0].name)
    mine = [tenure for tenure in tenures if (tenure.office, tenure.of) == (title.office, title.of.name)] or list(tenures)
    when = span_of(mine[-1]) if mine else ""
    return f"; {people[0].name} was {mine[-1].office} of {the(mine[-1].of)} {when}".rstrip() if mine else ""
