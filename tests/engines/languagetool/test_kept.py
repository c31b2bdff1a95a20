"""This file tests the server that is kept between runs: found again, never mistaken for another process, started once."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.engines.languagetool import kept, talk
from audit.engines.trouble import EngineError


@pytest.fixture
def stopped_after(own_place: Path) -> Iterator[Path]:
    yield own_place
    kept.stop()


@pytest.mark.slow
def test_a_kept_server_is_found_until_it_ends_and_a_stale_file_deceives_nobody(stopped_after: Path) -> None:
    assert kept.find() is None
    first = kept.start()
    assert kept.find() == first == kept.start()
    assert talk.healthy(first.url, 5)
    with pytest.raises(EngineError, match=f"runs already at {first.url}"):
        kept.start(port=1)
    os.kill(first.pid, signal.SIGKILL)
    end = time.monotonic() + 10
    while kept.find() is not None and time.monotonic() < end:
        time.sleep(0.05)
    assert kept.find() is None
    assert kept._file().read_text().startswith("{"), "the file is still there, with the number of a process that is gone"
    second = kept.start()
    assert second.pid != first.pid
    assert kept.stop() == second
    assert kept.find() is None
    assert kept.stop() is None


@pytest.mark.slow
def test_a_port_that_is_in_use_is_said_and_nothing_is_left(stopped_after: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(EngineError, match=f"port {port} is in use; name another"):
            kept.start(port)
    assert kept.find() is None


@pytest.mark.parametrize("content", ["", "{", "[]", '{"pid": 1}', '{"pid": "x", "port": 1, "version": 1}'])
def test_a_file_that_nobody_holds_is_no_server_whatever_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    monkeypatch.setenv("AUDIT_CACHE_DIR", str(tmp_path))
    kept._file().write_text(content)
    assert kept.find() is None
    assert kept.stop() is None
