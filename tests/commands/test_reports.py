"""This file tests where the reports of a run go: one page for one article, a page each and an index for several."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import cli
from audit.commands.reports import Output, places

CLEAN = "The bridge in the old town is open again, and nobody was hurt when it fell.\n"
SLIP = "“It is covered,” said he said. The bridge in the old town is open again.\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "news/a.txt": CLEAN,
        "news/b.txt": SLIP,
        "news/old/a.txt": CLEAN,
        "audit.toml": 'select = ["attribution"]\n',
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def ran(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *args: str) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["audit", *args])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    out, err = capsys.readouterr()
    return int(ended.value.code or 0), out, err


def linked(page: Path) -> list[Path]:
    """The reports that an index leads to."""
    found = re.findall(r'<th scope="row"><a href="([^"]+)"><bdi>', page.read_text("utf-8"))
    return [page.parent / unquote(href) for href in found]


def test_several_articles_have_a_report_each_and_an_index_the_worst_first(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    status, out, _ = ran(capsys, monkeypatch, "news")
    assert (status, out.splitlines()[-1]) == (0, "Report: news.audit.html")
    reports = linked(Path("news.audit.html"))
    assert [report.as_posix() for report in reports] == [
        "news.reports/news-b.txt.audit.html",
        "news.reports/news-a.txt.audit.html",
        "news.reports/news-old-a.txt.audit.html",
    ]
    assert all("Translation audit" in report.read_text("utf-8") for report in reports)
    assert "town is open again" in reports[0].read_text("utf-8")


def test_one_article_has_one_page_and_no_folder(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert ran(capsys, monkeypatch, "news/a.txt")[0] == 0
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt.audit.html", "audit.toml", "news"]


def test_the_html_format_of_several_articles_is_an_index_beside_other_formats(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    forms = ("html:out.html", "sarif:out.sarif", "rdjson:out.rdjson", "checkstyle:out.xml")
    status, out, _ = ran(capsys, monkeypatch, "news", *(part for form in forms for part in ("--format", form)))
    assert status == 0
    assert out.splitlines()[-4:] == ["Report: out.html", "sarif: out.sarif", "rdjson: out.rdjson", "checkstyle: out.xml"]
    assert len(linked(Path("out.html"))) == len(list(Path("out.reports").iterdir())) == 3


def test_an_article_is_never_written_over_by_a_report_of_another(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("x.reports").mkdir()
    victim = Path("x.reports/news-a.txt.audit.html")
    victim.write_text(CLEAN, "utf-8")
    status, out, err = ran(capsys, monkeypatch, "news", str(victim), "--output", "x.html")
    assert (status, out) == (2, "")
    assert "is read or written by this run already; name another file" in err
    assert victim.read_text("utf-8") == CLEAN


def test_a_folder_for_reports_that_cannot_be_made_is_one_line_and_status_two(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("x.reports").write_text("a file", "utf-8")
    status, _, err = ran(capsys, monkeypatch, "news", "--output", "x.html")
    assert (status, err) == (2, "audit: x.reports: cannot be made (File exists); choose another place\n")


@given(st.lists((st.text(min_size=1, max_size=150) | st.sampled_from(["a", "A", "a.2", "a/b"])), min_size=2, max_size=6))
def test_any_names_give_files_of_their_own_inside_the_folder(names: list[str]) -> None:
    index, *pages = places([Output("html", Path("out/index.html"))], names)
    assert index == Path("out/index.html")
    assert len({str(page).casefold() for page in pages}) == len(names)
    assert {page.parent for page in pages} == {Path("out/index.reports")}
    assert all(page.name.endswith(".audit.html") and len(page.name.encode()) <= 170 for page in pages)
