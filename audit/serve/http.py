"""This file opens the HTTP service on an address and keeps it open until somebody ends it."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, NoReturn

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from audit.analyse import model
from audit.model import AuditError
from audit.pipeline import Line
from audit.serve.app import app
from audit.serve.service import Service
from audit.serve.work import Work

_QUEUE = 500
"""So many texts may wait."""
_CONNECTIONS = 2000
_SLOW = 20
"""Seconds in which a request's head must come, and then its body."""
_BYTES = 20
"""So many bytes of a body for each character that a text may have: there may be a source and references beside it, and a form's escapes."""


@dataclass(frozen=True, slots=True)
class Door:
    """Where the service listens, whom it lets in, and how long a request may take (seconds)."""

    host: str
    port: int
    names: Collection[str]
    add_ons: bool
    patience: float


def listen(door: Door) -> socket.socket:
    """A socket that listens; port 0 takes a free one. Raises AuditError where that cannot be."""
    try:
        family, *_, address = socket.getaddrinfo(door.host, door.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        return socket.create_server(address[:2], family=family, backlog=_CONNECTIONS)
    except (OSError, OverflowError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise AuditError(f"--host {door.host} --port {door.port}: cannot listen there ({reason}); choose another") from None


def serve(line: Line, door: Door, listening: socket.socket) -> None:
    """Answers until it is interrupted or told to end. The model is loaded first."""
    model()
    slow = min(_SLOW, max(1, int(door.patience)))
    service = Service(line, Work(_QUEUE, door.patience), _BYTES * line.config.max_characters, slow)
    config = uvicorn.Config(
        app(service, {*door.names, door.host}, add_ons=door.add_ons),
        http=Patient,
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=_CONNECTIONS,
        timeout_keep_alive=slow,
        timeout_graceful_shutdown=5,
    )
    signal.signal(signal.SIGTERM, _end)
    uvicorn.Server(config).run(sockets=[listening])


def _end(*_: object) -> NoReturn:
    sys.exit(0)


class Patient(H11Protocol):
    """Closes a connection that sends no request for too long, or but the beginning of one: so many slow clients as like may come."""

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self.loop.call_later(self.timeout_keep_alive, self._look, None)

    def _look(self, before: RequestResponseCycle | None) -> None:
        if self.transport.is_closing():
            return
        cycle: RequestResponseCycle | None = self.cycle
        if cycle is before and (cycle is None or cycle.response_complete):
            self.transport.close()
            return
        self.loop.call_later(self.timeout_keep_alive, self._look, cycle)
