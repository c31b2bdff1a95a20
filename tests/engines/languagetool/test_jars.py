"""This file tests the list of jars and how a folder is held against it."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.engines.languagetool import jars, pin
from audit.engines.trouble import EngineError


def test_the_list_names_the_version_that_is_pinned_and_each_jar_once() -> None:
    assert jars.version() == pin.VERSION
    files = [jar.file for jar in jars.pinned()]
    assert len(set(files)) == len(files)
    assert {f"language-{code}" for code in pin.LANGUAGES} <= {jar.artifact for jar in jars.pinned()}
    assert "language-all" not in {jar.artifact for jar in jars.pinned()}
    assert all(len(jar.digest) == 64 for jar in jars.pinned())


def test_a_whole_installation_is_believed(own_place: Path) -> None:
    jars.verify(own_place)


def test_a_jar_that_is_damaged_or_missing_is_named_with_what_to_do(own_place: Path) -> None:
    spoilt = own_place / jars.pinned()[5].file
    content = bytearray(spoilt.read_bytes())
    content[len(content) // 2] ^= 1
    spoilt.unlink()
    with pytest.raises(EngineError, match=rf"{spoilt.name} is missing; run: audit engines install languagetool"):
        jars.verify(own_place)
    spoilt.write_bytes(content)
    with pytest.raises(EngineError, match=rf"{spoilt.name} is damaged"):
        jars.verify(own_place)
