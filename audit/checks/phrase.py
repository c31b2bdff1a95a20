"""This file finds literal and inflected phrases, all cards' thousands of them in one Aho-Corasick pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Annotated, Any, ClassVar, NamedTuple

import ahocorasick
from pydantic import AfterValidator, Field, TypeAdapter, ValidationError

from audit.context import Context, fold, holds
from audit.inflect import Anchor, anchors, expand, malformed, respell
from audit.knowledge import table
from audit.model import Analysis, AuditError, Match, Rule, Span


def _can_be_found(phrase: str) -> str:
    if fault := "a sheet stands only in conditions (near, before, ...)" if phrase.startswith("@") else malformed(phrase):
        raise ValueError(fault)
    return phrase


Shorthand = Annotated[str, AfterValidator(_can_be_found)]
Language = Annotated[str, Field(pattern="^[a-z]{2,3}$")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Context):
    """One entry of a list: what to find, what to write instead, what the source said, and the row's own conditions and examples.

    `only`: this row speaks only when the source language is known, or surely estimated, to be one of these; `home`: then `near` and
    `text` need not hold, because the language says what they would.
    """

    find: Shorthand | tuple[Shorthand, ...]
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

    any: tuple[Shorthand, ...] = ()
    swap: Mapping[Shorthand, str] = field(default_factory=dict)
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


class Shape:
    """A shorthand of a card, spelled out when one of its anchors is met for the first time."""

    def __init__(self, rule: Rule, row: Row, phrase: str) -> None:
        self._rule, self._row, self._phrase = rule, row, phrase
        self._literals: list[tuple[str, Entry]] = []
        self._at: dict[str, list[tuple[int, str, Entry]]] = {}

    def at(self, anchor: str) -> list[tuple[int, str, Entry]]:
        """The literal phrases that hold the anchor: each place in the phrase where it begins, the phrase folded, the entry."""
        if anchor not in self._at:
            if not self._literals:
                self._literals = [(fold(literal), Entry(self._rule, self._row, forms, literal)) for literal, forms in expand(self._phrase)]
            self._at[anchor] = [(place, folded, entry) for folded, entry in self._literals for place in _places(anchor, folded)]
        return self._at[anchor]


def _places(part: str, whole: str) -> Iterator[int]:
    place = whole.find(part)
    while place >= 0:
        yield place
        place = whole.find(part, place + 1)


class Phrase:
    """Matches whole words without regard to case (unless `case`), apostrophe shape or kind of space; a rule's longest match wins."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        shapes: dict[str, list[tuple[Anchor, Shape]]] = {}
        for rule in rules:
            for row in rows(rule.settings):
                for phrase in (row.find,) if isinstance(row.find, str) else row.find:
                    shape = Shape(rule, row, phrase)
                    for anchor in anchors(phrase):
                        shapes.setdefault(fold(anchor.text), []).append((anchor, shape))
        self._automaton: Any = ahocorasick.Automaton()
        for text, those in shapes.items():
            self._automaton.add_word(text, (text, those))
        if shapes:
            self._automaton.make_automaton()

    def find(self, analysis: Analysis) -> Iterator[Match]:
        if not len(self._automaton):
            return
        folded = fold(analysis.text)
        longest: dict[tuple[str, int], tuple[Span, Entry]] = {}
        for span, entry in self._literal(folded):
            if (not entry.rule.settings.case or span.of(analysis.text) == entry.literal) and self._holds(entry, analysis, span):
                known = longest.get((entry.rule.name, span.start))
                if known is None or span.end >= known[0].end:
                    longest[entry.rule.name, span.start] = span, entry
        end: dict[str, int] = {}
        for (name, _), (span, entry) in sorted(longest.items(), key=lambda item: item[1][0].start):
            if span.start >= end.get(name, 0):
                end[name] = span.end
                yield _match(entry, analysis, span)

    def _literal(self, folded: str) -> Iterator[tuple[Span, Entry]]:
        """Every place where a literal phrase stands as whole words."""
        for last, (text, shapes) in self._automaton.iter(folded):
            first = last + 1 - len(text)
            opens, closes = not folded[first - 1 : first].isalnum(), not folded[last + 1 : last + 2].isalnum()
            for anchor, shape in shapes:
                if (anchor.opens and not opens) or (anchor.closes and not closes):
                    continue
                for offset, literal, entry in shape.at(text):
                    start = first - offset
                    if start >= 0 and folded.startswith(literal, start) and _whole(folded, span := Span(start, start + len(literal))):
                        yield span, entry

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
