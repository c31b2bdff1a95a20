"""This file finds what a regular expression describes: for typography and other marks below the level of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, ClassVar

import regex

from audit.context import SECONDS, Context, holds
from audit.inflect import expand
from audit.knowledge import words
from audit.model import Analysis, AuditError, Failure, Match, Rule, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Context):
    r"""`find`: an expression of the `regex` package (verbose mode: white space is written \s or [ ]).

    `group`: the group that is the span (0: all of it). `better`: the better wording as a template (\1, \g<name>). Instead of a template:
    `swap` says what to write for which characters of the match, `capital` which group gets a capital. `unless`: an expression that,
    where it matches and touches the match, makes it innocent. `lists`: word lists that the expressions name as \L<list>; they know
    `~word`, `(a|b)` and `@sheet`, and keep their case. `case`: upper and lower case count (the default). `hint`: literal characters of
    which one must stand in the text, for speed.
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
    """Runs each card's expression once over the whole text. One that takes too long becomes a Failure."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match | Failure]:
        for rule in self._rules:
            settings: Settings = rule.settings
            if not settings.hint or any(hint in analysis.text for hint in settings.hint):
                expression = settings.compiled(settings.find)
                innocent = settings.compiled(settings.unless) if settings.unless else None
                try:
                    yield from self._matches(rule, expression, innocent, analysis)
                except TimeoutError:
                    yield Failure(
                        rule.name, f"its expression took more than {SECONDS:g} s on this text and was given up: simplify the card"
                    )
                except IndexError as problem:
                    yield Failure(rule.name, f"its better wording names a group that its expression lacks ({problem}): mend the card")

    @staticmethod
    def _matches(rule: Rule, expression: regex.Pattern[str], innocent: regex.Pattern[str] | None, analysis: Analysis) -> Iterator[Match]:
        settings: Settings = rule.settings
        excused: list[Span] | None = None
        told: set[str] = set()
        for hit in expression.finditer(analysis.text, timeout=SECONDS):
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


@cache
def _compile(expression: str, lists: tuple[tuple[str, tuple[str, ...]], ...], case: bool) -> regex.Pattern[str]:
    """Compiled once, when first wanted: this package takes milliseconds for an expression."""
    written: dict[str, Any] = {name: _written_out(phrases) for name, phrases in lists}
    flags = regex.VERBOSE | regex.MULTILINE | (0 if case else regex.IGNORECASE)
    return regex.compile(expression, flags, ignore_unused=True, **written)


def _written_out(phrases: Iterable[str]) -> list[str]:
    listed = (word for phrase in phrases for word in (words(f"words/{phrase[1:]}") if phrase.startswith("@") else (phrase,)))
    return [literal for word in listed for literal, _ in expand(word)]
