"""This file compares a text with references by BLEU, chrF, chrF++ and TER."""

from __future__ import annotations

from collections.abc import Sequence

from audit.model import Score
from audit.score.figures import METRICS, figures, ter_takes_too_long
from audit.score.segments import Segments, segments


def reference_scores(hypothesis: str, references: Sequence[str]) -> tuple[Score, ...]:
    """The scores of `score_files` without its note."""
    return score_files(hypothesis, references)[0]


def score_files(translation: str, references: Sequence[str]) -> tuple[tuple[Score, ...], str]:
    """The figures of sacrebleu, with its signatures, against all references together; and a note on the alignment.

    Texts with as many lines as one another are compared line for line, as the sacrebleu command does; others as one segment. TER is left
    out, and the note says so, where segments are too long for it. Raises AuditError for an empty text.
    """
    return measured(segments([translation], references))


def measured(cut: Segments, *, ter: bool = True) -> tuple[tuple[Score, ...], str]:
    """The figures of the first translation, and the note on the alignment."""
    unmeasured = ter_takes_too_long(cut.translations[0], cut.references) if ter else "no TER: it was not asked for (--ter)"
    scores = corpus_scores(cut.translations[0], cut.references, ter=not unmeasured)
    return scores, f"{cut.note}; {unmeasured}" if unmeasured else cut.note


def corpus_scores(hypotheses: Sequence[str], references: Sequence[Sequence[str]], *, ter: bool = True) -> tuple[Score, ...]:
    """Corpus figures of sacrebleu for segments. Each of `references` has a segment for each hypothesis. But for TER, higher is better."""
    metrics = [name for name in METRICS[:4] if ter or name != "ter"]
    return tuple(figure.score for figure in figures(hypotheses, references, metrics))
