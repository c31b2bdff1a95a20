"""This file is `audit score`: translations measured against references, with signatures."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from typer.core import TyperCommand

from audit.model import AuditError

if TYPE_CHECKING:
    from audit.score.segments import Segments

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
    metric: Annotated[Literal["comet"] | None, typer.Option(help="Ask a guest, too: a neural metric with a model of yours.")] = None,
    model: Annotated[str | None, typer.Option(metavar="PATH", help="The guest's checkpoint on this machine.")] = None,
    source: Annotated[Path | None, typer.Option(metavar="FILE", help="The original, line for line, for a guest that reads it.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Measure against a reference that does not seem to fit.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Print sacrebleu's BLEU, chrF, chrF++, TER and spBLEU, each with its signature, and what they cannot see.

    Texts with as many lines as their references are compared line for line, others are aligned sentence by sentence.
    A guest (--metric) is installed with `audit metrics install`; one that needs no reference takes --source alone.
    """
    from audit.commands import measured
    from audit.inputs import printable
    from audit.score.guest import by_lines, judge
    from audit.score.table import Wanted, tabulate

    _refuse(metric, model, source)
    alone = bool(source) and len(files) == 1
    translations, others = (files, reference) if reference or alone else (files[:1], files[1:])
    if not others and not alone:
        raise AuditError("no reference: give a human translation to compare with")
    if paired and len(translations) < 2:
        raise AuditError("--paired compares translations: give two or more, and the references with --reference")
    named = [(printable(str(path)), _prose(path)) for path in translations]
    cut = _cut(named, [_prose(path) for path in others or ()], force)
    judged = judge(cut, by_lines(_prose(source), len(cut.numbers)) if source else None, model) if model else None
    table = tabulate([name for name, _ in named], cut, Wanted(paired, confidence, sentences), judged)
    sys.stdout.write(measured.as_json(table) if as_json else measured.as_text(table))


def _refuse(metric: str | None, model: str | None, source: Path | None) -> None:
    """Raises AuditError for options that need one another."""
    if metric and not model:
        raise AuditError(f"--metric {metric} needs a model: name a checkpoint on this machine with --model")
    if (model or source) and not metric:
        raise AuditError(f"{'--model' if model else '--source'} is for a guest: give --metric comet, too")


def _cut(named: Sequence[tuple[str, str]], references: Sequence[str], force: bool) -> Segments:
    """The segments; without references, for a guest that needs none, the lines."""
    from audit.references import compared
    from audit.score.segments import by_lines

    return compared(named, references, force=force) if references else by_lines([text for _, text in named])


def _prose(path: Path) -> str:
    from audit import load

    return load.documents([str(path)], load.Options(max_characters=LIMIT))[0].prose
