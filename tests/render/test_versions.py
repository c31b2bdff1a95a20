"""This file tests that no text breaks out of the page of a comparison, and that what it marks is what was found."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser

import pytest

from audit.model import Alignment, Document, Failure, Finding, Meta, Reference, Result, Score, Scored, Span
from audit.original import read
from audit.render.tracks import tracks
from audit.render.versions import render
from audit.versions import Comparison
from audit.versions.figures import Entry, Measure
from audit.versions.rows import Cell, Noted, Row, Rows
from audit.versions.verdict import Verdict

_CALM = "The harbour was quiet."
_HOSTILE = [
    "<script>alert(1)</script>",
    "</style><b>",
    '" onclick="x',
    "' x='",
    "<!--",
    "{{ page }}",
    "{% if %}",
    "\0\r\ud800",
    "&amp;</td>",
]


class _Reader(HTMLParser):
    """Counts the start tags, each with its attributes' names, and keeps the links and the ids."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: Counter[tuple[str, tuple[str, ...]]] = Counter()
        self.links: set[str] = set()
        self.ids: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag, tuple(name for name, _ in attrs)] += 1
        self.links |= {value or "" for name, value in attrs if name == "href"}
        self.ids += [value or "" for name, value in attrs if name == "id"]


def _page(text: str) -> str:
    finding = Finding("x/y", Span(0, len(text)), text, f"See {text}", "accuracy/mistranslation", "major", 0.9, (text,))
    results = tuple(
        Result(Document(name, text), (finding,), (Failure(text, text),), (Score("quality", 50.0, text),)) for name in (text, f"b {text}")
    )
    cell = Cell((Span(0, len(text)),), (Noted(finding, alone=True),))
    rows = Rows("source", text, (Row(text, (cell, cell)), Row("", (cell, Cell((), ())))))
    measure = Measure("quality", text, (Entry(50.0, 40.0, 60.0), Entry(None)), lower=False)
    judged = Verdict(text, (), (text,), (text,))
    return render(Comparison(results, rows, None, (measure,), judged, Meta("1", 1)))


@pytest.mark.parametrize("text", _HOSTILE)
def test_no_text_breaks_out_of_the_page(text: str) -> None:
    hostile, calm = _Reader(_page(text)), _Reader(_page(_CALM))
    assert hostile.tags == calm.tags
    assert _page(text).encode("utf-8")


def test_every_link_leads_to_a_place_of_the_page() -> None:
    reader = _Reader(_page(_CALM))
    assert len(set(reader.ids)) == len(reader.ids)
    assert reader.links - {"data:,"} <= {f"#{one}" for one in reader.ids}


def test_the_page_asks_for_nothing_and_allows_no_script() -> None:
    page = unescape(_page(_CALM))
    assert "default-src 'none'; style-src 'sha256-" in page
    assert "script" not in page.replace("Content-Security-Policy", "")
    assert _page(_CALM) == _page(_CALM)


def test_every_version_has_a_track_whose_bars_lead_to_the_rows_and_a_table_of_the_same_figures() -> None:
    page = _page(_CALM)
    tracks = page[page.index('aria-label="Row by row"') : page.index('aria-label="What only one version has"')]
    assert re.findall(r'href="#(r\d)" tabindex="(0|-1)" aria-label="(.*?)"', tracks) == [
        ("r1", "0", f"Row 1: 4.5 points. {_CALM}"),
        ("r2", "-1", f"Row 2: 4.5 points. {_CALM}"),
        ("r1", "0", f"Row 1: 4.5 points. {_CALM}"),
        ("r2", "-1", "Row 2: nothing to score here."),
    ]
    assert re.findall(r"<td>(.*?)</td>", tracks) == ["4.5", "4.5", "4.5", "–"]
    assert tracks.count('class="lacks"') == 1


def test_with_references_the_tracks_show_how_like_them_each_row_is() -> None:
    cuts = (Span(0, 11), Span(12, 22))
    beside = (Reference(read(_CALM, "en"), Alignment(())),)
    results = tuple(
        Result(Document(name, _CALM), (), references=beside, scored=(Scored(cuts[0], first), Scored(cuts[1], 80.0)))
        for name, first in (("a", 40.0), ("b", None))
    )
    rows = Rows("reference", "en", (Row(_CALM, (Cell(cuts, ()), Cell(cuts, ()))), Row("", (Cell(cuts[:1], ()), Cell(cuts[:1], ())))))
    drawn = tracks(Comparison(results, rows, None, (), Verdict(None, (), (), ()), Meta("1", 1)))
    assert drawn is not None
    assert (drawn.unit, drawn.rows) == ("chrF++", ((1, ("59.0", "80.0")), (2, ("40.0", "–"))))


def test_a_version_that_lacks_a_sentence_says_so_and_the_row_is_no_equal_one() -> None:
    page = _page(_CALM)
    assert page.count("nothing stands for this here") == 2
    assert page.count('class="equal"') == 1
