"""This file tests what reports say of an estimated source language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.model import Clue, Document, Origin, Report, Span
from audit.render import html, text
from audit.render.provenance import provenance_of, sentence

ABOUT = Document("a", "The <b> of Marseille plays the game.")
CLUES = (Clue("fr", "calque", Span(21, 35), 1.9), Clue("fr", "places", Span(11, 20), 0.5))


@pytest.mark.parametrize("origin", [Origin(), Origin("fr", 1.0, given=True)])
def test_nothing_is_said_where_nothing_was_estimated(origin: Origin) -> None:
    assert provenance_of(origin, ABOUT) is None
    assert sentence(origin, ABOUT) == ""


def test_an_estimate_is_said_with_its_confidence_and_its_clues() -> None:
    said = sentence(Origin("fr", 0.93, clues=CLUES), ABOUT)
    assert said.startswith("likely translated from French (confidence 0.93): “plays the game”, “Marseille”")
    assert sentence(Origin("fr", 0.4, clues=CLUES), ABOUT).startswith("source language not clear, perhaps French (confidence 0.40)")


def test_both_reports_show_it_and_escape_the_article(report: Report) -> None:
    clue = Clue("fr", "calque", Span(0, 7), 1.9)
    result = replace(report.results[0], document=ABOUT, findings=(), paragraphs=(), origin=Origin("fr", 0.93, clues=(clue,)))
    shown = replace(report, results=(result,))
    assert "likely translated from French (confidence 0.93)" in text.render(shown)
    page = html.render(shown)
    assert "Likely translated from <strong>French</strong>" in page
    assert "<bdi>The &lt;b&gt;</bdi>" in page
