"""This file uses the charts and the texts side by side in a real browser: by mouse and keyboard, without the script, narrow, on paper."""

from __future__ import annotations

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from audit import original
from audit.model import Alignment, Couple, Document, Finding, Meta, Paragraph, Reference, Report, Result, Score, Scored, Span, Verdict
from audit.render.html import render
from tests.render.conftest import Browser

pytestmark = pytest.mark.browser

PARTS = ("One rains.", "Two sleeps well.", "Three is here.", "Four ends.")
TEXT = "\n\n".join((" ".join(PARTS[:2]), *PARTS[2:])) + "\n" * 60
HUMAN = "One is raining. Two sleeps badly. <b>Three</b> was here."
WIDTH = "return document.documentElement.scrollWidth"
GLOWING = "return [...(CSS.highlights.get('sentence') || [])].map(range => range.toString().trim())"
BARS = "return [...document.querySelectorAll('.chart:first-child .bar-link')]"


def _at(text: str, quote: str) -> Span:
    return Span(text.index(quote), text.index(quote) + len(quote))


def _page(*, faulty: bool = True, signature: str = "nrefs:1|" + "x" * 300) -> str:
    theirs = [passage.span for passage in original.read(HUMAN, "en").sentences]
    couples = tuple(Couple(_at(TEXT, ours), there, 1.0, _at(TEXT, ours), there) for ours, there in zip(PARTS, theirs, strict=False))
    beside = Reference(original.read(HUMAN, "en"), Alignment(couples, (_at(TEXT, PARTS[3]),)))
    spans = ((0, _at(HUMAN, "badly")),)
    told = ("reference/other-word", _at(TEXT, "well"), "well", "m", "accuracy", "major", 0.9)
    found = Finding(*told, fingerprint="x", reference_spans=spans)  # type: ignore[arg-type]
    result = Result(
        Document("a.txt", TEXT),
        (found,) if faulty else (),
        scores=(Score("quality", 50.0, signature), Score("chrf++", 60.0, signature)),
        paragraphs=tuple(Paragraph(_at(TEXT, part), False) for part in (" ".join(PARTS[:2]), *PARTS[2:])),
        references=(beside,),
        scored=tuple(Scored(_at(TEXT, part), value) for part, value in zip(PARTS, (50.0, 80.0, 20.0, None), strict=True)),
    )
    return render(Report((result,), {}, Verdict(True, "fine"), Meta("1", 4)))


def test_a_click_on_a_bar_shows_its_whole_sentence_and_keeps_the_filters(browser: Browser) -> None:
    browser.open(_page(), "#rule=other")
    browser.ask(BARS)[1].click()
    assert browser.ask(GLOWING) == [PARTS[1]]
    assert browser.driver.current_url.endswith("#rule=other")
    browser.ask(BARS)[2].click()
    assert browser.ask(GLOWING) == [PARTS[2]]


@pytest.mark.parametrize("faulty", [True, False])
def test_arrows_walk_along_the_bars_and_the_enter_key_goes_to_the_sentence(browser: Browser, faulty: bool) -> None:
    browser.open(_page(faulty=faulty))
    browser.ask("document.querySelector('.bar-link').focus()")
    browser.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_LEFT)
    assert browser.ask("return document.activeElement.getAttribute('aria-label')").startswith("Sentence 3: chrF++ 20.0.")
    assert browser.ask("return document.querySelectorAll('.chart:first-child [tabindex=\"0\"]').length") == 1
    browser.press(Keys.ENTER)
    assert browser.ask("return document.activeElement.textContent.trim()") == PARTS[2]
    assert browser.ask(GLOWING) == [PARTS[2]]
    browser.ask("document.querySelector('.bar-link[tabindex=\"0\"]').focus()")
    browser.press(Keys.HOME)
    assert browser.ask("return document.activeElement.getAttribute('aria-label')").startswith("Sentence 1: chrF++ 50.0.")


def test_a_row_of_the_sides_leads_into_the_article_and_a_marked_word_of_the_reference_to_its_card(browser: Browser) -> None:
    browser.open(_page())
    mark = browser.find(".sides td[data-column=Reference] .bit")
    assert mark.text == "badly"
    mark.click()
    assert browser.ask("return document.querySelector('.card[aria-current]').id") == "f-x"
    browser.find(".card[aria-current] .permalink").click()
    assert browser.ask("return document.querySelector('.sides tr.witness').id") == "d1-r2"
    within = (
        "const box = document.querySelector('.sides tr.witness').getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight"
    )
    WebDriverWait(browser.driver, 5).until(lambda _: browser.ask(within))
    browser.find(".sides tr:nth-child(3) th a").click()
    assert browser.ask(GLOWING) == [PARTS[2]]
    assert browser.ask("return document.querySelectorAll('.sides b').length") == 0


def test_a_link_into_a_part_that_is_closed_opens_it(browser: Browser) -> None:
    browser.open(_page())
    browser.ask("document.querySelector('.sides').open = false; document.querySelector('.unaligned a').click()")
    assert browser.find(".sides").get_attribute("open") is not None


def test_without_the_script_a_bar_still_leads_to_its_sentence(browser: Browser) -> None:
    with browser.told("Emulation.setScriptExecutionDisabled", value=True):
        browser.open(_page())
        browser.find(".bar-link").click()
        start = TEXT.index(PARTS[0])
        assert browser.driver.current_url.endswith(f"#d1-c{start}")


def test_a_long_signature_is_folded_does_not_widen_the_page_and_is_selected_whole(browser: Browser) -> None:
    with browser.told("Emulation.setDeviceMetricsOverride", width=400, height=800, deviceScaleFactor=1, mobile=True):
        browser.open(_page())
        code = browser.find(".figures .signature code")
        assert not code.is_displayed()
        browser.find(".figures .signature summary").click()
        assert code.is_displayed()
        assert browser.ask(WIDTH) <= 400
        browser.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", code)
        code.click()
        assert browser.ask("return String(getSelection())").strip() == "nrefs:1|" + "x" * 300


def test_on_paper_signatures_are_unfolded_and_charts_stay(browser: Browser) -> None:
    browser.open(_page())
    with browser.told("Emulation.setEmulatedMedia", media="print"):
        shown = "const box = document.querySelector('.figures .signature code'); return box.checkVisibility() && box.offsetHeight > 0"
        assert browser.ask(shown)
        assert browser.find(".chart .fill").is_displayed()
        assert not browser.find(".same").is_displayed()


def test_on_a_narrow_screen_the_texts_stand_below_one_another_with_their_names(browser: Browser) -> None:
    with browser.told("Emulation.setDeviceMetricsOverride", width=400, height=800, deviceScaleFactor=1, mobile=True):
        browser.open(_page())
        here, there = (f".sides tbody tr:first-child td[data-column={name}]" for name in ("Translation", "Reference"))
        assert browser.find(there).location["y"] > browser.find(here).location["y"]
        label = f"return getComputedStyle(document.querySelector('{there}'), '::before').content"
        assert "Reference" in browser.ask(label)
        assert browser.ask(WIDTH) <= 400
