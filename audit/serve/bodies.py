"""This file reads the bodies of requests within their limits of size and time, as JSON or as a form."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

from starlette.requests import ClientDisconnect, Request

from audit.markup.jsonl import read_fields
from audit.model import AuditError
from audit.serve.refusal import RefusedError

_FIELDS = 100
_DRAINED = 100_000_000


async def read_body(request: Request, most: int, seconds: float) -> bytes:
    """The body, of `most` bytes at the most, within so many seconds. Raises RefusedError: too large, too slow, cut off.

    Of what is too large the rest is read and thrown away, up to a point: most clients listen only when they have sent all.
    """
    length, body, long = 0, bytearray(), f"the body is longer than {most:,} bytes: send a shorter text"
    declared = request.headers.get("content-length", "0")
    hopeless = declared.isdecimal() and int(declared) > most and ("expect" in request.headers or int(declared) > _DRAINED)
    if hopeless:
        raise RefusedError(413, long)
    try:
        async with asyncio.timeout(seconds):
            async for piece in request.stream():
                length += len(piece)
                body += piece if length <= most else b""
                if length > _DRAINED:
                    break
    except TimeoutError:
        if length <= most:
            raise RefusedError(408, f"the body did not come within {seconds:g} seconds") from None
    except ClientDisconnect:
        raise RefusedError(400, "the body was cut off") from None
    if length > most:
        raise RefusedError(413, long)
    return bytes(body)


def kind_of(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def read_json(request: Request, body: bytes) -> dict[str, Any]:
    """The object in a body. Raises RefusedError for anything else."""
    if kind_of(request) != "application/json":
        raise RefusedError(415, "the body must be JSON: send it with Content-Type: application/json")
    try:
        return read_fields(body)
    except AuditError as problem:
        raise RefusedError(400, str(problem).replace("; write one object a line", "").replace(": convert the file to UTF-8", "")) from None


def read_form(body: bytes | str) -> Mapping[str, list[str]]:
    """The fields of a form. Raises RefusedError where it holds too many, or no UTF-8."""
    try:
        text = body if isinstance(body, str) else body.decode("ascii")
        return parse_qs(text, keep_blank_values=True, max_num_fields=_FIELDS, errors="strict")
    except ValueError as problem:
        raise RefusedError(400, f"not a form in UTF-8 of up to {_FIELDS} fields ({problem})") from None
