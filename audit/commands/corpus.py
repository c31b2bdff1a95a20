"""This file is `audit corpus`: many documents in one run, JSONL in and JSONL out."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from audit.config import read_config
from audit.model import AuditError

USAGE = 2


def corpus(
    source: Annotated[
        Path, typer.Argument(metavar="IN.jsonl", help='One {"id", "text", ...} a line, a folder of texts, or a bilingual file.')
    ],
    output: Annotated[Path, typer.Option(metavar="OUT.jsonl", help="One result a line, in the same order.")],
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Processes; the output is the same for any number.")] = os.cpu_count() or 1,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where an interrupted run stopped.")] = False,
    select: Annotated[list[str] | None, typer.Option(metavar="PREFIX", help="Only rules whose names begin so; may be repeated.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="PREFIX", help="No rules whose names begin so; may be repeated.")] = None,
    rules: Annotated[list[str] | None, typer.Option(metavar="DIR", help="A folder of the house's own cards; may be repeated.")] = None,
    knowledge: Annotated[list[str] | None, typer.Option(metavar="DIR", help="A folder of the desk's own facts; may be repeated.")] = None,
    style: Annotated[list[str] | None, typer.Option(metavar="FILE", help="A desk's style sheet; may be repeated.")] = None,
    ter: Annotated[bool, typer.Option("--ter", help="TER too, where there are references; it takes as long as much of the rest.")] = False,
    engine: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="languagetool, harper or none (else what is at hand); may be repeated.")
    ] = None,
    languagetool: Annotated[str | None, typer.Option(metavar="URL", help="The address of a LanguageTool server.")] = None,
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="Settings (else the nearest audit.toml or pyproject.toml).")] = None,
) -> None:
    """Audit many documents in one run. Lines that cannot be read become errors in the output, and the status is then 2."""
    from audit.corpus import audit_corpus

    settings = read_config(config)
    settings = replace(
        settings,
        select=tuple(select or settings.select),
        ignore=(*settings.ignore, *(ignore or ())),
        rules=(*settings.rules, *(rules or ())),
        knowledge=(*settings.knowledge, *(knowledge or ())),
        style=tuple(style or settings.style),
        engines=tuple(engine or settings.engines),
        languagetool=languagetool or settings.languagetool,
        ter=ter or bool(settings.ter),
    )
    if not source.exists():
        raise AuditError(f"{source}: no such file or folder")
    with bar() as tick:
        tally = audit_corpus(source, output, settings, jobs=jobs, resume=resume, tick=tick)
    if tally.errors:
        print(f"audit: {tally.errors} of {tally.done} lines could not be audited; their lines in {output} say why", file=sys.stderr)
        raise typer.Exit(USAGE)


def bar() -> Any:
    """A context that gives a function to call with the number of documents done."""
    if not sys.stderr.isatty():
        return nullcontext(lambda done: None)
    return _RichBar()


class _RichBar:
    """A progress line on the terminal; redrawn by the calling thread only, so that worker processes can be forked beside it."""

    def __enter__(self) -> Any:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn("Auditing"), BarColumn(), TextColumn("{task.completed} texts"), TimeElapsedColumn())
        self._progress = Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True)
        self._task = self._progress.add_task("", total=None)
        self._progress.start()
        return self._tick

    def _tick(self, done: int) -> None:
        self._progress.update(self._task, completed=done, refresh=True)

    def __exit__(self, *_: object) -> None:
        self._progress.stop()
