"""This file compares several translations of one text: their findings, figures and sentences, and which of them scores best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audit import references
from audit.model import AuditError, Document, Meta, Result
from audit.pipeline import Line
from audit.report import meta
from audit.score.paired import paired
from audit.score.segments import Segments
from audit.score.table import Table, Wanted, tabulate
from audit.versions.chance import Sampled, chance_of, sampled
from audit.versions.figures import Measure, duel, figures
from audit.versions.rows import Rows, beside
from audit.versions.verdict import Duel, Verdict, doubted, verdict

_FIGURE = "chrf++"
"""The figure of sacrebleu that the verdict rests on: the one that quality holds."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """`table` is there with references. `results` are in the order in which the versions were given, as all cells and entries are."""

    results: tuple[Result, ...]
    rows: Rows
    table: Table | None
    measures: tuple[Measure, ...]
    verdict: Verdict
    meta: Meta

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(result.document.name for result in self.results)


def compare(of: Line, documents: Sequence[Document]) -> Comparison:
    """Raises AuditError for fewer than two versions, and for versions, a source or references that do not belong together."""
    _refuse_strangers(documents)
    results = tuple(of.audit(document) for document in documents)
    rows = beside(results)
    names = [document.name for document in documents]
    prose = [document.prose for document in documents]
    given = documents[0].references if all(result.references for result in results) else ()
    cut = references.compared(list(zip(names, prose, strict=True)), given, force=of.config.force) if given else None
    table = tabulate(names, cut, Wanted(paired="bs", confidence=True)) if cut else None
    samples = sampled(results, [row.cells for row in rows.rows])
    judged = _judged(results, samples, cut, list(doubted(results, rows, table)))
    return Comparison(results, rows, table, figures(results, samples, table), judged, meta(of))


def _refuse_strangers(documents: Sequence[Document]) -> None:
    first = documents[0]
    for one in documents[1:]:
        if (one.source, one.references) != (first.source, first.references):
            what, option = ("source", "--source") if one.source != first.source else ("reference", "--reference")
            raise AuditError(f"{one.name}: its front matter names another {what} than {first.name}; name one for all with {option}")


def _judged(results: Sequence[Result], samples: Sequence[Sampled], cut: Segments | None, doubts: Sequence[str]) -> Verdict:
    qualities = [(result.document.name, _quality(result)) for result in results]
    values = [value for _, value in qualities]
    if f"{max(values):.1f}" == f"{min(values):.1f}":
        return verdict(None, qualities, (), doubts)
    best = values.index(max(values))
    others = [at for at in range(len(results)) if at != best]
    duels = []
    tests = [[chance_of(samples[best], samples[at])] for at in others]
    if cut:
        ranked = [(qualities[at][0], cut.translations[at]) for at in (best, *others)]
        baseline, *rest = paired(ranked, cut.references, [_FIGURE], "bs")[0].rows
        tests = [[*own, duel(row, _FIGURE, baseline)] for own, row in zip(tests, rest, strict=True)]
    for at, told in zip(others, tests, strict=True):
        duels.append(Duel(qualities[at][0], values[best] - values[at], tuple(told)))
    return verdict(qualities[best][0], qualities, duels, doubts)


def _quality(result: Result) -> float:
    return next(score.value for score in result.scores if score.metric == "quality")
