"""This file knows the jars that make LanguageTool's server for English: names, versions and SHA-256 sums, all from `jars.txt`."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from audit.engines.trouble import EngineError

LIST = Path(__file__).with_name("jars.txt")
"""Written by `make jars`. Its sums are what a download is held against, and what lies in the cache folder before each start."""
VERSION_OF = "languagetool-server"


@dataclass(frozen=True, slots=True)
class Jar:
    """One file of the class path, by its Maven coordinates; `digest` is the SHA-256 of its content in hexadecimal digits."""

    group: str
    artifact: str
    version: str
    digest: str

    @property
    def file(self) -> str:
        return f"{self.artifact}-{self.version}.jar"


@cache
def pinned() -> tuple[Jar, ...]:
    """All jars, in the order of the class path."""
    rows = (line.split() for line in LIST.read_text(encoding="ascii").splitlines())
    return tuple(_jar(coordinates, digest) for coordinates, digest in rows)


def _jar(coordinates: str, digest: str) -> Jar:
    group, artifact, version = coordinates.split(":")
    return Jar(group, artifact, version, digest)


@cache
def version() -> str:
    """LanguageTool's version, such as 6.8."""
    return next(jar.version for jar in pinned() if jar.artifact == VERSION_OF)


@cache
def stamp() -> str:
    """Eight hexadecimal digits that change with the list."""
    return hashlib.sha256(LIST.read_bytes()).hexdigest()[:8]


def verify(folder: Path) -> None:
    """Holds every jar in a folder against its sum, some 0.1 s for all. Raises EngineError that names the first that is not as listed."""
    with ThreadPoolExecutor(2) as pool:
        for jar, digest in zip(pinned(), pool.map(lambda jar: sum_of(folder / jar.file), pinned()), strict=True):
            if digest != jar.digest:
                wrong = "is missing" if not digest else "is damaged (its SHA-256 is not the listed one)"
                raise EngineError(f"LanguageTool is not started: {folder / jar.file} {wrong}; run: audit engines install languagetool")


def sum_of(path: Path) -> str:
    """The SHA-256 of a file; empty for one that cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
