"""This file does on a report's page what an editor does, and holds the report that the tests of it open."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from audit.model import Document, Finding, Meta, Report, Result, Score, Span, Verdict
from tests.render.conftest import Browser

TEXT = "😀 The mayor has said he said it.\nThe town of the town waits since ten years.\n"
SEVERITIES = {"has said": "critical", "he said": "major", "the town": "minor", "since": "minor"}


def town(text: str = TEXT, name: str = "news/town.txt") -> Report:
    """A report of four findings, each with a fingerprint and one better wording."""
    found = []
    for number, (quote, severity) in enumerate(SEVERITIES.items()):
        at = text.index(quote)
        fields = (f"rule/{quote.replace(' ', '-')}", Span(at, at + len(quote)), quote, f"About {quote}", "style/x", severity, 0.9, ("for",))
        found.append(Finding(*fields, fingerprint=f"print-{number}"))  # type: ignore[arg-type]
    result = Result(Document(name, text), tuple(found), scores=(Score("quality", 50.0, "s"),))
    return Report((result,), {}, Verdict(False, "x"), Meta("1", 4))


def fresh(browser: Browser, page: str) -> Browser:
    """The page, in a browser that knows nothing of it yet and puts what is saved into the test's folder."""
    browser.driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(browser.home)})
    browser.open(page)
    browser.ask("localStorage.clear()")
    browser.open(page)
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


def until(true: Callable[[], bool]) -> None:
    for _ in range(100):
        if true():
            return
        time.sleep(0.05)
    raise AssertionError("it did not come true")
