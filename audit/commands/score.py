"""This file is `audit score`: translations measured against references, with signatures."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from typer.core import TyperCommand

from audit.model import AuditError

LIMIT = 50_000_000
"""Characters of a file: whole test sets are measured here."""


class PairedAlone(TyperCommand):
    """`--paired` may stand without its value, which is then the bootstrap."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        options = args[: args.index("--")] if "--" in args else args
        for at in range(len(options) - 1, -1, -1):
            if options[at] == "--paired" and (at + 1 == len(options) or options[at + 1] not in ("bs", "ar")):
                args = [*args[: at + 1], "bs", *args[at + 1 :]]
        rest: list[str] = super().parse_args(ctx, args)
        return rest


def score(
    files: Annotated[list[Path], typer.Argument(metavar="TRANSLATION REFERENCE...", help="A translation and its references.")],
    reference: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A human translation; may be repeated. All other files are then translations of the same text."),
    ] = None,
    paired: Annotated[
        Literal["bs", "ar"] | None,
        typer.Option(metavar="[bs|ar]", help="Test each translation against the first: bootstrap, or approximate randomisation."),
    ] = None,
    confidence: Annotated[bool, typer.Option("--confidence", help="Give 95 % intervals (bootstrap).")] = False,
    sentences: Annotated[bool, typer.Option("--sentences", help="Give the figures of every sentence, too.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Measure against a reference that does not seem to fit.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Print sacrebleu's BLEU, chrF, chrF++, TER and spBLEU, each with its signature, and what they cannot see.

    Texts with as many lines as their references are compared line for line, others are aligned sentence by sentence.
    """
    from audit import references
    from audit.commands import measured
    from audit.inputs import printable
    from audit.score.table import Wanted, tabulate

    translations, others = (files, reference) if reference else (files[:1], files[1:])
    if not others:
        raise AuditError("no reference: give a human translation to compare with")
    if paired and len(translations) < 2:
        raise AuditError("--paired compares translations: give two or more, and the references with --reference")
    named = [(printable(str(path)), _prose(path)) for path in translations]
    cut = references.compared(named, [_prose(path) for path in others], force=force)
    table = tabulate([name for name, _ in named], cut, Wanted(paired, confidence, sentences))
    sys.stdout.write(measured.as_json(table) if as_json else measured.as_text(table))


def _prose(path: Path) -> str:
    from audit import load

    return load.documents([str(path)], load.Options(max_characters=LIMIT))[0].prose
