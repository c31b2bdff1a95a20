"""This file turns findings into the audit's own score, and compares a text with references by BLEU, chrF and TER."""

from __future__ import annotations

import math
from collections.abc import Sequence

from audit.model import WEIGHTS, Finding, Score
from audit.score.figures import METRICS, figures, ter_takes_too_long
from audit.score.segments import Segments, segments

QUALITY = "audit-quality:1|100*exp(-penalty/12)|penalty:weight*confidence per 100 words|weights:0,1,5,25"
"""The formula of `quality` without a reference, as its signature."""
QUALITY_WITH_REFERENCE = f"{QUALITY}|mean with chrF"
"""The formula of `quality` with a reference, as its signature."""

_SCALE = 12
"""A penalty of 12 for 100 words leaves a quality of 100/e, about 37: two and a half major faults in every 100 words."""


def audit_scores(findings: Sequence[Finding], words: int) -> tuple[Score, ...]:
    """`quality` (0 to 100, higher is better) and `penalty_per_100_words` (from 0, lower is better).

    The penalty is 100 / words times the sum of severity weight times confidence over the open findings; what an editor has accepted or
    dismissed does not count. Quality is 100 * exp(-penalty / 12): it falls with every penalty and never leaves its range. An empty text
    has quality 100. The severity weights are those of MQM, but this is no MQM score: no person annotated the errors. It rests on the
    findings alone, so it cannot see what no rule looks for: without the source no omission, for one.
    """
    weight = sum(WEIGHTS[finding.severity] * finding.confidence for finding in findings if finding.status == "open")
    penalty = 100 * weight / words if words else 0.0
    return Score("quality", 100 * math.exp(-penalty / _SCALE), QUALITY), Score("penalty_per_100_words", penalty, QUALITY)


def quality_with_reference(audit_quality: float, chrf: float) -> float:
    """Quality when there are references: the mean of the audit's quality and chrF, both 0 to 100.

    It rises with either. The findings see faults that look alike in characters; chrF sees what is missing or means something else.
    """
    return (audit_quality + chrf) / 2


def reference_scores(hypothesis: str, references: Sequence[str]) -> tuple[Score, ...]:
    """The scores of `score_files` without its note."""
    return score_files(hypothesis, references)[0]


def score_files(translation: str, references: Sequence[str]) -> tuple[tuple[Score, ...], str]:
    """The figures of sacrebleu, with its signatures, against all references together; and a note on the alignment.

    Texts with as many lines as one another are compared line for line, as the sacrebleu command does; others as one segment. TER is left
    out, and the note says so, where segments are too long for it. Raises AuditError for an empty text.
    """
    return measured(segments([translation], references))


def measured(cut: Segments) -> tuple[tuple[Score, ...], str]:
    """The figures of the first translation, and the note on the alignment."""
    unmeasured = ter_takes_too_long(cut.translations[0], cut.references)
    scores = corpus_scores(cut.translations[0], cut.references, ter=not unmeasured)
    return scores, f"{cut.note}; {unmeasured}" if unmeasured else cut.note


def corpus_scores(hypotheses: Sequence[str], references: Sequence[Sequence[str]], *, ter: bool = True) -> tuple[Score, ...]:
    """Corpus figures of sacrebleu for segments. Each of `references` has a segment for each hypothesis. But for TER, higher is better."""
    metrics = [name for name in METRICS[:4] if ter or name != "ter"]
    return tuple(figure.score for figure in figures(hypotheses, references, metrics))
