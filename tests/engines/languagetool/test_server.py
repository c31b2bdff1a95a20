"""This file tests that a server answers, and that none is left running, however the process that started it ends."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from audit.engines.languagetool import jars, server, talk
from audit.engines.trouble import EngineError

STARTS = "from audit.engines.languagetool import server; one = server.ready(); print(one.pid(), one.url, flush=True); input()"
FULL = """
import socket
from audit.engines.languagetool import server
taken = [socket.socket() for _ in range(2)]
for one in taken:
    one.bind(("127.0.0.1", 0))
try:
    server.free_port()
except server.EngineError as problem:
    print(problem)
"""


def gone(pid: int, seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        if Path(f"/proc/{pid}/stat").is_file() and ") Z " in Path(f"/proc/{pid}/stat").read_text():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.slow
def test_a_server_ends_with_the_process_that_started_it_even_by_kill_9(own_place: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", STARTS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        pid, url = process.stdout.readline().split()
        assert talk.healthy(url, 5)
        process.send_signal(signal.SIGKILL)
    assert gone(int(pid))
    assert not talk.healthy(url, 1)


@pytest.mark.slow
def test_a_server_that_does_not_answer_in_time_is_ended(own_place: Path) -> None:
    one = server.start()
    with pytest.raises(EngineError, match=r"did not answer within 0 s"):
        one.wait(0)
    assert one.process.poll() is not None
    one.log.close()


@pytest.mark.slow
def test_what_a_server_says_when_it_cannot_start_is_passed_on(own_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "CLASS", "no.such.Class")
    with pytest.raises(EngineError, match=r"ended while it started: .*no\.such\.Class"):
        server.ready()


def test_a_damaged_jar_is_not_started(own_place: Path) -> None:
    spoilt = own_place / jars.pinned()[0].file
    spoilt.unlink()
    spoilt.write_bytes(b"damaged")
    with pytest.raises(EngineError, match=rf"not started: .*{spoilt.name} is damaged"):
        server.start()


def test_without_an_installation_the_line_says_how_to_get_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIT_CACHE_DIR", str(tmp_path))
    with pytest.raises(EngineError, match="not installed; run: audit engines install languagetool"):
        server.start()


def test_a_full_range_of_ports_is_said() -> None:
    narrow = 'ip link set lo up && sysctl -qw net.ipv4.ip_local_port_range="50000 50001"'
    if (
        shutil.which("unshare") is None
        or subprocess.run(["unshare", "-n", "sh", "-c", narrow], capture_output=True, check=False).returncode
    ):
        pytest.skip("needs a network namespace of its own (root on Linux, with iproute2)")
    line = ["unshare", "-n", "sh", "-c", f'{narrow} && exec "$0" -c "$1"', sys.executable, FULL]
    said = subprocess.run(line, capture_output=True, text=True, check=True).stdout
    assert said.startswith("LanguageTool is not started: no port of 127.0.0.1 is free")
