"""This file decides findings in a real browser: by keys, with reasons, kept over a reload, out as a file and in again."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from audit.model import Document, Finding, Meta, Report, Result, Score, Span, Verdict
from audit.render.html import render
from tests.render.conftest import Browser

pytestmark = pytest.mark.browser

TEXT = "😀 The mayor has said he said it.\nThe town of the town waits since ten years.\n"
SEVERITIES = {"has said": "critical", "he said": "major", "the town": "minor", "since": "minor"}


def _report(text: str = TEXT, name: str = "news/town.txt") -> Report:
    found = [
        Finding(f"rule/{quote.replace(' ', '-')}", Span(at, at + len(quote)), quote, f"About {quote}", "style/x", severity, 0.9, ("for",))
        for quote, severity in SEVERITIES.items()
        for at in [text.index(quote)]
    ]
    marked = tuple(
        Finding(
            each.rule,
            each.span,
            each.quote,
            each.message,
            each.category,
            each.severity,  # type: ignore[arg-type]
            each.confidence,
            each.better,
            fingerprint=f"print-{number}",
        )
        for number, each in enumerate(found)
    )
    return Report((Result(Document(name, text), marked, scores=(Score("quality", 50.0, "s"),)),), {}, Verdict(False, "x"), Meta("1", 4))


@pytest.fixture
def page(browser: Browser) -> Browser:
    """The report, in a browser that knows nothing of it yet."""
    browser.driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(browser.home)})
    browser.open(render(_report()))
    browser.ask("localStorage.clear()")
    browser.open(render(_report()))
    return browser


def saved(browser: Browser, name: str) -> Any:
    """The file that a button saved."""
    path = browser.home / name
    for _ in range(100):
        if path.is_file():
            return json.loads(path.read_text("utf-8")) if path.suffix == ".json" else path.read_bytes().decode()
        time.sleep(0.05)
    raise AssertionError(f"{name} was not saved")


def introduce(browser: Browser, name: str = "Ann Desk") -> None:
    browser.find("dialog.author input").send_keys(name, Keys.ENTER)


def statuses(browser: Browser) -> list[str]:
    found: list[str] = browser.ask("return [...document.querySelectorAll('.card')].map(card => card.dataset.status)")
    return found


def tally(browser: Browser) -> dict[str, str]:
    rows = browser.driver.find_elements(By.CSS_SELECTOR, "tr[data-severity]")
    return {row.get_attribute("data-severity"): row.find_element(By.CSS_SELECTOR, ".count").text for row in rows}


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
    page.open(render(_report(TEXT + "More.\n")))
    assert statuses(page) == ["open"] * 4
    page.press("j", "d")
    assert statuses(page)[0] == "dismissed", "the name was kept"
    page.open(render(_report(name="moved.txt")))
    assert statuses(page) == ["accepted", "open", "open", "open"], "the same text under another name"


def test_a_reason_goes_into_the_file_with_all_that_a_decision_needs(page: Browser) -> None:
    page.press("j", "j", "r")
    page.press(*"quote of hers")
    page.press(Keys.ENTER, "d")
    introduce(page)
    page.find("[data-do=export]").click()
    (decision,) = saved(page, "town.decisions.json")
    assert decision.pop("date")[:2] == "20"
    assert decision == {
        "fingerprint": "print-1",
        "rule": "rule/he-said",
        "quote": "he said",
        "status": "dismissed",
        "reason": "quote of hers",
        "author": "Ann Desk",
        "scope": "instance",
    }


def test_a_reason_given_afterwards_is_kept_too(page: Browser) -> None:
    page.press("j", "a")
    introduce(page)
    page.press("r", *"yes", Keys.ENTER)
    page.driver.refresh()
    assert page.ask("return document.querySelector('.settled-by').textContent").endswith(": yes")


def test_all_findings_of_a_rule_can_be_settled_at_once(page: Browser) -> None:
    page.press("j")
    page.find(".decide [name=whole]").click()
    page.find(".decide [data-do=dismiss]").click()
    introduce(page)
    page.find("[data-do=export]").click()
    (decision,) = saved(page, "town.decisions.json")
    assert (decision["scope"], decision["rule"], decision["text"]) == ("text", "rule/has-said", "news/town.txt")
    assert statuses(page) == ["dismissed", "open", "open", "open"]


def _decision(number: int, status: str, date: str, **more: str) -> dict[str, str]:
    return {"fingerprint": f"print-{number}", "rule": "r", "quote": "q", "status": status, "author": "Bo", "date": date, **more}


def test_a_colleagues_file_is_added_and_the_later_decision_stands(page: Browser, tmp_path: Path) -> None:
    page.press("j", "a")
    introduce(page)
    colleague = [
        _decision(0, "dismissed", "2001-01-01"),
        _decision(1, "dismissed", "2001-01-01", reason="<b>house</b>"),
        _decision(2, "accepted", "2001-01-01", expires="2001-02-01"),
        _decision(9, "accepted", "2001-01-01"),
    ]
    (tmp_path / "bo.json").write_text(json.dumps(colleague), "utf-8")
    page.find(".desk input[type=file]").send_keys(str(tmp_path / "bo.json"))
    _until(lambda: page.find(".said").text.startswith("1 taken from bo.json; 1 not later than what stands here; 2 about no finding"))
    assert statuses(page) == ["accepted", "dismissed", "open", "open"]
    assert page.ask("return document.querySelector('.card[data-n=\"2\"] .settled-by').textContent").endswith("Bo, 2001-01-01: <b>house</b>")


def test_a_file_that_is_no_decisions_file_changes_nothing(page: Browser, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"a": 1}', "utf-8")
    page.find(".desk input[type=file]").send_keys(str(tmp_path / "x.json"))
    _until(lambda: page.find(".said").text == "x.json is not a decisions file in JSON: nothing was taken from it.")
    assert statuses(page) == ["open"] * 4


def _until(true: Callable[[], bool]) -> None:
    for _ in range(100):
        if true():
            return
        time.sleep(0.05)
    raise AssertionError("it did not come true")


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
    _until(lambda: page.find(".said").text == "Copied: for")
    page.press("r")
    paste(page)
    assert page.find(".decide [name=reason]").get_attribute("value") == "for"
    page.press(Keys.ESCAPE)
    page.find(".decide [data-do=link]").click()
    _until(lambda: page.find(".said").text == "Copied the link to this finding.")
    page.ask("document.querySelector('.decide [name=reason]').value = ''")
    page.press("r")
    paste(page)
    assert page.find(".decide [name=reason]").get_attribute("value") == (page.home / "report.html").as_uri() + "#f-print-0"


def test_without_a_name_nothing_is_decided(page: Browser) -> None:
    page.press("j", "a", Keys.ESCAPE)
    assert statuses(page) == ["open"] * 4
    assert page.find(".said").text == "Nothing was decided: a decision needs a name."


def test_decisions_of_the_run_show_and_can_only_be_decided_anew(page: Browser) -> None:
    report = _report()
    first, *rest = report.results[0].findings
    settled = Finding(*(getattr(first, field) for field in Finding.__slots__[:11]), status="dismissed")  # type: ignore[attr-defined]
    result = Result(report.results[0].document, (settled, *rest))
    page.open(render(Report((result,), {}, report.verdict, report.meta)))
    assert statuses(page)[0] == "dismissed"
    page.press("j", "u")
    assert page.find(".said").text.startswith("This was decided before the report was made")
    page.press("a")
    introduce(page)
    assert statuses(page)[0] == "accepted"
