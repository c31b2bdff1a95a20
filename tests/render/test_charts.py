"""This file tests that charts show what the result says: a figure for each sentence, its findings, and where to find it."""

from __future__ import annotations

from typing import Any

from audit import original
from audit.model import Alignment, Document, Finding, Reference, Result, Score, Scored, Span
from audit.render.charts import Charts, charts

TEXT = "It rains. She sleeps. All is well. The end."
CUTS = [passage.span for passage in original.read(TEXT, "en").sentences]


def finding(quote: str, severity: Any, confidence: float = 1.0, status: Any = "open") -> Finding:
    start = TEXT.index(quote)
    span = Span(start, start + len(quote))
    return Finding("x/y", span, quote, "m", "style", severity, confidence, status=status)


def drawn(*findings: Finding, values: tuple[float | None, ...] = (None,) * 4, references: int = 0) -> Charts | None:
    beside = (Reference(original.read("The end.", "en"), Alignment(())),) * references
    scored = tuple(Scored(span, value) for span, value in zip(CUTS, values, strict=True))
    scores = (Score("chrf++", 50.0, "nrefs:1"),)
    result = Result(Document("a", TEXT), findings, scores=scores, references=beside, scored=scored)
    return charts(result, [(one.span, one) for one in findings], "d1")


def sure(of: Charts | None) -> Charts:
    assert of is not None
    return of


def test_without_a_reference_the_weight_of_the_findings_is_drawn_sentence_by_sentence() -> None:
    found = sure(drawn(finding("rains", "major", 0.9), finding("It", "minor"), finding("well", "critical")))
    (chart,) = found.along
    assert [[part.severity for part in bar.parts] for bar in chart.bars] == [["major", "minor"], [], ["critical"], []]
    assert chart.bars[0].title == "Sentence 1: 5.5 points, 1 major, 1 minor. It rains."
    assert (chart.top, chart.ticks) == (50.0, ("50", "25", "0"))
    assert [bar.href for bar in chart.bars] == [f"d1-c{span.start}" for span in CUTS]
    assert (found.spread, found.scored) == ((), False)


def test_what_an_editor_has_settled_and_what_is_neutral_has_no_weight() -> None:
    assert drawn(finding("rains", "major", status="accepted"), finding("well", "neutral")) is None


def test_with_a_reference_every_sentence_shows_its_figure_and_one_without_a_counterpart_shows_that() -> None:
    found = sure(drawn(values=(80.0, 20.0, None, 100.0), references=1))
    (chart,) = found.along
    assert [[part.height for part in bar.parts] for bar in chart.bars] == [[80.0], [20.0], [], [100.0]]
    assert [bar.lacking for bar in chart.bars] == [False, False, True, False]
    assert "nothing in the reference stands for it" in chart.bars[2].title
    assert (found.mean, found.alone, found.signature) == ("66.7", 1, "nrefs:1")
    assert found.lowest == ((2, "d1-c10", "20.0"), (1, "d1-c0", "80.0"), (4, "d1-c35", "100.0"))


def test_the_spread_counts_each_sentence_in_its_tenth_with_100_in_the_last() -> None:
    found = sure(drawn(values=(80.0, 89.9, None, 100.0), references=1))
    assert {row.title: (row.count, row.share) for row in found.spread if row.count} == {"90–100": (1, 50.0), "80–90": (2, 100.0)}
    assert len(found.spread) == 10


def test_the_table_tells_the_same_figures() -> None:
    found = sure(drawn(finding("sleeps", "major", 0.5), values=(80.0, 20.0, None, 100.0), references=1))
    assert [(row.number, row.href, row.words, row.score, row.points, row.findings) for row in found.told] == [
        (1, "d1-c0", "It rains.", "80.0", "0.0", "none"),
        (2, "d1-c10", "She sleeps.", "20.0", "2.5", "1 major"),
        (3, "d1-c22", "All is well.", "–", "0.0", "none"),
        (4, "d1-c35", "The end.", "100.0", "0.0", "none"),
    ]
    assert [chart.anchor for chart in found.along] == ["d1-likeness", "d1-gravity"]
