"""This file tests how versions are set beside one another, the bootstrap over their sentences, and the words of the verdict."""

from __future__ import annotations

import pytest

from audit.config import Config
from audit.model import Document, Finding, Result, Span
from audit.pipeline import Line
from audit.versions.chance import FREE, Chance, Sampled, chance_of, sampled
from audit.versions.figures import Entry, Measure
from audit.versions.rows import Cell, Noted, Rows, beside
from audit.versions.verdict import Duel, verdict

FULL = (
    "The bridge over the Varna closed on Monday. Engineers found a crack in a pillar.\n"
    "The mayor of Velling asked for patience. Buses take another road.\n"
)
SHORT = "The bridge over the Varna was shut on Monday. The mayor of Velling asked for some patience. Buses take another road.\n"
LONG = (
    "The bridge over the Varna closed on Monday. Engineers found a crack in a pillar.\n"
    "The mayor of Velling asked for patience. Nine goats were sold at the fair. Buses take another road.\n"
)


def results(*texts: str) -> list[Result]:
    line = Line(Config(), {})
    return [line.audit(Document(f"{name}.txt", text)) for name, text in zip("abc", texts, strict=False)]


def texts(rows: Rows, all_results: list[Result], at: int) -> list[str]:
    prose = all_results[at].document.prose
    return [" ".join(span.of(prose) for span in row.cells[at].spans) for row in rows.rows]


def test_a_sentence_that_a_version_lacks_leaves_its_cell_empty_and_one_that_it_adds_stands_where_it_belongs() -> None:
    found = results(FULL, SHORT, LONG)
    rows = beside(found)
    assert [bool(text) for text in texts(rows, found, 1)] == [True, False, True, False, True]
    assert texts(rows, found, 2)[3] == "Nine goats were sold at the fair."
    assert [row.other for row in rows.rows][3] == texts(rows, found, 0)[3] == ""
    assert [row.other for row in rows.rows if row.other] == [text for text in texts(rows, found, 0) if text]


def test_a_finding_is_alone_where_no_other_version_has_one_of_its_rule_in_the_row() -> None:
    def finding(rule: str, start: int) -> Finding:
        return Finding(rule, Span(start, start + 3), FULL[start : start + 3], "m", "accuracy/mistranslation", "major", 0.9)

    one, two = results(FULL, FULL)
    found = [
        Result(one.document, (finding("x/both", 4), finding("x/one", 50))),
        Result(two.document, (finding("x/both", 20), finding("x/both", 50))),
    ]
    rows = [[[(noted.finding.rule, noted.alone) for noted in cell.noted] for cell in row.cells] for row in beside(found).rows]
    assert rows[:2] == [[[("x/both", False)], [("x/both", False)]], [[("x/one", True)], [("x/both", True)]]]


def _cells(result: Result, faulty: int) -> list[Cell]:
    fault = Finding("x/y", Span(0, 3), "The", "m", "accuracy/mistranslation", "critical", 1.0)
    spans = [Span(0, 43)] * 30
    return [Cell((span,), (Noted(fault, alone=False),) * (at < faulty)) for at, span in enumerate(spans)]


@pytest.mark.parametrize(("faults", "differs"), [((0, 20), True), ((5, 5), False), ((3, 4), False)])
def test_the_bootstrap_tells_a_great_difference_from_a_chance_one(faults: tuple[int, int], differs: bool) -> None:
    pair = results(FULL, FULL)
    columns = [_cells(result, many) for result, many in zip(pair, faults, strict=True)]
    one, two = sampled(pair, list(zip(*columns, strict=True)))
    assert bool(chance_of(one, two).says(1)) == differs
    assert chance_of(one, two).gap == -chance_of(two, one).gap
    assert one.interval[0] <= one.value <= one.interval[1]
    assert (one, two) == tuple(sampled(pair, list(zip(*columns, strict=True))))


def test_versions_without_a_sentence_do_not_break_the_bootstrap() -> None:
    assert [one.value == 0 for one in sampled(results(FULL, FULL), [[Cell((), ()), Cell((), ())]])] == [False, False]
    assert chance_of(Sampled(1.0, (1.0, 1.0)), Sampled(1.0, (1.0, 1.0))).says(1) == 0


@pytest.mark.parametrize(
    ("tests", "outcome", "words"),
    [
        ((Chance(FREE, 9.0, 0.03),), "more than chance", "is significant"),
        ((Chance(FREE, 9.0, 0.03), Chance("chrf++", 1.0, 0.4)), "not more than chance", "chance alone could make it"),
        ((Chance(FREE, 9.0, 0.3), Chance("chrf++", 4.0, 0.001)), "more than chance", "is significant"),
        ((Chance(FREE, 9.0, 0.001), Chance("chrf++", -4.0, 0.001)), "tests disagree", "by chrF++ a.txt is better"),
        ((Chance(FREE, 0.0, 0.001),), "not more than chance", "is not significant"),
    ],
)
def test_the_verdict_goes_as_far_as_the_tests_do(tests: tuple[Chance, ...], outcome: str, words: str) -> None:
    duel = Duel("a.txt", 9.0, tests)
    assert duel.outcome == outcome
    said = verdict("b.txt", [("a.txt", 50.0), ("b.txt", 59.0)], [duel], ()).said
    assert said[0] == "b.txt scores best: quality 59.0 of 100, against a.txt 50.0."
    assert words in said[1]


def test_the_best_of_a_row_is_the_least_where_lower_is_better_and_nobody_where_all_are_alike() -> None:
    entries = tuple(map(Entry, (3.0, 2.0, 2.01, None)))
    assert Measure("ter", "", entries, lower=True).best == (1, 2)
    assert Measure("bleu", "", entries, lower=False).best == (0,)
    assert Measure("bleu", "", entries[1:3], lower=False).best == ()
