"""This file makes one expression of each sheet in `knowledge/polarity/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from audit.bundled import folder
from audit.cache import expression
from audit.knowledge import table

STRENGTHS = ("void", "only", "sure", "firm", "faint", "vague")
"""In the order in which they are tried at one place."""
_SPACE = r"[^\S\n]+"
_GAP = rf"(?:{_SPACE}|(?<=['’]))(?:[\p{{L}}\p{{M}}\d’'-]+{_SPACE}){{0,5}}?"
_FLAGS = regex.IGNORECASE | regex.VERSION0


@dataclass(frozen=True, slots=True)
class Sheet:
    """`words` finds every cue, in a group named after its strength; `joined` words that go with another cue of their clause.

    With `either_order` they may also stand before it (никто не), else only behind it (no ... nadie): `nadie ... no` denies two clauses.
    """

    words: regex.Pattern[str]
    joined: regex.Pattern[str] | None
    either_order: bool


@cache
def sheet(language: str) -> Sheet | None:
    """The sheet of a language; None where there is none."""
    name = f"polarity/{language}"
    if not language.isalpha() or not (folder("knowledge") / f"{name}.yaml").is_file():
        return None
    rows = table(name)
    glued = bool(rows.get("glued"))
    groups = "|".join(f"(?P<{strength}>{_any(rows[strength])})" for strength in STRENGTHS if rows.get(strength))
    before, after = ("", "") if glued else (r"(?<![\p{L}\p{M}\d])", r"(?:(?<=['’])|(?![\p{L}\p{M}\d]))")
    joined = _any(rows["joined"]) if rows.get("joined") else None
    return Sheet(
        expression(f"{before}(?:{groups}){after}", _FLAGS),
        expression(rf"(?<![\p{{L}}\p{{M}}])(?:{joined})(?![\p{{L}}\p{{M}}])", _FLAGS) if joined else None,
        bool(rows.get("either_order")),
    )


def _any(entries: list[str]) -> str:
    return "|".join(map(_written, entries))


def _written(entry: str) -> str:
    """An entry as an expression: a star is any letters, three dots up to five words, an apostrophe of either kind."""
    text = regex.sub(r"(?<![\])])\*", r"[\\p{L}\\p{M}]*", entry)
    text = regex.sub(r"\)\*(?=$|[|) ])", r")[\\p{L}\\p{M}]*", text)
    parts = [regex.sub(r"(?<!\[[^\]]*)[ ]+", lambda _: _SPACE, part) for part in text.split(" ... ")]
    text = _GAP.join(parts)
    return regex.sub(r"(?<!\[[^\]]*)'", "['’]", text)
