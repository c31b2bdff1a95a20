"""This file lets cards prove themselves: every bad example is found exactly where it is marked, every good one is left alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from audit.cards import split_marks
from audit.checks.phrase import Row, rows
from audit.config import Config
from audit.model import Document, Earlier, Example, Finding, Rule
from audit.pipeline import Line
from audit.shorthand import Shorthand, first_literal

EACH = "{each}"


@dataclass(frozen=True, slots=True)
class Problem:
    """An example that does not hold, or a row without one. `kind`: bad, good, row, or one of the known gaps (which no longer is one)."""

    rule: str
    path: str
    line: int
    kind: str
    text: str
    said: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.kind}: {self.said}: {self.text}"


def prove(rule: Rule) -> tuple[Problem, ...]:
    """Everything that is wrong with a card; nothing when it proves itself. Only this rule runs, on each example as a document.

    A card that speaks for an engine which cannot be had proves nothing, and nothing is wrong with it.
    """
    line = alone(rule)
    if not line.engines.at_hand():
        return ()
    return (
        *(problem for example in written_out(rule) for problem in _bad(line, rule, example)),
        *(problem for example in _good(rule) for problem in _must_be_silent(line, rule, example, "good")),
        *_misprints(rule),
        *_rows_without_example(rule),
        *_closed_gaps(line, rule),
    )


def alone(rule: Rule) -> Line:
    """A run of one rule, with the engine that it speaks for."""
    engines = (rule.settings.name,) if rule.check == "engine" else ()
    return Line(Config(force=True, engines=engines), {rule.name: rule})


def written_out(rule: Rule) -> Iterator[Example]:
    """A card's bad examples, one for every phrase where the example says `{each}`, and the rows' own."""
    for example in rule.bad:
        yield from _each(rule, example) if EACH in example.text else (example,)
    for row in _rows(rule):
        if row.bad and not _misprinted(row):
            text, marks = split_marks(row.bad)
            yield Example(text, marks, line=rule.bad[0].line, source_language=_first(row.only))


def _good(rule: Rule) -> Iterator[Example]:
    yield from rule.good
    yield from (Example(row.good, line=rule.good[0].line, source_language=_first(row.only)) for row in _rows(rule) if row.good)


def _rows(rule: Rule) -> tuple[Row, ...]:
    return tuple(rows(rule.settings)) if rule.check == "phrase" else ()


def _phrases(row: Row) -> Sequence[str]:
    return (row.find,) if isinstance(row.find, str) else row.find


def _each(rule: Rule, example: Example) -> Iterator[Example]:
    if _misplaced(rule, example):
        return
    (mark,) = example.marks
    before, after = example.text[: mark.start], example.text[mark.end :]
    for row in _rows(rule):
        if not row.bad:
            for phrase in _phrases(row):
                literal = first_literal(phrase)
                language = example.source_language or _first(row.only)
                end = mark.start + len(literal)
                yield replace(example, text=before + literal + after, marks=(replace(mark, end=end),), source_language=language)


def _misplaced(rule: Rule, example: Example) -> bool:
    return rule.check != "phrase" or [mark.of(example.text) for mark in example.marks] != [EACH] or example.text.count(EACH) != 1


def _misprinted(row: Row) -> str:
    """What is wrong with the marks of a row's own bad example."""
    try:
        return "" if not row.bad or split_marks(row.bad)[1] else "needs a <marked> span"
    except ValueError as problem:
        return str(problem)


def _misprints(rule: Rule) -> Iterator[Problem]:
    """Examples that would prove nothing, because they are not marked as they must be."""
    for example in rule.bad:
        if EACH in example.text and _misplaced(rule, example):
            said = f"{EACH} stands for the phrases of a phrase card: write it once, as the whole mark <{EACH}>"
            yield Problem(rule.name, rule.path, example.line, "bad", example.text, said)
    for row in _rows(rule):
        if said := _misprinted(row):
            yield Problem(rule.name, rule.path, rule.bad[0].line, "row", row.bad, said)


def document(example: Example, language: str | None) -> Document:
    """The document that an example is, with all that the audit is told beside it; `language` is that of the source, if it says none."""
    return Document(
        "example", example.text, source=example.source, source_language=example.source_language or language, date=example.date,
        earlier=Earlier(example.against) if example.against else None, references=(example.reference,) if example.reference else (),
    )  # fmt: skip


def _found(line: Line, example: Example) -> tuple[tuple[Finding, ...], str]:
    result = line.audit(document(example, _language(line)))
    broken = [failure for failure in result.failures if failure.what not in ("source", "language", "source-language", "date")]
    return result.findings, broken[0].reason if broken else ""


def _language(line: Line) -> str | None:
    (rule,) = line.rules.values()
    return _first(rule.only)


def _first(languages: Sequence[str]) -> str | None:
    return languages[0] if languages else None


def _bad(line: Line, rule: Rule, example: Example) -> Iterator[Problem]:
    findings, broken = _found(line, example)
    spans = tuple(finding.span for finding in findings)
    if broken:
        yield Problem(rule.name, rule.path, example.line, "bad", example.text, broken)
    elif spans != example.marks:
        got = " and ".join(repr(finding.quote) for finding in findings) or "nothing"
        wanted = " and ".join(repr(mark.of(example.text)) for mark in example.marks)
        yield Problem(rule.name, rule.path, example.line, "bad", example.text, f"found {got}, not {wanted}")
    elif example.fixed is not None and mended(example.text, findings) != example.fixed:
        yield Problem(
            rule.name,
            rule.path,
            example.line,
            "bad",
            example.text,
            f"mended it reads {mended(example.text, findings)!r}, not {example.fixed!r}",
        )


def mended(text: str, findings: Sequence[Finding]) -> str:
    """The text with the first better wording of each finding in its place."""
    for finding in reversed(findings):
        if finding.better:
            text = text[: finding.span.start] + finding.better[0] + text[finding.span.end :]
    return text


def _must_be_silent(line: Line, rule: Rule, example: Example, kind: str) -> Iterator[Problem]:
    findings, broken = _found(line, example)
    if findings or broken:
        yield Problem(rule.name, rule.path, example.line, kind, example.text, broken or f"found {findings[0].quote!r}, should be silent")


def _rows_without_example(rule: Rule) -> Iterator[Problem]:
    if any(EACH in example.text for example in rule.bad):
        return
    shown = {mark.of(example.text) for example in rule.bad for mark in example.marks}
    for row in _rows(rule):
        if not row.bad and not any(Shorthand(phrase).is_one(text) for phrase in _phrases(row) for text in shown):
            said = "no example shows this entry: give the row `bad:`, or put {each} into an example"
            yield Problem(rule.name, rule.path, rule.bad[0].line, "row", _phrases(row)[0], said)


def _closed_gaps(line: Line, rule: Rule) -> Iterator[Problem]:
    for example in rule.missed:
        if not list(_bad(line, rule, example)):
            yield Problem(rule.name, rule.path, example.line, "known_gaps.missed", example.text, "is found now: make it a bad example")
    for example in rule.false_alarms:
        if not list(_must_be_silent(line, rule, example, "")):
            yield Problem(
                rule.name, rule.path, example.line, "known_gaps.false_alarms", example.text, "is silent now: make it a good example"
            )
