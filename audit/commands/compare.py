"""This file is `audit compare A B...`: several translations of one text beside one another, and which of them scores best."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from audit.commands.output import spare, write_whole
from audit.config import read_config
from audit.model import AuditError, Document


def compare(
    files: Annotated[list[str], typer.Argument(metavar="A B [C...]", help="Two or more translations of one text.")],
    source: Annotated[str | None, typer.Option(metavar="FILE", help="The original text.")] = None,
    source_lang: Annotated[str | None, typer.Option(metavar="CODE", help="The original's language, such as fr.")] = None,
    reference: Annotated[list[str] | None, typer.Option(metavar="FILE", help="A human translation; may be repeated.")] = None,
    output: Annotated[Path | None, typer.Option(metavar="PATH", help="Where the page goes (else A's name + .compare.html, here).")] = None,
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="Settings (else the nearest audit.toml or pyproject.toml).")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Compare translations of one text: which scores best, by more than chance or not, and a page that sets them side by side."""
    from audit import versions
    from audit.commands import compared
    from audit.pipeline import line
    from audit.render.versions import render

    _refuse(files)
    path = output or Path(("stdin" if files[0] == "-" else Path(files[0]).resolve().stem) + ".compare.html")
    settings = read_config(config)
    documents = _documents(files, source, source_lang, reference or (), settings.max_characters)
    spare([*(document.name for document in documents), *filter(None, (source, *(reference or ())))], [path])
    comparison = versions.compare(line(settings), documents)
    sys.stdout.write(compared.as_json(comparison) if as_json else compared.as_text(comparison))
    sys.stdout.flush()
    write_whole(path, render(comparison))
    print(f"Report: {path}", file=sys.stderr if as_json else sys.stdout)


def _refuse(files: Sequence[str]) -> None:
    if len(files) < 2:
        raise AuditError(f"{files[0]}: is one translation; give two or more to compare")
    places: set[str] = set()
    for name in files:
        place = name if name == "-" else os.path.realpath(name)
        if place in places:
            raise AuditError(f"{name}: is given twice; give different translations")
        places.add(place)


def _documents(files: Sequence[str], source: str | None, source_lang: str | None, references: Sequence[str], most: int) -> list[Document]:
    from audit import load

    options = load.Options(source, source_lang, tuple(references), max_characters=most)
    documents = []
    for name in files:
        if Path(name).is_dir():
            raise AuditError(f"{name}: is a folder; name the translations")
        documents += load.documents([name], options, sys.stdin.buffer)
    return documents
