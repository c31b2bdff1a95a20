"""This file tests that a card that holds proves itself, and that every way of not holding is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.cards import read_card
from audit.prove import Problem, prove, written_out

HEAD = """\
message: m
why: A test.
category: accuracy/mistranslation
severity: major
confidence: 0.9
"""
ROAD = """\
check:
  phrase: {swap: {~walk the road of: ~move towards}}
bad:
  - They <walk the road of> reform.
  - text: They <walked the road of> reform.
    fixed: They moved towards reform.
good:
  - They walk the road.
  - A road of reform.
"""
LIST = """\
check:
  phrase:
    rows:
      - {find: big row, better: dispute}
      - {find: [odd row, "~row oddly"], near: [boat]}
bad:
  - We saw a <{each}>, by boat.
  - A boat, a <big row>.
good: [row, boat]
"""


def proved(folder: Path, card: str) -> tuple[Problem, ...]:
    path = folder / "card.yaml"
    path.write_text(HEAD + card)
    return prove(read_card(path, "calque/card"))


def changed(old: str, new: str, card: str = ROAD) -> str:
    assert card.count(old) == 1, old
    return card.replace(old, new)


@pytest.mark.parametrize("card", [ROAD, LIST])
def test_a_card_that_holds_has_no_problems(tmp_path: Path, card: str) -> None:
    assert proved(tmp_path, card) == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "kind", "said"),
    [
        ("They <walk the road of> reform.", "They <stroll> to reform.", 9, "bad", "found nothing, not 'stroll'"),
        ("They <walk the road of> reform.", "They <walk> the road of reform.", 9, "bad", "found 'walk the road of', not 'walk'"),
        ("<walk the road of> reform.", "<walk the road of>, walk the road of.", 9, "bad", "found 'walk the road of' and 'walk the road"),
        ("moved towards", "move towards", 10, "bad", "mended it reads 'They moved towards reform.', not 'They move towards reform.'"),
        ("A road of reform.", "We walk the road of reform.", 14, "good", "found 'walk the road of', should be silent"),
    ],
)  # fmt: skip
def test_an_example_that_does_not_hold_is_told(tmp_path: Path, old: str, new: str, line: int, kind: str, said: str) -> None:
    (problem,) = proved(tmp_path, changed(old, new))
    assert (problem.line, problem.kind) == (line, kind)
    assert problem.said.startswith(said)
    assert str(problem).startswith(f"{tmp_path / 'card.yaml'}:{line}: {kind}: {said}")


def test_each_stands_for_every_phrase_of_every_row(tmp_path: Path) -> None:
    (tmp_path / "card.yaml").write_text(HEAD + LIST)
    examples = list(written_out(read_card(tmp_path / "card.yaml", "calque/card")))
    assert [example.text for example in examples] == [
        "We saw a big row, by boat.",
        "We saw a odd row, by boat.",
        "We saw a row oddly, by boat.",
        "A boat, a big row.",
    ]
    assert [mark.of(example.text) for example in examples for mark in example.marks] == ["big row", "odd row", "row oddly", "big row"]


def test_one_row_that_fails_among_many_is_told(tmp_path: Path) -> None:
    problems = proved(tmp_path, changed(", by boat", "", LIST))
    assert [problem.text for problem in problems] == ["We saw a odd row.", "We saw a row oddly."]


def test_an_entry_that_no_example_shows_is_told(tmp_path: Path) -> None:
    (problem,) = proved(tmp_path, changed("<{each}>, by boat", "<Big Row>", LIST))
    assert (problem.kind, problem.text) == ("row", "odd row")
    assert "give the row `bad:`, or put {each} into an example" in problem.said


def test_a_row_may_carry_its_own_examples(tmp_path: Path) -> None:
    own = changed("near: [boat]}", "near: [boat], bad: A <rowed oddly> by boat, good: odd rows by boat}", LIST)
    own = own.replace("<{each}>, by boat", "<big row>")
    assert proved(tmp_path, own) == ()
    assert [problem.kind for problem in proved(tmp_path, own.replace("<rowed oddly> by", "rowed oddly by"))] == ["row"]
    assert [problem.kind for problem in proved(tmp_path, own.replace("<rowed oddly> by", "<rowed oddly by"))] == ["row"]
    assert [problem.kind for problem in proved(tmp_path, own.replace("good: odd rows by", "good: odd row by"))] == ["good"]


@pytest.mark.parametrize(
    "example", ["A <{each}>, a <{each}>.", "A <big {each}>.", "A {each}, a <big row>.", "A <{each}>, a {each}, by boat."]
)
def test_each_that_is_not_the_whole_mark_is_told(tmp_path: Path, example: str) -> None:
    problems = proved(tmp_path, changed("We saw a <{each}>, by boat.", example, LIST))
    assert [problem.said for problem in problems] == [
        "{each} stands for the phrases of a phrase card: write it once, as the whole mark <{each}>"
    ]


def test_each_on_a_card_without_phrases_is_told(tmp_path: Path) -> None:
    card = "check:\n  regex: {find: row}\nbad: ['<{each}>', a <row>]\ngood: [a, b]\n"
    assert [problem.kind for problem in proved(tmp_path, card)] == ["bad"]


def test_a_known_gap_that_closed_is_told(tmp_path: Path) -> None:
    gaps = "known_gaps:\n  missed: [They <took the road to> reform.]\n  false_alarms: [Pilgrims walk the road of Velmar.]\n"
    assert proved(tmp_path, ROAD + gaps) == ()
    closed = gaps.replace("took the road to", "walk the road of").replace("Pilgrims walk the road of", "Pilgrims see the road of")
    assert [(problem.kind, problem.said) for problem in proved(tmp_path, ROAD + closed)] == [
        ("known_gaps.missed", "is found now: make it a bad example"),
        ("known_gaps.false_alarms", "is silent now: make it a good example"),
    ]


def test_a_rule_for_one_source_language_is_proved_as_if_it_were_known(tmp_path: Path) -> None:
    assert proved(tmp_path, f"only: [fr]\n{ROAD}") == ()


def test_an_example_of_another_source_language_shows_that_the_rule_keeps_silent(tmp_path: Path) -> None:
    german = "- text: We walk the road of reform.\n    source-language: de"
    assert proved(tmp_path, "only: [fr]\n" + changed("- A road of reform.", german)) == ()


def test_a_check_that_breaks_on_an_example_is_told(tmp_path: Path) -> None:
    card = "check:\n  pattern: {anchor: [row], tokens: [[{LOWRE: row}]]}\nbad: [a <row>, b <row>]\ngood: [a row, b]\n"
    problems = proved(tmp_path, card)
    assert [problem.kind for problem in problems] == ["bad", "bad", "good"]
    assert all("LOWRE" in problem.said for problem in problems)


def test_a_message_that_cannot_be_filled_is_told(tmp_path: Path) -> None:
    path = tmp_path / "card.yaml"
    path.write_text(HEAD.replace("message: m", "message: '{fond}'") + ROAD)
    assert all("{fond}" in problem.said for problem in prove(read_card(path, "calque/card")))
    assert len(prove(read_card(path, "calque/card"))) == 2
