"""This file holds what all requests to the HTTP service share: the rules, the worker, the limits, and how a refusal is told."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.model import AuditError
from audit.pipeline import Line
from audit.serve.bodies import read_body
from audit.serve.refusal import RefusedError
from audit.serve.work import Work

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


@dataclass(frozen=True, slots=True)
class Service:
    """`most`: bytes that the body of a request may have; `slow`: seconds in which it must come."""

    line: Line
    work: Work
    most: int
    slow: float

    async def body(self, request: Request) -> bytes:
        return await read_body(request, self.most, self.slow)

    def answering(
        self, answer: Callable[[Service, Request], Awaitable[Response]], told: Callable[[str, int], Response], before: str = ""
    ) -> Callable[[Request], Awaitable[Response]]:
        """An endpoint that tells refusals, and texts that cannot be audited, as `told` does: one line, `before` it a word."""

        async def endpoint(request: Request) -> Response:
            try:
                return await answer(self, request)
            except RefusedError as problem:
                return told(before + problem.told, problem.status)
            except AuditError as problem:
                return told(before + " ".join(str(problem).split()), 422)

        return endpoint

    async def gone(self, request: Request) -> None:
        """Returns when the client has gone away. The body must have been read."""
        while (await request.receive())["type"] != "http.disconnect":
            pass
