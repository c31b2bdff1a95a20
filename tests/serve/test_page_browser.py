"""This file opens the service's page in a real browser: a text is pasted, its report is read, and nothing in it comes to life."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.render.conftest import driver

__all__ = ["driver"]
pytestmark = pytest.mark.browser

TEXT = "The mayor gave them a blue slip, </textarea><script>parent.document.title = 'owned'</script> near the bridge in the old town."
SOURCE = "Le maire leur a donné un <b>carton</b> rouge près du pont."


@pytest.fixture
def page(service: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """The page, opened. Whatever the browser complains of fails the test."""
    chromium = request.getfixturevalue("driver")
    chromium.get(service.url)
    yield chromium
    assert chromium.get_log("browser") == []


def sent(page: Any, selector: str) -> str:
    """Sends the form, and reads what the report shows there."""
    page.find_element(By.CSS_SELECTOR, "button").click()
    page.switch_to.frame("report")
    found = WebDriverWait(page, 60).until(lambda page: page.find_elements(By.CSS_SELECTOR, selector))
    shown: str = found[0].text
    return shown


def test_a_text_that_is_pasted_gets_its_report(page: Any) -> None:
    page.find_element(By.ID, "text").send_keys(TEXT)
    page.find_element(By.CSS_SELECTOR, "summary").click()
    page.find_element(By.ID, "source").send_keys(SOURCE)
    page.find_element(By.ID, "source_lang").send_keys("fr")
    assert "blue slip" in sent(page, ".card")
    assert page.execute_script("return document.querySelectorAll('.card').length") == 1
    assert page.execute_script("return self.origin") == "null", "the report's script must reach nothing of the service"
    page.switch_to.default_content()
    assert page.title == "Audit a translation"


def test_what_is_wrong_with_a_text_is_said_where_the_report_would_stand(page: Any) -> None:
    page.find_element(By.ID, "text").send_keys(SOURCE * 5)
    assert "reads like French" in sent(page, "[role=alert]")
    page.switch_to.default_content()
    page.get_log("browser")  # Chromium notes the status 422
