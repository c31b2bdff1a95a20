"""This file reads the settings of a run: defaults, then `audit.toml` or `[tool.audit]`, then the command line."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, get_args

from audit.bundled import folder
from audit.model import AuditError

FailOn = Literal["minor", "major", "critical", "never"]


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk's own policy for the texts whose names fit one of `files`; None: as for all texts."""

    name: str
    files: tuple[str, ...] = ()
    fail_on: FailOn | None = None
    min_score: float | None = None
    block: tuple[str, ...] | None = None
    warn: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of one run; in files their names have hyphens. `ter`: None is yes for single texts, no for a corpus, where it takes long."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    fail_on: FailOn = "critical"
    min_score: float | None = None
    strict: bool = False
    force: bool = False
    report: bool = True
    max_characters: int = 1_000_000
    style: tuple[str, ...] = ()
    knowledge: tuple[str, ...] = ()
    ter: bool | None = None
    engines: tuple[str, ...] = ()
    languagetool: str = ""
    block: tuple[str, ...] = ()
    warn: tuple[str, ...] = ()
    desks: tuple[Desk, ...] = ()
    disclosure: str = ""
    decisions: tuple[str, ...] = ()
    baseline: str = ""

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where cards lie: the tool's own, then the house's."""
        return (folder("rules"), *map(Path, self.rules))


def read_config(path: Path | None = None, start: Path | None = None) -> Config:
    """Settings of the file named, else of the nearest `audit.toml` or `pyproject.toml` with `[tool.audit]` from `start` upwards.

    Raises AuditError with file, line and key. Folders and files named in a file are taken relative to the file.
    """
    if path is not None:
        return _from_file(path)
    for place in ((start or Path.cwd()).resolve(), *(start or Path.cwd()).resolve().parents):
        if (place / "audit.toml").is_file():
            return _from_file(place / "audit.toml")
        if (place / "pyproject.toml").is_file() and _own(_toml(place / "pyproject.toml"), None) is not None:
            return _from_file(place / "pyproject.toml")
    return Config()


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as problem:
        raise AuditError(f"{path}: cannot be read ({problem.strerror})") from problem
    except UnicodeDecodeError as problem:
        raise AuditError(f"{path}: not UTF-8; save it as UTF-8") from problem
    except tomllib.TOMLDecodeError as problem:
        raise AuditError(f"{path}: not TOML: {problem}") from problem


def _from_file(path: Path) -> Config:
    content = _toml(path)
    own = _own(content, {} if path.name == "pyproject.toml" else content)
    if not isinstance(own, dict):
        raise AuditError(f"{path}:{_line(path, 'audit')}: audit: should be a table; write [tool.audit] and the settings below it")
    known = {field.name.replace("_", "-"): field for field in fields(Config)}
    values: dict[str, Any] = {}
    for key, value in own.items():
        if key not in known:
            near = get_close_matches(key, known, 1)
            raise AuditError(
                f"{path}:{_line(path, key)}: {key}: no such setting; "
                + (f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}")
            )
        values[key.replace("-", "_")] = _desks(path, value) if key == "desks" else _checked(path, key, value)
    for key in ("rules", "style", "knowledge", "decisions"):
        if key in values:
            values[key] = tuple(str(path.parent / place) for place in values[key])
    if values.get("baseline"):
        values["baseline"] = str(path.parent / values["baseline"])
    return replace(Config(), **values)


def _desks(path: Path, value: object) -> tuple[Desk, ...]:
    """The tables below `desks`, each a desk: its files, and what of the policy it has otherwise."""
    known = {field.name.replace("_", "-") for field in fields(Desk)} - {"name"}
    if not isinstance(value, dict) or not all(isinstance(desk, dict) for desk in value.values()):
        raise AuditError(f"{path}:{_line(path, 'desks')}: desks: should be tables, one for each desk, as in [desks.sports]")
    for name, desk in value.items():
        for key in desk.keys() - known:
            raise AuditError(f"{path}:{_line(path, key)}: {key}: a desk has no such setting; known: {', '.join(sorted(known))}")
        if not desk.get("files"):
            raise AuditError(f'{path}:{_line(path, name)}: desks.{name}: files: which texts are this desk\'s? Write files = ["{name}/*"]')
    desks: dict[str, dict[str, Any]] = {
        name: {key.replace("-", "_"): _checked(path, key, given) for key, given in desk.items()} for name, desk in value.items()
    }
    return tuple(Desk(name, **own) for name, own in desks.items())


def _own(content: Mapping[str, Any], otherwise: object) -> object:
    """What stands at tool.audit."""
    tool = content.get("tool")
    return tool.get("audit", otherwise) if isinstance(tool, dict) else otherwise


_WANTED: Mapping[str, tuple[tuple[type, ...], str]] = {
    "select": ((list,), "a list of rule names"),
    "ignore": ((list,), "a list of rule names"),
    "rules": ((list,), "a list of folders"),
    "knowledge": ((list,), "a list of folders"),
    "disclosure": ((str,), "a sentence, with {language} for the source language and {editor} for who signed"),
    "block": ((list,), "a list of rules or categories"),
    "warn": ((list,), "a list of rules or categories"),
    "files": ((list,), "a list of names of texts, with * for any"),
    "fail-on": ((str,), f"one of {', '.join(get_args(FailOn))}"),
    "min-score": ((int, float), "a number from 0 to 100"),
    "strict": ((bool,), "true or false"),
    "force": ((bool,), "true or false"),
    "report": ((bool,), "true or false"),
    "ter": ((bool,), "true or false"),
    "engines": ((list,), 'a list of "languagetool" and "harper", or of "none"'),
    "languagetool": ((str,), "the address of a LanguageTool server, such as http://localhost:8081"),
    "max-characters": ((int,), "a number of characters, 1 or more"),
    "style": ((str, list), "a style sheet's file, or a list of them"),
    "decisions": ((str, list), "a file of decisions, or a list of them"),
    "baseline": ((str,), "a file: an earlier report in JSON, or a list of fingerprints"),
}


_RANGES: Mapping[str, tuple[float, float]] = {"min-score": (0, 100), "max-characters": (1, math.inf)}


def _checked(path: Path, key: str, value: object) -> object:
    types, wanted = _WANTED[key]
    right = isinstance(value, types) and (bool in types or not isinstance(value, bool))
    if key == "fail-on":
        right = right and value in get_args(FailOn)
    if key in _RANGES:
        least, most = _RANGES[key]
        right = right and isinstance(value, int | float) and least <= value <= most
    if isinstance(value, list):
        right = right and all(isinstance(item, str) for item in value)
    if str in types and list in types and isinstance(value, str):
        value = [value]
    if not right:
        raise AuditError(f"{path}:{_line(path, key)}: {key}: should be {wanted}")
    return tuple(value) if isinstance(value, list) else value


def _line(path: Path, key: str) -> int:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
            return number
    return 1
