"""This file reads the sheets of `knowledge/`: word lists and tables that checks and cards share."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from audit.bundled import folder
from audit.cache import kept, state
from audit.lines import Mapped, nearest, read_yaml
from audit.model import AuditError


@cache
def _sheet(name: str) -> Mapped:
    path = folder("knowledge") / f"{name}.yaml"
    if not path.is_file():
        known = sorted(sheet.relative_to(folder("knowledge")).with_suffix("").as_posix() for sheet in folder("knowledge").rglob("*.yaml"))
        raise AuditError(f"knowledge/{name}.yaml: no such sheet{nearest(name, known)}")
    return kept(f"sheets/{name.replace('/', '-')}", state(path), lambda: read_yaml(path))


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of the sheet `knowledge/<name>.yaml`, in its order. Raises AuditError when the sheet has no `words`."""
    content = _sheet(name).value
    if not isinstance(content.get("words"), list):
        raise AuditError(f"knowledge/{name}.yaml: words: this key is missing or not a list")
    return tuple(map(str, content["words"]))


@cache
def table(name: str) -> Mapping[str, Any]:
    """The rows of the sheet `knowledge/<name>.yaml` by key. Raises AuditError when the sheet has no `rows`."""
    content = _sheet(name).value
    if not isinstance(content.get("rows"), dict):
        raise AuditError(f"knowledge/{name}.yaml: rows: this key is missing or not a mapping")
    rows: Mapping[str, Any] = content["rows"]
    return rows
