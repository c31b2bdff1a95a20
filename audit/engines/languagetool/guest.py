"""This file is LanguageTool as a run meets it: one server, found or started beside the run's own work, and asked when it answers."""

from __future__ import annotations

from concurrent.futures import Future
from functools import cache
from threading import Thread

from audit import cache as kept_answers
from audit.engines import sheet
from audit.engines.complaint import Complaint
from audit.engines.languagetool import borrowed, jars, kept, server, talk
from audit.engines.languagetool.install import installed
from audit.engines.trouble import EngineError

ANSWERS = 2000
"""Answers that are kept on disk, some kilobytes each; a new one takes the place of an old one."""


class Guest:
    """A server that the user named (`address`), or that runs already, or that this process starts and ends."""

    def __init__(self, address: str = "", *, seconds: float = talk.ANSWER) -> None:
        self._seconds = seconds
        self._address = address
        self._server: server.Server | None = None
        self._gave_up = ""
        self._found: Future[tuple[str, str]] = Future()
        Thread(target=self._open, name="languagetool", daemon=True).start()

    def _open(self) -> None:
        try:
            self._found.set_result(self._look())
        except BaseException as problem:  # noqa: BLE001  a thread has nobody to tell: whoever waits for the address is told
            self._found.set_exception(problem)

    def _look(self) -> tuple[str, str]:
        if self._address:
            url = talk.base(self._address)
            return url, talk.release(url, self._seconds)
        running = kept.find()
        if running is not None:
            return running.url, running.version
        if installed() or not borrowed.at_hand():
            self._server = server.ready()
            return self._server.url, jars.version()
        url = borrowed.start()
        return url, talk.release(url, self._seconds)

    def url(self) -> str:
        """The server's address, when it answers. Raises EngineError where none could be had."""
        return self._found.result()[0]

    def version(self) -> str:
        """LanguageTool's version; raises as `url` does."""
        return self._found.result()[1]

    def complain(self, text: str) -> list[Complaint]:
        """What those rules that the sheet wants say of a text; from disk, where the same was asked before. Raises EngineError."""
        url, version = self._found.result()
        # Asked for rules and categories at once, LanguageTool answers for rules that are in both: so for all of the categories.
        kinds = sheet.wanted_kinds(talk.NAME)
        rules = () if kinds else sheet.wanted(talk.NAME)
        stamp = kept_answers.digest(talk.NAME, version, talk.LANGUAGE, *rules, "", *kinds, "", text)
        return kept_answers.kept(f"answers/{int(stamp, 16) % ANSWERS:04}", stamp, lambda: self._ask(url, text, rules, kinds))

    def _ask(self, url: str, text: str, rules: tuple[str, ...], kinds: tuple[str, ...]) -> list[Complaint]:
        if self._gave_up:
            raise EngineError(self._gave_up)
        try:
            return talk.complain(url, text, rules, kinds, seconds=self._seconds)
        except talk.TooSlowError as problem:
            self._gave_up = f"{problem}; it was not asked again in this run"
            raise

    def close(self) -> None:
        """Ends the server, where it is this process's own."""
        if self._server is not None:
            self._server.stop()


@cache
def shared(address: str) -> Guest:
    """One guest for a process, however many lines it has: a server takes half a gigabyte and seconds to start."""
    return Guest(address)
