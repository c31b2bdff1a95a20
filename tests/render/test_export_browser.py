"""This file carries decisions out of a page and into it, in a real browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from audit.render.html import render
from tests.render.conftest import Browser
from tests.render.editor import fresh, introduce, saved, statuses, town, until

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Browser:
    return fresh(browser, render(town()))


def _decision(number: int, status: str, date: str, **more: str) -> dict[str, str]:
    return {"fingerprint": f"print-{number}", "rule": "r", "quote": "q", "status": status, "author": "Bo", "date": date, **more}


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


def test_all_findings_of_a_rule_can_be_settled_at_once(page: Browser) -> None:
    page.press("j")
    page.find(".decide [name=whole]").click()
    page.find(".decide [data-do=dismiss]").click()
    introduce(page)
    page.find("[data-do=export]").click()
    (decision,) = saved(page, "town.decisions.json")
    assert (decision["scope"], decision["rule"], decision["text"]) == ("text", "rule/has-said", "news/town.txt")
    assert statuses(page) == ["dismissed", "open", "open", "open"]


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
    until(lambda: page.find(".said").text.startswith("1 taken from bo.json; 1 not later than what stands here; 2 about no finding"))
    assert statuses(page) == ["accepted", "dismissed", "open", "open"]
    assert page.ask("return document.querySelector('.card[data-n=\"2\"] .settled-by').textContent").endswith("Bo, 2001-01-01: <b>house</b>")


def test_a_colleagues_decision_on_all_of_a_rule_is_meant_for_the_text_it_names(page: Browser, tmp_path: Path) -> None:
    whole = {"rule": "rule/since", "status": "dismissed", "author": "Bo", "date": "2001-01-01", "scope": "text"}
    other = {**whole, "rule": "rule/he-said"}
    colleague = {
        "decisions": [{**whole, "text": "desk/news/town.txt"}, {**other, "text": "city/town.txt"}, {**other, "fingerprint": "print-9"}]
    }
    (tmp_path / "bo.json").write_text(json.dumps(colleague), "utf-8")
    page.find(".desk input[type=file]").send_keys(str(tmp_path / "bo.json"))
    until(lambda: page.find(".said").text.startswith("1 taken from bo.json; 0 not later than what stands here; 2 about no finding"))
    assert statuses(page) == ["open", "open", "open", "dismissed"]


def test_a_file_that_is_no_decisions_file_changes_nothing(page: Browser, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"a": 1}', "utf-8")
    page.find(".desk input[type=file]").send_keys(str(tmp_path / "x.json"))
    until(lambda: page.find(".said").text == "x.json is not a decisions file in JSON: nothing was taken from it.")
    assert statuses(page) == ["open"] * 4
