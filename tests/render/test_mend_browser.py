"""This file tests the corrected text of a report: what is accepted is mended, to the code point, and what cannot be is said."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from audit.model import Document, Finding, Meta, Report, Result, Run, Span, Verdict
from audit.render.html import render
from tests.render.conftest import Browser
from tests.render.editor import fresh, introduce, saved

pytestmark = pytest.mark.browser


def _finding(document: Document, quote: str, better: Sequence[str], number: int) -> Finding:
    at = document.text.index(quote)
    fields = (f"rule/r{number}", Span(at, at + len(quote)), quote, "m", "style/x", "minor", 0.9, tuple(better))
    return Finding(*fields, fingerprint=f"print-{number}")  # type: ignore[arg-type]


def _open(browser: Browser, document: Document, *wordings: tuple[str, Sequence[str]]) -> None:
    """A report on which every finding is accepted, and its corrected text shown."""
    found = tuple(_finding(document, quote, better, number) for number, (quote, better) in enumerate(wordings))
    page = render(Report((Result(document, found),), {}, Verdict(True, "x"), Meta("1", 1)))
    fresh(browser, page)
    browser.press("j", "a")
    introduce(browser)
    browser.press(*"ja" * (len(found) - 1), "m")


def _save(browser: Browser) -> None:
    for button in browser.driver.find_elements(By.CSS_SELECTOR, "dialog.mend section button"):
        button.click()


def test_the_text_is_mended_to_the_code_point_and_all_else_stays_as_given(browser: Browser) -> None:
    text = "😀 A 👩‍👩‍👧 has waited since\r\nten 𝔗owns\u2028 in the the 𝔗own. 🇫🇷 Is é e\u0301 teh end?\x85\n"
    _open(browser, Document("news/town.md", text), ("since", ["for"]), ("the the", ["the"]), ("𝔗own.", ["🏙 town."]), ("teh", ["the"]))
    _save(browser)
    wanted = text.replace("since", "for").replace("the the", "the").replace("𝔗own.", "🏙 town.").replace("teh", "the")
    assert saved(browser, "town.corrected.md") == wanted
    changes = saved(browser, "town.changes.json")
    assert (changes["document"], changes["left"]) == ("news/town.md", [])
    assert changes["changes"][2] == {"line": 2, "old": "𝔗own.", "new": "🏙 town.", "rule": "rule/r2", "fingerprint": "print-2"}


def test_edits_that_overlap_and_findings_without_one_wording_are_left_and_said(browser: Browser) -> None:
    document = Document("a.txt", "He said the old bridge said so, and and left twice.")
    wordings = [
        ("said the old bridge said", ["said the bridge"]),
        ("old bridge", ["new bridge"]),
        ("so", ["this", "that"]),
        ("and and", ["and"]),
        ("left", []),
    ]
    _open(browser, document, *wordings)
    _save(browser)
    assert saved(browser, "a.corrected.txt") == "He said the old bridge said so, and left twice."
    told = {one["old"]: one["why"] for one in saved(browser, "a.changes.json")["left"]}
    assert told == {
        "said the old bridge said": "overlaps another accepted finding",
        "old bridge": "overlaps another accepted finding",
        "so": "more than one wording",
        "left": "no wording",
    }
    assert "overlaps another accepted finding" in browser.find("dialog.mend").text


def test_nothing_is_put_across_markup_or_in_as_markup(browser: Browser) -> None:
    text = "<p>a bold<i> end</i> of x</p>"
    runs = (Run(Span(0, 6), Span(3, 9)), Run(Span(6, 10), Span(12, 16)), Run(Span(10, 15), Span(20, 25)))
    document = Document("a.html", text, prose="a bold end of x", runs=runs)
    _open(browser, document, ("bold<i> end", ["brave end"]), ("of", ["for"]), ("x", ["x < y"]))
    _save(browser)
    assert saved(browser, "a.corrected.html") == "<p>a bold<i> end</i> for x</p>"
    assert [one["why"] for one in saved(browser, "a.changes.json")["left"]] == ["markup stands in between", "its wording would be markup"]


def test_only_what_is_accepted_is_mended(browser: Browser) -> None:
    _open(browser, Document("a.txt", "One teh two teh."), ("One", ["1"]), ("two", ["2"]))
    browser.press(Keys.ESCAPE, "d", "m")
    _save(browser)
    assert saved(browser, "a.corrected.txt") == "1 teh two teh."
