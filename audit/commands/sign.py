"""This file is `audit sign REPORT.json`: the line that says who signed an article off, and the one for the published piece."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audit.commands.output import write_whole
from audit.config import read_config
from audit.model import AuditError


def sign(
    report: Annotated[Path, typer.Argument(metavar="REPORT.json", help="What audit --format json wrote, decisions and all.")],
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who signs.")],
    disclosure: Annotated[
        str | None, typer.Option(metavar="TEXT", help="A line for the published piece; {language} and {editor} are filled in.")
    ] = None,
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the lines there instead of printing them.")] = None,
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="Settings (else the nearest audit.toml or pyproject.toml).")] = None,
) -> None:
    """Sign an article off: who settled what, by which rules, what was not checked. A report that did not pass is not signed (status 1)."""
    from audit import signoff

    if not by.strip():
        raise AuditError("--by: nobody is named; write --by NAME")
    read = signoff.read(report)
    if not read["verdict"]["passed"]:
        typer.echo(f"not signed: {read['verdict']['reason']}")
        raise typer.Exit(1)
    form = disclosure or read_config(config).disclosure
    lines = [signoff.sign_off(read, by.strip()), *([signoff.disclosure(read, by.strip(), form)] if form else [])]
    if output is None:
        typer.echo("\n".join(lines))
    else:
        write_whole(output, "\n".join(lines) + "\n")
