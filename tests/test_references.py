"""This file tests what becomes of a reference that does not fit, for one text and in a corpus."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.config import Config
from audit.corpus import audit_corpus
from audit.model import AuditError, Document
from audit.pipeline import Line

TEXT = (
    "The ferry Aldora struck a rock near the island of Hesk. All the 214 passengers left the boat in good health. "
    "The captain spoke of a thick fog. The traffic will stay interrupted until Wednesday."
)
HUMAN = (
    "The Aldora ferry hit a rock off the island of Hesk.\nAll 214 passengers got off the boat unharmed.\n"
    "The captain blamed thick fog.\nServices are suspended until Wednesday."
)
OTHER = (
    "A choir of pensioners from Velling won the contest. Their conductor, a retired baker, wept on stage. "
    "They sang folk songs without accompaniment. Second place went to a school choir."
)
GERMAN = (
    "Die Fähre Aldora ist in der Nacht zum Sonntag vor der Insel Hesk auf einen Felsen gelaufen. Alle Fahrgäste konnten das Schiff "
    "unverletzt verlassen, teilte die Reederei mit."
)


def line(*, force: bool = False) -> Line:
    return Line(Config(force=force), {})


def test_references_are_aligned_and_measured_sentence_by_sentence() -> None:
    result = line().audit(Document("a", TEXT, references=(HUMAN,)))
    assert [couple.there.of(HUMAN) for couple in result.references[0].alignment.couples] == HUMAN.split("\n")
    assert {"bleu", "chrf", "chrf++", "ter"} <= {score.metric for score in result.scores}


@pytest.mark.parametrize(
    ("reference", "told"),
    [(OTHER, "a: the reference does not fit"), (GERMAN, "a: the reference reads like German"), (" ", "a: the reference is empty")],
)
def test_a_reference_that_is_none_is_refused(reference: str, told: str) -> None:
    with pytest.raises(AuditError, match=told):
        line().audit(Document("a", TEXT, references=(reference,)))


def test_with_force_a_stranger_counts_and_another_language_does_not() -> None:
    stranger = line(force=True).audit(Document("a", TEXT, references=(OTHER,)))
    foreign = line(force=True).audit(Document("a", TEXT, references=(GERMAN,)))
    for result, measured in ((stranger, True), (foreign, False)):
        assert any(failure.what == "reference" for failure in result.failures)
        assert any(score.metric == "chrf" for score in result.scores) == measured


def test_a_bad_reference_in_a_corpus_concerns_its_own_row_only(tmp_path: Path) -> None:
    rows = [("good", HUMAN), ("empty", " "), ("german", GERMAN), ("other", OTHER), ("last", HUMAN)]
    lines = [json.dumps({"id": name, "text": TEXT, "references": [reference]}) for name, reference in rows]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), "utf-8")
    tally = audit_corpus(tmp_path / "in.jsonl", tmp_path / "out.jsonl", Config(select=("typography",)))
    found = [json.loads(row) for row in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert (tally.done, tally.errors) == (5, 1)
    assert "the reference is empty" in found[1]["error"]
    assert ["chrf" in row.get("scores", {}) for row in found] == [True, False, False, True, True]
    assert [any(failure["what"] == "reference" for failure in row.get("failures", ())) for row in found] == [
        False,
        False,
        True,
        True,
        False,
    ]
