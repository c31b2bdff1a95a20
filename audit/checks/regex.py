"""This file finds what a regular expression describes: for typography and other marks below the level of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, ClassVar

import ahocorasick
import regex

from audit.cache import digest, kept, state
from audit.cache import expression as kept_expression
from audit.context import SECONDS, Context, holds
from audit.inflect import expand
from audit.knowledge import words
from audit.model import Analysis, AuditError, Failure, Match, Rule, Span
from audit.required import Clause, required
from audit.required import __file__ as required_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Context):
    r"""`find`: an expression of the `regex` package (verbose mode: white space is written \s or [ ]).

    `group`: the group that is the span (0: all of it). `better`: the better wording as a template (\1, \g<name>). Instead of a template:
    `swap` says what to write for which characters of the match, `capital` which group gets a capital. `unless`: an expression that,
    where it matches and touches the match, makes it innocent. `lists`: word lists that the expressions name as \L<list>; they know
    `~word`, `(a|b)` and `@sheet`, and keep their case. `case`: upper and lower case count (the default). `hint`: literal characters of
    which one must stand in the same paragraph, for speed, besides what the expression itself shows (audit/required.py).
    """

    find: str
    group: int | str = 0
    better: tuple[str, ...] = ()
    swap: Mapping[str, str] = field(default_factory=dict)
    capital: int | str | None = None
    unless: str = ""
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    case: bool = True
    hint: tuple[str, ...] = ()
    once: bool = False

    def examine(self) -> None:
        """Compiles the expressions. Raises ValueError for what is wrong with them."""
        try:
            found = self.compiled(self.find)
            self.compiled(self.unless)
        except regex.error as problem:
            raise ValueError(f"not a regular expression: {problem}") from problem
        except AuditError as problem:
            raise ValueError(f"lists: {problem}") from problem
        for key, group in (("group", self.group), ("capital", self.capital)):
            if group is not None and group not in (*range(found.groups + 1), *found.groupindex):
                raise ValueError(f"{key}: the expression has no group {group!r}")

    def compiled(self, expression: str) -> regex.Pattern[str]:
        return _compile(expression, tuple((name, tuple(phrases)) for name, phrases in self.lists.items()), self.case)


class Regex:
    """Runs each card's expression once over the text; one that takes too long becomes a Failure.

    An expression that names no line break sees a paragraph at a time, and only those that hold one of the pieces that it requires.
    """

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._across = tuple("\\n" in rule.settings.find or "\\R" in rule.settings.find for rule in self._rules)
        self._always: list[int] = []
        self._clauses: list[tuple[int, int]] = []
        asking: dict[str, list[tuple[int, int]]] = {}
        for number, rule in enumerate(self._rules):
            clauses = _required(rule.settings)
            hints = (frozenset(hint.lower() for hint in rule.settings.hint),) if rule.settings.hint else ()
            for clause in clauses or ((),):
                for part, pieces in enumerate((*clause, *hints)):
                    for piece in pieces:
                        asking.setdefault(piece, []).append((len(self._clauses), part))
                self._clauses.append((number, len(clause) + len(hints)))
            if not clauses and not hints:
                self._always.append(number)
        self._automaton: Any = ahocorasick.Automaton()
        for piece, parts in asking.items():
            self._automaton.add_word(piece, tuple(parts))
        if asking:
            self._automaton.make_automaton()

    def find(self, analysis: Analysis) -> Iterator[Match | Failure]:
        for number, places in sorted(self._places(analysis).items()):
            rule, settings = self._rules[number], self._rules[number].settings
            expression = settings.compiled(settings.find)
            innocent = settings.compiled(settings.unless) if settings.unless else None
            try:
                yield from self._matches(rule, expression, innocent, analysis, places)
            except TimeoutError:
                yield Failure(rule.name, f"its expression took more than {SECONDS:g} s on this text and was given up: simplify the card")
            except IndexError as problem:
                yield Failure(rule.name, f"its better wording names a group that its expression lacks ({problem}): mend the card")

    def _places(self, analysis: Analysis) -> dict[int, list[Span]]:
        """Where each expression has to look: paragraphs with what stands between them and the next, or the whole text."""
        whole = [Span(0, len(analysis.text))]
        places = dict.fromkeys(self._always, whole)
        starts = [paragraph.span.start for paragraph in analysis.paragraphs]
        for start, end in pairwise((*starts, len(analysis.text))) if len(self._automaton) else ():
            part = Span(start, end)
            met = Counter(
                clause for clause, _ in {asked for _, those in self._automaton.iter(part.of(analysis.text).lower()) for asked in those}
            )
            for number in {self._clauses[clause][0] for clause, count in met.items() if count == self._clauses[clause][1]}:
                if self._across[number]:
                    places[number] = whole
                else:
                    places.setdefault(number, []).append(part)
        return places

    @staticmethod
    def _matches(
        rule: Rule, expression: regex.Pattern[str], innocent: regex.Pattern[str] | None, analysis: Analysis, places: Iterable[Span]
    ) -> Iterator[Match]:
        settings: Settings = rule.settings
        excused: list[Span] | None = None
        told: set[str] = set()
        for hit in (hit for place in places for hit in expression.finditer(analysis.text, place.start, place.end, timeout=SECONDS)):
            start, end = hit.span(settings.group)
            if start == end:  # nothing that could be shown; -1 where the group took no part
                continue
            span = Span(start, end)
            if not holds(settings, analysis, span, rule.category.startswith("style/")):
                continue
            if innocent is not None and excused is None:
                excused = [Span(*other.span()) for other in innocent.finditer(analysis.text, timeout=SECONDS)]
            if excused and any(span.overlaps(other) for other in excused):
                continue
            if settings.once and span.of(analysis.text) in told:
                continue
            told.add(span.of(analysis.text))
            better = tuple(hit.expand(template) for template in settings.better)
            yield Match(rule.name, span, {}, better or _mended(settings, hit, span))


def _mended(settings: Settings, hit: regex.Match[str], span: Span) -> tuple[str, ...]:
    found = better = hit[settings.group]
    if settings.capital is not None:
        at = hit.start(settings.capital) - span.start
        better = found[:at] + found[at : at + 1].upper() + found[at + 1 :]
    for old, new in settings.swap.items():
        better = better.replace(old, new)
    return (better,) if better != found else ()


def _required(settings: Settings) -> tuple[Clause, ...]:
    lists = {name: _written_out(phrases) for name, phrases in settings.lists.items()}
    key = digest(settings.find, repr(lists), state(Path(required_file)))
    return kept(f"required/{key}", key, lambda: required(settings.find, lists))


@cache
def _compile(expression: str, lists: tuple[tuple[str, tuple[str, ...]], ...], case: bool) -> regex.Pattern[str]:
    """Compiled when first wanted."""
    written: dict[str, Any] = {name: _written_out(phrases) for name, phrases in lists}
    flags = regex.VERBOSE | regex.MULTILINE | (0 if case else regex.IGNORECASE)
    return kept_expression(expression, flags, **written)


def _written_out(phrases: Iterable[str]) -> list[str]:
    listed = (word for phrase in phrases for word in (words(f"words/{phrase[1:]}") if phrase.startswith("@") else (phrase,)))
    return [literal for word in listed for literal, _ in expand(word)]
