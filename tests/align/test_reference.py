"""This file tests that two English texts of one article are coupled sentence by sentence, by the words they share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import original
from audit.align.kin import Kin
from audit.align.misfit import elsewhere, foreign
from audit.align.reference import refer
from audit.model import Reference

ENGINE = [
    "The ferry Aldora struck a rock in the night of Saturday near the island of Hesk.",
    "All the 214 passengers have been able to leave the boat in good health.",
    "The captain, who works since twenty years on this line, spoke of a thick fog.",
    "An inquiry was opened by the prosecutor of Tornby.",
    "The traffic will stay interrupted until Wednesday at least.",
    "The company offers to reimburse the tickets integrally.",
]
HUMAN = [
    "The Aldora ferry hit a rock off the island of Hesk on Saturday night.",
    "All 214 passengers were able to get off unharmed.",
    "The captain, who has worked the route for twenty years, blamed thick fog.",
    "Prosecutors in Tornby have opened an investigation.",
    "Services are suspended until at least Wednesday.",
    "The company is offering full refunds on tickets.",
]
OTHER = [
    "A choir of pensioners from Velling won the national contest in front of 900 listeners.",
    "Their conductor, a retired baker, wept on stage.",
    "They sang three folk songs without accompaniment.",
    "Second place went to a school choir.",
]


def read(here: list[str], there: list[str], between: str = " ") -> Reference:
    return refer(original.read(between.join(here), "en"), original.read("\n".join(there), "en"))


def couples(reference: Reference, here: list[str], between: str = " ") -> list[tuple[str, str]]:
    return [(one.here.of(between.join(here)), one.there.of(reference.original.text)) for one in reference.alignment.couples]


@pytest.mark.parametrize("between", [" ", "\n"])
def test_each_sentence_finds_its_own(between: str) -> None:
    reference = read(ENGINE, HUMAN, between)
    assert couples(reference, ENGINE, between) == list(zip(ENGINE, HUMAN, strict=True))
    assert reference.alignment.confidence > 0.9
    assert reference.original.language == "en"


def test_what_is_added_lost_and_moved_is_told() -> None:
    here = [*ENGINE[1:4], "Subscribe to our free newsletter.", ENGINE[5], ENGINE[0]]
    reference = read(here, HUMAN)
    assert [span.of(" ".join(here)) for span in reference.alignment.added] == ["Subscribe to our free newsletter."]
    assert [span.of("\n".join(HUMAN)) for span in reference.alignment.lost] == [HUMAN[4]]
    assert [one.there.of("\n".join(HUMAN)) for one in reference.alignment.moved] == [HUMAN[0]]
    assert (ENGINE[0], HUMAN[0]) in couples(reference, here)


def test_a_split_sentence_is_coupled_with_the_whole() -> None:
    there = [*HUMAN[:2], "The captain has worked the route for twenty years.", "He blamed thick fog.", *HUMAN[3:]]
    assert (ENGINE[2], "\n".join(there[2:4])) in couples(read(ENGINE, there), ENGINE)


def test_another_article_is_told_from_a_poor_translation() -> None:
    here = original.read(" ".join(ENGINE), "en")
    assert elsewhere(here, read(ENGINE, OTHER)).startswith("does not fit the translation")
    assert elsewhere(here, read(ENGINE, HUMAN)) == ""
    assert elsewhere(here, read(ENGINE, HUMAN[2:5])) == ""
    assert elsewhere(original.read(ENGINE[0], "en"), read(ENGINE[:1], OTHER[:1])) == ""


@pytest.mark.parametrize(
    ("found", "wrong"),
    [(("fr", 0.97), True), (("fr", 0.5), False), (("en", 0.99), False), (None, False)],
    ids=["sure", "unsure", "en", "none"],
)
def test_a_reference_in_another_language_is_told_where_that_is_sure(found: tuple[str, float] | None, wrong: bool) -> None:
    assert bool(foreign("mot " * 40, found)) == wrong


@given(st.lists(st.text(max_size=30), min_size=1, max_size=5), st.lists(st.text(max_size=30), min_size=1, max_size=5))
def test_likeness_stays_between_0_and_1_for_any_text(here: list[str], there: list[str]) -> None:
    kin = Kin(here, there)
    for i in range(len(here)):
        for j in range(len(there)):
            assert 0 <= kin.meant(i, 1, j, 1) <= 1.001
            assert 0 <= kin.sure(i, 1, j, 1) <= 1
            assert kin.of(i, 1, j, 1) <= kin.meant(i, 1, j, 1)


@given(st.text(alphabet="ab .\nC", max_size=60), st.text(alphabet="ab .\nC", max_size=60))
def test_every_sentence_is_accounted_for_once(here: str, there: str) -> None:
    first, second = original.read(here, "en"), original.read(there, "en")
    alignment = refer(first, second).alignment
    both = [*alignment.couples, *alignment.unsure]
    taken = [one.here for one in both] + list(alignment.added)
    assert sum(any(span.contains(one.span) for span in taken) for one in first.sentences) == len(first.sentences)
    taken = [one.there for one in both] + list(alignment.lost)
    assert sum(any(span.contains(one.span) for span in taken) for one in second.sentences) == len(second.sentences)
