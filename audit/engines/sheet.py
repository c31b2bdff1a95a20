"""This file reads `knowledge/engines/`: which of an engine's rules speak, under which of our cards, and which need a second sign.

A row is for a rule, or (`kind GRAMMAR`) for all rules of one of the engine's categories that have no row of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from audit.engines.complaint import Complaint
from audit.knowledge import table
from audit.model import SEVERITIES, AuditError, Severity

Use = Literal["on", "second", "off"]
Sign = Literal["misspelt", "fluency"]
"""What must speak for a complaint of class `second` beside the engine; `audit/engines/signs.py` says how each is read."""


@dataclass(frozen=True, slots=True)
class Row:
    """What becomes of one engine's rule: `group` is the one of the card `rules/engine/` that speaks for it, `seen` what was measured.

    `kind`: the engine's category of the rule, where the engine is asked by categories (LanguageTool takes no list of both).
    """

    use: Use
    group: str = ""
    sign: Sign | None = None
    severity: Severity | None = None
    seen: str = ""
    kind: str = ""


OFF = Row("off")
"""What is not listed is not asked."""
_KIND = "kind "


@cache
def rows(engine: str) -> Mapping[str, Row]:
    """The rows of `knowledge/engines/<engine>.yaml` by the engine's name of its rule. Raises AuditError for a broken one."""
    return {rule: _row(f"knowledge/engines/{engine}.yaml: {rule}", said) for rule, said in table(f"engines/{engine}").items()}


def row(complaint: Complaint) -> Row:
    """What becomes of a complaint: as its rule's row says, else as its kind's."""
    known = rows(complaint.engine)
    return known.get(complaint.rule) or known.get(_KIND + complaint.kind, OFF)


def wanted(engine: str) -> tuple[str, ...]:
    """The rules to ask for, in order: those that speak, alone or with a second sign."""
    return tuple(sorted(rule for rule, row in rows(engine).items() if row.use != "off" and not rule.startswith(_KIND)))


def wanted_kinds(engine: str) -> tuple[str, ...]:
    """The engine's categories to ask for, in order: those with a row, and those that hold a rule to ask for. `row` sorts the rest out."""
    speaking = {rule: row for rule, row in rows(engine).items() if row.use != "off"}
    return tuple(sorted({rule.removeprefix(_KIND) if rule.startswith(_KIND) else row.kind for rule, row in speaking.items()} - {""}))


def _row(where: str, said: Mapping[str, Any]) -> Row:
    try:
        row = Row(**said)
    except TypeError as problem:
        raise AuditError(f"{where}: {problem}; a row has the keys use, group, sign, severity, seen and kind") from None
    if row.use not in get_args(Use):
        raise AuditError(f"{where}: use: {row.use!r} should be one of {', '.join(get_args(Use))}")
    if row.sign is not None and row.sign not in get_args(Sign):
        raise AuditError(f"{where}: sign: {row.sign!r} should be one of {', '.join(get_args(Sign))}")
    if row.severity is not None and row.severity not in SEVERITIES:
        raise AuditError(f"{where}: severity: {row.severity!r} should be one of {', '.join(SEVERITIES)}")
    if row.use != "off" and not row.group:
        raise AuditError(f"{where}: group: say which card of rules/engine/ speaks for it")
    if (row.use == "second") != (row.sign is not None):
        raise AuditError(f"{where}: sign: a rule of class second needs one, and no other rule has one")
    return row
