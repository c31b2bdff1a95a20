"""This file sets the figures of several versions beside one another: the audit's own and sacrebleu's, with intervals and tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.model import Result
from audit.score.paired import Compared
from audit.score.table import Table
from audit.versions.chance import FREE, Chance, Sampled, chance_of

OWN = ("quality", "penalty_per_100_words", "fluency", "meaning")
BOOTSTRAP = "paired bootstrap of the sentences"
_LESS = ("penalty_per_100_words", "ter")


@dataclass(frozen=True, slots=True)
class Entry:
    """One version's figure; None where it has none. `low` and `high`: its 95 % interval; `p` and `differs`: against the first version."""

    value: float | None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of figures, one for each version. `lower`: the lower the better."""

    metric: str
    signature: str
    entries: tuple[Entry, ...]
    lower: bool

    @property
    def best(self) -> tuple[int, ...]:
        """The versions whose figure, as shown, is the best; none where all are alike."""
        values = [None if entry.value is None else round(entry.value, 1) for entry in self.entries]
        known = [value for value in values if value is not None]
        if len(set(known)) < 2:
            return ()
        best = min(known) if self.lower else max(known)
        return tuple(at for at, value in enumerate(values) if value == best)


def figures(results: Sequence[Result], samples: Sequence[Sampled], table: Table | None) -> tuple[Measure, ...]:
    """All rows, quality first. Without a reference quality has an interval and a test; else the part of it that needs none has."""
    free = _free(samples)
    own = [_own(metric, results) for metric in OWN]
    if table is None:
        plain = zip(own[0].entries, free.entries, strict=True)
        entries = tuple(Entry(one.value, two.low, two.high, two.p, two.differs) for one, two in plain)
        own[0] = Measure("quality", own[0].signature, entries, lower=False)
        return tuple(_known(own))
    return tuple(_known([own[0], free, *own[1:], *_referred(table)]))


def _known(measures: Sequence[Measure]) -> list[Measure]:
    return [measure for measure in measures if any(entry.value is not None for entry in measure.entries)]


def _free(samples: Sequence[Sampled]) -> Measure:
    entries = []
    for at, one in enumerate(samples):
        against = chance_of(one, samples[0]) if at else None
        entries.append(Entry(one.value, *one.interval, against.p if against else None, bool(against and against.says(1))))
    return Measure(FREE, BOOTSTRAP, tuple(entries), lower=False)


def _own(metric: str, results: Sequence[Result]) -> Measure:
    scores = [next((score for score in result.scores if score.metric == metric), None) for result in results]
    signature = next((score.signature for score in scores if score), "")
    return Measure(metric, signature, tuple(Entry(None if score is None else score.value) for score in scores), metric in _LESS)


def _referred(table: Table) -> list[Measure]:
    """The figures of sacrebleu, with what its bootstrap makes of them."""
    tests: Mapping[str, tuple[Compared, ...]] = {test.metric: test.rows for test in table.tests}
    found = []
    for at, figure in enumerate(table.translations[0].figures):
        metric, entries = figure.score.metric, []
        for number, one in enumerate(table.translations):
            told, row = one.figures[at], tests[figure.score.metric][number]
            low, high = (None, None) if told.mean is None or told.half is None else (told.mean - told.half, told.mean + told.half)
            entries.append(Entry(told.score.value, low, high, row.p, row.differs))
        found.append(Measure(metric, figure.score.signature, tuple(entries), metric in _LESS))
    return found


def duel(one: Compared, metric: str, baseline: Compared) -> Chance:
    """A paired test of sacrebleu: how far `baseline` is above `one`, and by what chance."""
    return Chance(metric, baseline.value - one.value, 1.0 if one.p is None else one.p)
