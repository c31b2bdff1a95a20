"""This file decides findings in a real browser: by keys, with reasons, kept over a reload, out as a file and in again."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from audit.model import Decision, Report, Result
from audit.render.html import render
from tests.render.conftest import Browser
from tests.render.editor import TEXT, fresh, introduce, statuses, tally, town, until

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Browser:
    return fresh(browser, render(town()))


def test_a_accepts_d_dismisses_u_takes_back_and_the_name_is_asked_once(page: Browser) -> None:
    page.press("j", "a")
    introduce(page)
    page.press("j", "d")
    assert statuses(page) == ["accepted", "dismissed", "open", "open"]
    assert page.find(".said").text == "Finding 2 dismissed. 2 of 4 decided."
    assert page.find(".card[data-n='2'] .status").text == "dismissed"
    assert "Dismissed by Ann Desk, 20" in page.find(".card[data-n='2'] .settled-by").text
    page.press("u")
    assert statuses(page) == ["accepted", "open", "open", "open"]
    assert page.find(".said").text == "Finding 2: decision taken back. 1 of 4 decided."


def test_what_is_decided_stays_visible_looks_settled_and_leaves_the_tallies(page: Browser) -> None:
    before = tally(page)
    page.press("j", "d")
    introduce(page)
    assert (before["critical"], tally(page)["critical"]) == ("1", "0")
    assert page.find(".overview .settled-note").text == "1 more is accepted or dismissed already."
    assert page.find("tr[data-category] .total").text == "3"
    assert page.find(".card[data-n='1']").is_displayed()
    assert "settled" in page.find(".mark[data-f='0']").get_attribute("class").split()
    assert page.find(".since").is_displayed()
    page.press("u")
    assert tally(page) == before


def test_decisions_survive_a_reload_and_do_not_mix_with_another_text(page: Browser) -> None:
    page.press("j", "a")
    introduce(page)
    page.driver.refresh()
    assert statuses(page) == ["accepted", "open", "open", "open"]
    page.open(render(town(TEXT + "More.\n")))
    assert statuses(page) == ["open"] * 4
    page.press("j", "d")
    assert statuses(page)[0] == "dismissed", "the name was kept"
    page.open(render(town(name="moved.txt")))
    assert statuses(page) == ["accepted", "open", "open", "open"], "the same text under another name"


def test_a_reason_given_afterwards_is_kept_too(page: Browser) -> None:
    page.press("j", "a")
    introduce(page)
    page.press("r", *"yes", Keys.ENTER)
    page.driver.refresh()
    assert page.ask("return document.querySelector('.settled-by').textContent").endswith(": yes")


def test_digits_hide_and_show_severities_and_letters_in_the_reason_do_nothing_else(page: Browser) -> None:
    shown = "return [...document.querySelectorAll('.card')].filter(card => card.checkVisibility()).map(card => card.dataset.s)"
    page.press("1", "3")
    assert page.ask(shown) == ["major"]
    page.press("1", "4")
    assert page.ask(shown) == ["critical", "major"]
    page.press("j", "r", *"adu13j?")
    assert page.find(".decide [name=reason]").get_attribute("value") == "adu13j?"
    assert statuses(page) == ["open"] * 4


def paste(browser: Browser) -> None:
    ActionChains(browser.driver).key_down(Keys.CONTROL).send_keys("v").key_up(Keys.CONTROL).perform()


def test_c_copies_the_better_wording_and_l_a_link_to_the_finding(page: Browser) -> None:
    page.press("j", "c")
    until(lambda: page.find(".said").text == "Copied: for")
    page.press("r")
    paste(page)
    assert page.find(".decide [name=reason]").get_attribute("value") == "for"
    page.press(Keys.ESCAPE)
    page.find(".decide [data-do=link]").click()
    until(lambda: page.find(".said").text == "Copied the link to this finding.")
    page.ask("document.querySelector('.decide [name=reason]').value = ''")
    page.press("r")
    paste(page)
    assert page.find(".decide [name=reason]").get_attribute("value") == (page.home / "report.html").as_uri() + "#f-print-0"


def test_without_a_name_nothing_is_decided(page: Browser) -> None:
    page.press("j", "a", Keys.ESCAPE)
    assert statuses(page) == ["open"] * 4
    assert page.find(".said").text == "Nothing was decided: a decision needs a name."


def _settled_by_the_run(date: str) -> str:
    report = town()
    first, *rest = report.results[0].findings
    decision = Decision("dismissed", first.fingerprint, reason="as <i>spoken</i>", author="Cy", date=date)
    result = Result(report.results[0].document, (replace(first, status="dismissed", decision=decision), *rest))
    return render(Report((result,), {}, report.verdict, report.meta))


def test_decisions_of_the_run_show_and_can_only_be_decided_anew(page: Browser) -> None:
    page.open(_settled_by_the_run("2020-02-02"))
    assert statuses(page)[0] == "dismissed"
    page.press("j", "u")
    assert page.find(".card[data-n='1'] .settled-by").text == "Dismissed by Cy, 2020-02-02: as <i>spoken</i>"
    assert page.find(".said").text.startswith("This was decided before the report was made")
    page.press("a")
    introduce(page)
    assert statuses(page)[0] == "accepted"
    page.press("u")
    assert page.find(".card[data-n='1'] .settled-by").text == "Dismissed by Cy, 2020-02-02: as <i>spoken</i>"


def test_a_later_decision_of_the_run_goes_before_an_earlier_one_of_the_page(page: Browser) -> None:
    page.press("j", "a")
    introduce(page)
    page.open(_settled_by_the_run("2999-01-01"))
    assert statuses(page) == ["dismissed", "open", "open", "open"]


def test_what_another_page_left_in_the_browser_breaks_nothing(page: Browser) -> None:
    key = "'audit:' + document.querySelector('article').dataset.hash"
    for kept in ('{"a": 1}', "not JSON", '[null, 1, {"status": "accepted", "fingerprint": "print-1", "date": 7}]'):
        page.ask(f"localStorage.setItem({key}, {json.dumps(kept)})")
        page.driver.refresh()
        page.press("j")
    assert statuses(page) == ["open", "accepted", "open", "open"]


def test_in_a_browser_that_keeps_nothing_decisions_hold_until_the_page_closes_and_it_says_so(browser: Browser) -> None:
    denied = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })"
    added = browser.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": denied})
    try:
        browser.open(render(town()))
        browser.press("j", "a")
        introduce(browser)
        assert browser.find(".said").text == "This browser keeps nothing: save the decisions before you close the page."
        browser.press("j", "d")
        assert statuses(browser) == ["accepted", "dismissed", "open", "open"]
    finally:
        browser.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)
