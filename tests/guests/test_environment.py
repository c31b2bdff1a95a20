"""This file tests that a guest's environment is made whole or not at all, out of a package that the test builds itself."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from audit import cli
from audit.guests import environment
from audit.guests.environment import Guest, install, place, python
from audit.model import AuditError

THIS = f"{sys.version_info[0]}.{sys.version_info[1]}"
GUEST = Guest("tiny", "tiny 1.0", "none", "1 kB", (THIS,), "import tiny_guest")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own, an index that is a folder with one wheel, and its pins."""
    wheel = tmp_path / "tiny_guest-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("tiny_guest.py", "")
        archive.writestr("tiny_guest-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny-guest\nVersion: 1.0\n")
        archive.writestr(
            "tiny_guest-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr("tiny_guest-1.0.dist-info/RECORD", "tiny_guest.py,,\n")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    (tmp_path / "tiny.txt").write_text(f"tiny-guest==1.0 --hash=sha256:{digest}\n", "utf-8")
    monkeypatch.setattr(environment, "HERE", tmp_path)
    for name, value in {"AUDIT_CACHE_DIR": tmp_path / "cache", "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": tmp_path}.items():
        monkeypatch.setenv(name, str(value))
    return tmp_path


def test_an_environment_is_made_once_and_found_again_and_what_an_interrupted_run_left_is_cleared_away() -> None:
    with pytest.raises(AuditError, match="the metric tiny is not installed: run `audit metrics install tiny`"):
        python(GUEST)
    left = place(GUEST).parent / ".tiny-abc.partly"
    left.mkdir(parents=True)
    made = install(GUEST)
    assert not left.exists()
    assert made == python(GUEST)
    assert subprocess.run([made, "-I", "-c", "import tiny_guest"], check=False).returncode == 0
    before = made.lstat().st_mtime_ns
    assert install(GUEST).lstat().st_mtime_ns == before


@pytest.mark.parametrize("broken", ["other hash", "does not run"])
def test_what_cannot_be_installed_leaves_nothing(broken: str, folder: Path) -> None:
    guest = Guest("tiny", "tiny 1.0", "none", "1 kB", (THIS,), "import tiny_ghost") if broken == "does not run" else GUEST
    if broken == "other hash":
        (folder / "tiny.txt").write_text(f"tiny-guest==1.0 --hash=sha256:{'0' * 64}\n", "utf-8")
    with pytest.raises(AuditError, match=r"tiny 1\.0 could not be installed, and nothing was left of it: ") as told:
        install(guest)
    assert "\n" not in str(told.value)
    assert [path.name for path in place(guest).parent.iterdir()] == [".tiny.lock"]


def test_other_pins_are_another_environment(folder: Path) -> None:
    before = place(GUEST)
    (folder / "tiny.txt").write_text("tiny-guest==1.1\n", "utf-8")
    assert place(GUEST) != before


def test_a_python_that_is_named_is_used_and_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIT_TINY_PYTHON", sys.executable)
    assert python(GUEST) == Path(sys.executable)
    monkeypatch.setenv("AUDIT_TINY_PYTHON", "nowhere")
    with pytest.raises(AuditError, match="AUDIT_TINY_PYTHON=nowhere: no such file"):
        python(GUEST)


def test_a_metric_without_builds_for_any_python_here_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(AuditError, match=r"no Python 3\.1 on PATH: this metric has no builds for"):
        install(Guest("tiny", "tiny 1.0", "none", "1 kB", ("3.1",), "import tiny_guest"))


@pytest.mark.parametrize(("name", "said"), [("nothing", "nothing: no such metric; there is comet"), ("comet", "give --yes")])
def test_nothing_is_installed_unasked(
    name: str, said: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "comet.txt").write_text("tiny-guest==1.0\n", "utf-8")
    monkeypatch.setattr(sys, "argv", ["audit", "metrics", "install", name])
    with pytest.raises(SystemExit):
        cli.main()
    out, err = capsys.readouterr()
    assert said in err
    assert ("licence: Apache-2.0" in out) == (name == "comet")
    assert not (folder / "cache" / "guests").exists()
