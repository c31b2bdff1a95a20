"""This file is `audit metrics`: which neural metrics can be guests here, and how their environments get onto this machine."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from audit.model import AuditError

app = typer.Typer(add_completion=False, help="Install neural metrics for audit score --metric, each in an environment of its own.")


@app.command("list")
def list_() -> None:
    """List the metrics, their licences, and whether they are installed."""
    from audit.guests.environment import GUESTS, python

    for guest in GUESTS.values():
        try:
            state = f"installed: {python(guest)}"
        except AuditError as problem:
            state = str(problem)
        sys.stdout.write(f"{guest.name}  {guest.package}; licence: {guest.licence}\n  {state}\n")


@app.command()
def install(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The metric, such as comet.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Install a metric into your cache folder, from the package index that your pip is set to. Models are not downloaded."""
    from audit.guests.environment import GUESTS, place
    from audit.guests.environment import install as make

    guest = GUESTS.get(name)
    if guest is None:
        raise AuditError(f"{name}: no such metric; there is {', '.join(GUESTS)}")
    sys.stdout.write(f"{guest.package}; licence: {guest.licence}\n{guest.size}\ninto {place(guest)}\n")
    sys.stdout.flush()
    if not yes:
        if not sys.stdin.isatty():
            raise AuditError("nobody is there to be asked: give --yes")
        typer.confirm("Install it?", abort=True)
    sys.stdout.write(f"installed: {make(guest)}\n")
