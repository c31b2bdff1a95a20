"""This file lets a guest judge translations: its figure for each text and segment, with intervals and paired tests as the others have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.guests.client import Told, ask
from audit.model import AuditError, Score
from audit.score.figures import SAMPLES, Figure
from audit.score.paired import CHANCE, Compared, Paired, Test
from audit.score.segments import Segments

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SEED = 12345
"""sacrebleu's own."""
TRIALS = 10_000
"""Trials of approximate randomisation, as the sacrebleu command has it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """For each translation the score of each segment; none where no text has anything in it."""

    rows: tuple[tuple[float | None, ...], ...]
    signature: str
    note: str

    def scores(self, at: int) -> list[float]:
        return [score for score in self.rows[at] if score is not None]


def judge(cut: Segments, source: Sequence[str] | None, model: str) -> Judged:
    """What a COMET model says of each segment of each translation; with several references, the mean over them.

    `source` has a segment for each of theirs. Raises AuditError as `ask` does.
    """
    sides = [{"src": source} if source is not None else {}]
    sides = [{**side, "ref": reference} for side in sides for reference in cut.references] or sides
    full = [at for at, row in enumerate(zip(*cut.translations, *cut.references, *([source] if source else []), strict=True)) if any(row)]
    samples = [
        {"mt": translation[at], **{side: texts[at] for side, texts in given.items()}}
        for translation in cut.translations
        for at in full
        for given in sides
    ]
    told = ask(samples, model)
    means = [sum(told.scores[at : at + len(sides)]) / len(sides) for at in range(0, len(samples), len(sides))]
    rows = []
    for number in range(len(cut.translations)):
        scores: list[float | None] = [None] * len(cut.translations[0])
        for at, mean in zip(full, means[number * len(full) :], strict=False):
            scores[at] = mean
        rows.append(tuple(scores))
    note = (
        f"comet is the model {told.model} ({told.kind} on {told.encoder}; licence: {told.licence}), "
        f"run on this machine's processor by unbabel-comet {told.version} (Apache-2.0)"
    )
    return Judged(tuple(rows), _signature(told, len(sides) if cut.references else 0), note)


def _signature(told: Told, references: int) -> str:
    count = references if "ref" in told.reads else 0
    parts = {"nrefs": f"{count}{'-mean' * (count > 1)}", "model": told.model, "class": told.kind, "encoder": told.encoder}
    parts |= {"reads": "+".join(told.reads), "licence": told.licence, "unbabel-comet": told.version}
    return "|".join(f"{key}:{value}" for key, value in parts.items())


def by_lines(source: str, many: int) -> list[str]:
    """The lines of a source that has as many as there are segments, blank lines counted or not. Raises AuditError where none fit."""
    lines = [line.strip() for line in source.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")]
    full = [at for at, line in enumerate(lines) if line]
    for cut in (lines, lines[full[0] : full[-1] + 1] if full else [], [lines[at] for at in full]):
        if len(cut) == many:
            return cut
    said = f"the source has {len(full)} lines for {many} segments of the translation"
    raise AuditError(f"{said}: a guest reads them side by side; give texts with one segment a line")


def figure(judged: Judged, at: int, samples: int = 0) -> Figure:
    """The mean over the segments, as comet-score gives it. `samples`: resamples of the bootstrap for its interval, if any."""
    import numpy as np

    scores = np.asarray(judged.scores(at), dtype=np.float64)
    score = Score("comet", float(scores.mean()), judged.signature)
    return Figure(score, *_interval(_resampled(scores, samples))) if samples else Figure(score)


def significance(names: Sequence[str], judged: Judged, test: Test) -> Paired:
    """Every translation against the first, over the segments' scores: sacrebleu's tests, of which it has none for other metrics.

    Bootstrap and approximate randomisation count as sacrebleu's do (Koehn 2004; Riezler and Maxwell 2005).
    """
    import numpy as np

    columns = [np.asarray(judged.scores(at), dtype=np.float64) for at in range(len(names))]
    drawn = [_resampled(column, SAMPLES) for column in columns] if test == "bs" else []
    rows = []
    for at, name in enumerate(names):
        value, gap = float(columns[at].mean()), abs(float(columns[at].mean() - columns[0].mean()))
        mean, half = _interval(drawn[at]) if drawn else (None, None)
        if at == 0:
            rows.append(Compared(name, value, None, mean, half, differs=False))
            continue
        if drawn:
            gaps = np.abs(drawn[at] - drawn[0])
            gaps -= gaps.mean()
        else:
            signs = np.random.default_rng(SEED).integers(2, size=(TRIALS, len(columns[at]))) * 2 - 1
            gaps = np.abs(signs @ (columns[at] - columns[0])) / len(columns[at])
        p = float((np.sum(gaps > gap) + 1) / (len(gaps) + 1))
        rows.append(Compared(name, value, p, mean, half, differs=p < CHANCE and gap > 0))
    trials = SAMPLES if test == "bs" else TRIALS
    return Paired("comet", f"{judged.signature}|{test}:{trials}|seed:{SEED}", tuple(rows))


def _resampled(scores: NDArray[np.float64], samples: int) -> NDArray[np.float64]:
    """The means of resamples, the same segments for every translation."""
    import numpy as np

    drawn = np.random.default_rng(SEED).choice(len(scores), size=(samples, len(scores)), replace=True)
    means: NDArray[np.float64] = scores[drawn].mean(axis=1)
    return means


def _interval(means: NDArray[np.float64]) -> tuple[float, float]:
    """Mean and half of the 95 % interval, as sacrebleu cuts it off."""
    import numpy as np

    ordered, cut = np.sort(means), len(means) // 40
    return float(means.mean()), float(ordered[len(means) - cut - 1] - ordered[cut]) / 2
