"""This file defines the values that walk through the stages: plain, frozen, and known to everybody."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, Protocol

from audit.decided import Decision as Decision
from audit.decided import Gone as Gone
from audit.decided import Remark as Remark
from audit.entries import Claim as Claim
from audit.entries import Ledger as Ledger
from audit.entries import Statement as Statement
from audit.paired import Changes as Changes
from audit.paired import Earlier as Earlier
from audit.paired import Segment as Segment
from audit.sides import Alignment as Alignment
from audit.sides import Couple as Couple
from audit.sides import Original as Original
from audit.sides import Passage as Passage
from audit.sides import Reference as Reference
from audit.sides import Scored as Scored
from audit.spans import Run as Run
from audit.spans import Span as Span
from audit.spans import position as position

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from audit.engines.complaint import Complaint
    from audit.facts import Facts

Severity = Literal["neutral", "minor", "major", "critical"]
SEVERITIES: tuple[Severity, ...] = ("neutral", "minor", "major", "critical")
WEIGHTS: Mapping[Severity, int] = {"neutral": 0, "minor": 1, "major": 5, "critical": 25}
"""MQM severity multipliers (MQM Core scoring model; the same in ISO 5060 practice)."""

SURE_OF_ORIGIN = 0.7
"""From this confidence on, an estimated source language counts as known."""


class AuditError(Exception):
    """A user's mistake. Its message is one line: where, what is wrong, what to do. Faces turn it into exit status 2."""


@dataclass(frozen=True, slots=True)
class Document:
    """One text to audit. `text` is the input as given; `prose` is what a reader sees of it (no markup, no front matter).

    All stages up to `apply` count in prose; findings count in text. Without `runs` the two are the same. `segments` come from a bilingual
    file, with what was `unread` of it and what a reader should know (`notes`). `earlier`: the source that the translation was made from.
    `remarks`: comments in the text that ask for silence.
    """

    name: str
    text: str
    prose: str = ""
    runs: tuple[Run, ...] = ()
    source: str | None = None
    source_language: str | None = None
    references: tuple[str, ...] = ()
    date: datetime.date | None = None
    language: str = "en"
    segments: tuple[Segment, ...] = ()
    earlier: Earlier | None = None
    unread: tuple[Failure, ...] = ()
    notes: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def __post_init__(self) -> None:
        if not self.runs:
            object.__setattr__(self, "prose", self.text)

    @property
    def words(self) -> int:
        return len(self.prose.split())

    def to_text(self, span: Span) -> Span:
        """Where a span of prose stands in the text as given.

        A break between two runs stands for the markup between them; a part of a run that is not one to one, for the whole.
        """
        if not self.runs:
            return span
        start = self._text_at(span.start)
        return Span(start, start if span.start == span.end else self._text_until(span.end))

    def to_prose(self, span: Span) -> Span:
        """The inverse of `to_text` for spans that came from it; for any other, the least prose that covers it."""
        if not self.runs:
            return span
        start = self._prose_at(span.start)
        return Span(start, start if span.start == span.end else self._prose_until(span.end))

    def _text_at(self, start: int) -> int:
        index = bisect_right(self.runs, start, key=lambda run: run.prose.start) - 1
        run = self.runs[max(0, index)]
        if start >= run.prose.end:
            return run.text.end
        return run.text.start + max(0, start - run.prose.start) * run.exact

    def _text_until(self, end: int) -> int:
        index = bisect_left(self.runs, end, key=lambda run: run.prose.end)
        run = self.runs[min(index, len(self.runs) - 1)]
        if end <= run.prose.start:
            return run.text.start
        return run.text.end - max(0, run.prose.end - end) * run.exact

    def _prose_at(self, start: int) -> int:
        index = bisect_right(self.runs, start, key=lambda run: run.text.start) - 1
        run = self.runs[max(0, index)]
        if start >= run.text.end:
            return run.prose.end
        return run.prose.start + max(0, start - run.text.start) * run.exact

    def _prose_until(self, end: int) -> int:
        index = bisect_left(self.runs, end, key=lambda run: run.text.end)
        run = self.runs[min(index, len(self.runs) - 1)]
        if end <= run.text.start:
            return run.prose.start
        return run.prose.end - max(0, run.text.end - end) * run.exact


@dataclass(frozen=True, slots=True)
class Paragraph:
    span: Span
    heading: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `first` and `last` are its half-open token indices in the spaCy `Doc`."""

    span: Span
    paragraph: int
    heading: bool
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, marks included. An unclosed one ends with its paragraph; `closing` is then empty."""

    span: Span
    opening: str
    closing: str
    paragraph: int

    @property
    def inside(self) -> Span:
        return Span(self.span.start + len(self.opening), self.span.end - len(self.closing))


@dataclass(frozen=True, slots=True)
class Layout:
    """What `segment` finds in prose before any language is known. `flat` is the prose with soft line breaks as spaces."""

    paragraphs: tuple[Paragraph, ...]
    quotations: tuple[Quotation, ...]
    flat: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that checks may look at. Offsets count in `text`, which is as long as the document's prose."""

    document: Document
    text: str
    paragraphs: tuple[Paragraph, ...]
    quotations: tuple[Quotation, ...]
    sentences: tuple[Sentence, ...]
    tokens: Doc
    original: Original | None = None
    alignment: Alignment | None = None
    ledger: Ledger = field(default_factory=Ledger)
    facts: Facts | None = None
    statements: tuple[Statement, ...] = ()
    changes: Changes | None = None
    references: tuple[Reference, ...] = ()
    complaints: tuple[Complaint, ...] = ()

    def quoted(self, span: Span) -> bool:
        """Does the span stand wholly inside quotation marks?"""
        index = bisect_right(self.quotations, span.start, key=lambda quote: quote.span.start) - 1
        return index >= 0 and self.quotations[index].span.contains(span)

    def sentence_at(self, offset: int) -> Sentence | None:
        index = bisect_right(self.sentences, offset, key=lambda sentence: sentence.span.start) - 1
        return self.sentences[index] if index >= 0 and offset < self.sentences[index].span.end else None

    def paragraph_at(self, offset: int) -> Paragraph | None:
        index = bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.span.start) - 1
        return self.paragraphs[index] if index >= 0 and offset < self.paragraphs[index].span.end else None


@dataclass(frozen=True, slots=True)
class Example:
    """A text that proves a card. `marks` are the spans that must be found (none in a good example)."""

    text: str
    marks: tuple[Span, ...] = ()
    fixed: str | None = None
    line: int = 0
    source: str | None = None
    source_language: str | None = None
    date: datetime.date | None = None
    against: str | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A card, read and checked. `settings` is the dataclass of the check that the card names.

    `fix`: safe where a single suggestion may be made without a person.
    """

    name: str
    message: str
    why: str
    category: str
    severity: Severity
    confidence: float
    check: str
    settings: Any
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    languages: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    missed: tuple[Example, ...] = ()
    false_alarms: tuple[Example, ...] = ()
    see: tuple[str, ...] = ()
    path: str = ""
    enabled: bool = True
    together: int = 1
    unless_source: str = ""
    fix: Literal["", "safe"] = ""


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding: the antecedent, the other spelling, the opening mark."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Match:
    """What a check found for a rule. `values` fill the `{places}` of the rule's message; spans count in prose.

    `only`: the source languages that make this match a fault, where the rule itself does not say; `severity`: its own, likewise.
    `trigger`: does the expression that the card says was misread stand in the source? None where that was not looked at.
    `reference_spans`: what stands in references instead, each with the reference's number from 0; spans count in `original.text` of it.
    """

    rule: str
    span: Span
    values: Mapping[str, str] = field(default_factory=dict)
    better: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    source_span: Span | None = None
    only: tuple[str, ...] = ()
    severity: Severity | None = None
    trigger: bool | None = None
    reference_spans: tuple[tuple[int, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Clue:
    """Something that points to a source language. `kind`: country, places, bodies, names, forms, letters, calque. Weight in nats."""

    language: str
    kind: str
    span: Span
    weight: float


@dataclass(frozen=True, slots=True)
class Origin:
    """The source language: given by the user, or the likeliest one with a confidence from 0 to 1 and what speaks for it."""

    language: str | None = None
    confidence: float = 0.0
    given: bool = False
    clues: tuple[Clue, ...] = ()

    @property
    def known(self) -> str | None:
        """The language, where it is given or surely estimated."""
        return self.language if self.given or self.confidence >= SURE_OF_ORIGIN else None


@dataclass(frozen=True, slots=True)
class Finding:
    """A match as users see it. Spans count in the text as given; `quote` is exactly `text[start:end]`.

    `segment` is the one of the bilingual file that it stands in; empty in any other text. `reference_spans` are as in `Match`.
    `decision` says who settled it and why; `baseline` is empty where the run was given none.
    """

    rule: str
    span: Span
    quote: str
    message: str
    category: str
    severity: Severity
    confidence: float
    better: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    source_span: Span | None = None
    fingerprint: str = ""
    status: Literal["open", "accepted", "dismissed"] = "open"
    segment: str = ""
    reference_spans: tuple[tuple[int, Span], ...] = ()
    decision: Decision | None = None
    baseline: Literal["", "new", "unchanged"] = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be looked at, and what the user can do about it. `what` is a rule's or a stage's name."""

    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Score:
    """A figure. Reference metrics carry sacrebleu's signature; the audit's own figures carry their formula's name.

    `low` and `high` hold 95 % of what chance would have made of it; `floor` is what a text without sense would get.
    """

    metric: str
    value: float
    signature: str = ""
    low: float | None = None
    high: float | None = None
    floor: float | None = None


@dataclass(frozen=True, slots=True)
class Result:
    document: Document
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...] = ()
    scores: tuple[Score, ...] = ()
    ledger: Ledger = field(default_factory=Ledger)
    paragraphs: tuple[Paragraph, ...] = ()
    origin: Origin = field(default_factory=Origin)
    claims: tuple[Claim, ...] = ()
    original: Original | None = None
    alignment: Alignment | None = None
    notes: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    scored: tuple[Scored, ...] = ()
    gone: tuple[Gone, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    passed: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Meta:
    """What made a report: JSON format number, tool version, number of rules that ran, engines with version or why not.

    `rule_set` is a hash of the rules that ran and of the sheets they rest on: two reports with the same one were judged alike.
    """

    version: str
    rules: int
    engines: Mapping[str, str] = field(default_factory=dict)
    format: int = 1
    rule_set: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    results: tuple[Result, ...]
    rules: Mapping[str, Rule]
    verdict: Verdict
    meta: Meta


class Check(Protocol):
    """Built once from all rules that name it; reads each document once."""

    def find(self, analysis: Analysis) -> Iterator[Match | Failure]: ...


class CheckFactory(Protocol):
    def __call__(self, rules: Iterable[Rule]) -> Check: ...
