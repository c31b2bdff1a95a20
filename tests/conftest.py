"""This file gives pytest the option --update-golden and makes hypothesis draw the same texts in every run."""

from __future__ import annotations

import os
import time

import hypothesis
import pytest

from audit.engines.languagetool import server, talk
from audit.engines.languagetool.guest import shared
from audit.engines.languagetool.install import installed
from audit.engines.trouble import EngineError

# A busy machine is not a failing test, and a test that fails on some days only tells nobody anything.
hypothesis.settings.register_profile("house", deadline=None, derandomize=True)
hypothesis.settings.load_profile("house")

# What a test finds must not depend on a server that happens to run here; tests of LanguageTool name it.
os.environ["AUDIT_ENGINES"] = "harper"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the expected reports in tests/golden/ anew; read the diff before committing it"
    )


_SERVER = pytest.StashKey[server.Server]()


def pytest_configure(config: pytest.Config) -> None:
    """Where tests run in several processes, the first of them starts one server of LanguageTool for all."""
    if getattr(config.option, "numprocesses", None) and not hasattr(config, "workerinput") and installed():
        config.stash[_SERVER] = server.start()
        os.environ["AUDIT_LANGUAGETOOL"] = config.stash[_SERVER].url


def pytest_unconfigure(config: pytest.Config) -> None:
    if _SERVER in config.stash:
        config.stash[_SERVER].stop()
        config.stash[_SERVER].log.close()


@pytest.fixture(scope="session")
def languagetool() -> str:
    """The address of a LanguageTool server that answers. Left out only where its jars could not be had, never on the build server."""
    if not installed() and not os.environ.get("CI"):
        pytest.skip("LanguageTool is not installed: audit engines install languagetool")
    address = os.environ.get("AUDIT_LANGUAGETOOL", "")
    end = time.monotonic() + server.START
    while address and not talk.healthy(address, 1.0) and time.monotonic() < end:
        time.sleep(0.1)
    try:
        return shared(address).url()
    except EngineError as problem:
        pytest.fail(str(problem))
