"""This file compares the sheets of office holders with the lists of leaders that lie beside the project, where they do.

    python benchmarks/leaders.py [--data ../shared/data/leaders] [--missing]

The lists check the sheets and nothing of them is copied. Every difference is printed: a slip to mend, or explained in the sheet. A term
within a longer tenure agrees with it. Whom and what the sheets do not hold is counted; `--missing` names it.
"""

from __future__ import annotations

import argparse
import csv
import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from audit.facts import Facts, Known, When, read
from audit.facts.names import fold
from audit.facts.values import Tenure, when

ROOT = Path(__file__).resolve().parent.parent
BRITISH = {
    "monarch": "head of state", "Prime Minister": "head of government", "Foreign Secretary": "foreign minister",
    "Secretary of State for Foreign and Commonwealth Affairs": "foreign minister", "Secretary of State for Defence": "defence minister",
    "Defence Secretary": "defence minister", "Chancellor of the Exchequer": "finance minister", "Home Secretary": "interior minister",
}  # fmt: skip
SLACK = 2
"""Days by which two records of one handover may differ (appointment, oath)."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a list says: somebody in an office of a country, from when to when."""

    country: str
    position: str
    office: str
    person: str
    start: When | None
    end: When | None


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data" / "leaders")
    parser.add_argument("--missing", action="store_true")
    options = parser.parse_args()
    facts, counts = read(), Counter[str]()
    for row in [*_world(options.data / "world-leaders-2021.csv", facts), *_british(options.data / "uk-holders.csv")]:
        kind, said = _compared(facts, row)
        counts[kind] += 1
        if kind == "differ" or (kind == "not in the sheets" and options.missing):
            print(f"{row.country}: {row.position}: {row.person} ({row.start or '?'} to {row.end or 'today'}): {said}")
    print("; ".join(f"{count} {kind}" for kind, count in sorted(counts.items())))


def _world(path: Path, facts: Facts) -> Iterator[Row]:
    for row in _rows(path):
        named = facts.country(row["country"])
        country = named.name if named else row["country"]
        yield Row(country, row["positionLabel"], "", row["officeholderLabel"], when(row["start_year"]), when(row["end_year"]))


def _british(path: Path) -> Iterator[Row]:
    for row in _rows(path):
        start = when(row["start"])
        if row["position"] in BRITISH and start and start.first.year >= 2010:
            yield Row("United Kingdom", row["position"], BRITISH[row["position"]], row["person"], start, when(row["end"]))


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        print(f"{path}: not there; nothing compared")
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _compared(facts: Facts, row: Row) -> tuple[str, str]:
    """Do the sheets agree, and what do they say otherwise?"""
    known = _person(facts, row)
    if known is None:
        return "not in the sheets", "nobody of this name"
    offices = [row.office] if row.office else list(facts.offices(row.country))
    held = [one for one in facts.tenures(known.name) if one.of == row.country and one.office in offices]
    if not held:
        return "not in the sheets", f"{known.name} holds no such office there"
    if any(_covers(one, row) for one in held):
        return "agree", ""
    return "differ", "; ".join(_written(one) for one in held)


def _person(facts: Facts, row: Row) -> Known | None:
    """The person of the sheets, also where the list adds a realm to the name, or spells the given name in another way."""
    plain = row.person.split(" of ")[0].split(", ")[0]
    if known := facts.person(row.person) or facts.person(plain):
        return known
    alike = [one for one in facts.bearers(plain.rsplit(" ", 1)[-1]) if fold(one.name)[0] == fold(plain)[0]]
    return next((one for one in alike if row.country in one.countries), None)


LIST_ENDS = 2022
"""The lists were made in this year: what they leave open may have ended since."""


def _covers(ours: Tenure, theirs: Row) -> bool:
    """Does the tenure hold the term of the list, give or take some days?"""
    begins = ours.start is None or theirs.start is None or (ours.start.first - theirs.start.last).days <= SLACK
    if theirs.end is None:
        return begins and (ours.end is None or ours.end.last.year >= LIST_ENDS)
    ends = ours.end is None or (theirs.end.first - ours.end.last).days <= SLACK
    return begins and ends and (not theirs.office or _day_for_day(ours, theirs))


def _day_for_day(ours: Tenure, theirs: Row) -> bool:
    """The British list knows days: there both ends must agree."""
    pairs = ((ours.start, theirs.start), (ours.end, theirs.end))
    slack = datetime.timedelta(days=SLACK)
    return all(
        mine and other and mine.first <= other.last + slack and other.first <= mine.last + slack for mine, other in pairs if mine or other
    )


def _written(held: Tenure) -> str:
    return f"{held.person}, {held.office}: {held.start or '?'} to {held.end or 'today'} [{held.sheet}:{held.line}]"


if __name__ == "__main__":
    main()
