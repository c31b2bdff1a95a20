"""This file tests that the service outlives whatever is sent to it: too much, too slowly, too many at once, or nonsense."""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import json
import socket
import threading
import time
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from audit.serve.refusal import RefusedError
from audit.serve.work import Work

MOST = 2000
SECONDS = 2


@pytest.fixture(scope="module")
def strict(folder: Path, running: Any) -> Iterator[Any]:
    """A service with little patience."""
    with running(folder, "--timeout", str(SECONDS), "--max-characters", str(MOST)) as started:
        yield started


def lives(service: Any) -> bool:
    answer = service.ask("v2/check", {"language": "en", "text": "They saw a blue slip near the bridge in the old town."})
    return [match["rule"]["id"] for match in answer.json["matches"]] == ["slip/blue-slip"]


def sent(port: int, data: bytes) -> bytes:
    """What comes back for bytes as they are, until the connection is closed."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as wire:
        wire.sendall(data)
        got = b""
        while piece := wire.recv(65536):
            got += piece
    return got


@pytest.mark.parametrize("path", ["api/audit", "v2/check", "report"])
def test_fifty_megabytes_are_refused_in_one_line_and_the_service_lives_on(service: Any, path: str) -> None:
    answer = service.ask(path, b"x" * 50_000_000, Content_Type="application/json")
    assert answer.status == 413
    assert "longer than 2,000,000 bytes" in answer.text
    assert answer.text.strip().count("\n") == 0
    assert lives(service)


def test_a_body_that_does_not_say_how_long_it_is_is_refused_when_it_has_become_too_long(strict: Any) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", strict.port, timeout=30)
    pieces = (b"x" * 1000 for _ in range(100))
    connection.request("POST", "/api/audit", pieces, {"Content-Type": "application/json"}, encode_chunked=True)
    answer = connection.getresponse()
    assert answer.status == 413
    assert "longer than 40,000 bytes" in json.loads(answer.read())["error"]
    connection.close()
    assert lives(strict)


def test_a_client_that_asks_whether_to_send_is_told_not_to(service: Any) -> None:
    head = b"POST /v2/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50000000\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"
    assert sent(service.port, head).startswith(b"HTTP/1.1 413 ")
    assert lives(service)


def test_a_body_that_comes_too_slowly_is_refused(strict: Any) -> None:
    head = b"POST /api/audit HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
    start = time.monotonic()
    got = sent(strict.port, head)
    assert got.startswith(b"HTTP/1.1 408 ")
    assert b"the body did not come within 2 seconds" in got
    assert time.monotonic() - start < 20
    assert lives(strict)


@pytest.mark.parametrize(
    "data", [b"", b"POST /api/audit HTTP/1.1\r\nHost: loc", b"GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\nGET /"]
)
def test_a_connection_that_only_begins_to_ask_is_closed(strict: Any, data: bytes) -> None:
    start = time.monotonic()
    sent(strict.port, data)
    assert time.monotonic() - start < 20
    assert lives(strict)


@pytest.mark.parametrize(
    "data",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 50,
        b"POST /api/audit HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X-Long: " + b"a" * 200_000 + b"\r\n\r\n",
    ],
)
def test_what_is_no_http_is_refused(strict: Any, data: bytes) -> None:
    with contextlib.suppress(ConnectionError):  # closed while we were still sending: refused as well
        assert sent(strict.port, data).startswith(b"HTTP/1.1 400 ")
    assert lives(strict)


def test_clients_that_go_away_do_no_harm(strict: Any) -> None:
    body = json.dumps({"text": "They saw a blue slip. " * 80}).encode()
    head = f"POST /api/audit HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    for cut in (len(head) + 10, len(head) + len(body)):
        for _ in range(20):
            with socket.create_connection(("127.0.0.1", strict.port), timeout=30) as wire:
                wire.sendall((head + body)[:cut])
    end = time.monotonic() + 30
    while (waiting := strict.ask("api/health").json["waiting"]) and time.monotonic() < end:
        time.sleep(0.1)
    assert waiting == 0
    assert lives(strict)


def test_two_hundred_at_once_all_get_their_own_answer(service: Any) -> None:
    texts = {
        number: "They saw a blue slip near the bridge in the old town. " * (1 + number % 7) + f"It was {number}." for number in range(200)
    }

    def ask(number: int) -> tuple[int, str, int]:
        answer = service.ask("api/audit", {"id": number, "text": texts[number]})
        return answer.status, answer.json["id"], len(answer.json["findings"])

    with ThreadPoolExecutor(200) as clients:
        answers = list(clients.map(ask, texts))
    assert answers == [(200, str(number), 1 + number % 7) for number in texts]


async def _never() -> None:
    await asyncio.Event().wait()


async def _soon() -> None:
    await asyncio.sleep(0.05)


def refused(work: Work, gone: Coroutine[Any, Any, None]) -> RefusedError:
    """The refusal of a job that stands behind one that will not end before we let it."""
    hold, ran = threading.Event(), []

    async def session() -> RefusedError:
        first = asyncio.ensure_future(work.done(hold.wait, _never()))
        await asyncio.sleep(0)
        with pytest.raises(RefusedError) as told:
            await work.done(lambda: ran.append(1), gone)
        hold.set()
        assert await first is True
        await work.done(lambda: None, _never())
        assert work.waiting == 0
        return told.value

    told = asyncio.run(session())
    assert ran == [], "a job that nobody waits for must not run"
    return told


def test_a_queue_that_is_full_is_told() -> None:
    told = refused(Work(1, 60), _never())
    assert (told.status, told.told) == (503, "1 texts wait already: try again later")


def test_a_job_whose_client_went_away_never_begins() -> None:
    assert refused(Work(9, 60), _soon()).told == "the client went away"


def test_a_job_that_waits_too_long_is_given_up() -> None:
    hold = threading.Event()

    async def session() -> None:
        work = Work(9, 0.1)
        with pytest.raises(RefusedError, match=r"no answer within 0\.1 seconds"):
            await work.done(hold.wait, _never())
        hold.set()
        assert work.waiting == 0

    asyncio.run(session())


def test_what_a_job_raises_comes_back() -> None:
    async def session() -> None:
        with pytest.raises(ZeroDivisionError):
            await Work(9, 60).done(lambda: 1 // 0, _never())

    asyncio.run(session())
