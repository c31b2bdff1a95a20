"""This file tests what is kept between runs: that it spares the making, and that nothing stale or broken is ever believed."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from audit import cache


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AUDIT_CACHE_DIR", str(tmp_path / "kept"))
    monkeypatch.delenv("AUDIT_NO_CACHE", raising=False)
    cache._folder.cache_clear()
    yield tmp_path / "kept"
    cache._folder.cache_clear()


def _made(values: list[int]) -> int:
    values.append(len(values))
    return values[-1]


def test_a_value_is_made_once_for_a_stamp(place: Path) -> None:
    made: list[int] = []
    assert [cache.kept("a", stamp, lambda: _made(made)) for stamp in ("x", "x", "y", "y")] == [0, 0, 1, 1]


@pytest.mark.parametrize("content", [b"", b"no pickle", pickle.dumps(("other", 7)), pickle.dumps(7), pickle.dumps(("x", 1))[:-3]])
def test_a_file_that_is_broken_or_of_another_stamp_is_made_anew(place: Path, content: bytes) -> None:
    cache.kept("a", "x", lambda: 1)
    (place / "a.pickle").write_bytes(content)
    assert cache.kept("a", "x", lambda: 2) == 2
    assert cache.kept("a", "x", lambda: 3) == 2


def test_without_a_cache_everything_is_made(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIT_NO_CACHE", "1")
    made: list[int] = []
    assert [cache.kept("a", "x", lambda: _made(made)) for _ in range(2)] == [0, 1]
    assert not place.exists()


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="POSIX permissions")
def test_a_folder_that_others_may_write_is_not_believed(place: Path) -> None:
    place.mkdir()
    place.chmod(0o777)
    made: list[int] = []
    assert [cache.kept("a", "x", lambda: _made(made)) for _ in range(2)] == [0, 1]
    assert list(place.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("here")
    monkeypatch.setenv("AUDIT_CACHE_DIR", str(tmp_path / "file"))
    cache._folder.cache_clear()
    assert cache.kept("a", "x", lambda: 5) == 5
    cache._folder.cache_clear()


def test_what_cannot_be_pickled_is_still_made(place: Path) -> None:
    assert cache.kept("a", "x", lambda: len)([1, 2]) == 2
    assert callable(cache.kept("b", "x", lambda: lambda: 1))


def test_a_change_of_a_file_changes_the_state_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    card = tmp_path / "in" / "card.yaml"
    card.write_text("a: 1")
    before = cache.state(tmp_path)
    assert cache.state(tmp_path) == before
    card.write_text("a: 22")
    assert cache.state(tmp_path) != before


def test_an_expression_from_the_cache_finds_the_same(place: Path) -> None:
    for _ in range(2):  # the second comes out of the file
        found = cache.expression(r"\b\L<words>\b", words=["said", "says"])
        assert found.findall("He said she says so.") == ["said", "says"]
    assert len(list((place / "expressions").iterdir())) == 1
