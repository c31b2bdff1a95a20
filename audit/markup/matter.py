"""This file reads the front matter of a text: what stands between its first line `---` and the next."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Any

from audit.model import AuditError

_OPENING = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_CLOSING = re.compile(r"[\r\n]---[ \t]*(?:\r\n|\r|\n|\Z)")
_LONGEST = 10_000
"""Characters in which front matter must end. Two rules that stand further apart part a text."""
_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:[Tt ].*)?")
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")
_KEYS = {
    "source-language": "source_language",
    "source_language": "source_language",
    "source-lang": "source_language",
    "source_lang": "source_language",
    "reference": "references",
    "references": "references",
    "source": "source",
    "language": "language",
    "date": "date",
}


@dataclass(frozen=True, slots=True)
class Matter:
    """What the front matter says; `lines` gives the line (from 1) of each field that it sets, `end` where the text goes on."""

    lines: dict[str, int]
    end: int = 0
    date: datetime.date | None = None
    language: str | None = None
    source: str | None = None
    source_language: str | None = None
    references: tuple[str, ...] = ()


def read_matter(text: str, name: str) -> Matter:
    """Keys that are not ours (title, author, tags) are left alone. Raises AuditError for broken YAML and wrong values."""
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end() - 1) if opening else None
    if not opening or not closing or closing.end() > _LONGEST:
        return Matter({})
    fields = _fields(text[opening.end() : closing.start()], name)
    if fields is None:  # no keys and values: a text between two rules
        return Matter({})
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for key, line, node in fields:
        if key in _KEYS and not node.tag.endswith(":null"):
            try:
                values[_KEYS[key]] = _value(_KEYS[key], node)
            except ValueError as problem:
                raise AuditError(f"{name}:{line}: {key}: {problem}") from None
            lines[_KEYS[key]] = line
    return Matter(lines, closing.end(), **values)


def read_date(text: str) -> datetime.date:
    """The day of an ISO date, or of a date with a time. Raises ValueError, in words for the user."""
    found = _DATE.fullmatch(text)
    try:
        return datetime.date.fromisoformat(found[1] if found else text)
    except ValueError:
        raise ValueError(f"{text!r} is not a date; write it as 2022-01-31") from None


def read_code(text: str) -> str:
    """The language of a language tag: `fr` for `fr-FR`. Raises ValueError, in words for the user."""
    found = _CODE.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is not a language code; write fr, es, de ...")
    return found[1].lower()


def _fields(source: str, name: str) -> list[tuple[str, int, Any]] | None:
    """Keys with their lines and YAML nodes. Nodes, not values: `no` is Norwegian here, and not every date is one."""
    import yaml

    try:
        tree = yaml.compose(source, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as problem:
        mark = getattr(problem, "problem_mark", None)
        reason = getattr(problem, "problem", None) or "cannot be read"
        raise AuditError(
            f"{name}:{mark.line + 2 if mark else 1}: the front matter is not YAML ({reason}): "
            "quote a value that holds ': '; if it is no front matter, let the text not begin with ---"
        ) from None
    if not isinstance(tree, yaml.MappingNode):
        return None
    return [(str(key.value), key.start_mark.line + 2, value) for key, value in tree.value]


def _value(field: str, node: Any) -> Any:
    if field == "references":
        return tuple(_scalar(item) for item in (node.value if node.id == "sequence" else [node]))
    text = _scalar(node)
    if field == "date":
        return read_date(text)
    return text if field == "source" else read_code(text)


def _scalar(node: Any) -> str:
    if node.id != "scalar" or not node.value.strip():
        raise ValueError("give one text, not a list or a mapping" if node.id != "scalar" else "is empty; give a value or leave the key out")
    return str(node.value).strip()
