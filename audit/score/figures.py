"""This file computes sacrebleu's figures, each by sacrebleu itself and with its signature: for a whole text, and sentence by sentence."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.model import Score

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric

METRICS = ("bleu", "chrf", "ter", "chrf++", "spbleu")
SAMPLES, _DIGITS = 1000, 10
"""Resamples of a bootstrap, as the sacrebleu command has it."""
_TER_SHORT = 80
_TER_BUDGET = 40_000
"""TER in pure Python takes up to 0.2 ms times the square of a segment's words. Segments of up to 80 words always get it; longer ones
together while the sum of their squares stays within this budget (one of 200 words, or four of 100) plus ten for each word of the text."""
_PIECES = {"flores200": "flores200sacrebleuspm", "flores101": "sacrebleu_tokenizer_spm.model"}
"""sacrebleu's tokenizers for spBLEU, the better one first, and the files that it keeps their models in."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a text with its 95 % confidence interval, mean +- half, where one was asked for."""

    score: Score
    mean: float | None = None
    half: float | None = None


def figures(
    hypotheses: Sequence[str], references: Sequence[Sequence[str]], metrics: Sequence[str] = METRICS[:4], samples: int = 0
) -> list[Figure]:
    """Corpus figures. Each of `references` has a segment for each hypothesis. `samples`: resamples of the bootstrap, if any."""
    found = []
    for name in metrics:
        metric = build(name)
        told = metric.corpus_score(hypotheses, references, n_bootstrap=max(1, samples))
        score = Score(name, float(told.score), str(metric.get_signature()))
        # sacrebleu shows the interval in its formatted results only, and none where the mean is 0.
        shown = json.loads(told.format(width=_DIGITS, signature=score.signature, is_json=True)) if samples else {}
        interval = (shown.get("confidence_mean", 0.0), shown.get("confidence_var", 0.0)) if samples else (None, None)
        found.append(Figure(score, *interval))
    return found


def sentence_scores(
    hypotheses: Sequence[str], references: Sequence[Sequence[str]], metrics: Sequence[str] = METRICS[:4]
) -> tuple[list[dict[str, float]], dict[str, str]]:
    """The figures of each segment by itself, and the signatures. BLEU then counts the orders of n-grams that there are."""
    rows: list[dict[str, float]] = [{} for _ in hypotheses]
    signatures = {}
    for name in metrics:
        metric = build(name, sentence=True)
        for row, hypothesis, *given in zip(rows, hypotheses, *references, strict=True):
            row[name] = float(metric.sentence_score(hypothesis, given).score)
        signatures[name] = str(metric.get_signature())
    return rows, signatures


def build(name: str, *, sentence: bool = False) -> Metric:
    """A metric of sacrebleu, with its defaults. `sentence`: for single sentences, as `sacrebleu --sentence-level` sets it up."""
    # sacrebleu reads its data sets' list when it is imported: only who has a reference waits for that.
    if name in ("bleu", "spbleu"):
        from sacrebleu.metrics.bleu import BLEU

        # `force` only silences a warning about tokenized text; it changes no figure and no signature.
        options: Mapping[str, Any] = {"tokenize": pieces()[0]} if name == "spbleu" else {}
        return BLEU(force=True, effective_order=sentence, **options)
    if name == "ter":
        from sacrebleu.metrics.ter import TER

        return TER()
    from sacrebleu.metrics.chrf import CHRF

    return CHRF(word_order=2 if name == "chrf++" else 0)


def ter_takes_too_long(hypotheses: Sequence[str], references: Sequence[Sequence[str]]) -> str:
    """Why there is no TER, where segments are too long for it."""
    rows = [[len(segment.split()) for segment in row] for row in zip(hypotheses, *references, strict=True)]
    long = [max(row) for row in rows if max(row) > _TER_SHORT]
    if len(references) * sum(words**2 for words in long) <= _TER_BUDGET + 10 * sum(row[0] for row in rows):
        return ""
    return f"no TER: segments of up to {max(long)} words take too long; texts of shorter lines get it"


@cache
def pieces() -> tuple[str, str]:
    """The tokenizer for spBLEU that is at hand, and if none is, why. Nothing is downloaded."""
    from importlib.util import find_spec

    from sacrebleu.utils import SACREBLEU_DIR

    folder = Path(SACREBLEU_DIR) / "models"
    there = next((name for name, file in _PIECES.items() if (folder / file).is_file()), "")
    if find_spec("sentencepiece") is None:
        return "", "no spBLEU: its tokenizer needs the package sentencepiece, which is not installed"
    if not there:
        return "", f"no spBLEU: its tokenizer's model is not at hand; put {' or '.join(_PIECES.values())} into {folder}"
    return there, ""
