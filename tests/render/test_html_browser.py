"""This file opens an HTML report in a real browser: it must work by keyboard alone, ask the network for nothing, and print whole."""

from __future__ import annotations

import json
from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from audit.model import Document, Failure, Finding, Meta, Paragraph, Related, Report, Result, Rule, Score, Span, Verdict
from audit.render.html import render
from tests.render.conftest import Browser

pytestmark = pytest.mark.browser

TEXT = "A bridge opens\n\nHe said the old bridge said so, <script>alert(1)</script> & more.\n\nThe towns, they, wait.\n"
PARAGRAPHS = (
    Paragraph(Span(0, 14), True),
    Paragraph(Span(16, TEXT.index("\n\nThe")), False),
    Paragraph(Span(TEXT.index("The"), len(TEXT) - 1), False),
)
SHOWN = "return [...document.querySelectorAll('.card')].filter(card => card.checkVisibility()).map(card => card.id)"
CURRENT = "return [...document.querySelectorAll('.card[aria-current]')].map(card => card.id)"


def _finding(name: str, quote: str, severity: Any, related: str = "") -> Finding:
    start = TEXT.index(quote)
    span = Span(start, start + len(quote))
    evidence = (Related(Span(TEXT.index(related), TEXT.index(related) + len(related)), "see"),) if related else ()
    fields = (name, span, quote, f"about {name}", "style/" + name.partition("/")[0], severity, 0.9, ("better",), evidence)
    return Finding(*fields, fingerprint=name.replace("/", "-"))


FINDINGS = (
    _finding("calque/opens", "opens", "minor"),
    _finding("attribution/doubled", "said the old bridge said", "major", related="A bridge"),
    _finding("name/old", "old bridge", "critical"),
    _finding("calque/they", "they,", "minor"),
)
IDS = ["f-calque-opens", "f-attribution-doubled", "f-name-old", "f-calque-they"]


def _page(*findings: Finding, text: str = TEXT) -> str:
    rules = {each.rule: Rule(each.rule, "", "why", each.category, each.severity, 0.9, "phrase", None, (), ()) for each in findings}
    result = Result(Document("bridge.txt", text), findings, (Failure("x", "y"),), (Score("quality", 50.0, "s"),), paragraphs=PARAGRAPHS)
    return render(Report((result,), rules, Verdict(False, "1 critical finding"), Meta("1", 4)))


def test_the_page_asks_for_nothing_but_itself(browser: Browser) -> None:
    browser.driver.get_log("performance")
    browser.open(_page(*FINDINGS))
    browser.press("j", "?", Keys.ESCAPE)
    events = [json.loads(entry["message"])["message"] for entry in browser.driver.get_log("performance")]
    urls = {event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"}
    assert {url for url in urls if not url.startswith(("data:", "about:", "chrome:"))} == {(browser.home / "report.html").as_uri()}
    assert browser.ask("return document.querySelectorAll('.text script').length") == 0


def test_j_and_k_move_and_stop_at_both_ends(browser: Browser) -> None:
    browser.open(_page(*FINDINGS))
    seen = []
    for key in "jnjjjkpkk":
        browser.press(key)
        seen += browser.ask(CURRENT)
    assert seen == [IDS[at] for at in (0, 1, 2, 3, 3, 2, 1, 0, 0)]
    assert browser.ask("return document.activeElement.closest('.card').id") == IDS[0]
    assert browser.ask("return document.querySelector('.mark[aria-current]').textContent") == "opens"


def test_a_click_on_nested_words_takes_the_inner_finding_and_a_second_click_the_outer(browser: Browser) -> None:
    browser.open(_page(*FINDINGS))
    inner = browser.find(".mark[data-f='2 1']")
    inner.click()
    assert browser.ask(CURRENT) == [IDS[2]]
    inner.click()
    assert browser.ask(CURRENT) == [IDS[1]]
    assert browser.find(".witness").text == "A bridge"
    browser.find(f"#{IDS[0]} .pick").click()
    assert browser.ask(CURRENT) == [IDS[0]]
    assert browser.driver.current_url.endswith("#" + IDS[0])


def test_filters_hide_cards_and_highlights_and_survive_a_reload(browser: Browser) -> None:
    browser.open(_page(*FINDINGS))
    browser.find("input[value=critical]").click()
    assert browser.ask(SHOWN) == [IDS[0], IDS[1], IDS[3]]
    assert browser.find(".mark[data-f='2 1']").get_attribute("data-s") == "major"
    browser.press("/")
    browser.press(*"calque")
    browser.press(Keys.ESCAPE, "j", "j")
    browser.driver.refresh()
    assert browser.ask(SHOWN) == [IDS[0], IDS[3]]
    assert browser.ask(CURRENT) == [IDS[3]]
    assert browser.ask("return getComputedStyle(document.querySelector(\".mark[data-f='2 1']\")).borderBottomStyle") == "none"
    assert browser.find(".shown").text == "2 / 2 of 4"
    browser.find("[data-do=reset]").click()
    assert browser.ask(SHOWN) == IDS


def test_a_category_chosen_by_keyboard_filters(browser: Browser) -> None:
    browser.open(_page(*FINDINGS))
    browser.find("select[name=category]").send_keys("Style: name")
    assert browser.ask(SHOWN) == [IDS[2]]
    assert "category=style%2Fname" in browser.driver.current_url


def test_a_permanent_link_opens_its_finding(browser: Browser) -> None:
    browser.open(_page(*FINDINGS), "#" + IDS[2])
    assert browser.ask(CURRENT) == [IDS[2]]
    assert browser.find(f"#{IDS[2]} .more").is_displayed()
    assert not browser.find(f"#{IDS[1]} .more").is_displayed()


def test_keys_are_explained_and_escape_closes_the_help_then_lets_go(browser: Browser) -> None:
    browser.open(_page(*FINDINGS))
    browser.press("j", "?")
    assert browser.find("dialog.keys").is_displayed()
    browser.press(Keys.ESCAPE)
    assert not browser.find("dialog.keys").is_displayed()
    assert browser.ask(CURRENT) == [IDS[0]]
    browser.press(Keys.ESCAPE)
    assert browser.ask(CURRENT) == []


def test_letters_typed_into_the_rule_filter_do_not_move(browser: Browser) -> None:
    browser.open(_page(*FINDINGS))
    browser.press("/", *"jkn?")
    assert browser.find("input[name=rule]").get_attribute("value") == "jkn?"
    assert browser.find("p.none").is_displayed()


def test_the_tab_key_reaches_every_control_highlight_and_card(browser: Browser) -> None:
    browser.open(_page(*FINDINGS))
    wanted = browser.ask(
        "let all = [...document.querySelectorAll('a[href], button, input, select, summary')]"
        ".filter(each => each.tabIndex >= 0 && !each.disabled && each.checkVisibility());"
        "all.forEach((each, at) => each.setAttribute('data-stop', at)); return all.length"
    )
    reached = []
    for _ in range(wanted):
        browser.press(Keys.TAB)
        reached.append(browser.ask("return Number(document.activeElement.dataset.stop)"))
        assert browser.ask("return getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert sorted(reached) == list(range(wanted))
    assert wanted >= 4 + 4 + 4 + 2, "severities, highlights, cards, fields"


def test_without_the_script_everything_can_be_read(browser: Browser) -> None:
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.open(_page(*FINDINGS))
        assert all(part.is_displayed() for part in browser.driver.find_elements(By.CSS_SELECTOR, ".card .more"))
        assert not browser.find(".toolbar").is_displayed()
        browser.find(".mark").click()
        assert browser.driver.current_url.endswith("#" + IDS[0])
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_on_paper_all_findings_are_open_and_numbered_and_no_control_shows(browser: Browser) -> None:
    browser.open(_page(*FINDINGS))
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert all(part.is_displayed() for part in browser.driver.find_elements(By.CSS_SELECTOR, ".card .more"))
        assert not browser.find(".toolbar").is_displayed()
        numbers = "return [...document.querySelectorAll('.mark')].map(each => getComputedStyle(each, '::after').content)"
        assert browser.ask(numbers) == ['"1"', "none", '"3"', '"2"', '"4"']
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


@pytest.mark.parametrize("width", [360, 800, 1300])
def test_nothing_sticks_out_sideways(browser: Browser, width: int) -> None:
    browser.driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": 700, "deviceScaleFactor": 1, "mobile": False}
    )
    try:
        browser.open(_page(*FINDINGS, _finding("long/" + "x" * 90, "more", "neutral")))
        browser.press("j")
        assert browser.ask("return document.documentElement.scrollWidth") <= width
    finally:
        browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_two_thousand_findings_open_fast(browser: Browser) -> None:
    line = ("word " * 50)[:-1] + "\n"
    starts = range(0, 400 * len(line), 50)
    findings = tuple(Finding("calque/word", Span(at, at + 4), "word", "m", "style/x", "minor", 0.9, fingerprint=str(at)) for at in starts)
    paragraphs = tuple(Paragraph(Span(at, at + 249), False) for at in starts[::5])
    result = Result(Document("a", line * 400), findings, paragraphs=paragraphs)
    browser.open(render(Report((result,), {}, Verdict(True, "x"), Meta("1", 1))))
    opened = browser.ask("let t = performance.timing; return t.domContentLoadedEventEnd - t.responseEnd")
    moved = browser.ask(
        "let from = performance.now(); document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', bubbles: true}));"
        "document.body.offsetHeight; return performance.now() - from"
    )
    cards = browser.ask("return document.querySelectorAll('.card').length")
    assert (cards, opened < 5000, moved < 2000) == (2000, True, True), f"opened in {opened} ms, moved in {moved} ms"
