"""This file tests that a changed number, a lost negation and another name are told, and that what is only worded otherwise is not."""

from __future__ import annotations

import pytest

from audit.score.blind import unseen

REFERENCE = "On Monday Mayor Lena Hartwig said that 15 people had not been found after the flood in Brandau."


@pytest.mark.parametrize(
    ("hypothesis", "told"),
    [
        (REFERENCE, []),
        ("Mayor Lena Hartwig said on Monday that fifteen people were not found after the floods of Brandau.", []),
        (REFERENCE.replace("15", "12"), ["number: 12 against 15"]),
        (REFERENCE.replace("15 ", "some "), ["number: 15 stands only in the reference"]),
        (REFERENCE.replace("people", "people of 3 villages"), ["number: 3 stands only here"]),
        (REFERENCE.replace("had not been", "had been"), ["negation: “not” stands only in the reference"]),
        (REFERENCE.replace("Brandau", "Tellingen"), ["name: Tellingen against Brandau"]),
        (REFERENCE.replace("Mayor Lena Hartwig", "She"), []),
        (REFERENCE.replace("Hartwig", "Hartwick"), []),
        (REFERENCE.replace("Mayor", "Councillor"), []),
        (REFERENCE.replace("15", "12").replace("not ", ""), ["number: 12 against 15", "negation: “not” stands only in the reference"]),
    ],
)
def test_what_differs_is_told(hypothesis: str, told: list[str]) -> None:
    assert [f"{one.kind}: {one}" for one in unseen(hypothesis, [REFERENCE])] == told


@pytest.mark.parametrize(
    ("hypothesis", "reference"),
    [
        ("The talks failed.", "The talks did not succeed."),
        ("He refused to pay.", "He would not pay."),
        ("Some 1,200 homes burned.", "About 1200 houses burnt down."),
        ("It cost half a million euros.", "It cost 500,000 euros."),
        ("It fell 7%.", "It fell by seven percent."),
        ("The Chinese delegation left.", "China's delegation left."),
        ("The Government resigned in Kiev.", "The cabinet stepped down in Kyiv."),
    ],
)
def test_the_same_in_other_words_is_not_told(hypothesis: str, reference: str) -> None:
    assert unseen(hypothesis, [reference]) == ()


def test_where_one_reference_agrees_nothing_is_told() -> None:
    other = REFERENCE.replace("15", "12")
    assert unseen(other, [REFERENCE, other]) == ()
    assert [str(one) for one in unseen(REFERENCE.replace("15", "11"), [REFERENCE, other])] == ["11 against 15"]


def test_a_negation_that_only_the_translation_has_is_told() -> None:
    assert [str(one) for one in unseen("The bridge is not open.", ["The bridge is open."])] == ["“not” stands only here"]
