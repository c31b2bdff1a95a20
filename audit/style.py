"""This file reads a desk's style sheets, and puts what they choose into the rules of house style."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import cache, reduce
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from audit.cards import Examples, read_examples
from audit.checks.house import Settings
from audit.checks.house.sheet import Numbers, Sheet, Term
from audit.lines import Mapped, read_yaml, validate
from audit.model import AuditError, Example, Rule

HOUSE = "house"
"""The check of all rules that wait for a style sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written(Sheet):
    """A style sheet as it is written: what it chooses, whose it is, and texts that show it."""

    desk: str = ""
    bad: Examples = ()  # type: ignore[assignment]
    good: Examples = ()  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Style:
    """A style sheet that was read, with the lines of what its examples prove."""

    path: Path
    sheet: Sheet
    tree: Mapped
    bad: tuple[Example, ...]
    good: tuple[Example, ...]


@cache
def _form() -> TypeAdapter[Written]:
    return TypeAdapter(Written)


def is_sheet(path: Path) -> bool:
    """Is this file a style sheet, and no card? A card says which check it uses."""
    tree = read_yaml(path)
    return not any(map(tree.has, ("check", "message", "why", "confidence")))


def read_style(path: Path) -> Style:
    """The style sheet in a file. Raises AuditError with file, line and key."""
    tree = read_yaml(path)
    written: Written = validate(_form(), tree, path)
    sheet = Sheet(**{field.name: getattr(written, field.name) for field in fields(Sheet)})
    if sheet == Sheet():
        raise AuditError(f"{path}:1: chooses nothing; write one of {', '.join(_keys())}")
    bad, good = (read_examples(given, tree, path, key) for key, given in (("bad", written.bad), ("good", written.good)))
    return Style(path, sheet, tree, bad, good)


def _keys() -> list[str]:
    return [key for key in _form().json_schema(by_alias=True)["properties"] if key not in ("desk", "bad", "good", "severity")]


def read_sheets(paths: Sequence[str]) -> Sheet | None:
    """What all the sheets together choose; a later one goes before an earlier one. Nothing when there are none."""
    return reduce(_together, (read_style(Path(path)).sheet for path in paths)) if paths else None


def _together(first: Sheet, second: Sheet) -> Sheet:
    return replace(
        first,
        **{name: _over(getattr(first, name), getattr(second, name)) for name in (field.name for field in fields(Sheet))},
    )


def _over(first: Any, second: Any) -> Any:
    if isinstance(second, Numbers):
        return replace(first, **{each.name: _over(getattr(first, each.name), getattr(second, each.name)) for each in fields(Numbers)})
    if isinstance(second, dict):
        return {**first, **second}
    if isinstance(second, tuple) and any(isinstance(item, Term) for item in second):
        return (*first, *second)
    return second or first


def dress(rules: Sequence[Rule], sheet: Sheet | None, select: Sequence[str] = ()) -> tuple[Rule, ...]:
    """The rules with the desk's choices in those of house style; these are left out where the desk chooses nothing.

    Raises AuditError when nothing but such rules was selected.
    """
    dressed = tuple(_dressed(rule, sheet) for rule in rules if _speaks(rule, sheet))
    if select and rules and not dressed:
        told = "the style sheet chooses nothing for it" if sheet else "speaks only for a style sheet; give --style FILE"
        raise AuditError(f"{select[0]}: {told}")
    return dressed


def _speaks(rule: Rule, sheet: Sheet | None) -> bool:
    return rule.check != HOUSE or (sheet is not None and sheet.made(rule.settings.choice))


def _dressed(rule: Rule, sheet: Sheet | None) -> Rule:
    if rule.check != HOUSE or sheet is None:
        return rule
    settings: Settings = rule.settings
    severity = sheet.severity.get(settings.choice, rule.severity)
    return replace(rule, settings=replace(settings, sheet=sheet), severity=severity)
