"""This file counts findings by severity, category, rule or status, as rows of a table with bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from audit.model import SEVERITIES


@dataclass(frozen=True, slots=True)
class Share:
    """The part of a row's bar that one severity has, from `start` on; both 0 to 100."""

    severity: str
    count: int
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Tally:
    """One row of a count: `share` is 0 to 100, relative to the greatest row; `parts`, how severities share it."""

    name: str
    title: str
    count: int
    share: float
    parts: tuple[Share, ...] = ()


def tally_severities(severities: Iterable[str]) -> tuple[Tally, ...]:
    """All four, the worst first, also those that did not occur."""
    counts = Counter(severities)
    return tuple(Tally(name, name.capitalize(), counts[name], _share(counts[name], counts)) for name in reversed(SEVERITIES))


def tally(names: Iterable[str], title: Callable[[str], str]) -> tuple[Tally, ...]:
    """The names that occur, the most frequent first."""
    counts = Counter(names)
    return tuple(
        Tally(name, title(name), counts[name], _share(counts[name], counts))
        for name in sorted(counts, key=lambda name: (-counts[name], name))
    )


def tally_crossed(pairs: Iterable[tuple[str, str]], title: Callable[[str], str]) -> tuple[Tally, ...]:
    """Names and severities that occur together: the names as `tally` has them, each with the severities that share it, the worst first."""
    crossed = Counter(pairs)
    rows = tally((name for name, _ in crossed.elements()), title)
    return tuple(replace(row, parts=tuple(_shares(row, crossed))) for row in rows)


def _shares(row: Tally, crossed: Counter[tuple[str, str]]) -> Iterator[Share]:
    done = 0
    for severity in reversed(SEVERITIES):
        count = crossed[row.name, severity]
        if count:
            yield Share(severity, count, round(row.share * done / row.count, 2), round(row.share * count / row.count, 2))
        done += count


def _share(count: int, counts: Counter[str]) -> float:
    return round(100 * count / max([1, *counts.values()]), 1)
