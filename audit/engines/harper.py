"""This file asks Harper, a grammar checker that runs inside this process (package harper-py, Apache-2.0, extra `harper`)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from threading import Lock
from typing import TYPE_CHECKING

from audit.engines.complaint import Complaint
from audit.spans import Span

if TYPE_CHECKING:
    from harper import Lint, Linter

NAME = "harper"
PACKAGE = "harper-py"
HINT = "Harper is not installed: pip install 'mt-audit[harper]'"
_BRITISH = 1
"""The dialect matters to rules of spelling and of regional words alone, and those are off."""


def version() -> str:
    """The version of harper-py, which pins its Harper; empty where it is not installed."""
    try:
        return version_of(PACKAGE)
    except PackageNotFoundError:
        return ""


def complain(text: str, rules: Iterable[str] | None = None) -> list[Complaint]:
    """What Harper says of a text, in order; of all its rules, or only of some (names as in its configuration).

    Raises ImportError without harper-py. Spans count code points of `text`.
    """
    linter, alone = _linter(None if rules is None else tuple(sorted(rules)))
    with alone:
        said = linter.organized_lints(text, language="plaintext", dedup=False)
    return sorted(_complaint(text, rule, lint) for rule, lints in said.items() for lint in lints)


@cache
def _linter(rules: tuple[str, ...] | None) -> tuple[Linter, Lock]:
    """Takes about a second to make. One is used by one thread at a time, so it comes with its lock."""
    from harper import Linter

    linter = Linter(_BRITISH)
    if rules is not None:
        linter.set_lint_config({rule: rule in rules for rule in linter.get_default_lint_config()})
    return linter, Lock()


def _complaint(text: str, rule: str, lint: Lint) -> Complaint:
    span = Span(lint.span.start, lint.span.end)
    better = tuple(dict.fromkeys(_instead(span.of(text), suggestion.kind, suggestion.replacement_text) for suggestion in lint.suggestions))
    return Complaint(span=span, engine=NAME, rule=rule, kind=lint.lint_kind, message=lint.message, better=better)


def _instead(words: str, kind: int, replacement: str) -> str:
    """What stands in place of the marked words after the suggestion: replaced, removed, or something put behind them."""
    return {0: replacement, 1: "", 2: words + replacement}[int(kind)]
