"""This file tests each condition on the surroundings of a match in two sentences that differ in nothing else."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.analyse import analyse
from audit.context import Context, fold, holds, spelled, wordlist
from audit.model import Analysis, Document, Span
from audit.segment import segment


@cache
def analysed(text: str) -> Analysis:
    document = Document("a", text)
    return analyse(document, segment(document))


def stands(said: str, style: bool = False, **conditions: Any) -> bool:
    """Does the context hold for the first `row` of what is said?"""
    start = said.index("row")
    return holds(Context(**conditions), analysed(said), Span(start, start + 3), style)


@pytest.mark.parametrize(
    ("conditions", "kept", "dropped"),
    [
        ({"near": ("boat",)}, "The boat has a row of seats.", "The ship has a row of seats."),
        ({"near": ("boat",)}, "A row in the boat.", "A row. The boat sank."),
        ({"near": ("~sail",)}, "We sailed past a row.", "We walked past a row."),
        ({"near": ("(red|blue) boat",)}, "A blue boat, a row.", "A green boat, a row."),
        ({"near": ("@months",)}, "In March a row began.", "In spring a row began."),
        ({"near": ("boat",)}, "A BOAT, a row.", "Boating, a row."),
        ({"near": ("d'accord",)}, "D’accord, a row.", "Accord, a row."),
        ({"near": ("new york",)}, "New\u00a0York had a row.", "New Yorkers had a row."),
        ({"unless_near": ("boat",)}, "The ship has a row of seats.", "The boat has a row of seats."),
        ({"before": ("boat",)}, "The boat has a row.", "A row in the boat."),
        ({"unless_before": ("boat",)}, "A row in the boat.", "The boat has a row."),
        ({"after": ("boat",)}, "A row in the boat.", "The boat has a row."),
        ({"unless_after": ("boat",)}, "The boat has a row.", "A row in the boat."),
        ({"previous": ("the",)}, "The row began.", "The long row began."),
        ({"previous": ("the",)}, "The “row” began.", "Bathe, row on."),
        ({"unless_previous": ("the",)}, "The long row began.", "The row began."),
        ({"next": ("began",)}, "The row began.", "The row soon began."),
        ({"next": ("began",)}, "The “row” began.", "The row, began."),
        ({"unless_next": ("began",)}, "The row soon began.", "The row began."),
        ({"text": ("boat",)}, "A row. Then the boat sank.", "A row. Then the ship sank."),
        ({"unless_text": ("boat",)}, "A row. Then the ship sank.", "A row. Then the boat sank."),
        ({"quotes": "inside"}, "He said “a row began” again.", "He said a row “began” again."),
        ({"quotes": "outside"}, "He said a row “began” again.", "He said “a row began” again."),
        ({"headings": "only"}, "A row in town\n\nIt began today.", "A row in town."),
        ({"headings": "never"}, "A row in town.\n\nIt began today.", "A row in town\n\nIt began today."),
        ({"at": "sentence-start"}, "It rained. “Row on!” she said.", "It rained. She said row on."),
        ({"at": "sentence-end"}, "We saw a row. It rained.", "We saw a row begin. It rained."),
        ({"at": "paragraph-start"}, "“Row on,” she said. It rained.", "It rained. Row on, she said."),
        ({"at": "paragraph-end"}, "It rained. We saw a row.”", "We saw a row. It rained."),
        ({"near": ("boat",), "unless_near": ("red",)}, "The boat has a row.", "The red boat has a row."),
    ],
)  # fmt: skip
def test_a_condition_decides(conditions: dict[str, Any], kept: str, dropped: str) -> None:
    assert stands(kept.replace("Row", "row"), **conditions)
    assert not stands(dropped.replace("Row", "row"), **conditions)


def test_without_conditions_every_place_will_do() -> None:
    assert stands("“A row.”")
    assert stands("A row began\n\nIt rained.")


def test_style_keeps_out_of_quotations_and_accuracy_does_not() -> None:
    inside, outside = "He said “a row began” again.", "He said a row “began” again."
    assert not stands(inside, style=True)
    assert stands(outside, style=True)
    assert stands(inside, style=False)
    assert stands(outside, style=False)


def test_a_style_rule_that_says_so_looks_into_quotations_too() -> None:
    assert stands("He said “a row began” again.", style=True, quotes="any")
    assert stands("He said “a row began” again.", style=True, quotes="inside")


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph() -> None:
    assert stands("He said “it rained.\n\nThen a row began.", quotes="outside")
    assert not stands("He said “it rained. Then a row began.\n\nIt rained.", quotes="outside")


def test_single_words_of_a_long_list_are_found_whole() -> None:
    assert wordlist(("a", "ab c")).search("x ab c")[0] == "ab c"  # type: ignore[index]
    assert not wordlist(("ab",)).search("abc cab ab_")
    assert wordlist(("c++",)).search("in c++, c")


def test_a_list_is_spelled_without_doubles_and_folded() -> None:
    assert spelled(("(the|a) Boat", "a boat", "~row", "l’État")) == (
        "the boat", "a boat", "row", "rows", "rowing", "rowed", "l'état",
    )  # fmt: skip


@given(st.text(max_size=50))
def test_folding_never_changes_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folding_makes_case_apostrophes_and_odd_spaces_alike() -> None:
    assert fold("L’ÉTAT\u00a0c‘est\u202fMOI non\u2011stop") == "l'état c'est moi non-stop"
    assert fold("İSTANBUL") == "istanbul"
