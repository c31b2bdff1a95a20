"""This file tests words that say the opposite of the source's, which the word links tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit import encode
from audit.align import align
from audit.analyse import analyse
from audit.checks.source import FAULTS
from audit.checks.source.both import sides
from audit.model import Document
from audit.original import read
from audit.segment import segment


def told(text: str, source: str, language: str) -> list[tuple[str, tuple[str, ...]]]:
    """The words that seem the opposite of the source's, each with what should stand there."""
    document = Document("a", text, source=source, source_language=language)
    analysis = analyse(document, segment(document))
    original = read(source, language)
    both = sides(replace(analysis, original=original, alignment=align(analysis, original)))
    assert both is not None
    return [(found.span.of(text), found.better) for found in FAULTS["opposite"](both)]


needs_encoder = pytest.mark.skipif(not encode.available(), reason="needs the extra align")


@needs_encoder
@pytest.mark.parametrize(
    ("text", "source", "language", "word", "better"),
    [
        ("Prices fell sharply in the spring.", "Die Preise stiegen im Frühjahr stark.", "de", "fell", "rose"),
        ("The police opened the road before the storm.", "La police a ouvert la route après la tempête.", "fr", "before", "after"),
    ],
)
def test_the_opposite_of_the_sources_word_is_found_with_what_should_stand(
    text: str, source: str, language: str, word: str, better: str
) -> None:
    assert told(text, source, language) == [(word, (better,))]


@needs_encoder
@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("Prices rose sharply in the spring.", "Die Preise stiegen im Frühjahr stark.", "de"),
        ("The road was opened after the storm.", "La route a été ouverte après la tempête.", "fr"),
        ("Prices did not fall in the spring.", "Die Preise stiegen im Frühjahr.", "de"),
        ("Prices rose and fell in the spring.", "Die Preise stiegen und fielen im Frühjahr.", "de"),
    ],
)
def test_the_right_word_a_denied_opposite_and_a_pair_of_opposites_are_left_alone(text: str, source: str, language: str) -> None:
    assert told(text, source, language) == []


def test_a_language_that_the_encoder_does_not_know_is_passed_over() -> None:
    assert told("Prices fell in the spring.", "Az árak tavasszal emelkedtek.", "hu") == []
