"""This file puts source and reference beside the article in a real browser, and takes them away again."""

from __future__ import annotations

import pytest

from audit.model import Alignment, Couple, Document, Finding, Meta, Original, Paragraph, Reference, Report, Result, Span, Verdict
from audit.render.html import render
from tests.render.conftest import Browser
from tests.render.test_axe_browser import violations

pytestmark = pytest.mark.browser

TEXT = "The mayor waits.\n\nThe town sleeps."
SOURCE = "La mairesse attend.\n\nLa ville dort."
REFERENCE = "The mayor is waiting.\n\nThe town is asleep."


def _aligned(text: str, cut: int) -> Alignment:
    halves = ((Span(0, 16), Span(0, cut)), (Span(18, 34), Span(cut + 2, len(text))))
    return Alignment(tuple(Couple(here, there, 1.0, here, there) for here, there in halves))


def _page() -> str:
    found = Finding("a/b", Span(4, 9), "mayor", "m", "accuracy", "major", 0.9, ("mayoress",), source_span=Span(3, 11), fingerprint="one")
    result = Result(
        Document("a.txt", TEXT, source=SOURCE, source_language="fr"),
        (found,),
        paragraphs=(Paragraph(Span(0, 16), False), Paragraph(Span(18, 34), False)),
        original=Original(SOURCE, "fr", ()),
        alignment=_aligned(SOURCE, 19),
        references=(Reference(Original(REFERENCE, "en", ()), _aligned(REFERENCE, 21)),),
    )
    return render(Report((result,), {}, Verdict(True, "x"), Meta("1", 1)))


def test_three_panes_stand_side_by_side_and_the_article_stays_as_it_reads(browser: Browser) -> None:
    browser.open(_page())
    assert browser.ask("return document.querySelectorAll('.panes').length") == 0
    browser.press("s")
    lines = "return [...document.querySelectorAll('.row')].map(row => [...row.querySelectorAll('.panes p')].map(each => each.innerText))"
    assert browser.ask(lines) == [
        ["Source\nLa mairesse attend.", "Reference\nThe mayor is waiting."],
        ["Source\nLa ville dort.", "Reference\nThe town is asleep."],
    ]
    sides = "return ['.panes', '.text', '.cards'].map(each => document.querySelector('.row ' + each).getBoundingClientRect().left)"
    left, middle, right = browser.ask(sides)
    assert left < middle < right
    assert browser.ask("return document.querySelector('.panes [lang=fr]').innerText") == "La mairesse attend."
    assert browser.ask("return document.documentElement.scrollWidth") <= 1300
    assert violations(browser) == []
    browser.find("[data-do=sides]").click()
    assert not browser.find(".panes").is_displayed()


def test_a_text_without_a_source_has_no_such_button(browser: Browser) -> None:
    result = Result(Document("a.txt", TEXT), (Finding("a/b", Span(4, 9), "mayor", "m", "accuracy", "major", 0.9),))
    browser.open(render(Report((result,), {}, Verdict(True, "x"), Meta("1", 1))))
    assert browser.ask("return document.querySelectorAll('[data-do=sides]').length") == 0
    browser.press("s")
    assert browser.ask("return document.documentElement.className") == "js"
