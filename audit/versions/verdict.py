"""This file says in plain words which version scores best, whether by more than chance, and why that is not the last word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.model import Result
from audit.score.figures import SAMPLES
from audit.score.paired import CHANCE
from audit.score.table import Table
from audit.versions.chance import FREE, Chance
from audit.versions.rows import Rows

_FEW = 20
"""With fewer sentences a bootstrap rests on too little to be believed."""
_TITLES = {FREE: "findings and fluency", "chrf++": "chrF++"}


@dataclass(frozen=True, slots=True)
class Duel:
    """The best version against another: how far its quality is ahead, and what the tests say."""

    other: str
    lead: float
    tests: tuple[Chance, ...]

    @property
    def outcome(self) -> str:
        """`more than chance`, `not more than chance`, or `tests disagree` with the quality or with each other.

        One test that speaks for the best version is enough, because each gets its share of the doubt only; one against it is, too.
        """
        said = {test.says(len(self.tests)) for test in self.tests}
        return "tests disagree" if -1 in said else "more than chance" if 1 in said else "not more than chance"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`best` is none where the versions score the same. `said` are sentences; `doubts`, why not to trust them further."""

    best: str | None
    duels: tuple[Duel, ...]
    said: tuple[str, ...]
    doubts: tuple[str, ...]


def verdict(best: str | None, qualities: Sequence[tuple[str, float]], duels: Sequence[Duel], doubts: Sequence[str]) -> Verdict:
    """`qualities`: the versions by name, in the order given."""
    if best is None:
        return Verdict(None, (), (f"The versions score the same: quality {qualities[0][1]:.1f} of 100.",), tuple(doubts))
    ranked = sorted(qualities, key=lambda pair: -pair[1])
    others = ", ".join(f"{name} {value:.1f}" for name, value in ranked if name != best)
    first = f"{best} scores best: quality {dict(ranked)[best]:.1f} of 100, against {others}."
    return Verdict(best, tuple(duels), (first, *(_told(one) for one in duels)), tuple(doubts))


def _told(one: Duel) -> str:
    tests = ", ".join(f"{_TITLES[test.measure]} p = {test.p:.3f}" for test in one.tests)
    lead = f"{one.lead:.1f} point{'s' * (f'{one.lead:.1f}' != '1.0')}"
    if one.outcome == "more than chance":
        return f"Its lead of {lead} over {one.other} is significant, that is more than chance would make ({tests})."
    if one.outcome == "tests disagree":
        against = next(_TITLES[test.measure] for test in one.tests if test.says(len(one.tests)) < 0)
        return (
            f"Its lead of {lead} over {one.other} is not to be trusted: by {against} {one.other} is better by more than chance ({tests})."
        )
    return f"Its lead of {lead} over {one.other} is not significant: chance alone could make it ({tests})."


def doubted(results: Sequence[Result], rows: Rows, table: Table | None) -> Iterator[str]:
    """Why nobody should trust the verdict further than it goes."""
    many = len(rows.rows)
    few = ", too few for a test to see any but gross differences" if many < _FEW else ""
    counted = f"{many} passage{'s' * (many != 1)}"
    level = f"{SAMPLES:,} resamples, {CHANCE:.0%} level" + (" shared by two tests" if table else "")
    yield f"This is one text of {counted}{few} ({level}). It says nothing about how the same engines do on other texts."
    yield "Findings see what some rule looks for. A sentence without a mark has not been approved, and a finding can be wrong."
    if rows.kind != "source":
        yield "No source was given, so nobody looked for omissions and changed facts; --source does."
    if table is None:
        yield "No reference was given: quality rests on findings and fluency, and smooth English that says something else scores high."
    else:
        yield "The figures of sacrebleu say how close the wording is to the reference, not whether the facts are right."
        yield from _blind(table)
    if any(failure.what != "source" for result in results for failure in result.failures):
        yield "Some checks could not run; the page lists them."


def _blind(table: Table) -> Iterator[str]:
    told = [(one.name, sum(bool(row.unseen) for row in one.rows)) for one in table.translations]
    shown = ", ".join(f"{name} {count}" for name, count in told if count)
    if shown:
        what = "Lines" if table.lines else "Passages"
        yield f"They hardly move with a changed number, name or “not”. {what} that differ from the reference in one of these: {shown}."
