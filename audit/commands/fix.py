"""This file is `audit fix FILE`: make the edits that are safe in a new file, and show the difference."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from audit.commands.output import day, spare, write_whole
from audit.config import read_config
from audit.model import AuditError

LEAST = 0.9
"""Share of suggestions that must be right for one to be made without a person."""


def fix(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The text, or - for standard input. It is never changed.")],
    output: Annotated[
        Path | None, typer.Option(metavar="NEW", help="The mended text (else FILE's name with .fixed in it, beside FILE).")
    ] = None,
    diff: Annotated[bool, typer.Option("--diff", help="Print the difference, for `patch` or a review.")] = False,
    least: Annotated[float, typer.Option("--confidence", min=0, max=1, metavar="N", help="Only suggestions as sure as this.")] = LEAST,
    source: Annotated[str | None, typer.Option(metavar="FILE", help="The original text.")] = None,
    source_lang: Annotated[str | None, typer.Option(metavar="CODE", help="The original's language, such as fr.")] = None,
    date: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The article's date.")] = None,
    select: Annotated[list[str] | None, typer.Option(metavar="PREFIX", help="Only rules whose names begin so; may be repeated.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="PREFIX", help="No rules whose names begin so; may be repeated.")] = None,
    rules: Annotated[list[str] | None, typer.Option(metavar="DIR", help="A folder of the house's own cards; may be repeated.")] = None,
    style: Annotated[list[str] | None, typer.Option(metavar="FILE", help="A desk's style sheet; may be repeated.")] = None,
    decisions: Annotated[
        list[str] | None, typer.Option(metavar="FILE", help="Decisions: accepted suggestions are made, dismissed ones are not.")
    ] = None,
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="Settings (else the nearest audit.toml or pyproject.toml).")] = None,
    force: Annotated[bool, typer.Option("--force", help="Mend also a text that does not read like English.")] = False,
) -> None:
    """Make the edits that are safe, and those that somebody accepted; write the new text, and say what was changed."""
    from audit import fixes, load
    from audit.pipeline import line

    settings = read_config(config)
    settings = replace(
        settings,
        select=tuple(select or settings.select), ignore=(*settings.ignore, *(ignore or ())), rules=(*settings.rules, *(rules or ())),
        style=tuple(style or settings.style), force=force or settings.force, decisions=(*settings.decisions, *(decisions or ())),
    )  # fmt: skip
    if Path(file).is_dir():
        raise AuditError(f"{file}: is a folder; name one text")
    new = output or _new_name(file)
    (document,) = load.documents([file], load.Options(source, source_lang, (), day(date), settings.max_characters), sys.stdin.buffer)
    spare(filter(None, (file, source, *settings.decisions)), [new])
    fixed = fixes.mend(line(settings), document, least)
    write_whole(new, fixed.after.document.text)
    if diff:
        sys.stdout.write(fixes.unified(document.text, fixed.after.document.text, document.name, new.as_posix()))
    else:
        for number, edit in fixed.edits:
            print(f"line {number}: {edit.finding.rule}: “{_short(edit.finding.quote)}” -> “{_short(edit.finding.better[0])}”")
    count, left = len(fixed.edits), sum(finding.status == "open" for finding in fixed.after.findings)
    print(
        f"{count} edit{'' if count == 1 else 's'} made; {left} findings left for a person: {new}", file=sys.stderr if diff else sys.stdout
    )


def _new_name(file: str) -> Path:
    """Beside the text, so that what its front matter names is found from there too."""
    path = Path("stdin.txt" if file == "-" else file)
    return path.with_name(f"{path.stem}.fixed{path.suffix}")


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:59] + "…"
