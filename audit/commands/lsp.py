"""This file is `audit lsp`: the language server that editors start."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audit.model import AuditError


def lsp(
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="Settings (else the nearest audit.toml of each document).")] = None,
) -> None:
    """Speak the Language Server Protocol on standard input and output; an editor starts this."""
    try:
        from audit.serve.lsp import serve
    except ModuleNotFoundError as problem:
        if problem.name not in {"pygls", "lsprotocol"}:
            raise
        raise AuditError("the language server needs pygls: pip install 'mt-audit[lsp]'") from None
    serve(config)
