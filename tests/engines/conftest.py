"""This file gives tests an installation of LanguageTool of their own: links to the real jars, so that one can be spoilt."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.engines.languagetool import jars
from audit.engines.languagetool.install import place


@pytest.fixture
def own_place(languagetool: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the jars in a cache folder that is the test's; no server is named."""
    real = place()
    monkeypatch.setenv("AUDIT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("AUDIT_LANGUAGETOOL", raising=False)
    folder = place()
    folder.mkdir()
    for jar in jars.pinned():
        (folder / jar.file).symlink_to(real / jar.file)
    return folder
