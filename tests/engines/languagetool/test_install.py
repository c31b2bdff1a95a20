"""This file tests that LanguageTool's jars come whole and as listed, or not at all."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from audit.engines.languagetool import install, jars
from audit.engines.trouble import EngineError

SMALL = tuple(jar for jar in jars.pinned() if jar.artifact in {"jsr305", "failureaccess"})
SHORT = "not to be had here"


@pytest.fixture
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder, and a list of two small jars."""
    monkeypatch.setenv("AUDIT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(jars, "pinned", lambda: SMALL)
    return tmp_path / "cache"


def fetched() -> Path:
    try:
        return install.install()
    except EngineError as problem:
        if os.environ.get("CI") or "could not fetch" not in str(problem):
            raise
        pytest.skip(f"{SHORT}: {problem}")


def test_jars_are_fetched_as_listed_and_what_is_damaged_is_fetched_anew(few: Path) -> None:
    assert len(SMALL) == 2
    assert not install.installed()
    folder = fetched()
    assert install.installed()
    assert sorted(path.name for path in folder.iterdir()) == sorted(jar.file for jar in SMALL)
    assert [path.name for path in few.iterdir()] == [folder.name], "nothing else is left behind"
    (folder / SMALL[0].file).write_bytes(b"damaged")
    told: list[str] = []
    assert install.install(told.append) == folder
    assert told == [f"{folder} is damaged and is fetched anew"]
    jars.verify(folder)
    monkey = pytest.MonkeyPatch()
    with monkey.context() as patch:  # what is whole is not fetched again
        patch.setitem(sys.modules, "jgo.maven", None)
        patch.setenv("PATH", "")
        assert install.install() == folder


def test_a_jar_that_is_not_the_listed_one_is_refused_and_nothing_is_installed(few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched()
    other = tuple(replace(jar, digest="0" * 64) for jar in SMALL)
    monkeypatch.setattr(jars, "pinned", lambda: other)
    monkeypatch.setattr(jars, "stamp", lambda: "other")
    with pytest.raises(EngineError, match="is not the file that is listed"):
        install.install()
    assert not install.installed()
    assert len(list(few.iterdir())) == 1


def test_without_a_client_of_maven_the_line_says_what_to_install(few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jgo.maven", None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EngineError, match=r"jgo is not installed \(pip install 'mt-audit\[languagetool\]'\), and mvn is not on PATH"):
        install.install()
    assert list(few.iterdir()) == []


def test_the_project_for_mvn_asks_for_the_listed_jars_and_none_of_theirs() -> None:
    written = install.project(SMALL)
    assert written.count("<dependency>") == written.count("<exclusion>") == 2
    assert f"<artifactId>{SMALL[0].artifact}</artifactId><version>{SMALL[0].version}</version>" in written
