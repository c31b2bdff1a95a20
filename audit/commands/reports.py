"""This file decides where the reports of a run go, and writes them: one page for one article, a page each and an index for several."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from audit.commands.output import write_whole
from audit.model import AuditError, Report, Result
from audit.render import FORMATS

_LONGEST = 150
"""Bytes of a report's name: file systems allow 255."""


@dataclass(frozen=True, slots=True)
class Output:
    """A form of the report and where it goes; no path means standard output."""

    format: str
    path: Path | None


def outputs(formats: Sequence[str], files: Sequence[str], output: Path | None, report: bool) -> list[Output]:
    """What was asked for. Raises AuditError for a format that is none, and for two that want standard output."""
    default = output or Path(_report_name(files))
    asked_for = []
    for asked in formats:
        name, _, path = asked.partition(":")
        if name not in FORMATS:
            raise AuditError(f"--format {asked}: no such format; one of {', '.join(FORMATS)}, each also as FORMAT:PATH")
        asked_for.append(Output(name, Path(path) if path else default if name == "html" else None))
    if sum(out.path is None for out in asked_for) > 1:
        raise AuditError("--format: only one format can go to standard output; give the others a path, as in json:report.json")
    if not any(out.path is None for out in asked_for):
        asked_for.append(Output("text", None))
    if report and (output is not None or not formats) and not any(out.format == "html" for out in asked_for):
        asked_for.append(Output("html", default))
    return asked_for


def _report_name(files: Sequence[str]) -> str:
    """The article's file name + .audit.html; with several texts, the index of all."""
    if len(files) > 1:
        return "articles.audit.html"
    return ("stdin" if files[0] == "-" else Path(files[0]).resolve().name) + ".audit.html"


def places(asked: Iterable[Output], names: Sequence[str]) -> list[Path]:
    """Every file that will be written for articles of these names."""
    found = [out for out in asked if out.path is not None]
    pages = [page for out in found if out.format == "html" and out.path and len(names) > 1 for page in _pages(out.path, names)]
    return [*(out.path for out in found if out.path is not None), *pages]


def _pages(index: Path, names: Sequence[str]) -> list[Path]:
    """Where the articles' own reports go: a folder beside the index, a file for each name, whatever it holds."""
    folder = index.with_name(f"{index.name.removesuffix('.html').removesuffix('.audit')}.reports")
    pages: list[Path] = []
    taken: set[str] = set()
    for name in names:
        stem = re.sub(r"[^\w.-]+", "-", name).encode("utf-8", "replace")[-_LONGEST:].decode("utf-8", "ignore").strip("-.") or "article"
        one = next(one for one in (stem, *(f"{stem}.{number}" for number in range(2, len(names) + 2))) if one.casefold() not in taken)
        taken.add(one.casefold())
        pages.append(folder / f"{one}.audit.html")
    return pages


def write(report: Report, asked: Sequence[Output], alone: Callable[[Result], Report]) -> None:
    """Prints first, so that findings are seen even where a file cannot be written. `alone` makes the report of one article."""
    for out in sorted(asked, key=lambda out: out.path is not None):
        if out.path is None:
            _print(report, out.format)
        elif out.format == "html" and len(report.results) != 1:
            _write_index(report, out.path, [alone(result) for result in report.results])
        else:
            write_whole(out.path, FORMATS[out.format](report))
    texts = any(out.path is None and out.format == "text" for out in asked)
    for out in asked:
        if out.path is not None:
            print(f"{'Report' if out.format == 'html' else out.format}: {out.path}", file=sys.stdout if texts else sys.stderr)


def _print(report: Report, format: str) -> None:
    if format == "text" and sys.stdout.isatty():
        from rich.console import Console

        from audit.render.text import print_rich

        print_rich(report, Console())
    else:
        sys.stdout.write(FORMATS[format](report))
        sys.stdout.flush()


def _write_index(report: Report, path: Path, alone: Sequence[Report]) -> None:
    """The index first: where it cannot be written, nothing is left behind."""
    from audit.render import index

    pages = _pages(path, [result.document.name for result in report.results])
    hrefs = [quote(f"{page.parent.name}/{page.name}") for page in pages]
    write_whole(path, index.render(report, hrefs, [single.verdict.passed for single in alone]))
    for page, single in zip(pages, alone, strict=True):
        try:
            page.parent.mkdir(exist_ok=True)
        except OSError as problem:
            raise AuditError(f"{page.parent}: cannot be made ({problem.strerror}); choose another place") from problem
        write_whole(page, FORMATS["html"](single))
