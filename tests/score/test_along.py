"""This file tests that each sentence of a translation gets sacrebleu's own figure against the sentences that stand for it."""

from __future__ import annotations

import pytest
from sacrebleu.metrics.chrf import CHRF

from audit.model import Alignment, Couple, Reference, Scored, Span
from audit.original import read
from audit.score.along import along
from audit.score.segments import Beside

HERE = "The cat sat down. It slept. Nobody came."
THERE = "A cat sat down and slept. The end."
AGAIN = "The cat sat. It slept. No one came."


def _reference(text: str, *pairs: tuple[str, str], unsure: tuple[tuple[str, str], ...] = ()) -> Reference:
    def couples(of: tuple[tuple[str, str], ...]) -> tuple[Couple, ...]:
        return tuple(Couple(_at(HERE, ours), _at(text, theirs), 0.9, _at(HERE, ours), _at(text, theirs)) for ours, theirs in of)

    return Reference(read(text, "en"), Alignment(couples(pairs), unsure=couples(unsure)))


def _at(text: str, quote: str) -> Span:
    return Span(text.index(quote), text.index(quote) + len(quote))


def _beside(*references: Reference) -> Beside:
    cuts = tuple(passage.span for passage in read(HERE, "en").sentences)
    return Beside(HERE, cuts, references, tuple(of.original.text for of in references))


def _chrf(here: str, *there: str) -> float:
    return float(CHRF(word_order=2).sentence_score(here, list(there)).score)


def test_sentences_that_stand_for_one_are_scored_together_and_one_without_a_counterpart_has_no_value() -> None:
    found = along(_beside(_reference(THERE, ("The cat sat down. It slept.", "A cat sat down and slept."))))
    both = _chrf("The cat sat down. It slept.", "A cat sat down and slept.")
    assert [(one.span.of(HERE), one.value) for one in found] == [
        ("The cat sat down.", both),
        ("It slept.", both),
        ("Nobody came.", None),
    ]


def test_a_couple_that_is_not_sure_counts_and_several_references_are_used_together() -> None:
    one = _reference(THERE, ("The cat sat down.", "A cat sat down and slept."))
    two = _reference(AGAIN, ("The cat sat down.", "The cat sat."), unsure=(("Nobody came.", "No one came."),))
    assert [each.value for each in along(_beside(one, two))] == [
        pytest.approx(_chrf("The cat sat down.", "A cat sat down and slept.", "The cat sat.")),
        None,
        pytest.approx(_chrf("Nobody came.", "No one came.")),
    ]


def test_without_a_reference_there_are_the_sentences_and_no_values() -> None:
    assert along(_beside()) == tuple(Scored(passage.span) for passage in read(HERE, "en").sentences)
