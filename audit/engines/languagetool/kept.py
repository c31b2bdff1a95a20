"""This file keeps one LanguageTool server between runs: starts it, finds it again, and ends it.

The server itself holds a lock on a file in the cache folder for as long as it lives (it inherits the open file), so a lock that can be
had tells that what the file says is stale, whichever process has got that number or port since.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from audit.engines.languagetool import jars
from audit.engines.languagetool.install import place
from audit.engines.languagetool.server import HOST, START, Server, command, free_port
from audit.engines.languagetool.talk import healthy
from audit.engines.trouble import EngineError

_ANSWER = 2.0
_END = 5.0
_PAUSE = 0.05
_DETACHED = 0 if os.name == "posix" else 0x208
"""DETACHED_PROCESS and CREATE_NEW_PROCESS_GROUP, which only Windows has."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A server that runs between runs."""

    pid: int
    port: int
    version: str

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"


def find() -> Kept | None:
    """The server that `start` left running; None where none does."""
    try:
        with _file().open("rb") as file:
            if not _held(file):
                return None
            said = json.loads(file.read() or b"{}")
            return Kept(int(said["pid"]), int(said["port"]), str(said["version"]))
    except (OSError, ValueError, KeyError, TypeError, EngineError):
        return None


def start(port: int | None = None, seconds: float = START) -> Kept:
    """Starts one that outlives this process, on a port of the user's or a free one; the one that runs already stays.

    Raises EngineError, also where the port is taken.
    """
    found = find()
    if found is not None and healthy(found.url, _ANSWER):
        if port not in {None, found.port}:
            raise EngineError(f"LanguageTool runs already at {found.url}; audit engines stop ends it")
        return found
    number = port or free_port()
    line = command(number)
    with _file().open("ab+") as file:
        if not _lock(file):
            raise EngineError("a LanguageTool server is being started by another run, or does not answer; audit engines stop ends it")
        log = _file().with_suffix(".log").open("a+b")
        log.truncate(0)
        process = subprocess.Popen(
            line,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            pass_fds=(file.fileno(),) if os.name == "posix" else (),
            start_new_session=True,
            creationflags=_DETACHED,
        )
        kept = Kept(process.pid, number, jars.version())
        file.truncate(0)
        file.write(json.dumps({"pid": kept.pid, "port": kept.port, "version": kept.version}).encode())
    with log:
        _await(Server(number, process, log), seconds)
    return kept


def _await(server: Server, seconds: float) -> None:
    try:
        server.wait(seconds)
    except EngineError as problem:
        server.stop()
        if "in use" in str(problem):
            raise EngineError(f"LanguageTool is not started: port {server.port} is in use; name another, or none") from problem
        raise


def stop(seconds: float = _END) -> Kept | None:
    """Ends the server that runs; says which it was."""
    found = find()
    if found is None:
        return None
    with suppress(ProcessLookupError):
        os.kill(found.pid, signal.SIGTERM)
    end = time.monotonic() + seconds
    while find() is not None and time.monotonic() < end:
        time.sleep(_PAUSE)
    if find() is not None:
        with suppress(ProcessLookupError):
            os.kill(found.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    return found


def _file() -> Path:
    """Beside the installation of this version: another version keeps a server of its own."""
    folder = place()
    return folder.with_name(f"{folder.name}.server.json")


def _lock(file: IO[bytes]) -> bool:
    """Takes the lock for this open file and all processes that inherit it; False where another has it."""
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _held(file: IO[bytes]) -> bool:
    """Does a server live that holds this file? Where files have no such locks, its answer must do."""
    try:
        import fcntl
    except ImportError:
        with suppress(ValueError, KeyError, TypeError):
            said = json.loads(file.read())
            file.seek(0)
            return healthy(f"http://{HOST}:{int(said['port'])}", _ANSWER)
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    fcntl.flock(file, fcntl.LOCK_UN)
    return False
