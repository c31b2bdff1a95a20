"""This file tells by a paired bootstrap over the sentences whether two versions differ in findings and fluency by more than chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit import neighbours
from audit.model import WEIGHTS, Result
from audit.quality import PRIOR, USUAL, quality
from audit.score.figures import SAMPLES
from audit.score.paired import CHANCE
from audit.segment import segment
from audit.versions.rows import Cell

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SEED = 12345
"""sacrebleu's own."""
FREE = "findings_and_fluency"
"""Quality but for likeness to a reference."""
_EDGES = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Sampled:
    """A version's quality but for likeness to a reference: of the whole, and of each resample of the sentences."""

    value: float
    samples: tuple[float, ...]

    @property
    def interval(self) -> tuple[float, float]:
        """Between which values 95 % of the resamples lie."""
        import numpy as np

        low, high = np.percentile(self.samples, _EDGES)
        return float(low), float(high)


@dataclass(frozen=True, slots=True)
class Chance:
    """`gap`: how much the first is above the second. `p`: how probable so great a gap would be by chance."""

    measure: str
    gap: float
    p: float

    def says(self, tests: int) -> int:
        """1 where the first is better by more than chance, -1 where the second is, else 0. The doubt is shared by so many tests."""
        return 0 if self.p >= CHANCE / tests or not self.gap else 1 if self.gap > 0 else -1


def sampled(results: Sequence[Result], rows: Sequence[Sequence[Cell]]) -> list[Sampled]:
    """Each version; all are resampled alike. `rows` hold a cell for each version."""
    import numpy as np

    many = max(1, len(rows))
    drawn = np.random.default_rng(SEED).multinomial(many, np.full(many, 1 / many), size=SAMPLES)
    found = []
    for result, column in zip(results, zip(*rows, strict=True), strict=True):
        counts = np.asarray(_counted(result, column), dtype=np.float64)
        found.append(Sampled(_quality(counts.sum(axis=0)), tuple(_quality(sums) for sums in drawn @ counts)))
    return found


def chance_of(one: Sampled, two: Sampled) -> Chance:
    """The share of resamples whose gap, less the mean gap, is greater than the gap of the whole, as sacrebleu counts it."""
    gap = one.value - two.value
    gaps = [first - second for first, second in zip(one.samples, two.samples, strict=True)]
    mean = sum(gaps) / len(gaps)
    return Chance(FREE, gap, (sum(abs(each - mean) > abs(gap) for each in gaps) + 1) / (len(gaps) + 1))


def _counted(result: Result, column: Sequence[Cell]) -> list[tuple[float, float, float, float]]:
    """For each cell the weight of its findings, its words, the evidence of its neighbouring words, and how many pairs they are."""
    flat = segment(result.document).flat
    found: list[tuple[float, float, float, float]] = []
    for cell in column:
        weight = sum(WEIGHTS[noted.finding.severity] * noted.finding.confidence for noted in cell.noted)
        words = sum(len(span.of(flat).split()) for span in cell.spans)
        evidence = [neighbours.evidence(*pair) for span in cell.spans for pair in neighbours.pairs(flat, span)]
        found.append((weight, words, sum(evidence), len(evidence)))
    return found


def _quality(sums: NDArray[np.float64]) -> float:
    weight, words, evidence, pairs = (float(one) for one in sums)
    penalty = 100 * weight / words if words else 0.0
    return quality({"penalty": penalty, "fluency": (100 * evidence + PRIOR * USUAL) / (pairs + PRIOR)})
