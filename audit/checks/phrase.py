"""This file finds literal and inflected phrases, all cards' thousands of them in one Aho-Corasick pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Annotated, Any, ClassVar, NamedTuple

import ahocorasick
from pydantic import AfterValidator, Field, TypeAdapter, ValidationError

from audit.context import Context, fold, holds
from audit.inflect import Anchor, malformed, respell
from audit.knowledge import table
from audit.model import Analysis, AuditError, Match, Rule, Span
from audit.shorthand import Shorthand


def _can_be_found(phrase: str) -> str:
    if fault := "a sheet stands only in conditions (near, before, ...)" if phrase.startswith("@") else malformed(phrase):
        raise ValueError(fault)
    return phrase


Findable = Annotated[str, AfterValidator(_can_be_found)]
Language = Annotated[str, Field(pattern="^[a-z]{2,3}$")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Context):
    """One entry of a list: what to find, what to write instead, what the source said, and the row's own conditions and examples.

    `only`: this row speaks only when the source language is known, or surely estimated, to be one of these; `home`: then `near` and
    `text` need not hold, because the language says what they would.
    """

    find: Findable | tuple[Findable, ...]
    better: str | tuple[str, ...] = ()
    source: str = ""
    means: str = ""
    only: tuple[Language, ...] = ()
    home: tuple[Language, ...] = ()
    bad: str = ""
    good: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Context):
    """`any`: phrases; `swap`: phrase and better wording; `rows`: entries of a list. `case`: upper and lower case must agree.

    `sheet`: a table of knowledge/ whose rows are entries: the key is the better wording, the value the phrases or a whole entry.
    """

    any: tuple[Findable, ...] = ()
    swap: Mapping[Findable, str] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    sheet: str = ""
    case: bool = False

    def __post_init__(self) -> None:
        if not (self.any or self.swap or self.rows or self.sheet):
            raise ValueError("nothing to find: give it any, swap, rows or sheet")
        try:
            rows(self)
        except AuditError as problem:
            raise ValueError(str(problem)) from None


class Entry(NamedTuple):
    """A literal phrase: its rule, its row, the forms its inflected words take."""

    rule: Rule
    row: Row
    forms: tuple[str, ...]
    literal: str


class Phrase:
    """Matches whole words without regard to case (unless `case`), apostrophe shape or kind of space; a rule's longest match wins."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        phrases: dict[str, list[tuple[Anchor, Shorthand, Rule, Row]]] = {}
        for rule in rules:
            for row in rows(rule.settings):
                for phrase in (row.find,) if isinstance(row.find, str) else row.find:
                    shorthand = Shorthand(phrase)
                    for anchor in shorthand.anchors:
                        phrases.setdefault(anchor.text, []).append((anchor, shorthand, rule, row))
        self._automaton: Any = ahocorasick.Automaton()
        for text, those in phrases.items():
            self._automaton.add_word(text, (text, those))
        if phrases:
            self._automaton.make_automaton()

    def find(self, analysis: Analysis) -> Iterator[Match]:
        if not len(self._automaton):
            return
        folded = fold(analysis.text)
        longest: dict[tuple[str, tuple[str, ...], int], tuple[Span, Entry]] = {}
        for span, entry in self._literal(folded):
            if (not entry.rule.settings.case or span.of(analysis.text) == entry.literal) and self._holds(entry, analysis, span):
                key = entry.rule.name, entry.row.only, span.start  # which languages a row may speak about is judged later
                known = longest.get(key)
                if known is None or span.end >= known[0].end:
                    longest[key] = span, entry
        end: dict[tuple[str, tuple[str, ...]], int] = {}
        for (name, only, _), (span, entry) in sorted(longest.items(), key=lambda item: item[1][0].start):
            if span.start >= end.get((name, only), 0):
                end[name, only] = span.end
                yield _match(entry, analysis, span)

    def _literal(self, folded: str) -> Iterator[tuple[Span, Entry]]:
        """Every place where a literal phrase stands as whole words."""
        for last, (text, phrases) in self._automaton.iter(folded):
            first = last + 1 - len(text)
            opens, closes = not folded[first - 1 : first].isalnum(), not folded[last + 1 : last + 2].isalnum()
            for anchor, shorthand, rule, row in phrases:
                if (anchor.opens and not opens) or (anchor.closes and not closes):
                    continue
                for fit in shorthand.fits(folded, first, text):
                    if _whole(folded, span := Span(fit.start, fit.end)):
                        yield span, Entry(rule, row, fit.forms, fit.literal)

    @staticmethod
    def _holds(entry: Entry, analysis: Analysis, span: Span) -> bool:
        style = entry.rule.category.startswith("style/")
        settings = entry.rule.settings
        return holds(settings, analysis, span, style) and (entry.row is settings or holds(entry.row, analysis, span, False))


def rows(settings: Settings) -> tuple[Row, ...]:
    """All entries of a card in one form; one with a `home` comes twice, first as it is there."""
    swap = (Row(find=phrase, better=better) for phrase, better in settings.swap.items())
    listed = (*(Row(find=phrase) for phrase in settings.any), *swap, *settings.rows, *(_entries(settings.sheet) if settings.sheet else ()))
    return tuple(either for row in listed for either in ((replace(row, near=(), text=(), only=row.home), row) if row.home else (row,)))


@cache
def _entries(sheet: str) -> tuple[Row, ...]:
    """The rows of a table of knowledge/ as entries. Raises AuditError when there is no such table."""
    adapter = TypeAdapter(Row)
    try:
        return tuple(
            adapter.validate_python({"better": better, **(row if isinstance(row, dict) else {"find": row})})
            for better, row in table(sheet).items()
        )
    except ValidationError as problem:
        raise AuditError(f"knowledge/{sheet}.yaml: {problem.errors()[0]['msg']}") from None


def _whole(folded: str, span: Span) -> bool:
    """Do no letters, digits or inner hyphens stand directly beside the phrase?"""
    before, after = folded[max(0, span.start - 2) : span.start], folded[span.end : span.end + 2]
    if (
        folded[span.start].isalnum()
        and before
        and (before[-1].isalnum() or before[-1] == "_" or (before[-1] == "-" and before[:-1].isalnum()))
    ):
        return False
    return not (
        folded[span.end - 1].isalnum() and after and (after[0].isalnum() or after[0] == "_" or (after[0] == "-" and after[1:].isalnum()))
    )


def _match(entry: Entry, analysis: Analysis, span: Span) -> Match:
    found = span.of(analysis.text)
    wordings = (entry.row.better,) if isinstance(entry.row.better, str) else entry.row.better
    better = tuple(_as_found(respell(wording, entry.forms), found, entry.literal) for wording in wordings)
    return Match(entry.rule.name, span, {"source": entry.row.source, "means": entry.row.means}, better, only=entry.row.only)


def _as_found(wording: str, found: str, literal: str) -> str:
    """The better wording with a capital where the found phrase has one that its dictionary form lacks."""
    return wording[:1].upper() + wording[1:] if found[:1].isupper() and not literal[:1].isupper() else wording
