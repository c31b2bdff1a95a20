"""This file asks git which articles have changed since a revision."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from audit.model import AuditError


def changed(names: Sequence[str], since: str, listed: Sequence[str]) -> list[str]:
    """Those of `names` (files, or `-`) whose text is not the one of the revision `since`: changed, new, renamed, or not yet added.

    With branches that parted, what counts is where they parted. `listed` are the names as the user gave them: a file named there counts as
    new also where git is told to ignore it. Standard input always stays. Raises AuditError: no git, no repository, an unknown revision.
    """
    asked = {_place(name) for name in listed if name != "-"}
    tops = {folder: _top(folder, since) for folder in {_place(name).parent for name in names if name != "-"}}
    differing = {top: set(_differing(top, since, asked)) for top in set(tops.values())}
    return [name for name in names if name == "-" or _place(name) in differing[tops[_place(name).parent]]]


def _place(name: str) -> Path:
    """Where a name lies. Links in folders are followed, as git follows them to its repository; a link itself is a file to git."""
    return Path(os.path.realpath(Path(name).parent), Path(name).name) if Path(name).name else Path(os.path.realpath(name))


def _top(folder: Path, since: str) -> Path:
    """The working tree that a folder is in."""
    done = _git(folder, "rev-parse", "--show-toplevel")
    if done.returncode:
        said = _first(done.stderr)
        if "not a git repository" in said:
            raise AuditError(f"--changed-since {since}: {folder.name or folder}: is in no git repository; leave the option out")
        raise AuditError(f"--changed-since {since}: {folder.name or folder}: git says: {said}")
    return Path(os.path.realpath(os.fsdecode(done.stdout.removesuffix(b"\n"))))


def _differing(top: Path, since: str, asked: set[Path]) -> Iterator[Path]:
    found = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{since}^{{commit}}")
    if found.returncode or not since:
        raise AuditError(f"--changed-since {since}: git knows no such revision; fetch it (a shallow clone lacks it), or name another")
    revision = found.stdout.decode().strip()
    parted = _git(top, "merge-base", revision, "HEAD")
    start = revision if parted.returncode else parted.stdout.decode().split()[0]
    # Without renames a moved file is a new one: its reports name it by its new path.
    differing = ("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--diff-filter=d", "--ignore-submodules", start, "--")
    yield from _paths(top, *differing)
    yield from _paths(top, "ls-files", "--others", "--exclude-standard", "-z")
    own = [os.fspath(place.relative_to(top)) for place in sorted(asked) if place.is_relative_to(top) and place.is_file()]
    if own:
        yield from _paths(top, "--literal-pathspecs", "ls-files", "--others", "-z", "--", *own)


def _paths(top: Path, *arguments: str) -> Iterator[Path]:
    done = _git(top, *arguments)
    if done.returncode:
        raise AuditError(f"--changed-since: git {arguments[0]} failed: {_first(done.stderr)}")
    for path in done.stdout.split(b"\0"):
        if path:
            yield top / os.fsdecode(path)


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment: Mapping[str, str] = {**os.environ, "LC_ALL": "C"}
    try:
        return subprocess.run(["git", "-C", folder, *arguments], capture_output=True, check=False, env=environment)
    except FileNotFoundError:
        where = "there is no such folder" if not folder.is_dir() else "git is not installed; install it, or leave the option out"
        raise AuditError(f"--changed-since: {where}") from None


def _first(output: bytes) -> str:
    return next(iter(output.decode("utf-8", "replace").splitlines()), "nothing")
