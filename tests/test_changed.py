"""This file tests, on real git repositories, which articles count as changed since a revision."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from audit import cli
from audit.changed import changed
from audit.model import AuditError

SLIP = "“It is covered,” said he said. The bridge in the old town is open again.\n"


def git(*arguments: str, at: Path | None = None) -> str:
    who = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", *who, *arguments], cwd=at, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def write(name: str, text: str) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return name


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two articles in its first commit. What a hook tells git of another repository is not said here."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    repository = tmp_path / "desk"
    repository.mkdir()
    monkeypatch.chdir(repository)
    git("init", "--quiet")
    write("news/a.txt", "One bridge is open.\n")
    write("news/b.txt", "Two bridges are open.\n")
    write(".gitignore", "draft*\n")
    git("add", ".")
    git("commit", "--quiet", "--message", "first")
    return repository


def since(revision: str, *names: str, listed: tuple[str, ...] = ("news",)) -> list[str]:
    return changed(names or sorted(path.as_posix() for path in Path("news").rglob("*.txt")), revision, listed)


def test_an_article_counts_once_it_was_edited_added_or_committed() -> None:
    assert since("HEAD") == []
    write("news/a.txt", "One bridge is shut.\n")
    assert since("HEAD") == ["news/a.txt"]
    git("commit", "--quiet", "--all", "--message", "second")
    write("news/c.txt", "New.\n")
    write("news/d.txt", "New and staged.\n")
    git("add", "news/d.txt")
    assert since("HEAD") == ["news/c.txt", "news/d.txt"]
    assert since("HEAD~1") == ["news/a.txt", "news/c.txt", "news/d.txt"]


def test_a_renamed_article_counts_by_its_new_name_and_a_removed_one_not() -> None:
    git("mv", "news/a.txt", "news/moved.txt")
    git("rm", "--quiet", "news/b.txt")
    assert since("HEAD") == ["news/moved.txt"]
    git("commit", "--quiet", "--message", "moved")
    assert since("HEAD~1") == ["news/moved.txt"]


def test_what_others_did_on_the_other_branch_does_not_count() -> None:
    git("checkout", "--quiet", "-b", "desk")
    write("news/a.txt", "Mine.\n")
    git("commit", "--quiet", "--all", "--message", "mine")
    git("checkout", "--quiet", "-")
    write("news/b.txt", "Theirs.\n")
    git("commit", "--quiet", "--all", "--message", "theirs")
    other = git("rev-parse", "HEAD")
    git("checkout", "--quiet", "desk")
    assert since(other) == ["news/a.txt"]


def test_ignored_files_count_only_where_they_are_named() -> None:
    write("news/draft.txt", "A draft.\n")
    assert since("HEAD", "news/draft.txt") == []
    assert since("HEAD", "news/draft.txt", listed=("news/draft.txt",)) == ["news/draft.txt"]


def test_names_with_blanks_letters_and_patterns_are_taken_as_they_are() -> None:
    names = [write("news/é “a” b.txt", "New.\n"), write("news/[ab].txt", "New.\n"), write("news/line\nend.txt", "New.\n")]
    assert since("HEAD", "news/a.txt", *names, listed=tuple(names)) == names


def test_files_are_found_from_any_folder_and_by_any_path(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("news/a.txt", "Edited.\n")
    monkeypatch.chdir(home / "news")
    assert since("HEAD", "a.txt", "b.txt", "../news/a.txt", str(home / "news" / "a.txt"), "-") == [
        "a.txt",
        "../news/a.txt",
        str(home / "news" / "a.txt"),
        "-",
    ]


def test_each_file_is_asked_of_its_own_repository(home: Path) -> None:
    inner = home / "news" / "inner"
    inner.mkdir()
    git("init", "--quiet", at=inner)
    write("news/inner/x.txt", "X.\n")
    git("add", ".", at=inner)
    git("commit", "--quiet", "--message", "inner", at=inner)
    assert since("HEAD", "news/a.txt", "news/inner/x.txt") == []
    write("news/inner/x.txt", "Y.\n")
    assert since("HEAD", "news/a.txt", "news/inner/x.txt") == ["news/inner/x.txt"]


@pytest.mark.parametrize("revision", ["nowhere", "", "--output=stolen", "HEAD~9", "HEAD:news/a.txt"])
def test_an_unknown_revision_is_one_line(revision: str) -> None:
    with pytest.raises(AuditError, match=r"^--changed-since .*: git knows no such revision; fetch it"):
        since(revision)
    assert not Path("stolen").exists()


def test_a_folder_without_a_repository_is_one_line(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(home.parent))
    outside = home.parent / "outside"
    outside.mkdir()
    (outside / "a.txt").write_text("A.\n", "utf-8")
    with pytest.raises(AuditError, match=r"^--changed-since HEAD: outside: is in no git repository; leave the option out$"):
        since("HEAD", str(outside / "a.txt"))


def test_a_machine_without_git_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "nowhere")
    with pytest.raises(AuditError, match="git is not installed"):
        since("HEAD")


def test_the_command_audits_what_changed_and_writes_reports_of_nothing_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("audit.toml", 'select = ["attribution"]\n')

    def ran(*more: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["audit", "news", "--no-report", *more])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return int(ended.value.code or 0), *capsys.readouterr()

    status, _, err = ran("--changed-since", "HEAD", "--format", "gitlab:quality.json")
    assert (status, err) == (0, "audit: none of 2 texts has changed since HEAD\n")
    assert Path("quality.json").read_text("utf-8") == "[]\n"
    write("news/b.txt", SLIP)
    status, out, _ = ran("--changed-since", "HEAD", "--fail-on", "major", "--format", "checkstyle")
    assert status == 1
    assert "news/b.txt" in out
    assert "news/a.txt" not in out
    status, out, err = ran("--changed-since", "nowhere")
    assert (status, out, len(err.splitlines())) == (2, "", 1)
