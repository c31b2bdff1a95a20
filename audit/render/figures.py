"""This file says how figures are shown: their titles, what they are out of, and which way is better."""

from __future__ import annotations

from dataclasses import dataclass

from audit.model import Score

FIGURES = {
    "quality": ("Quality", "of 100, higher is better"),
    "findings_and_fluency": ("Findings and fluency", "quality but for likeness to the reference, higher is better"),
    "penalty_per_100_words": ("Penalty per 100 words", "lower is better"),
    "fluency": ("Fluency", "how naturally words follow each other, higher is better"),
    "meaning": ("Meaning", "of 100, higher is more like the reference"),
    "bleu": ("BLEU", "of 100, higher is closer to the reference"),
    "chrf": ("chrF", "of 100, higher is closer to the reference"),
    "chrf++": ("chrF++", "of 100, higher is closer to the reference"),
    "ter": ("TER", "edits per 100 words, lower is closer to the reference"),
    "spbleu": ("spBLEU", "of 100, higher is closer to the reference"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    metric: str
    title: str
    value: str
    note: str
    signature: str
    share: float


def figure_of(score: Score) -> Figure:
    title, note = FIGURES.get(score.metric, (score.metric, ""))
    return Figure(score.metric, title, f"{score.value:.1f}", note, score.signature, min(100.0, max(0.0, round(score.value, 1))))
