"""This file tests the pull request's summary: its table, and that an article stays plain text in it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace

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
    (head, *rows) = cells(render(report))[3:]
    assert head == ["line", "severity", "finding", "better wording", "rule"]
    assert [(row[0], row[1]) for row in rows] == [("4", "critical"), ("3", "major"), ("3", "minor"), ("3", "neutral")]
    link = '<a href="https://example.org/doubled">number/milliard</a>'
    assert rows[0][2:] == ["'milliards' is a billion.", "3 billion", link]
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


def test_several_documents_have_a_table_the_worst_first(report: Report) -> None:
    head, *rows = cells(render(replace(report, results=report.results[::-1])))[:3]
    assert head == ["document", "critical", "major", "minor", "neutral", "quality"]
    assert rows == [["news/bridge.txt", "1", "1", "1", "1", "71.3"], ["clean.txt", "0", "0", "0", "0", "100.0"]]


def test_a_comment_has_room_for_it_however_much_was_found(single: Callable[..., Report]) -> None:
    one = single("ab " * 130, "ab", message="#" * 5_000, better=("@" * 5_000,) * 9)
    text = render(replace(one, results=one.results * 300))
    assert len(text) < 65_536
    assert "more documents, none of them worse than these." in text


def test_a_link_of_a_card_cannot_break_out(report: Report) -> None:
    rule = replace(report.rules["number/milliard"], see=("https://example.org/a> <b>|`x` (y)",))
    rows = cells(render(replace(report, rules={"number/milliard": rule})))[3:]
    assert rows[1][4] == '<a href="https://example.org/a%3E%20%3Cb%3E%7C%60x%60%20(y)">number/milliard</a>'


def test_what_was_not_checked_is_named(report: Report) -> None:
    assert "* not checked: source/numbers: no source text: give --source\n" in render(report)
