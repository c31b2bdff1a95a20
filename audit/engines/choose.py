"""This file chooses which grammar engines a run asks: those that the user names, else those that are at hand without making it wait."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from audit.engines import harper, sheet
from audit.engines.complaint import Complaint
from audit.engines.languagetool import kept, talk
from audit.engines.languagetool.guest import Guest, shared
from audit.engines.languagetool.install import installed
from audit.engines.trouble import EngineError
from audit.model import AuditError

Ask = Callable[[str], list[Complaint]]

LANGUAGETOOL = talk.NAME
NAMES = (harper.NAME, LANGUAGETOOL)
NONE = "none"
SETTING, ADDRESS = "AUDIT_ENGINES", "AUDIT_LANGUAGETOOL"
"""Environment variables: names with commas between them, and a server's address, where neither command line nor settings give any."""


@dataclass(frozen=True)
class Engines:
    """The engines of a run: how each is asked, and why the others are not (`silent`)."""

    asked: Mapping[str, Ask] = field(default_factory=dict)
    silent: Mapping[str, str] = field(default_factory=dict)
    guest: Guest | None = None

    def versions(self) -> Mapping[str, str]:
        """Each engine with its version, or why it did not run. Waits for a server that is still starting."""
        told = {name: f"did not run: {why}" for name, why in self.silent.items()}
        if harper.NAME in self.asked:
            told[harper.NAME] = harper.version() or f"did not run: {harper.HINT}"
        if self.guest is not None:
            try:
                told[LANGUAGETOOL] = self.guest.version()
            except EngineError as problem:
                told[LANGUAGETOOL] = f"did not run: {problem}"
        return told

    def at_hand(self) -> bool:
        """Can every engine that is to be asked be asked? Waits as `versions` does."""
        there = harper.NAME not in self.asked or bool(harper.version())
        return there and (self.guest is None or bool(self.address()))

    def address(self) -> str:
        """Where LanguageTool answers, for other processes of the same run; empty where it does not. Waits as `versions` does."""
        try:
            return self.guest.url() if self.guest is not None else ""
        except EngineError:
            return ""


def choose(names: Sequence[str], address: str, speaking: Collection[str]) -> Engines:
    """The engines of a run, LanguageTool's server already on its way.

    `names`: what the user wants, `none` for nobody, empty for what is at hand: Harper, and LanguageTool where the user named an
    `address` or where a server runs already. `speaking`: engines that a chosen card speaks for.
    Raises AuditError for a name that is none.
    """
    wanted = tuple(names) or tuple(filter(None, os.environ.get(SETTING, "").replace(" ", "").split(",")))
    for name in wanted:
        if name not in (*NAMES, NONE):
            raise AuditError(f"engine {name}: no such engine; one of {', '.join(NAMES)}, or {NONE}")
    address = address or os.environ.get(ADDRESS, "")
    silent = {name: "no rule that was chosen needs it" for name in NAMES if name not in speaking}
    silent |= {name: "not asked for" for name in NAMES if wanted and name not in wanted}
    if not wanted and LANGUAGETOOL not in silent:
        why = _not_at_hand(address)
        silent |= {LANGUAGETOOL: why} if why else {}
    asked: dict[str, Ask] = {} if harper.NAME in silent else {harper.NAME: _ask_harper}
    guest = None if LANGUAGETOOL in silent else shared(address)
    if guest is not None:
        asked[LANGUAGETOOL] = guest.complain
    return Engines(asked, silent, guest)


def _not_at_hand(address: str) -> str:
    """Why LanguageTool is not asked unless it is asked for; empty when it is."""
    if address or kept.find() is not None:
        return ""
    if not installed():
        return "not installed; audit engines install languagetool does it"
    return "its server does not run; audit engines start keeps one running, --engine languagetool starts one for the run"


def _ask_harper(text: str) -> list[Complaint]:
    return harper.complain(text, sheet.wanted(harper.NAME))
