"""This file makes one expression of each sheet in `knowledge/gendered/`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

from audit.bundled import folder
from audit.cache import expression
from audit.knowledge import table

_GENDERS = ("male", "female")
_FLAGS = regex.IGNORECASE | regex.VERSION0
_APOSTROPHES = "['’]"


@dataclass(frozen=True, slots=True)
class Sheet:
    """`words` finds every mark, in a group named `gender_kind_detail`; or `void_...`, `shared_...`: no mark."""

    words: regex.Pattern[str]
    verbs: bool


@cache
def sheet(language: str) -> Sheet | None:
    """The sheet of a language; None where there is none."""
    name = f"gendered/{language}"
    if not language.isalpha() or not (folder("knowledge") / f"{name}.yaml").is_file():
        return None
    rows = table(name)
    groups = "|".join(f"(?P<{group}>{pattern})" for group, pattern in _groups(rows))
    glued = bool(rows.get("glued"))
    before, after = ("", "") if glued else (r"(?<![\p{L}\p{M}\d])", r"(?![\p{L}\p{M}\d])")
    return Sheet(expression(f"{before}(?:{groups}){after}", _FLAGS), "verbs" in rows)


def _groups(rows: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The groups in the order in which they are tried at one place."""
    if rows.get("void"):
        yield "void_", _written(rows["void"])
    for function, pair in rows.get("pronouns", {}).items():
        yield from _both(f"pronoun_{function}", pair)
    yield from _both("epicene", rows.get("epicene", ()))
    for concept, pair in rows.get("nouns", {}).items():
        yield from _both(f"noun_{concept}", pair)
    for kind in ("titles", "verbs", "any", "faint", "clitic"):
        yield from _both("faint" if kind == "any" else kind.removesuffix("s"), rows.get(kind, ()), suffix="any" if kind == "any" else "")
    if rows.get("shared"):
        yield "shared_", _written(rows["shared"])


def _both(kind: str, pair: Any, suffix: str = "") -> Iterator[tuple[str, str]]:
    for gender, pattern in zip(_GENDERS, pair, strict=False):
        if pattern:
            yield f"{gender}_{kind}" + (f"_{suffix}" if suffix else ""), _written(pattern)


def _written(pattern: str) -> str:
    return regex.sub(r"['’]", _APOSTROPHES, pattern).replace(" ", r"[^\S\n]+") if "[" not in pattern else pattern
