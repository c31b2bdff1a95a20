"""This file makes a report of the results of a run: verdict, versions, rules."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from audit import __version__, baseline, decisions
from audit.analyse import MODEL
from audit.bundled import folder
from audit.config import Config
from audit.gate import judge
from audit.model import Meta, Report, Result
from audit.pipeline import Line


def report_on(of: Line, results: Sequence[Result]) -> Report:
    """Everything that renderers need to know of a run; decisions that settle nothing are told, known findings marked."""
    results = decisions.told(results, of.book, of.rules)
    if of.baseline is not None:
        results = baseline.mark(results, of.baseline)
    return Report(tuple(results), of.rules, judge(results, of.config), meta(of))


def only(report: Report, result: Result, config: Config) -> Report:
    """The report of one of its results."""
    return replace(report, results=(result,), verdict=judge([result], config))


def meta(of: Line) -> Meta:
    """Versions of the tool and its engines; for an engine that did not run, why not."""
    spacy = f"{version('spacy')} with {MODEL} {version(MODEL)}"
    return Meta(__version__, len(of.rules), {"spacy": spacy, **of.engines.versions()}, rule_set=rule_set(of))


def rule_set(of: Line) -> str:
    """A hash of the rules that run and of all cards, sheets and style sheets that the run was given, by their content."""
    places = [*of.config.folders, folder("knowledge"), *map(Path, (*of.config.knowledge, *of.config.style))]
    stamp = hashlib.sha256(" ".join(sorted(of.rules)).encode())
    for place in places:
        for path in sorted(place.rglob("*.yaml")) if place.is_dir() else [place]:
            stamp.update(path.name.encode("utf-8", "surrogateescape") + b"\0" + path.read_bytes() + b"\0")
    return stamp.hexdigest()[:12]
