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
class Mark:
    """A value on a bar from 0 to 100, as shown and as drawn."""

    value: str
    share: float


@dataclass(frozen=True, slots=True)
class Band:
    """Between which values a figure probably lies; `wide` is how wide the bar draws it."""

    low: Mark
    high: Mark
    wide: float


@dataclass(frozen=True, slots=True)
class Figure:
    metric: str
    title: str
    value: str
    note: str
    signature: str
    share: float
    band: Band | None = None
    floor: Mark | None = None


def figure_of(score: Score) -> Figure:
    """A score as shown, with its band and its floor where it has them."""
    title, note = FIGURES.get(score.metric, (score.metric, ""))
    value, low, high, floor = (_mark(one) for one in (score.value, score.low, score.high, score.floor))
    shown = value or Mark(f"{score.value:.1f}", 0.0)
    band = Band(low, high, round(high.share - low.share, 1)) if low and high else None
    return Figure(score.metric, title, shown.value, note, score.signature, shown.share, band, floor)


def quality(score: Score) -> str:
    """The quality in words, with its band and floor where it has them."""
    about = [] if score.low is None or score.high is None else [f"95 %: {score.low:.1f} to {score.high:.1f}"]
    about += [] if score.floor is None else [f"floor {score.floor:.1f}"]
    return f"quality {score.value:.1f} of 100" + (f" ({', '.join(about)})" if about else "")


def _mark(value: float | None) -> Mark | None:
    return None if value is None else Mark(f"{value:.1f}", min(100.0, max(0.0, round(value, 1))))
