"""This file sets LanguageTool's server up in the user's cache folder, from the artifacts that Maven's clients fetch."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from audit import cache
from audit.engines.languagetool import jars
from audit.engines.trouble import EngineError

_SECONDS = 60
_AT_ONCE = 4
_MAVEN_SECONDS = 900
EXTRA = "pip install 'mt-audit[languagetool]'"


def place() -> Path:
    """Where this version of LanguageTool lies, or would. Raises EngineError where no folder can be had."""
    folder = cache.lasting()
    if folder is None:
        raise EngineError("LanguageTool has no place: the cache folder cannot be used; name another with AUDIT_CACHE_DIR")
    return folder / f"languagetool-{jars.version()}-{jars.stamp()}"


def installed() -> bool:
    """Is it there? Whether each jar is whole is looked at before a start."""
    try:
        return place().is_dir()
    except EngineError:
        return False


def install(tell: Callable[[str], None] = lambda line: None) -> Path:
    """Fetches all jars, holds each against its sum, and puts them in place together or not at all. Raises EngineError.

    What is there already and whole stays. jgo fetches, a Maven client in Python; where it cannot, `mvn` on PATH.
    """
    target = place()
    if target.is_dir():
        try:
            jars.verify(target)
        except EngineError:
            tell(f"{target} is damaged and is fetched anew")
        else:
            return target
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix="languagetool-") as temporary:
        staged = Path(temporary) / "jars"
        staged.mkdir()
        _fetch(staged, Path(temporary), tell)
        jars.verify(staged)
        if target.is_dir():
            target.rename(Path(temporary) / "damaged")
        try:
            staged.rename(target)
        except OSError:
            jars.verify(target)  # another installation was faster
    return target


def _fetch(staged: Path, work: Path, tell: Callable[[str], None]) -> None:
    try:
        _with_jgo(staged, work / "repository")
    except ImportError:
        first = f"jgo is not installed ({EXTRA})"
    except (RuntimeError, OSError, ValueError, AssertionError) as problem:  # all that jgo was seen to raise without a network
        first = f"jgo could not fetch them ({' '.join(str(problem).split())[:200]})"
    else:
        return
    maven = shutil.which("mvn")
    if maven is None:
        raise EngineError(f"LanguageTool is not installed: {first}, and mvn is not on PATH")
    tell(f"{first}; mvn is tried")
    _with_maven(maven, staged, work)


def _with_jgo(staged: Path, repository: Path) -> None:
    from jgo.maven import MavenContext

    context = MavenContext(repo_cache=repository, timeout=_SECONDS)

    def fetch(jar: jars.Jar) -> None:
        fetched = context.project(jar.group, jar.artifact).at_version(jar.version).artifact().resolve()
        if jars.sum_of(fetched) != jar.digest:
            raise EngineError(f"{jar.group}:{jar.artifact}:{jar.version} is not the file that is listed (its SHA-256 differs)")
        shutil.move(fetched, staged / jar.file)

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for _ in pool.map(fetch, jars.pinned()):
            pass


def _with_maven(maven: str, staged: Path, work: Path) -> None:
    """One project that depends on exactly the listed jars."""
    (work / "pom.xml").write_text(project(jars.pinned()), encoding="utf-8")
    line = [maven, "-q", "-B", "dependency:copy-dependencies", f"-DoutputDirectory={staged}"]
    try:
        done = subprocess.run(line, cwd=work, capture_output=True, text=True, timeout=_MAVEN_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise EngineError(f"LanguageTool is not installed: mvn did not end well ({problem})") from problem
    if done.returncode:
        said = next((row for row in done.stdout.splitlines() if "ERROR" in row), "it gave no reason")
        raise EngineError(f"LanguageTool is not installed: mvn could not fetch it ({said.strip()[:300]})")


def project(wanted: tuple[jars.Jar, ...]) -> str:
    """A Maven project file that asks for these jars and none of theirs."""
    alone = "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>"
    rows = "".join(
        f"<dependency><groupId>{jar.group}</groupId><artifactId>{jar.artifact}</artifactId><version>{jar.version}</version>{alone}</dependency>"
        for jar in wanted
    )
    head = "<modelVersion>4.0.0</modelVersion><groupId>audit</groupId><artifactId>languagetool</artifactId><version>1</version>"
    return f"<project>{head}<dependencies>{rows}</dependencies></project>\n"
