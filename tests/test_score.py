"""This file tests the audit's own score, and that the reference metrics are sacrebleu's to the last digit."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from audit.model import AuditError
from audit.score import corpus_scores, reference_scores, score_files

TRANSLATION = """The mayor opened the bridge on Monday.
She thanked at the engineers for their work.

Nobody were hurt, said the police (it's true).
The price is 3 milliards of euros; "too much", says one.
"""
REFERENCE = """The mayor opened the bridge on Monday.
She thanked the engineers for their work.

No one was hurt, police said (that is true).
It cost 3 billion euros, which one resident called “too much”.
"""
SECOND = """On Monday the mayor inaugurated the bridge.
She thanked the engineers for all they had done.

According to police, nobody was hurt (which is true).
The price is 3 billion euros; "too much," says one.
"""


@pytest.mark.parametrize("references", [[REFERENCE], [REFERENCE, SECOND]])
def test_figures_and_signatures_are_those_of_the_sacrebleu_command(tmp_path: Path, references: list[str]) -> None:
    (tmp_path / "translation").write_text(TRANSLATION, "utf-8")
    for number, reference in enumerate(references):
        (tmp_path / f"reference{number}").write_text(reference, "utf-8")
    names = [f"reference{number}" for number in range(len(references))]
    command = [sys.executable, "-m", "sacrebleu", *names, "-i", "translation", "-m", "bleu", "chrf", "ter", "-w", "6", "-f", "json"]
    told = json.loads(subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True, encoding="utf-8").stdout)
    scores, note = score_files(TRANSLATION, references)
    assert [(score.metric, round(score.value, 6), score.signature) for score in scores[:3]] == [
        (entry["name"].lower().replace("chrf2", "chrf"), entry["score"], entry["signature"]) for entry in told
    ]
    assert note == "4 lines against " + " and ".join(["4 lines"] * len(references))
    assert reference_scores(TRANSLATION, references) == scores


@pytest.mark.parametrize(
    ("translation", "references", "note"),
    [
        ("One.\nTwo.\n", ["Uno.\nDue.\n"], "2 lines against 2 lines"),
        ("\n\nOne.\nTwo.", ["Uno.\nDue.\n\n\n"], "2 lines against 2 lines"),
        ("One.\n\nTwo.", ["Uno.\nDue."], "2 lines against 2 lines"),
        ("One.\r\nTwo.\r\n", ["Uno.\nDue."], "2 lines against 2 lines"),
        ("One.\u2028Still one.", ["Uno."], "1 line against 1 line"),
        ("One.\n\nThree.", ["Uno.\nDue.\nTre."], "3 lines against 3 lines"),
        ("One.\nTwo.\nThree.", ["Uno.\n\nTre."], "as one text: 3 lines against 2 lines"),
        ("One.\nTwo.", ["Uno. Due."], "as one text: 2 lines against 1 line"),
        ("One.\nTwo.", ["Uno.\nDue.", "Uno. Due."], "as one text: 2 lines against 2 lines and 1 line"),
    ],
)
def test_texts_are_compared_line_for_line_where_their_lines_match_and_as_one_text_elsewhere(
    translation: str, references: list[str], note: str
) -> None:
    assert score_files(translation, references)[1] == note


def test_line_breaks_do_not_count_when_texts_are_compared_as_one() -> None:
    one, _ = score_files("The bridge\nis open.", ["The  bridge is open."])
    assert [score.value for score in one] == [pytest.approx(100), pytest.approx(100), 0, pytest.approx(100)]


def test_a_line_missing_from_the_translation_costs_as_it_does_in_sacrebleu() -> None:
    scores, _ = score_files("The bridge is open.\n\nNobody was hurt.", ["The bridge is open.\nCars may cross it.\nNobody was hurt."])
    assert scores == corpus_scores(
        ["The bridge is open.", "", "Nobody was hurt."], [["The bridge is open.", "Cars may cross it.", "Nobody was hurt."]]
    )


@pytest.mark.parametrize(
    ("translation", "references", "told"),
    [
        ("Text.", ["Text.", " \n"], "reference 2 is empty"),
        (" \n", ["Text."], "the translation is empty"),
        ("Text.", [], "no reference"),
    ],
)
def test_an_empty_text_is_refused_in_one_line(translation: str, references: list[str], told: str) -> None:
    with pytest.raises(AuditError, match=told) as refused:
        score_files(translation, references)
    assert "\n" not in str(refused.value)


def test_a_thousand_words_as_one_segment_get_no_ter_and_take_seconds_at_most() -> None:
    words = [f"word{number * 7919 % 331}" for number in range(1000)]
    score_files("warm", ["up"])
    started = time.process_time()
    scores, note = score_files(" ".join(words), [" ".join(reversed(words)) + "\nmore"])
    assert time.process_time() - started < 10  # what grows with the square of the length takes minutes
    assert [score.metric for score in scores] == ["bleu", "chrf", "chrf++"]
    assert "no TER: segments of up to 1001 words" in note


def test_one_long_sentence_does_not_cost_a_text_its_ter() -> None:
    long = " ".join(f"word{number}" for number in range(90))
    scores, note = score_files(f"{long}\nThe end.", [f"{long} more\nThe end."])
    assert [score.metric for score in scores] == ["bleu", "chrf", "ter", "chrf++"]
    assert note == "2 lines against 2 lines"
