"""This file puts a run's own data into its page: the JSON of the run, and the texts as given, ready for a script element."""

from __future__ import annotations

import hashlib
import json
import re

from audit.model import Document, Report, Result
from audit.render import encodable
from audit.render.json import render

_UNSAFE = re.compile("[<\x7f-\x9f\ufffe\uffff]")


def embedded(report: Report) -> str:
    """What `--format json` prints of this run: the same value to any JSON reader, with `<` and what a page cannot hold as escapes."""
    return _escaped(render(report))


def texts(report: Report) -> str:
    """A JSON list, one entry a document: what it takes to mend it.

    `text` as given; `marked`: is it marked up; `crossed`: the findings (by index) that have markup in them, or an entity: their stretch of
    the text does not read as their prose does.
    """
    entries = [
        {"text": encodable(result.document.text), "marked": bool(result.document.runs), "crossed": _crossed(result)}
        for result in report.results
    ]
    return _escaped(json.dumps(entries, ensure_ascii=False))


def hashed(document: Document) -> str:
    """SHA-256 of the text as given, in UTF-8: the page keeps the decisions on a text under it."""
    return hashlib.sha256(encodable(document.text).encode()).hexdigest()


def _crossed(result: Result) -> list[int]:
    about = result.document
    pairs = [(finding.span, about.to_prose(finding.span)) for finding in result.findings]
    return [at for at, (span, prose) in enumerate(pairs) if span.of(about.text) != prose.of(about.prose)]


def _escaped(text: str) -> str:
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
