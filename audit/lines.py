"""This file reads YAML so that every key and value still knows its line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from audit.model import AuditError

_INT = re.compile(r"[-+]?\d+\Z")
_FLOAT = re.compile(r"[-+]?(\d+\.\d*|\.\d+)\Z")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Mapped:
    """A YAML value with the lines (from 1) of the value and, for a mapping, of each key."""

    value: Any
    number: int
    keys: dict[Any, int]

    def at(self, *path: Any) -> Mapped:
        """The value below, or this one where the path leaves the tree."""
        here = self
        for key in path:
            if not here.has(key):
                return here
            here = here.value[key]
        return here

    def has(self, key: Any) -> bool:
        return (isinstance(self.value, dict) and key in self.value) or (
            isinstance(self.value, list) and isinstance(key, int) and key < len(self.value)
        )

    def line(self, *path: Any) -> int:
        """The line of a key (or item) below; of the nearest thing above it that exists."""
        here, line = self, self.number
        for key in path:
            if not here.has(key):
                break
            line = here.keys.get(key, here.value[key].number)
            here = here.value[key]
        return line


def read_yaml(path: Path) -> Mapped:
    """A YAML file that holds one mapping. Words such as `no`, `on`, `yes` and dates stay text; only true/false are booleans."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        node = yaml.compose(text, Loader=_Loader)
    except OSError as problem:
        raise AuditError(f"{path}: cannot be read ({problem.strerror})") from problem
    except UnicodeDecodeError as problem:
        raise AuditError(f"{path}: not UTF-8 (byte {problem.start}); save it as UTF-8") from problem
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        raise AuditError(
            f"{path}:{line}: not YAML: {problem.problem}; a text with ': ' or a leading quotation mark needs quotes round it"
        ) from problem
    except yaml.YAMLError as problem:
        raise AuditError(f"{path}: not YAML: {' '.join(str(problem).split())}") from problem
    if not isinstance(node, yaml.MappingNode):
        raise AuditError(f"{path}:1: must hold keys and values (key: value)")
    try:
        return _mapped(node, path)
    except RecursionError:
        raise AuditError(f"{path}: not YAML that can be read: an anchor (&name) holds itself, or lists lie too deep") from None


def _mapped(node: yaml.Node, path: Path) -> Mapped:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        value: dict[Any, Mapped] = {}
        lines: dict[Any, int] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else str(key_node.value)
            if key in value:
                raise AuditError(f"{path}:{key_node.start_mark.line + 1}: {key}: this key stands twice; keep one")
            value[key], lines[key] = _mapped(value_node, path), key_node.start_mark.line + 1
        return Mapped(value, line, lines)
    if isinstance(node, yaml.SequenceNode):
        return Mapped([_mapped(item, path) for item in node.value], line, {})
    return Mapped(_scalar(node), line, {})


def _scalar(node: Any) -> Any:
    text: str = node.value
    if node.style:  # quoted or a block; plain scalars have None here, or '' from libyaml
        return text
    if text in ("true", "false"):
        return text == "true"
    if text in ("", "~", "null"):
        return None
    if _INT.match(text):
        return int(text)
    return float(text) if _FLOAT.match(text) else text


def unmark(tree: Mapped) -> Any:
    """The plain value, without lines."""
    if isinstance(tree.value, dict):
        return {key: unmark(value) for key, value in tree.value.items()}
    if isinstance(tree.value, list):
        return [unmark(item) for item in tree.value]
    return tree.value
