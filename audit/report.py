"""This file makes a report of the results of a run: verdict, versions, rules."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version

from audit import __version__
from audit.analyse import MODEL
from audit.gate import judge
from audit.model import Meta, Report, Result
from audit.pipeline import Line


def report_on(of: Line, results: Sequence[Result]) -> Report:
    """Everything that renderers need to know of a run."""
    return Report(tuple(results), of.rules, judge(results, of.config), meta(of))


def meta(of: Line) -> Meta:
    """Versions of the tool and its engines; for an engine that did not run, why not."""
    spacy = f"{version('spacy')} with {MODEL} {version(MODEL)}"
    return Meta(__version__, len(of.rules), {"spacy": spacy, **of.engines.versions()})
