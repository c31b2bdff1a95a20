"""This file reads the prose out of a text of any form that is no bilingual file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from audit.decided import Remark
from audit.markup.matter import read_matter
from audit.markup.remarks import remarks
from audit.markup.weave import plain, weave
from audit.model import AuditError, Run

FORMS = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}
_PAGE = re.compile(r"\s*(?:<!doctype html|<html)\b", re.IGNORECASE)
STDIN = "<stdin>"


@dataclass(frozen=True, slots=True)
class Prose:
    """What a reader sees of a text, where each stretch of it is written, and the remarks that ask for silence."""

    prose: str
    runs: tuple[Run, ...]
    remarks: tuple[Remark, ...] = ()


def form_of(name: str, text: str = "") -> str:
    """text, markdown or html: by the name's end; of standard input, by its beginning."""
    if name == STDIN:
        return "html" if _PAGE.match(text) else "text"
    return FORMS.get(Path(name).suffix.lower(), "text")


def start_of(text: str, form: str, name: str) -> int:
    """Where the text goes on behind its front matter."""
    return read_matter(text, name).end if form != "html" else 0


def read_prose(text: str, form: str, start: int, name: str) -> Prose:
    """The prose from `start` on. Raises AuditError where there is none."""
    if form == "html":
        from audit.markup import html

        prose, runs = weave(html.pieces(text))
    elif form == "markdown":
        from audit.markup import markdown  # the parser is only loaded for those who need it

        prose, runs = weave(markdown.pieces(text[start:]), start)
    else:
        prose, runs = plain(text, start)
    if not prose.strip():
        raise AuditError(f"{name}: there is no text in it besides {'its front matter' if form == 'text' else 'markup'}")
    return Prose(prose, runs, remarks(text, form, runs))
