"""This file is `audit serve`: the HTTP service on this machine."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from audit.config import read_config
from audit.model import AuditError

_NEEDED = {"starlette", "uvicorn", "anyio", "h11"}


def serve(
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where it listens; any but this machine's own opens it to others.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="0 takes a free one.")] = 8765,
    name: Annotated[list[str] | None, typer.Option(metavar="NAME", help="A name by which it is asked (Host); may be repeated.")] = None,
    add_ons: Annotated[bool, typer.Option("--add-ons", help="Let browser add-ons made for LanguageTool ask /v2.")] = False,
    timeout: Annotated[float, typer.Option(min=1, metavar="SECONDS", help="How long a request may wait for its answer.")] = 300,
    max_characters: Annotated[int, typer.Option(min=1, metavar="N", help="The longest text.")] = 100_000,
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="Settings (else the nearest audit.toml or pyproject.toml).")] = None,
) -> None:
    """Answer over HTTP: a page to paste a text into, a JSON API (/openapi.json), and LanguageTool's API (/v2/check)."""
    try:
        from audit.serve.guard import is_loopback
        from audit.serve.http import Door, listen
        from audit.serve.http import serve as answer
    except ModuleNotFoundError as problem:
        if (problem.name or "").partition(".")[0] not in _NEEDED:
            raise
        raise AuditError("the HTTP service needs Starlette and uvicorn: pip install 'mt-audit[serve]'") from None
    from audit.pipeline import line

    of = line(replace(read_config(config), max_characters=max_characters))
    door = Door(host, port, tuple(name or ()), add_ons, timeout)
    with listen(door) as listening:
        if not is_loopback(host):
            print(f"audit: others can reach {host}: there is no password, and texts travel in the clear", file=sys.stderr)
        where = f"[{host}]" if ":" in host else host
        print(f"audit listens at http://{where}:{listening.getsockname()[1]}/ (Ctrl+C ends it)", flush=True)
        try:
            answer(of, door, listening)
        except KeyboardInterrupt:
            raise typer.Exit(0) from None
