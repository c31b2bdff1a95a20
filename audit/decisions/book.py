"""This file merges the decisions of several people into one book: the later one stands, and those that contradict each other do not."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from audit.decided import Decision
from audit.decisions.days import moment


@dataclass(frozen=True, slots=True)
class Book:
    """Decisions by fingerprint, and those on all of a rule in a text. `expired` and `torn` (the contradictions) settle nothing."""

    instances: Mapping[str, Decision] = field(default_factory=dict)
    texts: tuple[Decision, ...] = ()
    expired: tuple[Decision, ...] = ()
    torn: tuple[tuple[Decision, Decision], ...] = ()

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Those that count."""
        return (*self.instances.values(), *self.texts)


def merged(decisions: Iterable[Decision], day: datetime.date) -> Book:
    """The book of all decisions, as it is on a day. The order of the decisions does not matter."""
    subjects: dict[tuple[str, ...], list[Decision]] = {}
    for decision in sorted(set(decisions), key=_order):
        subjects.setdefault(_subject(decision), []).append(decision)
    instances: dict[str, Decision] = {}
    texts, expired, torn = list[Decision](), list[Decision](), list[tuple[Decision, Decision]]()
    for made in subjects.values():
        last = made[-1]
        against = next((one for one in made if one.status != last.status and not is_later(last, one)), None)
        if against is not None:
            torn.append((against, last))
        elif last.expires is not None and last.expires < day:
            expired.append(last)
        elif last.scope == "text":
            texts.append(last)
        else:
            instances[last.fingerprint] = last
    return Book(instances, tuple(texts), tuple(expired), tuple(torn))


def _subject(decision: Decision) -> tuple[str, ...]:
    if decision.scope == "instance":
        return ("instance", decision.fingerprint)
    return ("text", decision.rule, decision.text or decision.fingerprint)


def _order(decision: Decision) -> tuple[str, ...]:
    at = moment(decision.date)
    return ("" if at is None else at.isoformat(), decision.status, decision.author, decision.reason, str(decision.expires))


def is_later(one: Decision, other: Decision) -> bool:
    """Was the one made after the other, for certain? Of a day without an hour, nothing else on it is earlier or later."""
    at, then = moment(one.date), moment(other.date)
    if at is None or then is None:
        return at is not None
    if isinstance(at, datetime.datetime) and isinstance(then, datetime.datetime):
        return at > then
    return _day(at) > _day(then)


def _day(at: datetime.date | datetime.datetime) -> datetime.date:
    return at.date() if isinstance(at, datetime.datetime) else at
