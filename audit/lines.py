"""This file reads YAML so that every key and value still knows its line, and says which of them is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from audit.model import AuditError

_INT = re.compile(r"[-+]?\d+\Z")
_FLOAT = re.compile(r"[-+]?(\d+\.\d*|\.\d+)\Z")
_MISSING = ("missing", "missing_argument")
_PLAIN = {
    "string_type": "should be text; put quotation marks round it",
    **dict.fromkeys(("list_type", "tuple_type"), "should be a list; write [one, two] or a line with '- ' for each"),
    **dict.fromkeys(("float_type", "float_parsing", "int_type", "int_parsing"), "should be a number"),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing"), "should be a date; write it as 2022-01-07"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "should be true or false"),
    "string_pattern_mismatch": "should be a language code, such as fr",
    **dict.fromkeys(("dict_type", "mapping_type", "dataclass_type", "model_type"), "should hold keys and values (key: value)"),
}
_SHOWN = 40
_NO_TAGS = {
    name: lambda *_: "" for name in ("resolve", "descend_resolver", "ascend_resolver")
}  # `_scalar` says what a plain value is; working out tags takes a fifth of the reading
_Loader: Any = type("_Loader", (getattr(yaml, "CBaseLoader", yaml.BaseLoader),), _NO_TAGS)


@dataclass(frozen=True, slots=True)
class Mapped:
    """A YAML value that still knows where it was written. Lines count from 1 and are looked up only when somebody asks."""

    node: yaml.Node
    value: Any
    """The plain value, without lines."""

    def at(self, *path: Any) -> Mapped:
        """The value below, or the nearest one above it where the path leaves the tree."""
        node, value = self.node, self.value
        for key in path:
            found = _below(node, key)
            if found is None:
                break
            node, value = found[1], value[key]
        return Mapped(node, value)

    def has(self, key: Any) -> bool:
        return _below(self.node, key) is not None

    def line(self, *path: Any) -> int:
        """The line of a key (or item) below; of the nearest thing above it that exists."""
        named = node = self.node
        for key in path:
            found = _below(node, key)
            if found is None:
                break
            named, node = found
        return int(named.start_mark.line) + 1


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
        return Mapped(node, _plain(node, path))
    except RecursionError:
        raise AuditError(f"{path}: not YAML that can be read: an anchor (&name) holds itself, or lists lie too deep") from None


def _below(node: yaml.Node, key: Any) -> tuple[yaml.Node, yaml.Node] | None:
    """The node of a key and the node of its value; for a list, the item twice."""
    if isinstance(node, yaml.MappingNode):
        return next(((name, value) for name, value in node.value if _key(name) == key), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key], node.value[key]
    return None


def _key(node: yaml.Node) -> str:
    return node.value if isinstance(node, yaml.ScalarNode) else str(node.value)


def _plain(node: Any, path: Path) -> Any:
    kind = node.id
    if kind == "scalar":
        return _scalar(node)
    if kind == "sequence":
        return [_plain(item, path) for item in node.value]
    value: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = _key(key_node)
        if key in value:
            raise AuditError(f"{path}:{key_node.start_mark.line + 1}: {key}: this key stands twice; keep one")
        value[key] = _plain(value_node, path)
    return value


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


def validate(adapter: TypeAdapter[Any], tree: Mapped, path: Path, name: str = "") -> Any:
    """The value that the adapter's type makes of a tree. Raises AuditError with file, line, key (below `name`) and what to do."""
    try:
        return adapter.validate_python(tree.value)
    except ValidationError as problem:
        error = min(
            problem.errors(), key=lambda error: error["type"] in _MISSING
        )  # a misspelt key says more than the one that it leaves out
        keys = [key for index, key in enumerate(error["loc"]) if tree.at(*error["loc"][:index]).has(key)]
        if error["type"] in _MISSING:
            keys.append(error["loc"][-1])
        key = ".".join(map(str, [name, *keys] if name else keys))
        raise AuditError(f"{path}:{tree.line(*keys)}: {key or 'card'}: {_say(error, adapter, keys)}") from None


def _say(error: Any, adapter: TypeAdapter[Any], keys: Sequence[Any]) -> str:
    if error["type"] in ("extra_forbidden", "unexpected_keyword_argument"):
        return f"no such key{nearest(str(keys[-1]), sorted(_property_names(adapter.json_schema())))}"
    if error["type"] in _MISSING:
        return "this key is missing; write it"
    return _PLAIN.get(error["type"]) or str(error["msg"]).removeprefix("Value error, ").replace("Input should", "should")


def _property_names(schema: Any) -> set[str]:
    if isinstance(schema, Mapping):
        own = set(schema["properties"]) if isinstance(schema.get("properties"), Mapping) else set()
        return own.union(*map(_property_names, schema.values()))
    return set().union(*map(_property_names, schema)) if isinstance(schema, list) else set()


def nearest(word: str, known: Iterable[str]) -> str:
    """What to say behind a name that is not known: the one that was probably meant, or those that there are."""
    known = list(known)
    near = get_close_matches(word, known, 1, 0.5)
    return f"; did you mean {near[0]!r}?" if near else f"; known: {', '.join(known[:_SHOWN])}{', ...' * (len(known) > _SHOWN)}"
