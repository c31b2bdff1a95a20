"""This file defines the values that the HTML templates are filled with: text and numbers, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass

from audit.model import Decision, Document
from audit.render.books import Book
from audit.render.charts import Charts
from audit.render.checklist import Checked
from audit.render.columns import SideBySide
from audit.render.figures import Figure
from audit.render.provenance import Provenance
from audit.render.tallies import Tally

_QUOTE = 240
"""Longer quotations are shortened on a card; the article shows them whole."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Another place of the article (`href`), or words of the source (no `href`)."""

    title: str
    quote: str
    href: str


@dataclass(frozen=True, slots=True)
class Card:
    """A finding. `at`: its index among the findings of its document in the run; `decided`: who settled it and why; `date`: when."""

    index: int
    number: int
    anchor: str
    place: str
    line: int
    position: float
    severity: str
    rule: str
    category: str
    category_title: str
    confidence: str
    sureness: str
    quote: str
    message: str
    why: str
    better: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    see: tuple[str, ...]
    status: str
    segment: str = ""
    row: str = ""
    fingerprint: str = ""
    at: int = 0
    decided: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the article. `cover`, `ends` and `witness` are indices of cards, parted by spaces; `numbers` are those that end here.

    `again` is true where an earlier segment already leads to the same card: one stop for the Tab key is enough.
    """

    text: str
    look: str
    anchor: str
    href: str
    severity: str
    title: str
    cover: str
    ends: str
    numbers: str
    witness: str
    again: bool


@dataclass(frozen=True, slots=True)
class Block:
    heading: bool
    segments: tuple[Segment, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Article:
    anchor: str
    hash: str
    name: str
    facts: tuple[str, ...]
    provenance: Provenance | None
    quality: Figure | None
    figures: tuple[Figure, ...]
    open_severities: tuple[Tally, ...]
    cards: tuple[Card, ...]
    blocks: tuple[Block, ...]
    failures: tuple[tuple[str, str], ...]
    claims: tuple[Checked, ...] = ()
    books: tuple[Book, ...] = ()
    sides: SideBySide | None = None
    charts: Charts | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """`settled` findings (accepted or dismissed) have a card, and count in what the filters offer, but not in the `open_` tallies.

    `data` and `texts` are JSON for a script element (see `embedded`).
    """

    title: str
    passed: bool
    reason: str
    articles: tuple[Article, ...]
    several: bool
    total: int
    settled: int
    open_severities: tuple[Tally, ...]
    open_categories: tuple[Tally, ...]
    severities: tuple[Tally, ...]
    categories: tuple[Tally, ...]
    rules: tuple[Tally, ...]
    statuses: tuple[Tally, ...]
    failed: int
    engines: tuple[tuple[str, str], ...]
    version: str
    format: int
    rule_count: int
    data: str
    texts: str
    sided: bool


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def spoken(category: str) -> str:
    """`accuracy/mistranslation` as a reader says it: `Accuracy: mistranslation`."""
    return category.replace("-", " ").replace("/", ": ").capitalize()


def settled(decision: Decision | None) -> str:
    """Who settled a finding, when and why, in words; empty where nobody did."""
    if decision is None:
        return ""
    by = f"in the text, line {decision.line}" if decision.line else f"by {decision.author or 'somebody'}"
    day = f", {decision.date[:10]}" if decision.date else ""
    return f"{decision.status.capitalize()} {by}{day}" + (f": {decision.reason}" if decision.reason else "")


def look(text: str) -> str:
    """What a highlight needs so that an eye can see it: nothing, a caret, a sign for a line break, or its spaces kept."""
    if not text:
        return "caret"
    if "\n" in text:
        return "" if text.strip() else "break"
    return "" if text.strip() and "  " not in text and text.isprintable() else "spaces"


def short(text: str) -> str:
    return text if len(text) <= _QUOTE else f"{text[: _QUOTE // 2]} … {text[-_QUOTE // 2 :]}"


def facts_of(document: Document) -> tuple[str, ...]:
    languages = f"{document.source_language} → {document.language}" if document.source_language else document.language
    date = [document.date.isoformat()] if document.date else []
    source = "no source text" if document.source is None else "with source text"
    references = [_count(len(document.references), "reference")] if document.references else []
    return (_count(document.words, "word"), languages, *date, source, *references)
