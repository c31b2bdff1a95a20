"""This file gives pytest the option --update-golden and makes hypothesis draw the same texts in every run."""

import os

import hypothesis
import pytest

# A busy machine is not a failing test, and a test that fails on some days only tells nobody anything.
hypothesis.settings.register_profile("house", deadline=None, derandomize=True)
hypothesis.settings.load_profile("house")

# What a test finds must not depend on a server that happens to run here; tests of LanguageTool name it.
os.environ["AUDIT_ENGINES"] = "harper"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the expected reports in tests/golden/ anew; read the diff before committing it"
    )
