"""This file tests the pull request's summary: its table, and that an article stays plain text in it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from audit.model import Document, Finding, Meta, Report, Result, Span, Verdict
from audit.render.markdown import render


def cells(text: str) -> list[list[str]]:
    """The table's rows as a reader sees them, by a Markdown parser."""
    shown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)
    rows = re.findall(r"<tr>(.*?)</tr>", shown, re.DOTALL)
    return [[cell.strip() for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)] for row in rows]


def test_the_summary_reads_as_the_golden_file_does(report: Report, golden: Callable[[str, str], None]) -> None:
    golden("report.md", render(report))


def test_the_table_has_the_worst_finding_first(report: Report) -> None:
    head, *rows = cells(render(report))
    assert head == ["line", "severity", "finding", "better wording", "rule"]
    assert [(row[0], row[1]) for row in rows] == [("4", "critical"), ("3", "major"), ("3", "minor"), ("3", "neutral")]
    assert rows[0][2:] == ["'milliards' is a billion.", "3 billion", "number/milliard"]
    assert rows[1][3] == "she said / said the mayor"


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")) | st.sampled_from("|`*_[]()<>&@#~\\!\n "), min_size=1, max_size=50))
def test_any_message_stays_one_cell_of_plain_text(message: str) -> None:
    finding = Finding("a/b", Span(0, 1), "x", f"x{message}x", "accuracy", "minor", 1.0, (f"x{message}x",))
    report = Report((Result(Document("a.txt", "x"), (finding,)),), {}, Verdict(True, "none"), Meta("1", 1))
    (row,) = cells(render(report))[1:]
    plain = [html.unescape(cell.replace("<!-- -->", "")) for cell in row]
    expected = " ".join(f"x{message}x".split())
    assert plain == ["1", "minor", expected, expected, "a/b"]
    assert not re.search(r"<(?!!-- -->)", "".join(row))


def test_nobody_is_called_and_no_issue_is_linked(single: Callable[..., Report]) -> None:
    text = render(single("x", "x", message="ask @mayor about #12 and https://example.org"))
    assert "ask @<!-- -->mayor about #<!-- -->12 and https\\://example.org" in text


def test_a_very_long_list_ends_with_the_number_left_out(single: Callable[..., Report]) -> None:
    text = render(single("ab " * 130, "ab"))
    assert len(cells(text)) == 101
    assert "And 30 more, none of them worse than these." in text


def test_what_was_not_checked_is_named(report: Report) -> None:
    assert "* not checked: source/numbers: no source text: give --source\n" in render(report)
