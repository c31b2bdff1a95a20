"""This file reads and writes files of decisions: a list of them, in YAML or JSON by the file's name."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, TypeAdapter, ValidationError, model_validator

from audit.decided import Decision, Scope, Settled
from audit.decisions.days import moment
from audit.lines import nearest
from audit.model import AuditError

_HEAD = "# Decisions on findings of `audit`: accepted (right, gets mended) or dismissed (a false alarm, or wanted so).\n"
_ORDER = ("fingerprint", "rule", "quote", "status", "reason", "author", "date", "expires", "scope", "text")
_FIELDS: dict[str, str] = {
    "status": "should be accepted or dismissed",
    "scope": "should be instance (this finding) or text (all of its rule in the text)",
    "expires": "should be a day; write it as 2022-01-31",
}


def _a_date(value: str) -> str:
    try:
        moment(value)
    except ValueError:
        raise ValueError("should be a day or a moment; write it as 2022-01-31 or 2022-01-31T10:30:00Z") from None
    return value


class Entry(BaseModel):
    """A decision as a file writes it."""

    model_config = ConfigDict(extra="forbid")
    fingerprint: str = ""
    rule: str = ""
    quote: str = ""
    status: Settled
    reason: str = ""
    author: str = ""
    date: Annotated[str, AfterValidator(_a_date)] = ""
    expires: Annotated[datetime.date | None, BeforeValidator(lambda value: value or None)] = None
    scope: Scope = "instance"
    text: str = ""

    @model_validator(mode="after")
    def _is_about_something(self) -> Entry:
        if self.scope == "instance" and not self.fingerprint:
            raise ValueError("names no finding; give its fingerprint")
        if self.scope == "text" and not (self.rule and (self.text or self.fingerprint)):
            raise ValueError("is about all of a rule in a text: give the rule, and the text or the fingerprint of one of its findings")
        return self


_ENTRIES = TypeAdapter(list[Entry])


def read(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file: a list, or `decisions:` with one. Raises AuditError: file, line or entry, key, what to do."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as problem:
        raise AuditError(f"{path}: cannot be read ({problem.strerror})") from problem
    except UnicodeDecodeError as problem:
        raise AuditError(f"{path}: not UTF-8; save it as UTF-8") from problem
    content, where = _json(text, path) if path.suffix.lower() == ".json" else _yaml(text, path)
    if isinstance(content, dict):
        content = content.get("decisions")
    if content in (None, ""):
        content = [] if not text.strip() or text.strip().startswith("#") else None
    if not isinstance(content, list):
        raise AuditError(f"{path}: should hold a list of decisions, each with fingerprint, status, reason, author and date")
    try:
        entries = _ENTRIES.validate_python(content)
    except ValidationError as problem:
        raise AuditError(_said(problem.errors()[0], path, where)) from None
    return tuple(Decision(**entry.model_dump()) for entry in entries)


def read_all(paths: Iterable[str]) -> tuple[Decision, ...]:
    """The decisions of all files. Raises AuditError as `read` does."""
    return tuple(decision for path in paths for decision in read(Path(path)))


def written(decisions: Sequence[Decision], form: Literal["yaml", "json"]) -> str:
    """What a file of these decisions holds; keys that say nothing are left out."""
    entries = [_entry(decision) for decision in decisions]
    if form == "json":
        return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"
    return _HEAD + yaml.safe_dump(entries, sort_keys=False, allow_unicode=True, width=130)


def _entry(decision: Decision) -> dict[str, Any]:
    kept = {key: getattr(decision, key) for key in _ORDER}
    told = {key: value.isoformat() if isinstance(value, datetime.date) else value for key, value in kept.items() if value}
    return told if decision.scope == "text" else {key: value for key, value in told.items() if key != "scope"}


Where = Callable[[Sequence[Any]], str]


def _json(text: str, path: Path) -> tuple[Any, Where]:
    try:
        content = json.loads(text or "[]")
    except (ValueError, RecursionError) as problem:
        raise AuditError(f"{path}: not JSON: {problem}") from None
    return content, lambda loc: f": decision {loc[0] + 1}" if loc else ""


def _yaml(text: str, path: Path) -> tuple[Any, Where]:
    """Every value is text here: a fingerprint of digits alone is no number, and `no` may be an author."""
    try:
        loader = yaml.BaseLoader(text)
        node = loader.get_single_node()
        content = loader.construct_document(node) if node else None
    except (yaml.YAMLError, RecursionError) as problem:
        mark = getattr(problem, "problem_mark", None)
        said = getattr(problem, "problem", None) or "it cannot be read"
        raise AuditError(f"{path}{f':{mark.line + 1}' if mark else ''}: not YAML: {said}") from None
    return content, lambda loc: _line(node, loc)


def _line(node: Any, loc: Sequence[Any]) -> str:
    if isinstance(node, yaml.MappingNode):
        node = next(value for key, value in node.value if key.value == "decisions")
    if not loc:
        return f":{node.start_mark.line + 1}"
    item = node.value[loc[0]]
    keys = {key.value: key for key, _ in item.value} if isinstance(item, yaml.MappingNode) else {}
    return f":{keys.get(loc[1] if len(loc) > 1 else '', item).start_mark.line + 1}"


def _said(error: Any, path: Path, where: Where) -> str:
    loc = error["loc"]
    key = str(loc[1]) if len(loc) > 1 else "decision"
    if error["type"] == "extra_forbidden":
        said = f"no such key{nearest(key, Entry.model_fields)}"
    elif error["type"] == "missing":
        said = f"is missing; {_FIELDS.get(key, 'write it').removeprefix('should be ')}"
    elif error["type"] == "value_error":
        said = str(error["msg"]).removeprefix("Value error, ")
    else:
        said = _FIELDS.get(key, "should hold keys and values (key: value)" if len(loc) < 2 else "should be text")
    return f"{path}{where(loc)}: {key}: {said}"
