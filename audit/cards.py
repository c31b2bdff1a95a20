"""This file knows the form of a card: its keys, its examples, and what to say when one is broken."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Annotated, Any, Literal

import regex
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter

from audit.checks import CHECKS
from audit.lines import Mapped, nearest, read_yaml, validate
from audit.model import AuditError, Example, Rule, Severity, Span

NEEDED = 2
"""How many bad and how many good examples a card must carry."""
_KINDS = {
    "accuracy": "mistranslation omission addition untranslated over-translation under-translation",
    "linguistic-conventions": "grammar punctuation spelling character-encoding unintelligible textual-conventions",
    "terminology": "wrong-term inconsistent",
    "style": "unidiomatic awkward register house-style",
    "locale-conventions": "number-format date-format time-format currency-format name-format typography",
    "consistency": "name figure date term statement",
    "facts": "date name office figure place",
}
CATEGORIES = tuple(f"{dimension}/{kind}" for dimension, kinds in _KINDS.items() for kind in kinds.split())
"""MQM Core (accuracy, linguistic conventions, terminology, style, locale conventions) and our own consistency and facts."""


def _as_example(value: object) -> object:
    return value if isinstance(value, dict) else {"text": value}


def _an_expression(value: str) -> str:
    try:
        regex.compile(value)
    except regex.error as problem:
        raise ValueError(f"is no regular expression: {problem}") from problem
    return value


class CardExample(BaseModel):
    """An example: the text with `<...>` round the span to be found; what the text becomes; what the audit is told beside it."""

    model_config = ConfigDict(extra="forbid")
    text: str
    fixed: str | None = None
    source: str | None = None
    source_language: str | None = Field(None, alias="source-language")
    against: str | None = None
    reference: str | None = None
    date: datetime.date | None = None


Language = Annotated[str, Field(pattern="^[a-z]{2,3}$")]
Examples = list[Annotated[CardExample, BeforeValidator(_as_example)]]


class KnownGaps(BaseModel):
    """What the rule is known to miss (`missed`, marked like bad examples) or to flag wrongly (`false_alarms`)."""

    model_config = ConfigDict(extra="forbid")
    missed: Examples = []
    false_alarms: Examples = []


class Card(BaseModel):
    """One fault: what is said of it, how it is found, and the examples that prove it."""

    model_config = ConfigDict(extra="forbid")
    message: str = Field(description="What the editor reads; {found}, {better} and the check's own values are filled in.")
    why: str = Field(description="What went wrong inside the engine, in one or two sentences.")
    category: str = Field(description="An MQM Core path, or consistency/... or facts/...")
    severity: Severity = Field(description="MQM severity: neutral 0, minor 1, major 5, critical 25.")
    confidence: float = Field(gt=0, le=1, description="Share of this rule's findings expected to be right.")
    check: dict[str, Any] = Field(description="One check and its settings.")
    bad: Examples = Field(description="At least two texts with the fault, <marked>.")
    good: Examples = Field(description="At least two near misses that a naive rule would flag.")
    languages: list[Language] = Field([], description="Source languages that make this fault likelier (ISO 639-1).")
    only: list[Language] = Field(
        [], description="The rule speaks only when the source language is known, or surely estimated, to be one of these."
    )
    together: int = Field(1, ge=1, description="The rule speaks only in a text that holds at least so many of its matches.")
    unless_source: Annotated[str, AfterValidator(_an_expression)] = Field(
        "", description="An expression: where the source of the sentence holds it, the fault is the source's own, and the rule is silent."
    )
    fix: Literal["", "safe"] = Field("", description="safe: a single suggestion is certain, and `audit fix` may make it without a person.")
    known_gaps: KnownGaps = KnownGaps()
    see: list[str] = []
    enabled: bool = True


def read_card(path: Path, name: str, *, whole: bool = True, tested: bool = False) -> Rule:
    """The rule on one card. Raises AuditError: one line with file, line, key and what to do.

    `tested`: this project's tests have read the card, so what is slow to examine is taken as right.
    """
    tree = read_yaml(path)
    card = validate(_form(), tree, path)
    if len(card.check) != 1:
        raise AuditError(f"{path}:{tree.line('check')}: check: must name one check, one of {', '.join(CHECKS)}")
    (check,) = card.check
    if check not in CHECKS:
        raise AuditError(f"{path}:{tree.line('check', check)}: check: no check is called {check!r}{nearest(check, CHECKS)}")
    if card.category not in CATEGORIES:
        raise AuditError(f"{path}:{tree.line('category')}: category: {card.category!r} is not known{nearest(card.category, CATEGORIES)}")
    settings = validate(settings_of(check), tree.at("check", check), path, check) if whole else None
    if not tested:
        _examine(settings, tree, path, check)
    _check_message(card.message, tree, path)
    for key in ("bad", "good"):
        lacking = NEEDED - len(getattr(card, key))
        if lacking > 0:
            raise AuditError(f"{path}:{tree.line(key)}: {key}: a card needs at least {NEEDED} {key} examples; write {lacking} more")
    if card.fix and not any(example.fixed is not None for example in card.bad):
        raise AuditError(f"{path}:{tree.line('fix')}: fix: a safe one is proved by a bad example that says what it becomes; write `fixed:`")
    return Rule(
        name=name, message=card.message, why=card.why, category=card.category, severity=card.severity, confidence=card.confidence,
        check=check, settings=settings,
        bad=read_examples(card.bad, tree, path, "bad"), good=read_examples(card.good, tree, path, "good"),
        languages=tuple(card.languages), only=tuple(card.only),
        missed=read_examples(card.known_gaps.missed, tree, path, "known_gaps", "missed"),
        false_alarms=read_examples(card.known_gaps.false_alarms, tree, path, "known_gaps", "false_alarms"),
        see=tuple(card.see), path=str(path), enabled=card.enabled, together=card.together, unless_source=card.unless_source, fix=card.fix,
    )  # fmt: skip


@cache
def _form() -> TypeAdapter[Card]:
    return TypeAdapter(Card)


@cache
def settings_of(check: str) -> TypeAdapter[Any]:
    return TypeAdapter(CHECKS[check].settings)


def _examine(settings: Any, tree: Mapped, path: Path, check: str) -> None:
    examine = getattr(settings, "examine", None)
    try:
        if examine:
            examine()
    except ValueError as problem:
        raise AuditError(f"{path}:{tree.line('check', check)}: {check}: {problem}") from problem


def _check_message(message: str, tree: Mapped, path: Path) -> None:
    try:
        places = [place for _, place, _, _ in Formatter().parse(message) if place is not None]
    except ValueError as problem:
        raise AuditError(f"{path}:{tree.line('message')}: message: {problem}; write {{{{ and }}}} for the characters") from None
    if not all(map(str.isidentifier, places)):
        raise AuditError(
            f"{path}:{tree.line('message')}: message: a place needs a name, as in {{found}}; write {{{{ and }}}} for the characters"
        )


def read_examples(examples: Sequence[CardExample], tree: Mapped, path: Path, *keys: str) -> tuple[Example, ...]:
    """Examples with their marks and lines. Raises AuditError for one that lacks its mark, or has one where none belongs."""
    read = []
    for index, example in enumerate(examples):
        line = tree.line(*keys, index)
        try:
            text, marks = split_marks(example.text)
        except ValueError as problem:
            raise AuditError(f"{path}:{line}: {'.'.join(keys)}: example {index + 1}: {problem}") from None
        if bool(marks) != (keys[-1] in ("bad", "missed")):
            wanted = "needs a <marked> span" if not marks else "must not mark a span with <...> (write \\< for the character)"
            raise AuditError(f"{path}:{line}: {'.'.join(keys)}: example {index + 1} {wanted}")
        beside = (example.source, example.source_language, example.date, example.against, example.reference)
        read.append(Example(text, marks, example.fixed, line, *beside))
    return tuple(read)


def split_marks(text: str) -> tuple[str, tuple[Span, ...]]:
    """An example's text without its `<...>`, and the marked spans. A backslash keeps `<` and `>` as they are.

    Raises ValueError for a mark that is not closed.
    """
    if "<" not in text and "\\" not in text and ">" not in text:
        return text, ()
    out: list[str] = []
    marks: list[Span] = []
    start: int | None = None
    characters = iter(text)
    for character in characters:
        if character == "\\":
            following = next(characters, "")
            out.append(following if following in ("<", ">") else character + following)
        elif character == "<" and start is None:
            start = sum(map(len, out))
        elif character == ">" and start is not None:
            marks.append(Span(start, sum(map(len, out))))
            start = None
        else:
            out.append(character)
    if start is not None:
        raise ValueError("a '<' opens a mark that no '>' closes; write \\< for the character")
    return "".join(out), tuple(marks)


def schema() -> dict[str, Any]:
    """JSON Schema of a card, for completion in editors."""
    card = Card.model_json_schema()
    card["properties"]["check"] = {
        "description": Card.model_fields["check"].description,
        "type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": False,
        "properties": {name: settings_of(name).json_schema() for name in CHECKS},
    }  # fmt: skip
    card["properties"]["category"]["enum"] = list(CATEGORIES)
    return card
