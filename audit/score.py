"""This file turns findings into the audit's own score, and compares a text with references by BLEU, chrF and TER."""

from __future__ import annotations

import math
from collections.abc import Sequence

from audit.model import WEIGHTS, AuditError, Finding, Score

QUALITY = "audit-quality:1|100*exp(-penalty/12)|penalty:weight*confidence per 100 words|weights:0,1,5,25"
"""The formula of `quality` without a reference, as its signature."""
QUALITY_WITH_REFERENCE = f"{QUALITY}|mean with chrF"
"""The formula of `quality` with a reference, as its signature."""

_SCALE = 12
"""A penalty of 12 for 100 words leaves a quality of 100/e, about 37: two and a half major faults in every 100 words."""
_TER_SHORT = 80
_TER_BUDGET = 40_000
"""TER in pure Python takes up to 0.2 ms times the square of a segment's words. Segments of up to 80 words always get it; longer ones
together while the sum of their squares stays within this budget (one of 200 words, or four of 100) plus ten for each word of the text."""


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
    """The figures `bleu`, `chrf` and `ter` of sacrebleu, with its signatures, against all references together; and a note on the alignment.

    Texts with as many lines as one another are compared line for line, blank lines left out, as the sacrebleu command does; others as one
    segment. TER is left out, and the note says so, where segments are too long for it. Raises AuditError for an empty text.
    """
    if not references:
        raise AuditError("no reference: give a human translation to compare with")
    for name, text in (("the translation", translation), *((f"reference {number}", text) for number, text in enumerate(references, 1))):
        if not text.strip():
            raise AuditError(f"{name} is empty: give a text to compare")
    hypotheses, streams, note = _segments(translation, references)
    rows = [[len(segment.split()) for segment in row] for row in zip(hypotheses, *streams, strict=True)]
    long = [max(row) for row in rows if max(row) > _TER_SHORT]
    ter = len(streams) * sum(words**2 for words in long) <= _TER_BUDGET + 10 * sum(row[0] for row in rows)
    if not ter:
        note += f"; no TER: segments of up to {max(long)} words take too long; texts of shorter lines get it"
    return corpus_scores(hypotheses, streams, ter=ter), note


def corpus_scores(hypotheses: Sequence[str], references: Sequence[Sequence[str]], *, ter: bool = True) -> tuple[Score, ...]:
    """Corpus figures of sacrebleu for segments. Each of `references` has a segment for each hypothesis. BLEU, chrF: higher is better."""
    # sacrebleu reads its data sets' list when it is imported: only who has a reference waits for that.
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    # `force` only silences a warning about tokenized text; it changes no figure and no signature.
    metrics: list[tuple[str, BLEU | CHRF | TER]] = [("bleu", BLEU(force=True)), ("chrf", CHRF()), *([("ter", TER())] if ter else [])]
    scores = []
    for name, metric in metrics:
        value = float(metric.corpus_score(hypotheses, references).score)
        scores.append(Score(name, value, str(metric.get_signature())))
    return tuple(scores)


def _segments(translation: str, references: Sequence[str]) -> tuple[list[str], list[list[str]], str]:
    """Hypotheses, one list of segments for each reference, and how they were aligned."""
    texts = [_lines(text) for text in (translation, *references)]
    if len({len(lines) for lines in texts}) == 1:
        rows = [row for row in zip(*texts, strict=True) if any(row)]
        # A line may be missing from the translation, but no reference may be blank where another text is not: that is no alignment.
        if all(all(row[1:]) for row in rows):
            texts = [list(column) for column in zip(*rows, strict=True)]
            return texts[0], texts[1:], _note(texts)
    texts = [[line for line in lines if line] for lines in texts]
    if len({len(lines) for lines in texts}) == 1:
        return texts[0], texts[1:], _note(texts)
    whole = [" ".join(" ".join(lines).split()) for lines in texts]
    return [whole[0]], [[text] for text in whole[1:]], "as one text: " + _note(texts)


def _note(texts: Sequence[Sequence[str]]) -> str:
    first, *others = (f"{len(lines)} line{'s' * (len(lines) != 1)}" for lines in texts)
    return f"{first} against {' and '.join(others)}"


def _lines(text: str) -> list[str]:
    """The lines between the blank ones at both ends; a blank line in between is empty."""
    # Only "\n" ends a line, as for sacrebleu: str.splitlines would also cut at form feeds and U+2028.
    return [line.rstrip() for line in text.strip().split("\n")]
