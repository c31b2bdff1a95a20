"""This file keeps strangers out: pages of other sites, and names that lead here by a trick (DNS rebinding)."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

ADD_ONS = re.compile(r"(?:chrome|moz|safari-web|ms-browser)-extension://[A-Za-z0-9._-]+")
"""The origins of browser add-ons."""
_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+))(?::\d+)?")
_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


class Guard:
    """Refuses a request whose Host is none of ours, or that a page of another origin sent; hardens every answer.

    A name of `names` may stand as Host, and any address in figures, for those cannot be rebound.
    `add_ons`: browser add-ons may ask below /v2/.
    """

    def __init__(self, app: ASGIApp, names: Collection[str], *, add_ons: bool) -> None:
        self._app, self._names, self._add_ons = app, {"localhost", *(name.lower() for name in names)}, add_ons

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)

        async def hardened(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = MutableHeaders(scope=message)
                own.setdefault("Content-Security-Policy", _POLICY)
                own.update({"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "Cache-Control": "no-store"})
            await send(message)

        why = self._stranger(headers, str(scope["path"]))
        await (PlainTextResponse(why + "\n", 403) if why else self._app)(scope, receive, hardened)

    def _stranger(self, headers: Headers, path: str) -> str:
        """Why a request is refused; empty where it is not."""
        host = headers.get("host", "")
        if not self._ours(host):
            return "this Host is not one of this service: ask it by its address, or name it with --name"
        origin = headers.get("origin")
        if origin is None:
            alien = headers.get("sec-fetch-site") in {"cross-site", "same-site"} and path != "/"
        elif ADD_ONS.fullmatch(origin):
            alien = not (self._add_ons and path.startswith("/v2/"))
        else:
            alien = origin.partition("://")[2].lower() != host.lower()
        return "pages of other sites may not ask this service (browser add-ons may, with --add-ons)" if alien else ""

    def _ours(self, host: str) -> bool:
        found = _HOST.fullmatch(host)
        name = (found[1] or found[2]).lower() if found else ""
        return name in self._names or _is_address(name)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Does only this machine reach a service that listens there?"""
    return host == "localhost" or (_is_address(host) and ipaddress.ip_address(host).is_loopback)
