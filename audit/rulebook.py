"""This file reads folders of cards, selects rules and builds the checks from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from audit import bundled
from audit.cards import read_card
from audit.checks import CHECKS
from audit.lines import nearest
from audit.model import AuditError, Check, Rule


def read_cards(folder: Path, *, whole: bool = True) -> tuple[Rule, ...]:
    """All rules of a folder, sorted by path. Raises AuditError with file, line and key for the first broken card.

    Without `whole`, the settings of the checks are passed over: enough to list and explain rules, in half the time.
    """
    if not folder.is_dir():
        raise AuditError(f"{folder}: no such folder of rules")
    if wrong := sorted(folder.rglob("*.yml")):
        raise AuditError(f"{wrong[0]}: a card's name ends in .yaml; rename it")
    paths = sorted(path for path in folder.rglob("*.yaml") if not any(part.startswith(".") for part in path.relative_to(folder).parts))
    if not paths:
        raise AuditError(f"{folder}: holds no cards (*.yaml)")
    tested = folder == bundled.folder("rules")
    return tuple(read_card(path, path.relative_to(folder).with_suffix("").as_posix(), whole=whole, tested=tested) for path in paths)


def gather(folders: Sequence[Path], select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """Rules of all folders (a later card replaces one of the same name), those that are selected by a path prefix and not ignored.

    Without `select`, all cards that are enabled; with it, also disabled ones that it names. An unknown prefix is an AuditError.
    """
    rules = {rule.name: rule for folder in folders for rule in read_cards(folder)}
    for prefix in (*select, *ignore):
        if not any(_under(name, prefix) for name in rules):
            raise AuditError(
                f"{prefix}: no rule's name begins so{nearest(prefix, sorted({n.rsplit('/', 1)[0] for n in rules} | set(rules), key=len))}"
            )
    chosen = [
        rule
        for name, rule in sorted(rules.items())
        if (any(_under(name, prefix) for prefix in select) if select else rule.enabled)
        and not any(_under(name, prefix) for prefix in ignore)
    ]
    return tuple(chosen)


def _under(name: str, prefix: str) -> bool:
    return name == prefix or name.startswith(prefix.rstrip("/") + "/") or (name.startswith(prefix) and "/" in prefix)


def build(rules: Iterable[Rule]) -> tuple[Check, ...]:
    """Each check that the rules name, built once from all of them."""
    by_check: dict[str, list[Rule]] = {}
    for rule in rules:
        by_check.setdefault(rule.check, []).append(rule)
    return tuple(CHECKS[name](by_check[name]) for name in CHECKS if name in by_check)
