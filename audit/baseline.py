"""This file marks the findings that an earlier run knew already, so that only new ones fail, and lists those that are gone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from audit.decided import Gone
from audit.model import AuditError, Finding, Result

_PRINT = re.compile(r"[0-9a-f]{16}(?:-\d+)?")
_WANTED = "give what audit --format json:FILE wrote, or a list of fingerprints, one a line"


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was known: the findings of each text by their fingerprints, and fingerprints of no text in particular."""

    texts: Mapping[str, Mapping[str, Gone]] = field(default_factory=dict)
    loose: frozenset[str] = frozenset()

    @property
    def known(self) -> frozenset[str]:
        return self.loose.union(*self.texts.values())


def read(path: Path) -> Baseline:
    """A report in JSON, the lines of `audit corpus`, or a list of fingerprints. Raises AuditError for anything else."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as problem:
        raise AuditError(f"{path}: cannot be read ({problem.strerror}); {_WANTED}") from problem
    except UnicodeDecodeError as problem:
        raise AuditError(f"{path}: not UTF-8; {_WANTED}") from problem
    if not text.lstrip().startswith(("{", "[")):
        return _listed(text.split("\n"), path)
    try:
        return _told(text)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise AuditError(f"{path}: not a baseline; {_WANTED}") from None


def mark(results: Sequence[Result], baseline: Baseline) -> tuple[Result, ...]:
    """Every finding as new or unchanged, with each result the findings of its text that are gone.

    A text that the baseline names is compared with its own findings there; any other, renamed maybe, with all.
    """
    known = baseline.known
    return tuple(_marked(result, baseline.texts.get(result.document.name), known) for result in results)


def _marked(result: Result, before: Mapping[str, Gone] | None, known: frozenset[str]) -> Result:
    def state(finding: Finding) -> Finding:
        is_known = finding.fingerprint in (known if before is None else before)
        return replace(finding, baseline="unchanged" if is_known else "new")

    left = {finding.fingerprint for finding in result.findings}
    gone = () if before is None else tuple(one for one in before.values() if one.fingerprint not in left)
    return replace(result, findings=tuple(map(state, result.findings)), gone=gone)


def _listed(lines: Sequence[str], path: Path) -> Baseline:
    prints = []
    for number, line in enumerate(lines, 1):
        said = line.partition("#")[0].strip()
        if said and not _PRINT.fullmatch(said):
            raise AuditError(f"{path}:{number}: not a fingerprint; {_WANTED}")
        prints += [said] if said else []
    return Baseline(loose=frozenset(prints))


def _told(text: str) -> Baseline:
    try:
        content = json.loads(text)
    except ValueError:  # more than one value: a line for each text
        content = {"documents": [json.loads(line) for line in text.splitlines() if line.strip()]}
    if isinstance(content, list):
        if not all(isinstance(item, str) and _PRINT.fullmatch(item) for item in content):
            raise ValueError(_WANTED)
        return Baseline(loose=frozenset(content))
    documents = content.get("documents", [content])
    return Baseline({document["id"]: dict(_findings(document)) for document in documents if "error" not in document})


def _findings(document: Mapping[str, Any]) -> Iterator[tuple[str, Gone]]:
    for one in document["findings"]:
        told = [str(one[key]) for key in ("fingerprint", "rule", "message", "quote", "severity")]
        yield told[0], Gone(told[0], told[1], told[2], told[3], told[4], int(one["line"]), int(one["column"]))
