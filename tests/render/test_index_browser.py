"""This file opens the index of several articles in a browser: axe-core finds nothing, it fits a narrow window, its links lead on."""

from __future__ import annotations

import pytest
from axe_core_python.selenium import Axe

from audit.model import Report
from audit.render import html, index
from tests.render.conftest import Browser

pytestmark = pytest.mark.browser


def page(report: Report) -> str:
    return index.render(report, ["one.html", "two.html"], [False, True])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, report: Report, scheme: str) -> None:
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
    browser.open(page(report))
    found = Axe().run(browser.driver)["violations"]
    assert [f"{one['id']}: {node['html'][:160]} {node['failureSummary'][:200]}" for one in found for node in one["nodes"]] == []


def test_a_row_leads_to_the_articles_own_report(browser: Browser, report: Report) -> None:
    (browser.home / "one.html").write_text(html.render(report), "utf-8")
    browser.open(page(report))
    browser.find("#articles a").click()
    assert browser.driver.current_url.endswith("/one.html")


def test_a_narrow_window_scrolls_the_tables_and_not_the_page(browser: Browser, report: Report) -> None:
    with browser.told("Emulation.setDeviceMetricsOverride", width=390, height=800, deviceScaleFactor=1, mobile=False):
        browser.open(page(report))
        assert browser.ask("return document.documentElement.scrollWidth <= innerWidth")
        assert browser.ask("return document.querySelector('#articles .scroll').scrollWidth > innerWidth / 2")
