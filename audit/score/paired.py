"""This file tells by sacrebleu's paired tests whether two translations of one text differ by more than chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from audit.score.figures import build

Test = Literal["bs", "ar"]
TESTS: dict[Test, str] = {"bs": "paired bootstrap", "ar": "approximate randomisation"}
CHANCE = 0.05
"""A difference is taken for real below this probability that chance alone makes it."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One translation's figure in a paired test. The baseline has no p; the interval, mean +- half, comes with the bootstrap only.

    `differs`: by more than chance. (sacrebleu's p is least, not greatest, where two translations are the same.)
    """

    name: str
    value: float
    p: float | None
    mean: float | None
    half: float | None
    differs: bool


@dataclass(frozen=True, slots=True)
class Paired:
    """The test of one metric; the first translation is the baseline."""

    metric: str
    signature: str
    rows: tuple[Compared, ...]


def paired(
    systems: Sequence[tuple[str, Sequence[str]]], references: Sequence[Sequence[str]], metrics: Sequence[str], test: Test
) -> list[Paired]:
    """Every translation against the first. Each of `references` has a segment for each hypothesis."""
    from sacrebleu.significance import PairedTest

    found = []
    for metric in metrics:
        # One at a time: sacrebleu tells metrics apart by their names, and BLEU and spBLEU have the same. It seeds each test anew.
        ran = PairedTest([(name, list(hypotheses)) for name, hypotheses in systems], {metric: build(metric)}, references, test_type=test)
        signatures, scores = ran()
        told = next(key for key in scores if key != "System")
        rows = tuple(_row(name, result, scores[told][0]) for (name, _), result in zip(systems, scores[told], strict=True))
        found.append(Paired(metric, str(signatures[told]), rows))
    return found


def _row(name: str, result: Any, baseline: Any) -> Compared:
    value, p, mean, half = (None if one is None else float(one) for one in (result.score, result.p_value, result.mean, result.ci))
    return Compared(name, value or 0.0, p, mean, half, p is not None and p < CHANCE and result.score != baseline.score)
