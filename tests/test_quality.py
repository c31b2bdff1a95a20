"""This file tests the audit's own figure: what lowers it, what raises it, and what it says it rests on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.config import Config
from audit.model import Document, Finding, Score, Severity, Span
from audit.pipeline import line
from audit.quality import penalty_of, quality, signature

LINE = line(Config(force=True))
REFERENCE = "On Monday the mayor opened the new hospital. Nobody was hurt when the roof caved in. The building cost 12 million euros."
SHARES = st.floats(1, 99)


def finding(severity: Severity, confidence: float = 1.0, status: str = "open") -> Finding:
    return Finding("family/fault", Span(0, 1), "x", "wrong", "accuracy", severity, confidence, status=status)  # type: ignore[arg-type]


def scores(text: str, *references: str) -> dict[str, Score]:
    return {score.metric: score for score in LINE.audit(Document("a", text, references=references)).scores}


@pytest.mark.parametrize(
    ("findings", "words", "penalty"),
    [
        ([], 100, 0.0),
        ([finding("neutral")], 100, 0.0),
        ([finding("minor")], 100, 1.0),
        ([finding("major")], 100, 5.0),
        ([finding("critical")], 100, 25.0),
        ([finding("critical", 0.5)], 100, 12.5),
        ([finding("major"), finding("minor", 0.5)], 200, 2.75),
        ([finding("critical", status="dismissed"), finding("major", status="accepted"), finding("minor")], 50, 2.0),
        ([finding("critical")], 0, 0.0),
    ],
)
def test_the_penalty_is_severity_times_confidence_for_100_words_of_open_findings(
    findings: list[Finding], words: int, penalty: float
) -> None:
    assert penalty_of(findings, words) == pytest.approx(penalty)


@given(st.floats(0, 200), st.floats(0.01, 50), st.floats(-100, 200), SHARES, SHARES, st.booleans())
def test_quality_falls_with_the_penalty_and_rises_with_all_else(
    penalty: float, more: float, fluency: float, meaning: float, chrf: float, referred: bool
) -> None:
    parts = {"penalty": penalty, "fluency": fluency} | ({"meaning": meaning, "chrf++": chrf} if referred else {})
    assert 0 <= quality(parts) <= 100
    assert quality(parts | {"penalty": penalty + more}) < quality(parts)
    for name in parts.keys() - {"penalty"}:
        assert quality(parts | {name: parts[name] + more}) > quality(parts)


def test_a_text_without_a_reference_rests_on_findings_and_fluency_alone() -> None:
    found = scores(REFERENCE)
    assert list(found) == ["quality", "penalty_per_100_words", "fluency"]
    assert found["quality"].signature == signature({"penalty": 0, "fluency": 0})
    assert found["quality"].value == pytest.approx(quality({"penalty": 0, "fluency": found["fluency"].value}))


def test_a_translation_near_its_reference_scores_higher_than_one_that_left_out_half() -> None:
    near = "The mayor opened the new hospital on Monday. No one was hurt when the roof collapsed. The building cost 12 million euros."
    half = "The mayor opened the new hospital on Monday. The building cost 12 million euros."
    other = "Eine Katze sitzt auf der Matte."
    same, close, short = (scores(text, REFERENCE) for text in (REFERENCE, near, half))
    assert same["quality"].value > close["quality"].value > short["quality"].value
    assert same["meaning"].value == pytest.approx(100, abs=0.1)
    assert scores(REFERENCE, near, REFERENCE)["meaning"].value > scores(REFERENCE, near)["meaning"].value
    assert "meaning" in scores(near, REFERENCE)
    assert scores(other, REFERENCE)["quality"].value < short["quality"].value


def test_words_in_disorder_are_less_fluent() -> None:
    ordered = "The mayor opened the new hospital on Monday after a long dispute over its costs."
    shuffled = "Hospital the dispute on costs a its new opened over Monday mayor the after long."
    assert scores(shuffled)["fluency"].value < 20 < scores(ordered)["fluency"].value
