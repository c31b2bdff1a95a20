"""This file gives pytest the option --update-golden and makes hypothesis draw the same texts in every run."""

import hypothesis
import pytest

# A busy machine is not a failing test, and a test that fails on some days only tells nobody anything.
hypothesis.settings.register_profile("house", deadline=None, derandomize=True)
hypothesis.settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the expected reports in tests/golden/ anew; read the diff before committing it"
    )
