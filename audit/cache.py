"""This file keeps in the user's cache folder what is dear to make: cards read, checks built, expressions compiled.

Nothing there is needed and nothing is trusted that does not fit: a value carries the stamp of all it was made from. The folder is
the user's own (`~/.cache/mt-audit` on Linux); `AUDIT_NO_CACHE=1` does without, `AUDIT_CACHE_DIR` names another folder.
"""

from __future__ import annotations

import gc
import os
import pickle
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

import regex

from audit import __version__

_MADE_WITH = ("regex", "pyahocorasick", "pydantic")


_T = TypeVar("_T")


def kept(name: str, stamp: str, make: Callable[[], _T]) -> _T:
    """What `make` gives, or what it gave when the stamp was the same. The value must be one that pickles."""
    place = _folder()
    if place is None:
        return make()
    path = place / f"{name}.pickle"
    found = _load(path)
    if isinstance(found, tuple) and len(found) == 2 and found[0] == stamp:
        value: _T = found[1]
        return value
    value = make()
    _save(path, (stamp, value))
    return value


def expression(pattern: str, flags: int = 0, **lists: list[str]) -> regex.Pattern[str]:
    """`regex.compile`, which takes milliseconds, once and for all; asked again, it costs no more than a look-up. Raises regex.error."""
    return _expression(pattern, int(flags), tuple((name, tuple(words)) for name, words in sorted(lists.items())))


@lru_cache(maxsize=20_000)
def _expression(pattern: str, flags: int, lists: tuple[tuple[str, tuple[str, ...]], ...]) -> regex.Pattern[str]:
    compiled: Any = regex.compile
    key = digest(pattern, str(flags), *(f"{name}={words}" for name, words in lists))
    return kept(
        f"expressions/{key}", key, lambda: compiled(pattern, flags, ignore_unused=True, **{name: [*words] for name, words in lists})
    )


def digest(*parts: str) -> str:
    """A stamp of texts, and of the versions of everything that makes values out of them."""
    return blake2b("\0".join((_versions(), *parts)).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def state(*places: Path) -> str:
    """A stamp of files, and of all YAML and Python files in folders: paths, sizes and times of the last change."""
    return digest(*(line for place in places for line in _states(place)))


def _states(place: Path) -> Iterable[str]:
    paths = sorted(path for path in place.rglob("*") if path.suffix in {".yaml", ".yml", ".py"}) if place.is_dir() else [place]
    for path in paths:
        with suppress(OSError):
            found = path.stat()
            yield f"{path} {found.st_size} {found.st_mtime_ns}"


@cache
def _versions() -> str:
    return " ".join((__version__, sys.version, *(f"{package} {version(package)}" for package in _MADE_WITH)))


@cache
def _folder() -> Path | None:
    """The cache folder; None where the user wants none, or there can be none."""
    return None if os.environ.get("AUDIT_NO_CACHE") else lasting()


def lasting() -> Path | None:
    """The cache folder, made if need be, also for what is installed on purpose; None where others could write into it, or it cannot be."""
    from platformdirs import user_cache_path

    named = os.environ.get("AUDIT_CACHE_DIR")
    place = Path(named) if named else user_cache_path("mt-audit", appauthor=False)
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        owner = place.stat()
    except OSError:
        return None
    foreign = hasattr(os, "getuid") and (owner.st_uid != os.getuid() or owner.st_mode & (stat.S_IWGRP | stat.S_IWOTH))
    return None if foreign else place


def _load(path: Path) -> Any:
    """What lies in a file; None when it cannot be read, for whatever reason: then it is made anew."""
    collecting = gc.isenabled()
    gc.disable()  # a million small objects come at once, and none of them is garbage
    try:
        return pickle.loads(path.read_bytes())  # noqa: S301  the folder is the user's own; see _folder
    except Exception:  # noqa: BLE001  a broken or foreign pickle may raise anything
        return None
    finally:
        if collecting:
            gc.enable()


def _save(path: Path, value: object) -> None:
    """Writes a file whole or not at all. A full or read-only disk is no fault: the value is merely made again next time."""
    with suppress(OSError, pickle.PicklingError, AttributeError, TypeError):
        content = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink()
