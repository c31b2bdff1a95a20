"""This file makes the reports that the renderers' tests show, compares with golden files, and opens pages in a browser."""

from __future__ import annotations

import datetime
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By

from audit.model import Document, Example, Failure, Finding, Meta, Related, Report, Result, Rule, Score, Span, Verdict

TEXT = """The mayor opens the bridge

On Tuesday has the mayor Anna Kell presented herself to the press. “It is covered,” he said she said, while the engineers, who work since \
nine years at the bridge, climbed down towards the exit. Mr. Odd of 𝔗own | *Hall* <b>waved</b> @all.
She said that the price of the bridge is 3 milliards.
"""
SOURCE = "Mardi, la mairesse s’est présentée à la presse."

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync --window-size=1300,800"
)


def _at(quote: str, text: str = TEXT) -> Span:
    start = text.index(quote)
    return Span(start, start + len(quote))


def _finding(rule: str, severity: str, quote: str, message: str, **more: object) -> Finding:
    return Finding(rule, _at(quote), quote, message, "accuracy/mistranslation", severity, 0.9, fingerprint=f"print-of-{quote}", **more)  # type: ignore[arg-type]


@pytest.fixture
def report() -> Report:
    """Two documents: one with a finding of each severity and one settled finding, one without any."""
    findings = (
        _finding(
            "grammar/inverted",
            "minor",
            "On Tuesday has",
            "The verb stands before its subject.",
            better=("On Tuesday",),
            source_span=_at("Mardi", SOURCE),
        ),
        _finding(
            "attribution/doubled",
            "major",
            "he said she said",
            "'he said she said': the reporting verb stands twice; write 'she said'.",
            better=("she said", "said the mayor"),
            related=(Related(_at("the mayor Anna Kell"), "the speaker"),),
        ),
        _finding("grammar/since-for", "minor", "since nine years", "'since' names a point in time.", status="dismissed"),
        _finding("style/markup", "neutral", "𝔗own | *Hall* <b>waved</b> @all", "Is this [markup](1), 100% of it?\nLook."),
        _finding("number/milliard", "critical", "3 milliards", "'milliards' is a billion.", better=("3 billion",)),
    )
    scores = (
        Score("quality", 71.308, "formula"),
        Score("penalty_per_100_words", 4.0567, "formula"),
        Score("bleu", 32.1256, "nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:2.6.0"),
    )
    failures = (Failure("source/numbers", "no source text: give --source"), Failure("number/milliard", "no source text: give --source"))
    first = Document("news/bridge.txt", TEXT, source=SOURCE, source_language="fr", date=datetime.date(2022, 1, 7))
    rule = Rule(
        name="attribution/doubled",
        message="'{found}': the reporting verb stands twice; write '{better}'.",
        why="The source put the verb before its subject.",
        category="linguistic-conventions/grammar",
        severity="major",
        confidence=0.99,
        check="phrase",
        settings=None,
        bad=(Example("He said he said it.", (Span(0, 15),), "He said it."),),
        good=(Example("He said she said it."),),
        see=("a book", "https://example.org/doubled"),
    )
    return Report(
        (Result(first, findings, failures, scores), Result(Document("clean.txt", "All is well.\n"), (), (), (Score("quality", 100.0),))),
        {"attribution/doubled": rule, "number/milliard": rule},
        Verdict(False, "1 critical finding"),
        Meta("0.1.0", 12, {"spacy": "3.8", "harper": "not installed"}),
    )


@pytest.fixture
def single() -> Callable[..., Report]:
    """Makes a report of one text; each further argument is a quote that gets a finding (the rest of Finding by name)."""

    def make(text: str, *quotes: str, severity: str = "major", message: str = "wrong", **more: object) -> Report:
        spans = [Span(*found.span()) for quote in quotes for found in re.finditer(re.escape(quote), text)]
        findings = tuple(
            Finding("family/fault", span, span.of(text), message, "accuracy", severity, 1.0, **more)  # type: ignore[arg-type]
            for span in spans
        )
        return Report((Result(Document("a.txt", text), findings),), {}, Verdict(True, "no critical finding"), Meta("0.1.0", 1))

    return make


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares with a file of tests/golden/; --update-golden writes it instead."""

    def compare(name: str, text: str) -> None:
        path = Path(__file__).parent.parent / "golden" / name
        if request.config.getoption("--update-golden", default=False):
            path.write_text(text, "utf-8", newline="\n")
        assert text == path.read_text("utf-8"), f"{path.name} differs; if the change is meant: pytest --update-golden, then read the diff"

    return compare


class Browser:
    """A page in headless Chromium, and what a person may do with it."""

    def __init__(self, driver: webdriver.Chrome, home: Path) -> None:
        self.driver = driver
        self.home = home

    def open(self, page: str, hash_: str = "") -> None:
        (self.home / "report.html").write_text(page, "utf-8")
        self.driver.get("about:blank")
        self.driver.get((self.home / "report.html").as_uri() + hash_)

    def press(self, *keys: str) -> None:
        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def ask(self, script: str) -> Any:
        return self.driver.execute_script(script)

    def find(self, selector: str) -> Any:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    @contextmanager
    def told(self, command: str, **settings: Any) -> Iterator[None]:
        """What a person does with the browser itself (paper, a narrow window, no script), undone afterwards."""
        undone = {"Emulation.setEmulatedMedia": {"media": ""}, "Emulation.setScriptExecutionDisabled": {"value": False}}
        self.driver.execute_cdp_cmd(command, settings)
        try:
            yield
        finally:
            back = command if command in undone else command.replace("set", "clear")
            self.driver.execute_cdp_cmd(back, undone.get(command, {}))


@pytest.fixture(scope="session")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    chromedriver = shutil.which("chromedriver")
    if not program or not chromedriver:
        pytest.fail("chromium and chromedriver are needed: `make browser` installs them (Debian: apt-get install chromium chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for flag in (*FLAGS.split(), f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    started = webdriver.Chrome(options=options, service=Service(chromedriver))
    yield started
    started.quit()


@pytest.fixture
def browser(driver: webdriver.Chrome, tmp_path: Path) -> Iterator[Browser]:
    yield Browser(driver, tmp_path)
    assert driver.get_log("browser") == [], "the console must stay silent: no error, no violation of the policy"
