"""This file gathers all that is measured of translations beside one another: figures, tests, sentences, and what the figures cannot see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.score import guest
from audit.score.blind import Unseen, unseen
from audit.score.figures import METRICS, SAMPLES, Figure, figures, pieces, sentence_scores, ter_takes_too_long
from audit.score.paired import Paired, Test, paired
from audit.score.segments import Segments


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for besides the figures: a paired test, intervals, every sentence."""

    paired: Test | None = None
    confidence: bool = False
    sentences: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A segment: its number (its line, where lines were compared), its figures by metric, and what they cannot see."""

    number: int
    translation: str
    references: tuple[str, ...]
    scores: Mapping[str, float]
    unseen: tuple[Unseen, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """One translation. `rows` are all its segments where they were asked for, else those whose difference the figures cannot see."""

    name: str
    figures: tuple[Figure, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`signatures` are those of the rows; `notes` say what was left out and why."""

    translations: tuple[Measured, ...]
    aligned: str
    lines: bool
    segments: int
    wanted: Wanted
    signatures: Mapping[str, str]
    tests: tuple[Paired, ...]
    notes: tuple[str, ...]


def tabulate(names: Sequence[str], cut: Segments, wanted: Wanted, judged: guest.Judged | None = None) -> Table:
    """Every figure is sacrebleu's own, but for a guest's. Without references there is only the guest's."""
    metrics, notes = _metrics(cut) if cut.references else ([], ())
    measured: list[Measured] = []
    signatures: dict[str, str] = {}
    samples = SAMPLES if wanted.confidence else 0
    for at, (name, hypotheses) in enumerate(zip(names, cut.translations, strict=True)):
        told = figures(hypotheses, cut.references, metrics, samples)
        rows, signatures = _rows(hypotheses, cut, metrics, wanted, judged.rows[at] if judged else None)
        told += [guest.figure(judged, at, samples)] if judged else []
        measured.append(Measured(name, tuple(told), rows))
    tests = paired(list(zip(names, cut.translations, strict=True)), cut.references, metrics, wanted.paired) if wanted.paired else []
    if judged:
        tests += [guest.significance(names, judged, wanted.paired)] if wanted.paired else []
        signatures |= {"comet": judged.signature} if wanted.sentences else {}
        notes = (*notes, judged.note)
    full = sum(map(any, zip(*cut.translations, *cut.references, strict=True)))
    return Table(tuple(measured), cut.note, cut.lines, full, wanted, signatures, tuple(tests), notes)


def _metrics(cut: Segments) -> tuple[list[str], tuple[str, ...]]:
    """The metrics that can be had, and why the others cannot."""
    long = next(filter(None, (ter_takes_too_long(hypotheses, cut.references) for hypotheses in cut.translations)), "")
    without = {"ter": long, "spbleu": pieces()[1]}
    return [name for name in METRICS if not without.get(name)], tuple(filter(None, without.values()))


def _rows(
    hypotheses: Sequence[str], cut: Segments, metrics: Sequence[str], wanted: Wanted, judged: Sequence[float | None] | None
) -> tuple[tuple[Row, ...], dict[str, str]]:
    """The segments to be shown. Those that nobody asked for get chrF alone."""
    beside: list[tuple[str, ...]] = list(zip(*cut.references, strict=True)) or [() for _ in hypotheses]
    differences = [
        unseen(hypothesis, given) if hypothesis and any(given) else () for hypothesis, given in zip(hypotheses, beside, strict=True)
    ]
    shown = [at for at, given in enumerate(beside) if (wanted.sentences and (hypotheses[at] or any(given))) or differences[at]]
    if not shown:
        return (), {}
    scores, signatures = sentence_scores(
        [hypotheses[at] for at in shown],
        [[reference[at] for at in shown] for reference in cut.references],
        metrics if wanted.sentences else ["chrf"],
    )
    if judged and wanted.sentences:
        for at, row in zip(shown, scores, strict=True):
            score = judged[at]
            if score is not None:
                row["comet"] = score
    rows = tuple(Row(cut.numbers[at], hypotheses[at], beside[at], scores[index], differences[at]) for index, at in enumerate(shown))
    return rows, signatures
