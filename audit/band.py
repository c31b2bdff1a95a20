"""This file says how sure a text's quality is: the band that chance leaves it in, and the floor, what words without sense would get."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from audit import neighbours
from audit.model import WEIGHTS, Analysis, Finding, Score, Scored
from audit.quality import PRIOR, USUAL, mean_of, meanings, quality
from audit.score.figures import SAMPLES, build
from audit.score.segments import Beside

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SEED = 12345
"""sacrebleu's own."""
FEWEST = 5
"""Sentences from which on a band is told: of fewer, chance cannot be guessed."""
EDGES = (2.5, 97.5)


def banded(
    analysis: Analysis, findings: Sequence[Finding], beside: Beside, scored: Sequence[Scored], scores: Sequence[Score]
) -> tuple[Score, ...]:
    """The scores, the quality among them with its band and floor where the text is long enough to tell them.

    The band holds 95 % of the qualities of texts made by drawing sentences of this one (a bootstrap of 1,000, seeded): how far the figure
    would move if other sentences of the same kind stood there. It knows nothing of what the figure itself cannot see.
    """
    figures = {score.metric: score.value for score in scores}
    if len(analysis.sentences) < FEWEST or "quality" not in figures:
        return tuple(scores)
    referred = "chrf++" in figures
    low, high = _band(analysis, findings, scored, figures, referred)
    floor = _floor(analysis, beside, figures, referred)
    return tuple(replace(one, low=low, high=high, floor=floor) if one.metric == "quality" else one for one in scores)


def _band(
    analysis: Analysis, findings: Sequence[Finding], scored: Sequence[Scored], figures: Mapping[str, float], referred: bool
) -> tuple[float, float]:
    import numpy as np

    many = len(analysis.sentences)
    drawn = np.random.default_rng(SEED).multinomial(many, np.full(many, 1 / many), size=SAMPLES).astype(np.float64)
    sums = {name: drawn @ np.asarray(column, dtype=np.float64) for name, column in _columns(analysis, findings).items()}
    parts = {"penalty": 100 * sums["weight"] / np.maximum(1.0, sums["words"])}
    if "fluency" in figures:
        parts["fluency"] = (100 * sums["evidence"] + PRIOR * USUAL) / (sums["pairs"] + PRIOR)
    if "meaning" in figures:
        every = [drawn @ np.asarray(columns).T for columns in _meant(analysis)]
        parts["meaning"] = np.mean([100 * told[:, 0] / np.maximum(1.0, told[:, 1]) for told in every], axis=0)
    if referred:
        # The corpus figure moves as the mean of the sentences' figures does: its own n-grams are not drawn again.
        like, size = (np.asarray(column) for column in _scored(analysis, scored))
        moved = drawn @ like / np.maximum(1.0, drawn @ size) / max(1e-6, float(like.sum() / size.sum()))
        parts["chrf++"] = np.minimum(100.0, figures["chrf++"] * moved)
    qualities = [quality(dict(zip(parts, map(float, row), strict=True))) for row in zip(*parts.values(), strict=True)]
    low, high = np.percentile(qualities, EDGES)
    return float(low), float(high)


def _columns(analysis: Analysis, findings: Sequence[Finding]) -> Mapping[str, list[float]]:
    """For each sentence: the weight of the open findings that begin there, its words, and the evidence of its neighbouring words."""
    spans = [sentence.span for sentence in analysis.sentences]
    starts = [analysis.document.to_text(span).start for span in spans]
    weight = [0.0] * len(spans)
    for finding in findings:
        if finding.status == "open":
            weight[max(0, bisect_right(starts, finding.span.start) - 1)] += WEIGHTS[finding.severity] * finding.confidence
    evidence = [[neighbours.evidence(*pair) for pair in neighbours.pairs(analysis.text, span)] for span in spans]
    return {
        "weight": weight,
        "words": [float(len(span.of(analysis.text).split())) for span in spans],
        "evidence": [float(sum(one)) for one in evidence],
        "pairs": [float(len(one)) for one in evidence],
    }


def _scored(analysis: Analysis, scored: Sequence[Scored]) -> tuple[list[float], list[float]]:
    """For each sentence: its words times their likeness to the references, and its words. The two may be cut differently."""
    starts = [sentence.span.start for sentence in analysis.sentences]
    like, size = [0.0] * len(starts), [0.0] * len(starts)
    for one in scored:
        at = max(0, bisect_right(starts, one.span.start) - 1)
        words = len(one.span.of(analysis.text).split())
        like[at] += (one.value or 0.0) * words
        size[at] += words
    return like, size


def _meant(analysis: Analysis) -> Iterator[tuple[list[float], list[float]]]:
    """For each reference, sentence by sentence: likeness times words, and words. What is missing weighs on all sentences alike."""
    starts = [sentence.span.start for sentence in analysis.sentences]
    for reference in analysis.references:
        likes, words = [0.0] * len(starts), [0.0] * len(starts)
        lost = 0
        for one in meanings(reference.alignment):
            if one.start is None:
                lost += one.words
                continue
            at = max(0, bisect_right(starts, one.start) - 1)
            likes[at] += one.like * one.words
            words[at] += one.words
        if sum(words):
            yield likes, [word + lost / len(starts) for word in words]


def _floor(analysis: Analysis, beside: Beside, figures: Mapping[str, float], referred: bool) -> float | None:
    """What a text without faults that any rule sees, but without sense, would get.

    With references: this text's sentences, each set against the counterpart of another. Without: its words in alphabetical order.
    """
    parts = {"penalty": 0.0} | ({"fluency": figures["fluency"]} if "fluency" in figures else {})
    if not referred:
        return quality(parts | {"fluency": _sorted_fluency(analysis)}) if "fluency" in figures else None
    reference = beside.references[0]
    couples = (*reference.alignment.couples, *reference.alignment.unsure)
    if len(couples) < FEWEST:
        return None
    ours = [couple.here.of(beside.text) for couple in couples]
    theirs = [couple.there.of(reference.original.text) for couple in couples]
    half = len(theirs) // 2
    parts["chrf++"] = float(build("chrf++").corpus_score(ours, [[*theirs[half:], *theirs[:half]]]).score)
    meaning = mean_of(meanings(reference.alignment, turned=True)) if "meaning" in figures else None
    return quality(parts | ({} if meaning is None else {"meaning": meaning}))


def _sorted_fluency(analysis: Analysis) -> float:
    words = sorted(word.lower() for sentence in analysis.sentences for word in sentence.span.of(analysis.text).split() if word.isalpha())
    evidence = [neighbours.evidence(*pair) for pair in pairwise(words)]
    return (100 * sum(evidence) + PRIOR * USUAL) / (len(evidence) + PRIOR)
