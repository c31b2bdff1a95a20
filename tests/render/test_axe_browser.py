"""This file judges the report by axe-core, in light and dark, before and after decisions, and with its dialogs open."""

from __future__ import annotations

import pytest
from axe_core_python.selenium import Axe

from audit.model import Report
from audit.render.html import render
from tests.render.conftest import Browser
from tests.render.editor import fresh, introduce, town

pytestmark = pytest.mark.browser


def violations(browser: Browser) -> list[str]:
    """What axe-core objects to: rule, and the places."""
    found = Axe().run(browser.driver)["violations"]
    return [f"{one['id']}: {node['html'][:160]} {node['failureSummary'][:200]}" for one in found for node in one["nodes"]]


def test_axe_sees_a_fault_where_there_is_one(browser: Browser) -> None:
    browser.open(
        "<!DOCTYPE html><html lang=en><title>t</title><main><h1>t</h1><p style='color:#eee;background:#fff'>pale</p></main></html>"
    )
    assert [one.split(":")[0] for one in violations(browser)] == ["color-contrast"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_report_of_several_documents(browser: Browser, report: Report, scheme: str) -> None:
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
    browser.open(render(report))
    assert browser.ask(f"return matchMedia('(prefers-color-scheme: {scheme})').matches")
    browser.find("[data-do=expand]").click()
    assert violations(browser) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_an_editor_works(browser: Browser, scheme: str) -> None:
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
    fresh(browser, render(town()))
    browser.press("j", "a")
    assert violations(browser) == [], "the question for a name"
    introduce(browser)
    browser.press("j", "d", "j")
    assert violations(browser) == [], "two decided, one current, and the last said aloud"
    browser.press("m")
    assert violations(browser) == [], "the corrected text"
    browser.find("dialog.mend form button").click()
    browser.press("?")
    assert violations(browser) == [], "the keys"
