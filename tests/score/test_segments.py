"""This file tests how texts are cut into segments that stand for one another: by lines where they match, else by aligned sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model import AuditError
from audit.references import beside, compared
from audit.score import measured
from audit.score.groups import Shared
from audit.score.segments import Segments, segments
from audit.spans import Span

ENGINE = [
    "The council of the city of Marnel voted Tuesday a budget of 48 millions of euros.",
    "The works of the new hospital will begin in the month of May.",
    "The opposition judges that the debt becomes too heavy for the inhabitants.",
    "Its leader, Paula Verrin, has promised to seize the tribunal.",
    "Some two hundred nurses manifested before the town hall.",
    "They do not want that the old clinic closes its doors.",
    "The mayor responded that nobody would lose his employment.",
    "A next meeting is foreseen at the beginning of the autumn.",
]
HUMAN = [
    "Marnel city council approved a budget of 48 million euros on Tuesday.",
    "Work on the new hospital will start in May.",
    "The opposition considers that the debt is becoming too heavy for residents.",
    "Its leader, Paula Verrin, promised to go to court.",
    "Around two hundred nurses protested in front of the town hall.",
    "They do not want the old clinic to close.",
    "The mayor replied that nobody would lose their job.",
    "Another meeting is planned for early autumn.",
]
FRENCH = "Le conseil municipal de la ville a voté mardi un budget de 48 millions d'euros pour le nouvel hôpital, a déclaré le maire."
OTHER = [
    "Farmers in the Olden valley are counting their losses after the hailstorm.",
    "Most of the cherry harvest was destroyed within ten minutes.",
    "Insurers expect claims worth several million crowns.",
    "A ministry official visited the orchards at the weekend.",
    "Growers had asked for nets last spring.",
    "Prices in the markets have already doubled.",
]


def cut(translation: str, *references: str) -> Segments:
    return compared([("a.txt", translation)], references)


def pairs(of: Segments) -> list[tuple[str, ...]]:
    return list(zip(of.translations[0], *of.references, strict=True))


def chrf(of: Segments) -> float:
    return next(score.value for score in measured(of)[0] if score.metric == "chrf")


SAME = chrf(cut("\n".join(ENGINE), "\n".join(HUMAN)))


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_sentences_find_each_other_without_lines(between: str) -> None:
    of = cut(" ".join(ENGINE), between.join(HUMAN))
    assert pairs(of) == list(zip(ENGINE, HUMAN, strict=True))
    assert of.note == "aligned by sentences into 8 segments: 8 sentences against 8 sentences"
    assert chrf(of) == pytest.approx(SAME)


def test_what_is_merged_on_one_side_is_merged_on_both() -> None:
    merged = [*HUMAN[:4], f"{HUMAN[4].rstrip('.')}, because {HUMAN[5][0].lower()}{HUMAN[5][1:]}", *HUMAN[6:]]
    of = cut("\n".join(ENGINE), " ".join(merged))
    assert pairs(of)[4] == (f"{ENGINE[4]} {ENGINE[5]}", merged[4])
    assert len(pairs(of)) == 7
    assert chrf(of) > SAME - 5


@pytest.mark.parametrize("at", range(8))
def test_a_sentence_that_was_dropped_joins_its_neighbour_and_costs(at: int) -> None:
    of = cut(" ".join([*ENGINE[:at], *ENGINE[at + 1 :]]), "\n".join(HUMAN))
    assert len(pairs(of)) == 7
    assert " ".join(of.references[0]) == " ".join(HUMAN)
    assert chrf(of) < SAME - 1


@pytest.mark.parametrize("at", [0, 3, 8])
def test_a_sentence_that_was_added_joins_its_neighbour_and_costs(at: int) -> None:
    of = cut(" ".join([*ENGINE[:at], "Subscribe to our newsletter about gardens and cooking.", *ENGINE[at:]]), "\n".join(HUMAN))
    assert len(pairs(of)) == 8
    assert chrf(of) < SAME - 0.5


def test_a_sentence_that_was_moved_is_compared_with_its_own_reference() -> None:
    of = cut(" ".join([*ENGINE[1:], ENGINE[0]]), "\n".join(HUMAN))
    assert set(pairs(of)) == set(zip(ENGINE, HUMAN, strict=True))
    assert chrf(of) == pytest.approx(SAME)


def test_lines_that_match_in_number_only_are_not_believed() -> None:
    moved = [*HUMAN[4:], *HUMAN[:4]]
    assert not cut("\n".join(ENGINE), "\n".join(moved)).lines
    assert cut("\n".join(ENGINE), "\n".join(HUMAN)).lines


def test_several_references_and_translations_share_their_segments() -> None:
    second = [*ENGINE[:2], f"{ENGINE[2].rstrip('.')}, and {ENGINE[3][0].lower()}{ENGINE[3][1:]}", *ENGINE[4:]]
    third = [*HUMAN[:6], f"{HUMAN[6].rstrip('.')}, and {HUMAN[7][0].lower()}{HUMAN[7][1:]}"]
    of = compared([("a", " ".join(ENGINE)), ("b", "\n".join(second))], ["\n".join(HUMAN), " ".join(third)])
    assert {len(text) for text in (*of.translations, *of.references)} == {6}
    assert [" ".join(text) for text in of.translations] == [" ".join(ENGINE), " ".join(second)]
    assert [" ".join(text) for text in of.references] == [" ".join(HUMAN), " ".join(third)]
    assert of.note.endswith("8 sentences and 7 sentences against 8 sentences and 7 sentences")


def test_a_hundred_lines_are_taken_at_their_word_whatever_they_say() -> None:
    lines = [f"{word} {number}." for number in range(34) for word in ("Alpha beta", "Gamma delta", "Epsilon zeta")]
    of = cut("\n".join(lines), "\n".join(reversed(lines)))
    assert of.lines
    assert of.references[0] == tuple(reversed(lines))


def test_blank_lines_that_all_texts_have_stay_as_the_command_counts_them() -> None:
    of = segments(["One.\n\nTwo.\n"], ["Uno.\n\nDue.\n"])
    assert of.translations == (("One.", "", "Two."),)
    assert of.note == "2 lines against 2 lines"


@pytest.mark.parametrize(
    ("reference", "told"),
    [
        ("\n".join(OTHER), "a.txt: the reference does not fit the translation"),
        (" ", "a.txt: the reference is empty"),
        (
            FRENCH,
            "the reference reads like French, not English",
        ),
    ],
)
def test_what_is_no_reference_of_this_text_is_refused_in_one_line(reference: str, told: str) -> None:
    with pytest.raises(AuditError, match=told) as refused:
        cut("\n".join(ENGINE), reference)
    assert "\n" not in str(refused.value)


def test_with_force_another_article_is_used_and_another_language_left_out() -> None:
    found, failures = beside("a.txt", " ".join(ENGINE), ["\n".join(OTHER)], force=True, links=False)
    assert len(found.references) == 1
    assert failures[0].reason.endswith("it was used all the same")
    found, failures = beside("a.txt", " ".join(ENGINE), [FRENCH, "\n".join(HUMAN)], force=True, links=False)
    assert [reference.original.text for reference in found.references] == ["\n".join(HUMAN)]
    assert failures[0].reason.startswith("reference 1 reads like French")
    assert failures[0].reason.endswith("it was not used")


def test_translations_in_the_language_of_their_reference_are_measured_whatever_it_is() -> None:
    assert cut(FRENCH, FRENCH).lines


SPANS = [Span(10 * at, 10 * at + 9) for at in range(12)]


@given(st.lists(st.integers(1, 12), min_size=2, max_size=4), st.lists(st.tuples(*[st.integers(0, 11)] * 4), max_size=20))
def test_every_sentence_is_in_one_group_and_every_group_has_all_texts(sizes: list[int], links: list[tuple[int, int, int, int]]) -> None:
    shared = Shared(sizes)
    cuts = [SPANS[:size] for size in sizes]
    for one, two, first, second in links:
        texts = one % len(sizes), two % len(sizes)
        shared.join([(text, cuts[text][at % sizes[text]]) for text, at in zip(texts, (first, second), strict=True)], cuts)
    groups = shared.groups()
    for text, size in enumerate(sizes):
        assert sorted(index for group in groups for index in group[text]) == list(range(size))
    assert all(all(group) for group in groups)
    assert [group[0] for group in groups] == sorted(group[0] for group in groups)
