"""This file lets a style sheet prove itself: its own examples, and one made for every name and every entry of its glossary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from audit.bundled import folder
from audit.cards import split_marks
from audit.checks.house.sheet import Term
from audit.config import Config
from audit.inflect import expand
from audit.model import AuditError, Document, Example, Finding, Span
from audit.pipeline import Line
from audit.prove import Problem, mended
from audit.rulebook import read_cards
from audit.style import HOUSE, Style, dress


def prove_style(style: Style) -> tuple[Problem, ...]:
    """Everything that is wrong with a sheet; nothing when it proves itself. All of its choices are at work on every example.

    So a sheet that forbids in one place what it asks for in another does not prove itself.
    """
    cards = tuple(rule for rule in read_cards(folder("rules")) if rule.check == HOUSE)
    line = Line(replace(Config(), force=True), {rule.name: rule for rule in dress(cards, style.sheet)})
    return tuple(problem for example in examples(style) if (problem := _problem(line, style, example)))


def examples(style: Style) -> Iterator[Example]:
    """The sheet's own examples and the ones made for it. Those with marks are bad, the others good."""
    yield from (*style.bad, *style.good)
    listed = isinstance(style.tree.at("names").value, list)
    for index, (preferred, name) in enumerate(style.sheet.names.items()):
        at = style.tree.line("names", index if listed else preferred)
        yield from (_made("Reporters and their guides met in ", _first(form), " last week.", at) for form in name.banned)
        yield Example(f"Reporters and their guides met in {preferred} last week.", line=at)
    for index, term in enumerate(style.sheet.glossary):
        yield from _of_term(style, term, style.tree.line("glossary", index))


def _of_term(style: Style, term: Term, line: int) -> Iterator[Example]:
    behind = f", next to the word {_first(term.when[0])}." if term.when and not term.when[0].startswith("@") else "."
    if term.bad:
        try:
            text, marks = split_marks(term.bad)
        except ValueError as problem:
            raise AuditError(f"{style.path}:{line}: glossary: bad: {problem}") from None
        if not marks:
            raise AuditError(f"{style.path}:{line}: glossary: bad: needs a <marked> span")
        yield Example(text, marks, line=line)
    elif not (term.when and term.when[0].startswith("@")):
        yield from (_made("This is what the report says of ", _first(phrase), behind, line) for phrase in term.banned)
    for right in (term.say, *term.keep):
        if right is not None:
            yield Example(f"This is what the report says of {_first(right)}{behind}", line=line)
    if term.good:
        yield Example(term.good, line=line)


def _first(phrase: str) -> str:
    return expand(phrase)[0][0]


def _made(before: str, found: str, after: str, line: int) -> Example:
    return Example(before + found + after, (Span(len(before), len(before) + len(found)),), line=line)


def _problem(line: Line, style: Style, example: Example) -> Problem | None:
    """What does not hold of an example, if anything."""
    result = line.audit(Document("example", example.text, date=example.date))
    said = next((failure.reason for failure in result.failures if failure.what not in ("source", "language")), "")
    spans = tuple(finding.span for finding in result.findings)
    if not said and spans != example.marks:
        wanted = " and ".join(repr(mark.of(example.text)) for mark in example.marks)
        said = f"found {_told(result.findings)}, " + (f"not {wanted}" if wanted else "should be silent")
    if not said and example.fixed is not None and mended(example.text, result.findings) != example.fixed:
        said = f"mended it reads {mended(example.text, result.findings)!r}, not {example.fixed!r}"
    kind = "bad" if example.marks else "good"
    return Problem(style.path.stem, str(style.path), example.line, kind, example.text, said) if said else None


def _told(findings: tuple[Finding, ...]) -> str:
    return " and ".join(f"{finding.quote!r} ({finding.rule})" for finding in findings) or "nothing"
