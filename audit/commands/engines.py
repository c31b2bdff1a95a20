"""This file is `audit engines`: install LanguageTool, keep its server running between runs, and say which engines are at hand."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from audit.model import AuditError

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Grammar engines of others: install, start, stop, status.")
_NAME = "languagetool"
_ANSWER = 2.0
Name = Annotated[str, typer.Argument(metavar="[languagetool]", help="The engine.")]


@app.command("install")
def install(name: Name = _NAME) -> None:
    """Set LanguageTool's server up in your cache folder (some 100 MB, LGPL-2.1), whole or not at all."""
    from audit.engines.languagetool import borrowed, jars, java
    from audit.engines.languagetool.install import install as fetch
    from audit.engines.trouble import EngineError

    _known(name)
    try:
        place = fetch(_say)
    except EngineError as problem:
        _say(f"{problem}; the client language-tool-python is tried")
        try:
            borrowed.download()
        except EngineError as second:
            raise AuditError(f"{problem}; {second}") from None
        _print("language-tool-python has downloaded its LanguageTool, which is used from now on")
        return
    _print(f"LanguageTool {jars.version()}: {place}")
    try:
        java.find()
    except EngineError as problem:
        raise AuditError(str(problem)) from None


@app.command("start")
def start(
    name: Name = _NAME,
    port: Annotated[int | None, typer.Option(min=1, max=65535, metavar="N", help="Where it listens (else a free port).")] = None,
) -> None:
    """Start LanguageTool's server and leave it running, for this machine alone."""
    from audit.engines.languagetool import kept
    from audit.engines.trouble import EngineError

    _known(name)
    try:
        found = kept.start(port)
    except EngineError as problem:
        raise AuditError(str(problem)) from None
    _print(f"LanguageTool {found.version} runs at {found.url} (process {found.pid}); audit engines stop ends it")


@app.command("stop")
def stop(name: Name = _NAME) -> None:
    """End the server that `start` left running."""
    from audit.engines.languagetool import kept

    _known(name)
    found = kept.stop()
    _print(f"LanguageTool at {found.url} was ended" if found else "no LanguageTool server was left running")


@app.command("status")
def status() -> None:
    """Say which engines are at hand, and whether a server runs."""
    from audit.engines import harper
    from audit.engines.languagetool import borrowed, jars, java, kept, talk
    from audit.engines.languagetool.install import installed, place
    from audit.engines.trouble import EngineError

    _print(f"harper        {harper.version() or harper.HINT}")
    found = kept.find()
    try:
        if found is not None:
            answers = "runs" if talk.healthy(found.url, _ANSWER) else "does not answer"
            _print(f"languagetool  {found.version}, {answers} at {found.url} (process {found.pid})")
        elif installed():
            jars.verify(place())
            _print(f"languagetool  {jars.version()} in {place()}, with {java.find()}; does not run")
        elif borrowed.at_hand():
            _print("languagetool  the one that language-tool-python has downloaded; does not run")
        else:
            _print("languagetool  not installed; audit engines install languagetool does it")
    except EngineError as problem:
        _print(f"languagetool  {problem}")


def _known(name: str) -> None:
    if name != _NAME:
        raise AuditError(f"{name}: no engine to install or start; languagetool is the only one")


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _say(line: str) -> None:
    print(f"audit: {line}", file=sys.stderr)
