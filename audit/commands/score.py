"""This file is `audit score`: a translation measured against references, with signatures."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer


def score(
    translation: Annotated[Path, typer.Argument(metavar="TRANSLATION", help="The text to measure.")],
    references: Annotated[list[Path], typer.Argument(metavar="REFERENCE...", help="Human translations of the same text.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Print sacrebleu's BLEU, chrF and TER, each with its signature."""
    from audit.score import score_files

    scores, note = score_files(_prose(translation), [_prose(reference) for reference in references])
    if as_json:
        figures = {figure.metric: {"value": round(figure.value, 2), "signature": figure.signature} for figure in scores}
        sys.stdout.write(json.dumps({"scores": figures, "aligned": note}, ensure_ascii=False, indent=1) + "\n")
        return
    for figure in scores:
        sys.stdout.write(f"{figure.metric:5} {figure.value:6.2f}  {figure.signature}\n")
    sys.stdout.write(f"Compared: {note}. These figures see words, not meaning: a changed number or a lost 'not' hardly moves them.\n")


def _prose(path: Path) -> str:
    from audit import load

    return load.documents([str(path)])[0].prose
