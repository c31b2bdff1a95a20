"""This file tests the hook for pre-commit with pre-commit itself, on a git repository that commits articles."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

HOUSE = Path(__file__).resolve().parent.parent
CLEAN = "The bridge in the old town is open again, and nobody was hurt when it fell.\n"
SLIP = "“It is covered,” said he said. The bridge in the old town is open again.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with our hook installed as a desk would, but for the installation of audit itself, which needs the network."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "cache"))
    for key, value in {"user.name": "Desk", "user.email": "desk@example.org", "commit.gpgsign": "false"}.items():
        monkeypatch.setenv(f"GIT_CONFIG_KEY_{(at := len([k for k in os.environ if k.startswith('GIT_CONFIG_KEY_')]))}", key)
        monkeypatch.setenv(f"GIT_CONFIG_VALUE_{at}", value)
        monkeypatch.setenv("GIT_CONFIG_COUNT", str(at + 1))
    (published,) = yaml.safe_load((HOUSE / ".pre-commit-hooks.yaml").read_text("utf-8"))
    program, _, rest = published["entry"].partition(" ")
    assert program == "audit"
    hook = {**published, "language": "system", "entry": f"{sys.executable} -m audit {rest}", "args": ["--fail-on=major"]}
    home = tmp_path / "desk"
    home.mkdir()
    (home / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": [hook]}]}), "utf-8")
    (home / "audit.toml").write_text('select = ["attribution"]\n', "utf-8")
    monkeypatch.chdir(home)
    assert run("git", "init", "--quiet").returncode == 0
    installed = run(sys.executable, "-m", "pre_commit", "install")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    return home


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


def commit(**files: str) -> tuple[bool, str]:
    """Stages files (`a_txt` is a.txt) and commits: was it let through, and what was said."""
    for name, text in files.items():
        path = Path(name.replace("_", "."))
        path.write_text(text, "utf-8")
        assert run("git", "add", path.name).returncode == 0
    done = run("git", "commit", "--message", "news")
    return done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_an_article_with_a_grave_finding_is_not_committed_until_it_is_mended(desk: Path) -> None:
    passed, said = commit(a_txt=SLIP)
    assert not passed, said
    assert "attribution/doubled" in said
    assert "a.txt" in said
    assert run("git", "rev-parse", "HEAD").returncode != 0
    passed, said = commit(a_txt=CLEAN)
    assert passed, said
    assert sorted(path.name for path in desk.iterdir() if not path.name.startswith(".")) == ["a.txt", "audit.toml"], (
        "no report is left in the repository"
    )


@pytest.mark.slow
def test_only_what_is_staged_is_audited_and_only_articles(desk: Path) -> None:
    (desk / "beside.txt").write_text(SLIP, "utf-8")
    passed, said = commit(code_py=f'"""{SLIP}"""\n')
    assert passed, said
    assert "no files to check" in said
    passed, said = commit(b_md=CLEAN)
    assert passed, said
    assert "Passed" in said
