"""This file audits what requests bring, one text after the other in a thread of its own, and drops what nobody waits for any more."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from audit.serve.refusal import RefusedError

_T = TypeVar("_T")


class Work:
    """A queue before one thread. `most`: requests that may wait at once; `patience`: seconds that each may wait for its answer."""

    def __init__(self, most: int, patience: float) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="audit")
        self._most, self._patience = most, patience
        self.waiting = 0

    async def done(self, job: Callable[[], _T], gone: Coroutine[object, object, None]) -> _T:
        """What the job gives. Raises RefusedError where too many wait, where it takes too long, and where the client has `gone`.

        A job that has not begun by then never will; one that has runs to its end, and its answer is thrown away.
        """
        if self.waiting >= self._most:
            gone.close()
            raise RefusedError(503, f"{self._most} texts wait already: try again later")
        self.waiting += 1
        begun = self._thread.submit(job)
        answer = asyncio.wrap_future(begun)
        left = asyncio.get_running_loop().create_task(gone)
        try:
            waited: set[asyncio.Future[Any]] = {answer, left}
            await asyncio.wait(waited, timeout=self._patience, return_when=asyncio.FIRST_COMPLETED)
            if answer.done():
                return answer.result()
            raise RefusedError(
                503, "the client went away" if left.done() else f"no answer within {self._patience:g} seconds: send a shorter text"
            )
        finally:
            self.waiting -= 1
            left.cancel()
            begun.cancel()
            answer.cancel()
