"""This file walks an editor's whole way: audit, decide ten findings in the page, save them, audit again with the file."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.render.conftest import Browser
from tests.render.editor import fresh, introduce, saved, tally

pytestmark = pytest.mark.browser

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "port-mayor"


def _audit(folder: Path, *more: str) -> list[dict[str, Any]]:
    """The findings of a run that wrote its page beside its JSON."""
    asked = ["translation.txt", "--format", "json:r.json", "--format", "html:r.html", "--fail-on", "never", *more]
    done = subprocess.run([sys.executable, "-m", "audit", *asked], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (document,) = json.loads((folder / "r.json").read_text("utf-8"))["documents"]
    found: list[dict[str, Any]] = document["findings"]
    return found


def test_ten_findings_decided_in_the_page_are_settled_in_the_next_run_and_no_other(browser: Browser, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    before = _audit(tmp_path)
    page = (tmp_path / "r.html").read_text("utf-8")
    fresh(browser, page)
    browser.press("j", "d")
    introduce(browser)
    browser.press(*"jajdjajdjajdjajdja")
    tallied = tally(browser)
    browser.find("[data-do=export]").click()
    decided = {each["fingerprint"]: each["status"] for each in saved(browser, "translation.decisions.json")}
    assert sorted(decided.values()) == ["accepted"] * 5 + ["dismissed"] * 5

    after = _audit(tmp_path, "--decisions", "translation.decisions.json")
    status = {each["fingerprint"]: each["status"] for each in after}
    assert status == {each["fingerprint"]: decided.get(each["fingerprint"], "open") for each in before}
    assert len(before) - sum(each["status"] == "open" for each in after) == 10
    browser.ask("localStorage.clear()")
    browser.open((tmp_path / "r.html").read_text("utf-8"))
    assert tally(browser) == tallied, "the next report counts what the page counted"
