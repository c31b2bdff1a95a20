"""This file starts LanguageTool's server on a free port of the loopback interface, waits until it answers, and ends it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from audit.engines.languagetool import jars, java
from audit.engines.languagetool.install import place
from audit.engines.languagetool.talk import healthy
from audit.engines.trouble import EngineError

HOST = "127.0.0.1"
CLASS = "org.languagetool.server.HTTPServer"
START = 60.0
"""Seconds until a server must answer; a busy machine with two cores took 6."""
_TRIES = 3
_PAUSE = 0.05
_OPTIONS = ("-Xmx768m", "-XX:+UseSerialGC", "-Xshare:auto", "-Djava.awt.headless=true")
"""Two texts at a time fit into half of that heap; the serial collector is the one for so small a heap on few cores."""


@dataclass(eq=False)
class Server:
    """A server that this process started. Whoever starts one passes a log that every writer appends to."""

    port: int
    process: subprocess.Popen[bytes]
    log: IO[bytes]
    url: str = field(init=False)

    def __post_init__(self) -> None:
        self.url = f"http://{HOST}:{self.port}"

    def wait(self, seconds: float = START) -> None:
        """Returns when the server answers. Raises EngineError when it ended, or did not answer in time; it is ended then."""
        end = time.monotonic() + seconds
        while not healthy(self.url, 1.0):
            if self.process.poll() is not None:
                raise EngineError(f"LanguageTool's server ended while it started: {self.said()}")
            if time.monotonic() > end:
                self.stop()
                raise EngineError(f"LanguageTool's server did not answer within {seconds:g} s: {self.said()}")
            time.sleep(_PAUSE)

    def stop(self) -> None:
        """Ends the server and waits for it."""
        if self.process.stdin is not None:
            with suppress(OSError):
                self.process.stdin.close()
        else:
            self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def pid(self) -> int:
        """The process id of Java itself, which is the first line that the leash writes; 0 before it does."""
        self.log.seek(0)
        first = self.log.readline().strip()
        return int(first) if first.isdigit() else 0

    def said(self) -> str:
        """The line of the server's output that says most: the cause of a complaint, else its first line, else the last of all."""
        with suppress(OSError, ValueError):
            self.log.seek(0)
            lines = [line.strip() for line in self.log.read().decode("utf-8", "replace").splitlines() if line.strip()]
            grave = [line for line in lines if "Exception" in line or "rror" in line]
            causes = [line for line in lines if line.startswith("Caused by:")]
            return (causes[-1:] or grave or lines[-1:] or ["it said nothing"])[0][:300]
        return "it said nothing"


def command(port: int) -> list[str]:
    """The command line of a server. Raises EngineError where it is not installed whole, or without Java."""
    folder = place()
    if not folder.is_dir():
        raise EngineError("LanguageTool is not installed; run: audit engines install languagetool")
    jars.verify(folder)
    path = os.pathsep.join(str(folder / jar.file) for jar in jars.pinned())
    return [str(java.find()), *_OPTIONS, "-cp", path, CLASS, "--port", str(port)]


def start() -> Server:
    """Starts a server that ends with this process, however that ends, and does not wait for it. Raises EngineError."""
    port = free_port()
    line = [sys.executable, "-I", str(Path(__file__).with_name("leash.py")), *command(port)]
    log = tempfile.TemporaryFile("a+b")  # noqa: SIM115  the server writes into it for as long as it lives
    process = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=log, stderr=subprocess.STDOUT, close_fds=True)
    if hasattr(os, "register_at_fork") and process.stdin is not None:
        # A worker process must not hold the leash: the server is to end with this process, not with the last of its workers.
        os.register_at_fork(after_in_child=process.stdin.close)
    return Server(port, process, log)


def ready(seconds: float = START) -> Server:
    """A server that answers; where another program took its port meanwhile, on another port. Raises EngineError."""
    for left in reversed(range(_TRIES)):
        server = start()
        try:
            server.wait(seconds)
        except EngineError as problem:
            server.stop()
            server.log.close()
            if not left or "in use" not in str(problem):
                raise
        else:
            return server
    raise AssertionError


def free_port() -> int:
    """A port of the loopback interface that nobody listens on. Raises EngineError where all are taken."""
    with socket.socket() as probe:
        try:
            probe.bind((HOST, 0))
        except OSError as problem:
            raise EngineError(f"LanguageTool is not started: no port of {HOST} is free ({problem.strerror})") from problem
        port: int = probe.getsockname()[1]
        return port
