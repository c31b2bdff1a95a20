"""This file gives the tests of the HTTP service a desk's folder, and services that run in it as `audit serve` does."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

CARD = """\
message: "'{found}' is a slip; write '{better}'."
why: A test of *marks*.
category: {category}
severity: {severity}
confidence: 0.9
check:
  phrase:
    swap: {{swap}}
bad: [{bad}]
good: [slip, {good}]
see: [https://example.org/slips]
"""
CARDS = {
    "blue-slip": ("accuracy/mistranslation", "critical", "blue slip"),
    "green-slip": ("linguistic-conventions/spelling", "minor", "green slip"),
    "grey-slip": ("style/unidiomatic", "neutral", "grey slip"),
}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


@dataclass(frozen=True)
class Service:
    """A service that runs; `ask` sends a GET, or a POST where there is a body (an object is sent as JSON)."""

    url: str
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2].strip("/"))

    def ask(self, path: str, body: object = None, **headers: str) -> Answer:
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        if body is not None and not isinstance(body, bytes):
            body, named = json.dumps(body).encode(), {"Content-Type": "application/json", **named}
        request = urllib.request.Request(  # noqa: S310  the address is the service's own
            self.url + path.lstrip("/"), data=body, headers=named
        )
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:  # noqa: S310  likewise
                return Answer(answer.status, {key.lower(): value for key, value in answer.headers.items()}, answer.read())
        except urllib.error.HTTPError as problem:
            return Answer(problem.code, {key.lower(): value for key, value in problem.headers.items()}, problem.read())


@contextmanager
def start(folder: Path, *options: str) -> Iterator[Service]:
    """Starts `audit serve` on a free port; ends it as a terminal does, and it must then end with status 0."""
    command = [sys.executable, "-m", "audit", "serve", "--port", "0", *options]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    with process:
        try:
            told = re.fullmatch(r"audit listens at (http://\S+/) \(Ctrl\+C ends it\)\n", process.stdout.readline())
            assert told
            yield Service(told[1], process)
            assert process.poll() is None, "the service died"
            os.kill(process.pid, signal.SIGINT)
            assert process.wait(30) == 0
        finally:
            process.kill()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk's folder with three cards of its own and no others."""
    place = tmp_path_factory.mktemp("desk")
    (place / "house" / "slip").mkdir(parents=True)
    for name, (category, severity, words) in CARDS.items():
        card = (
            CARD.replace("{category}", category)
            .replace("{severity}", severity)
            .replace("{{swap}}", f"{{{words}: red card}}")
            .replace("{bad}", f"a <{words}>, one <{words}>")
            .replace("{good}", words.split()[0])
        )
        (place / "house" / "slip" / f"{name}.yaml").write_text(card, "utf-8")
    (place / "audit.toml").write_text('rules = ["house"]\nselect = ["slip"]\nengines = ["none"]\n', "utf-8")
    return place


@pytest.fixture(scope="session")
def service(folder: Path) -> Iterator[Service]:
    with start(folder, "--add-ons") as started:
        yield started


@pytest.fixture(scope="session")
def running() -> Callable[..., AbstractContextManager[Service]]:
    return start
