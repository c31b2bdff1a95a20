"""This file tests how remarks in Markdown and HTML are read: their rule, reason and end, and the paragraph that each is about."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import load
from audit.markup.read import read_prose
from audit.model import Document, Remark

IGNORE = "<!-- audit: ignore grammar/a it is wanted -->"


def of(text: str, form: str = "markdown") -> tuple[tuple[Remark, ...], str]:
    read = read_prose(text, form, 0, "a")
    return read.remarks, read.prose


def about(text: str, form: str = "markdown") -> list[str]:
    """The first three letters of the paragraph that each remark is about."""
    remarks, prose = of(text, form)
    starts = [prose.rfind("\n", 0, remark.at + 1) + 1 for remark in remarks]
    return [prose[start : start + 3] if remark.at >= 0 else "" for remark, start in zip(remarks, starts, strict=True)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"One.\n\n{IGNORE}\n\nTwo.\n\nThree.\n", ["Two"]),
        (f"One.\n\n{IGNORE}\nTwo.\n", ["Two"]),
        (f"One.\n{IGNORE}\n\nTwo.\n", ["Two"]),
        (f"{IGNORE}\n\nOne.\n\nTwo.\n", ["One"]),
        (f"One. {IGNORE} More.\n\nTwo.\n", ["One"]),
        (f"One. {IGNORE}\n\nTwo.\n", ["One"]),
        (f"One.\n\nTwo.\n\n{IGNORE}\n", [""]),
        (f"# Head\n\n{IGNORE}\n\n- One\n- Two\n", ["One"]),
        (f"One.\n\n{IGNORE}\n{IGNORE}\n\nTwo.\n", ["Two", "Two"]),
        (f"One, a *word*. {IGNORE}\n\nTwo.\n", ["One"]),
    ],
)
def test_in_markdown_a_remark_is_about_the_paragraph_it_stands_in_or_the_next(text: str, words: list[str]) -> None:
    assert about(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"<p>One.</p>{IGNORE}<p>Two.</p>", ["Two"]),
        (f"<p>One.</p>\n{IGNORE}\n<p>Two.</p>", ["Two"]),
        (f"<p>One.{IGNORE}</p><p>Two.</p>", ["One"]),
        (f"<p>{IGNORE}One.</p><p>Two.</p>", ["One"]),
        (f"<p>One.</p><p>{IGNORE}Two.</p>", ["Two"]),
        (f"<p>One.</p><p>Two.</p>{IGNORE}", [""]),
        (f"<p>One.<br><br>{IGNORE}Two.</p>", ["Two"]),
        (f"<p>One.</p>\r\n\r\n{IGNORE}\r\n<h2>Two</h2>", ["Two"]),
    ],
)
def test_in_html_a_remark_is_about_the_paragraph_it_stands_in_or_the_next(text: str, words: list[str]) -> None:
    assert about(text, "html") == words


@pytest.mark.parametrize(
    ("said", "rule", "reason", "expires"),
    [
        ("ignore grammar/a it is wanted", "grammar/a", "it is wanted", None),
        ("  ignore   calque  reason: it is\n wanted ", "calque", "it is wanted", None),
        ('ignore calque/x-1 reason="wanted"', "calque/x-1", "wanted", None),
        ("ignore grammar/a wanted, expires 2026-12-01", "grammar/a", "wanted", datetime.date(2026, 12, 1)),
        ("ignore grammar/a wanted (expires: 2026-12-01)", "grammar/a", "wanted", datetime.date(2026, 12, 1)),
        ("ignore grammar/a the word expires here", "grammar/a", "the word expires here", None),
    ],
)
def test_a_remark_says_its_rule_its_reason_and_its_last_day(said: str, rule: str, reason: str, expires: datetime.date | None) -> None:
    ((remark,), _) = of(f"<!-- audit: {said} -->\n\nOne.\n")
    assert (remark.rule, remark.reason, remark.expires, remark.wrong) == (rule, reason, expires, "")


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("ignore grammar/a", "gives no reason"),
        ("ignore", "is not understood"),
        ("silence grammar/a please", "is not understood"),
        ("ignore grammar/a wanted expires 2026-13-01", "2026-13-01 is no date"),
    ],
)
def test_a_remark_that_cannot_be_used_says_why(said: str, wrong: str) -> None:
    ((remark,), _) = of(f"One.\n\n<!-- audit: {said} -->\n\nTwo.\n")
    assert wrong in remark.wrong
    assert remark.line == 3


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (f"One.\n\n```html\n{IGNORE}\n```\n\nTwo.\n", "markdown"),
        (f"Write `{IGNORE}` above it.\n", "markdown"),
        (f"One.\n\n~~~\n{IGNORE}\n", "markdown"),
        (f"<p>One.</p><script>let x = '{IGNORE}'</script><p>Two.</p>", "html"),
        (f"<p>One.</p><textarea>{IGNORE}</textarea>", "html"),
        (f"One. {IGNORE}\n", "text"),
        ("One. <!-- audit: ignore grammar/a not closed\n\nTwo.\n", "html"),
    ],
)
def test_what_only_looks_like_a_remark_is_none(text: str, form: str) -> None:
    assert of(text, form)[0] == ()


def test_many_openings_that_nothing_closes_take_no_time() -> None:
    assert of("One. " + "<!-- audit: ignore a/b <script " * 20_000, "html")[0] == ()


PIECES = st.sampled_from([IGNORE, "One.", "\n\n", "\n", " ", "*two*", "# Three", "- four", "`", "```", "<p>", "</p>", "&amp;"])


@given(st.lists(PIECES, max_size=12).map("".join), st.sampled_from(["markdown", "html"]))
def test_with_or_without_remarks_a_reader_sees_the_same(text: str, form: str) -> None:
    text = f"Begin.\n\n{text}"
    remarks, prose = of(text, form)
    assert prose == of(text.replace("audit:", "other:"), form)[1].replace("other:", "audit:")
    assert all(-1 <= remark.at < len(prose) for remark in remarks)


def test_a_file_brings_its_remarks_and_front_matter_moves_them(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\ndate: 2022-01-07\n---\n\nOne.\n\n{IGNORE}\n\nTwo.\n", encoding="utf-8")
    (document,) = load.documents([str(tmp_path / "a.md")])
    assert isinstance(document, Document)
    assert [(remark.line, document.prose[remark.at :]) for remark in document.remarks] == [(7, "Two.")]
