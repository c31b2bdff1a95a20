"""This file is `audit facts`: what the sheets know of a person, country, organisation, office or city, and where that is written."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.commands.output import day
from audit.model import AuditError

if TYPE_CHECKING:
    from audit.facts.tell import Told

Knowledge = Annotated[
    list[Path] | None, typer.Option("--knowledge", metavar="DIR", help="A folder of the desk's own sheets; may be repeated.")
]


def facts(
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
