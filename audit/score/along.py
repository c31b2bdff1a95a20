"""This file scores a translation sentence by sentence along its text, so that a report can show where it leaves the references."""

from __future__ import annotations

from collections.abc import Sequence

from audit.model import Scored, Span
from audit.score.figures import build
from audit.score.groups import Shared
from audit.score.segments import Beside

METRIC = "chrf++"


def along(beside: Beside) -> tuple[Scored, ...]:
    """Every sentence of the translation, in order, with sacrebleu's sentence chrF++ against the sentences that stand for it.

    Sentences that were aligned with the same ones are scored together and share the value. One without a counterpart has none, neither
    has any of them without references. What only a reference has is not looked at here.
    """
    if not beside.references:
        return tuple(Scored(cut) for cut in beside.cuts)
    texts = [of.original for of in beside.references]
    cuts = [beside.cuts, *(tuple(passage.span for passage in text.sentences) for text in texts)]
    shared = Shared([len(spans) for spans in cuts])
    for number, reference in enumerate(beside.references, 1):
        for couple in (*reference.alignment.couples, *reference.alignment.unsure):
            shared.join([(0, couple.here), (number, couple.there)], cuts)
    metric = build(METRIC)
    values: dict[int, float] = {}
    for ours, *theirs in shared.groups(full=False):
        there = [_joined(text.text, spans, indices) for text, spans, indices in zip(texts, cuts[1:], theirs, strict=True) if indices]
        if ours and there:
            value = float(metric.sentence_score(_joined(beside.text, cuts[0], ours), there).score)
            values |= dict.fromkeys(ours, value)
    return tuple(Scored(cut, values.get(index)) for index, cut in enumerate(beside.cuts))


def _joined(text: str, cuts: Sequence[Span], indices: Sequence[int]) -> str:
    return " ".join(" ".join(cuts[index].of(text).split()) for index in indices)
