"""This file gives tests the guest's real environment and tiny random models made in it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from audit.guests.environment import COMET, install, python
from audit.model import AuditError


@pytest.fixture(scope="session")
def comet() -> Path:
    """The guest's Python. The build server installs it (`make test` has begun that meanwhile); others who have it use it."""
    if os.environ.get("CI"):
        return install(COMET)
    try:
        return python(COMET)
    except AuditError as problem:
        pytest.skip(str(problem))


@pytest.fixture(scope="session")
def model(comet: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A tiny model of random numbers, of a class of COMET's."""
    script = Path(__file__).with_name("tiny_model.py")

    @cache
    def made(kind: str) -> Path:
        folder = tmp_path_factory.mktemp("models") / kind
        samples = script.with_name("samples.json").read_text("utf-8")
        done = subprocess.run([comet, "-I", script, folder, kind], input=samples, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return folder

    return made
