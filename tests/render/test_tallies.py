"""This file tests how findings are counted for the report's bars."""

from __future__ import annotations

from audit.render.tallies import tally_crossed, tally_severities


def test_the_severities_of_a_category_share_its_bar_the_worst_first() -> None:
    pairs = [("style", "minor"), ("accuracy", "minor"), ("accuracy", "critical"), ("accuracy", "minor"), ("accuracy", "major")]
    first, second = tally_crossed(pairs, str.capitalize)
    assert (first.title, first.count, first.share) == ("Accuracy", 4, 100.0)
    assert [(part.severity, part.count, part.start, part.width) for part in first.parts] == [
        ("critical", 1, 0.0, 25.0),
        ("major", 1, 25.0, 25.0),
        ("minor", 2, 50.0, 50.0),
    ]
    assert [(part.severity, part.start, part.width) for part in second.parts] == [("minor", 0.0, 25.0)]


def test_all_severities_are_counted_also_those_that_did_not_occur() -> None:
    assert [(row.name, row.count) for row in tally_severities(["minor", "minor"])] == [
        ("critical", 0),
        ("major", 0),
        ("minor", 2),
        ("neutral", 0),
    ]
