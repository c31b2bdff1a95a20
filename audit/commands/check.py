"""This file is `audit FILE...`: audit texts, print what was found, write the report."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.commands.output import day, spare
from audit.commands.reports import outputs, places, write
from audit.config import FailOn, read_config
from audit.model import AuditError, Document, Result
from audit.render import FORMATS

if TYPE_CHECKING:
    from audit.pipeline import Line

LONG = 4
"""From so many texts on, a progress bar is worth its line."""


def check(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="Texts (.txt, .md, .html), bilingual files (.xlf, .tmx, .po, .csv), folders of them, or - for standard input.",
        ),
    ],
    source: Annotated[str | None, typer.Option(metavar="FILE", help="The original text.")] = None,
    source_lang: Annotated[str | None, typer.Option(metavar="CODE", help="The original's language, such as fr.")] = None,
    against: Annotated[
        str | None, typer.Option(metavar="FILE", help="The original as it was translated: look only at what has changed since.")
    ] = None,
    reference: Annotated[list[str] | None, typer.Option(metavar="FILE", help="A human translation; may be repeated.")] = None,
    date: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The article's date.")] = None,
    format: Annotated[list[str] | None, typer.Option(metavar="F[:PATH]", help=f"One of {', '.join(FORMATS)}; may be repeated.")] = None,
    output: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="Where the HTML report, or the index of several, goes (else FILE's name + .audit.html, here)."),
    ] = None,
    no_report: Annotated[bool, typer.Option("--no-report", help="Write no HTML report.")] = False,
    fail_on: Annotated[FailOn | None, typer.Option(help="The least severity that fails. [default: critical]")] = None,
    min_score: Annotated[float | None, typer.Option(metavar="N", help="Fail when the quality score is below N.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit status 3 when some check could not run.")] = False,
    select: Annotated[list[str] | None, typer.Option(metavar="PREFIX", help="Only rules whose names begin so; may be repeated.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="PREFIX", help="No rules whose names begin so; may be repeated.")] = None,
    rules: Annotated[list[str] | None, typer.Option(metavar="DIR", help="A folder of the house's own cards; may be repeated.")] = None,
    knowledge: Annotated[list[str] | None, typer.Option(metavar="DIR", help="A folder of the desk's own facts; may be repeated.")] = None,
    style: Annotated[list[str] | None, typer.Option(metavar="FILE", help="A desk's style sheet; may be repeated.")] = None,
    decisions: Annotated[
        list[str] | None, typer.Option(metavar="FILE", help="What people have decided of findings (.yaml, .json); may be repeated.")
    ] = None,
    baseline: Annotated[
        str | None, typer.Option(metavar="FILE", help="An earlier report in JSON, or fingerprints: only findings that are new can fail.")
    ] = None,
    engine: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="languagetool, harper or none (else what is at hand); may be repeated.")
    ] = None,
    languagetool: Annotated[str | None, typer.Option(metavar="URL", help="The address of a LanguageTool server.")] = None,
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="Settings (else the nearest audit.toml or pyproject.toml).")] = None,
    changed_since: Annotated[
        str | None, typer.Option(metavar="REV", help="Only texts that git says have changed since this revision, and new ones.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Audit also a text that does not read like English.")] = False,
) -> None:
    """Audit texts; print the findings, a verdict and the path of the HTML report."""
    from audit import load
    from audit.pipeline import line
    from audit.report import only, report_on

    settings = read_config(config)
    settings = replace(
        settings,
        select=tuple(select or settings.select), ignore=(*settings.ignore, *(ignore or ())), rules=(*settings.rules, *(rules or ())),
        knowledge=(*settings.knowledge, *(knowledge or ())), style=tuple(style or settings.style),
        engines=tuple(engine or settings.engines), languagetool=languagetool or settings.languagetool, fail_on=fail_on or settings.fail_on,
        min_score=settings.min_score if min_score is None else min_score,
        strict=strict or settings.strict, force=force or settings.force,
        decisions=(*settings.decisions, *(decisions or ())), baseline=baseline or settings.baseline,
    )  # fmt: skip
    asked = outputs(format or [], files, None if no_report else output, settings.report and not no_report)
    options = load.Options(source, source_lang, tuple(reference or ()), day(date), settings.max_characters, against)
    chosen = files if changed_since is None else _changed(load.named(files), changed_since, files)
    documents = load.documents(chosen, options, sys.stdin.buffer)
    read = (source, against, *(reference or ()), *settings.decisions, settings.baseline)
    inputs = (*(document.name for document in documents), *filter(None, read))
    spare(inputs, places(asked, [document.name for document in documents]))
    of = line(settings)
    results, refused = _audit(of, documents)
    report = report_on(of, results)
    write(report, asked, lambda result: only(report, result, settings))
    if refused:
        raise AuditError("; ".join(refused))
    if not report.verdict.passed:
        raise typer.Exit(1)
    if settings.strict and any(result.failures for result in report.results):
        raise typer.Exit(3)


def _changed(names: Sequence[str], since: str, listed: Sequence[str]) -> list[str]:
    """The texts that have changed. Where none has, the reports are written all the same: what reads them waits for them."""
    from audit.changed import changed

    found = changed(names, since, listed)
    if not found:
        print(f"audit: none of {len(names)} texts has changed since {since}", file=sys.stderr)
    return found


def _audit(of: Line, documents: Sequence[Document]) -> tuple[list[Result], list[str]]:
    """Results, and what was said of texts that were refused. One bad text among several must not cost the others their report."""
    results: list[Result] = []
    refused: list[str] = []
    for document in _progress(documents):
        try:
            results.append(of.audit(document))
        except AuditError as problem:
            refused.append(str(problem))
    if refused and not results:
        raise AuditError("; ".join(refused))
    return results, refused


def _progress(documents: Sequence[Document]) -> Iterator[Document]:
    if len(documents) < LONG or not sys.stderr.isatty():
        yield from documents
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(documents, "Auditing", console=Console(stderr=True), transient=True)
