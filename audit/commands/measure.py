"""This file is `audit rules measure`: what each rule gets right and wrong on texts whose faults are known, against what its card says."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from audit import __version__
from audit.commands.corpus import bar
from audit.commands.output import spare, write_whole
from audit.config import read_config
from audit.model import AuditError

if TYPE_CHECKING:
    from audit.measure import Judgement, Measurement

FORMAT = 1
Form = Enum("Form", {"table": "table", "json": "json"}, type=str)


def measure(
    data: Annotated[list[Path] | None, typer.Argument(metavar="DATA", help="JSONL (.gz too): texts with their faults as spans.")] = None,
    clean: Annotated[list[Path] | None, typer.Option(metavar="FILE", help="Texts without faults; may be repeated.")] = None,
    format: Annotated[Form, typer.Option(help="How the figures are written.")] = Form.table,
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Where they go (else the terminal).")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 when a card must be changed.")] = False,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Processes; the output is the same for any number.")] = os.cpu_count() or 1,
    select: Annotated[list[str] | None, typer.Option(metavar="PREFIX", help="Only rules whose names begin so; may be repeated.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="PREFIX", help="No rules whose names begin so; may be repeated.")] = None,
    rules: Annotated[list[str] | None, typer.Option("--rules", metavar="DIR", help="A folder of your own cards; may be repeated.")] = None,
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="Settings (else the nearest audit.toml or pyproject.toml).")] = None,
) -> None:
    """Count what each rule gets right and wrong on texts whose faults are known, and say where its card claims something else.

    A line is one text: {"id", "text", "source_lang"?, "spans": [{"start", "end"}, ...]} with all its faults, or {"id", "text",
    "clean": true} for one by professionals. {"doc_id", "mt", "post_edit", "spans"} is a segment of a post-edited text.
    """
    from audit.labelled import read
    from audit.measure import measure as count

    files = [*(data or ()), *(clean or ())]
    if not files:
        raise AuditError("nothing to measure on: name a JSONL file of labelled texts, or --clean FILE; see audit rules measure --help")
    spare(map(str, files), [output] if output else [])
    settings = read_config(config)
    settings = replace(
        settings,
        select=tuple(select or settings.select),
        ignore=(*settings.ignore, *(ignore or ())),
        rules=(*settings.rules, *(rules or ())),
    )
    texts = [text for path in data or () for text in read(path, max_characters=settings.max_characters)]
    texts += [text for path in clean or () for text in read(path, clean=True, max_characters=settings.max_characters)]
    with bar() as tick:
        found = count(texts, settings, jobs=jobs, tick=tick)
    written = as_json(found) if format.value == "json" else table(found)
    write_whole(output, written) if output else sys.stdout.write(written)
    if strict and any(judgement.fails for judgement in found.judgements):
        raise typer.Exit(1)


def as_json(found: Measurement) -> str:
    """The figures for programs: every rule that ran, the worst first."""
    together = found.together
    whole = {
        "meta": {"format": FORMAT, "version": __version__},
        "texts": dict(sorted(found.texts.items())),
        "words": dict(sorted(found.words.items())),
        "chance": round(found.chance, 4),
        "together": {
            "right": together.right,
            "wrong": together.wrong,
            "confidence": round(together.said, 4),
            "seen": [round(bound, 4) for bound in together.seen],
            "agreement": together.agreement,
        },
        "rules": [_entry(judgement) for judgement in found.judgements],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _entry(judgement: Judgement) -> dict[str, Any]:
    from audit.measure import Outcome

    tally = judgement.tally
    return {
        "rule": tally.rule.name,
        "confidence": tally.rule.confidence,
        "only": list(tally.rule.only),
        **{outcome: tally.counts[outcome] for outcome in get_args(Outcome)},
        "seen": [round(bound, 4) for bound in judgement.seen],
        "agreement": judgement.agreement,
        "clean_words": tally.words,
        "alarms_per_100000_words": [round(bound, 2) for bound in judgement.rate] if tally.words else None,
        "budget": judgement.budget,
        "advice": judgement.advice,
        "fails": judgement.fails,
    }


def table(found: Measurement) -> str:
    """The figures for people: a line for each rule that found something, and what to do about the worst."""
    shown = [judgement for judgement in found.judgements if judgement.tally.counts.total()]
    width = max([4, *(len(judgement.tally.rule.name) for judgement in shown)])
    return "\n".join([*_heading(found), *_rows(shown, width), *_closing(found, shown)]) + "\n"


def _heading(found: Measurement) -> Iterator[str]:
    names = {
        "labelled": "with all faults marked (right, wrong)",
        "mended": "with an editor's changes marked (mended, left)",
        "edited": "edited (after)",
        "clean": "clean (alarms)",
    }
    for kind, name in names.items():
        if found.texts.get(kind):
            yield f"{found.texts[kind]:6,} texts, {found.words[kind]:9,} words: {name}"
    yield ""


def _rows(shown: list[Judgement], width: int) -> Iterator[str]:
    if shown:
        yield (
            f"{'rule':{width}}  says  right wrong  mended  left after  {'seen':11}  {'confidence':14}  "
            f"alarms  {'per 100,000':18}  {'budget':13}"
        ).rstrip()
    for judgement in shown:
        tally, seen = judgement.tally, judgement.seen
        right, wrong, mended, left, edited = (tally.counts[outcome] for outcome in ("right", "wrong", "mended", "left", "edited"))
        told = f"{seen.low:.2f}-{seen.high:.2f}" if right + wrong + mended + left else "-"
        rate = f"{tally.alarms * 1e5 / tally.words:.1f} ({judgement.rate.low:.1f}-{judgement.rate.high:.1f})" if tally.words else "-"
        line = (
            f"{tally.rule.name:{width}}  {tally.rule.confidence:.2f}  {right:5} {wrong:5}  {mended:6} {left:5} "
            f"{edited:5}  {told:11}  {judgement.agreement:14}  {tally.alarms:6}  {rate:18}  {judgement.budget:13}"
        )
        yield line.rstrip() + (f"\n{'':{width}}  -> {judgement.advice}" if judgement.advice else "")


def _closing(found: Measurement, shown: list[Judgement]) -> Iterator[str]:
    silent = len(found.judgements) - len(shown)
    failing = sum(judgement.fails for judgement in found.judgements)
    yield ""
    together = found.together
    if together.right + together.wrong:
        yield (
            f"together: {together.right} right, {together.wrong} wrong; the cards say {together.said:.2f}, "
            f"seen {together.seen.low:.2f}-{together.seen.high:.2f}: {together.agreement}"
        )
    yield f"{len(found.judgements)} rules; {silent} found nothing here, so nothing is known of them; {failing} must be changed"
