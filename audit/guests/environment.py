"""This file makes the environments that guests live in, whole or not at all, in the user's cache folder, and finds them again."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

from audit.model import AuditError

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Guest:
    """A metric that is not ours: its package, licence and size, the Pythons that have builds of it, and a line that must run in it."""

    name: str
    package: str
    licence: str
    size: str
    pythons: tuple[str, ...]
    proof: str

    @property
    def pins(self) -> Path:
        return HERE / f"{self.name}.txt"

    @property
    def variable(self) -> str:
        """The variable that names a Python with the metric, instead of our own environment."""
        return f"AUDIT_{self.name.upper()}_PYTHON"


COMET = Guest(
    "comet",
    "unbabel-comet 2.2.7",
    "Apache-2.0; each model has a licence of its own, and some forbid commercial use",
    "some 2.5 GB to download and 4.5 GB on disk on Linux, with torch and NVIDIA's libraries (proprietary); 1.5 GB elsewhere",
    ("3.11", "3.12"),
    "import comet",
)
GUESTS = {guest.name: guest for guest in (COMET,)}


def place(guest: Guest) -> Path:
    """The folder of a guest's environment: another one when its pins are others."""
    from platformdirs import user_cache_path

    named = os.environ.get("AUDIT_CACHE_DIR")
    folder = Path(named) if named else user_cache_path("mt-audit", appauthor=False)
    return folder / "guests" / f"{guest.name}-{blake2b(guest.pins.read_bytes(), digest_size=6).hexdigest()}"


def python(guest: Guest) -> Path:
    """The Python that has the guest. Raises AuditError where there is none, with how to get it."""
    named = os.environ.get(guest.variable)
    if named:
        if not Path(named).is_file():
            raise AuditError(f"{guest.variable}={named}: no such file; name the Python of an environment that has {guest.package}")
        return Path(named)
    found = _inside(place(guest))
    if not found.is_file():
        raise AuditError(f"the metric {guest.name} is not installed: run `audit metrics install {guest.name}`")
    return found


def install(guest: Guest) -> Path:
    """Makes the environment, where there is none, and gives its Python. Raises AuditError; nothing is left then."""
    target = place(guest)
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _alone(target.parent / f".{guest.name}.lock"):
            if not _inside(target).is_file():
                for left in target.parent.glob(f".{guest.name}-*.partly"):
                    shutil.rmtree(left, ignore_errors=True)
                _make(guest, target)
    except OSError as problem:
        raise AuditError(f"{target.parent}: cannot be written ({problem.strerror}); AUDIT_CACHE_DIR names another folder") from problem
    return _inside(target)


def _make(guest: Guest, target: Path) -> None:
    partly = Path(tempfile.mkdtemp(prefix=f".{guest.name}-", suffix=".partly", dir=target.parent))
    try:
        _run([_interpreter(guest.pythons), "-m", "venv", str(partly)], guest)
        inside = str(_inside(partly))
        options = ["--quiet", "--disable-pip-version-check", "--no-cache-dir", "--no-compile"]
        pinned = ["--no-deps", "--require-hashes", "--only-binary", ":all:", "--requirement", str(guest.pins)]
        _run([inside, "-m", "pip", "install", *options, *pinned], guest)
        _run([inside, "-I", "-c", guest.proof], guest)
        partly.rename(target)
    finally:
        shutil.rmtree(partly, ignore_errors=True)


def _run(command: Sequence[str], guest: Guest) -> None:
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False, stdin=subprocess.DEVNULL)
    if done.returncode:
        lines = [line.strip() for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        said = next((line for line in lines if line.startswith("ERROR")), lines[-1] if lines else f"status {done.returncode}")
        raise AuditError(f"{guest.package} could not be installed, and nothing was left of it: {said[:300]}")


@cache
def _interpreter(versions: tuple[str, ...]) -> str:
    """A Python of one of these versions: our own, or one on PATH that runs. Raises AuditError where there is none."""
    if f"{sys.version_info[0]}.{sys.version_info[1]}" in versions:
        return sys.executable
    for version in versions:
        found = shutil.which(f"python{version}")
        if found and not subprocess.run([found, "-c", ""], capture_output=True, check=False).returncode:
            return found
    raise AuditError(f"no Python {' or '.join(versions)} on PATH: this metric has no builds for {sys.version.split()[0]}; install one")


def _inside(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    """One process at a time, where the system has such locks; elsewhere the rename says who was first."""
    with path.open("w") as file:
        with contextlib.suppress(ImportError):
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield
