"""This file is `audit facts`: what the sheets know of a person, country, organisation, office or city, and where that is written."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from audit.commands.output import day, write_whole
from audit.model import AuditError

if TYPE_CHECKING:
    from audit.facts.tell import Told

Knowledge = Annotated[
    list[Path] | None, typer.Option("--knowledge", metavar="DIR", help="A folder of the desk's own sheets; may be repeated.")
]


class NameFirst(TyperGroup):
    """`audit facts NAME` means `audit facts show NAME`: what is not a command's name is a name to look up."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args:
            raise AuditError("facts: nothing to look up; write audit facts NAME, or see audit facts --help")
        if args[0] not in self.commands and args[0] not in {"-h", "--help"}:
            args = ["show", *args]
        rest: list[str] = super().parse_args(ctx, args)
        return rest


app = typer.Typer(cls=NameFirst, add_completion=False, help="Say what the sheets know: audit facts NAME; or pull a sheet anew.")


@app.command("show")
def show(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A person, country, organisation, city, or an office: 'foreign minister of France'.")
    ],
    date: Annotated[str | None, typer.Option("--date", metavar="DATE", help="Only what held on that day, such as 2022-01-07.")] = None,
    knowledge: Knowledge = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say what the sheets of facts know under a name, with days, sources and the lines where it is written."""
    from audit.config import read_config
    from audit.facts import read
    from audit.facts.tell import nearest_names, tell

    on = day(date)
    known = read([*map(Path, read_config().knowledge), *(knowledge or ())])
    told = tell(known, name, on)
    if not told:
        near = nearest_names(known, name)
        meant = f"did you mean {' or '.join(map(repr, near))}?"
        hint = meant if near else "write it into a sheet of your own and name its folder with --knowledge"
        raise AuditError(f"{name}: the sheets know nothing of this name; {hint}")
    if as_json:
        content = {"name": name, "date": date, "statements": [asdict(one) for one in told]}
        sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=1) + "\n")
        return
    for about, ones in groupby(told, key=lambda one: one.about):
        _print(about, list(ones))


@app.command("pull")
def pull(
    country: Annotated[str, typer.Argument(metavar="COUNTRY", help="The country as the sheets call it.")],
    office: Annotated[str, typer.Argument(metavar="OFFICE", help="The office as the sheets call it: 'foreign minister'.")],
    office_id: Annotated[str, typer.Option("--office-id", metavar="ID", help="The office's Wikidata id, such as Q123.")],
    endpoint: Annotated[
        str | None, typer.Option("--endpoint", metavar="URL", help="The SPARQL endpoint to ask; none is asked by itself.")
    ] = None,
    rdf: Annotated[Path | None, typer.Option("--rdf", metavar="FILE", help="A file of RDF to ask instead, offline.")] = None,
    title: Annotated[list[str] | None, typer.Option("--title", help="What English news calls the office; may be repeated.")] = None,
    reviewed: Annotated[str | None, typer.Option("--reviewed", metavar="DATE", help="The day of the data; today if not given.")] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Where the sheet goes; else it is printed.")] = None,
) -> None:
    """Write a sheet of the holders of an office from a SPARQL endpoint or a file of RDF. Read it before you trust it."""
    from audit.facts.pull import Wanted, from_endpoint, from_file, sheet

    if (endpoint is None) == (rdf is None):
        raise AuditError("audit facts pull: name either --endpoint URL or --rdf FILE")
    wanted = Wanted(country, office, office_id, tuple(title or ()))
    on = day(reviewed) or datetime.date.today()  # noqa: DTZ011  the desk's own day
    rows = from_endpoint(wanted, endpoint) if endpoint is not None else from_file(wanted, rdf or Path())
    content = sheet(wanted, rows, endpoint or str(rdf), on.isoformat())
    if out is None:
        sys.stdout.write(content)
    else:
        write_whole(out, content)


def _print(about: str, told: Sequence[Told]) -> None:
    sys.stdout.write(f"{about}\n")
    width = max(len(one.what) for one in told)
    for one in told:
        said = "  ".join(filter(None, (one.value, _time(one), _origin(one))))
        sys.stdout.write(f"  {one.what:{width}}  {said}\n")


def _time(one: Told) -> str:
    if one.known_until:
        return f"{f'since {one.start}' if one.start else 'since an unknown day'} (known until {one.known_until})"
    return f"{one.start or '?'} to {one.end}" if one.end else f"since {one.start}" if one.start else ""


def _origin(one: Told) -> str:
    return f"[{'; '.join(filter(None, (one.source, one.place)))}]" if one.place else ""
