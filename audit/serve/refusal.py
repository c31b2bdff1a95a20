"""This file defines a request that is not answered: its HTTP status, and one line that says why."""

from __future__ import annotations


class RefusedError(Exception):
    """`told` is one line: what is wrong, what to do."""

    def __init__(self, status: int, told: str) -> None:
        super().__init__(told)
        self.status = status
        self.told = " ".join(told.split())
