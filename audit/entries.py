"""This file defines the entries of the ledger: the people, quotations, figures and dates that an article holds."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from audit.spans import Span

Gender = Literal["female", "male"]
Grade = Literal["A", "B", "C"]
"""How sure a gender is. A: a sheet of facts, an honorific (Mrs) or a noun (the mother); B: a full name whose first name is borne by one
gender in 98 of 100; C: anything weaker (the pronouns round it). Findings need A or B."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What says that a person is a woman or a man. `reason` is for the editor; `span` is where the text itself says it."""

    gender: Gender
    grade: Grade
    reason: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names a person. `form`: full (first name and surname), surname, given, or title (an office without a name)."""

    span: Span
    form: Literal["full", "surname", "given", "title"]


@dataclass(frozen=True, slots=True)
class Role:
    """What the text says that a person is. `title` as it stands; `office` and `country` as the sheets of facts call them, where they do."""

    title: str
    span: Span
    office: str | None = None
    country: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun that grammar binds to a person, whatever its gender. `binding` names the construction (reflexive, own, said ...).

    `sure`: nobody else of the pronoun's gender stands near, so that it can mean only this person; `means`: the place that names it.
    """

    span: Span
    gender: Gender
    binding: str
    sure: bool = True
    means: Span | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the article. `name` is the fullest form, `variants` every form that stands, in order; `key` is the name in the sheets."""

    name: str
    variants: tuple[str, ...]
    mentions: tuple[Mention, ...]
    gender: Gender | None = None
    evidence: tuple[Evidence, ...] = ()
    roles: tuple[Role, ...] = ()
    pronouns: tuple[Pronoun, ...] = ()
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks (`span`, marks included; several spans when it goes on over paragraphs) and who said them.

    `person`: index into the ledger's people, where the speaker is one of them; `speaker`: where the text names the speaker.
    """

    span: Span
    further: tuple[Span, ...] = ()
    speaker: Span | None = None
    verb: Span | None = None
    person: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number. `value` in units (2.5 million is 2500000); `unit`: km, percent, USD, year ... or empty; `of`: the lemma of what is counted.

    `hedge`: the word that makes it inexact (about, more than, at least), lower case, or empty.
    """

    span: Span
    value: float
    unit: str = ""
    of: str = ""
    hedge: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A date or a weekday. `kind`: date (a day with its month), month, year, weekday, or relative (yesterday).

    Only what stands in the text is filled; `weekday` counts from Monday = 0; `resolved` is the day meant, where that is sure.
    """

    span: Span
    kind: Literal["date", "month", "year", "weekday", "relative"]
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    resolved: datetime.date | None = None


Verdict = Literal["agrees", "contradicts", "not known"]


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that the article says of the world and that the sheets of facts could know (`kind`: holder, capital, member-count ...).

    `fact`: what the sheets say, dated and with its source; `better`: the whole span in other words; `parts`: other places, with a label.
    """

    kind: str
    span: Span
    verdict: Verdict
    fact: str = ""
    better: tuple[str, ...] = ()
    parts: tuple[tuple[Span, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence to check. `reasons` say why; `score` is for ranking only; `statements` are what the sheets could judge."""

    span: Span
    score: float
    reasons: tuple[str, ...]
    statements: tuple[Statement, ...] = ()
    speaker: str = ""

    @property
    def verdict(self) -> Verdict:
        """One contradiction outweighs everything; nothing is known of a claim without a statement that the sheets know."""
        said = {statement.verdict for statement in self.statements}
        return "contradicts" if "contradicts" in said else "agrees" if "agrees" in said else "not known"


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the article says of itself, each in the order of the text. Spans count in prose.

    `strays`: pronouns of the wrong gender that mean no named person: a noun (`the actress ... his`), a body (`NATO ... his`), or nobody
    (one `she` among many `he`, and no woman).
    `as_of`: the article's day (given, or inferred from its dates); `as_of_from` says how it is known.
    """

    people: tuple[Person, ...] = ()
    strays: tuple[Pronoun, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[Day, ...] = ()
    as_of: datetime.date | None = None
    as_of_from: str = ""
