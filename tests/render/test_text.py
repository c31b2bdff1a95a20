"""This file tests the terminal's report: the marks below the sentence, the width, and that an article cannot steer a terminal."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from rich.cells import cell_len
from rich.console import Console

from audit.model import Failure, Report, Span
from audit.render.text import print_rich, render


def printed(report: Report, width: int = 80, *, colour: bool = False) -> str:
    out = io.StringIO()
    print_rich(report, Console(file=out, width=width, force_terminal=colour, color_system="standard" if colour else None))
    return out.getvalue()


def marked(text: str) -> list[str]:
    """What stands above each run of marks, by terminal cells."""
    lines = text.split("\n")
    found = []
    for above, below in pairwise(lines):
        if re.fullmatch(r" {6}\| [ ~^\d]*[~^\d]", below):
            cells = "".join(letter + "\0" * (cell_len(letter) - 1) for letter in above)
            found += [cells[run.start() : run.end()].replace("\0", "") for run in re.finditer(r"\S+", below[8:].rjust(len(below)))]
    return found


def test_the_report_reads_as_the_golden_file_does(report: Report, golden: Callable[[str, str], None]) -> None:
    golden("report.txt", render(report))


def test_the_marks_stand_below_the_spans_in_order(report: Report) -> None:
    assert marked(render(report)) == ["On Tuesday has", "he said she said", "𝔗own | *Hall* <b>waved</b> @all", "3 milliards"]


def test_marks_below_wide_letters_are_as_wide_as_they_are(single: Callable[..., Report]) -> None:
    text = render(single("He saw 東京 and Kyoto.", "東京", "Kyoto"))
    assert "    1 | He saw 東京 and Kyoto.\n      |        1~~~     2~~~~\n" in text


def test_findings_of_one_sentence_share_its_quotation_and_carry_numbers(single: Callable[..., Report]) -> None:
    text = render(single("First aa bb. Then cc dd. Last ee.", "aa", "cc", "dd"))
    assert [line for line in text.split("\n") if line.startswith("    1 | ")] == ["    1 | First aa bb.", "    1 | Then cc dd."]
    assert re.findall(r"^ {5}(.) major", text, re.MULTILINE) == [" ", "1", "2"]


def test_findings_that_overlap_are_marked_one_by_one(single: Callable[..., Report]) -> None:
    assert marked(render(single("The old old bridge.", "old old", "old bridge"))) == ["old old", "old bridge"]


def test_a_title_before_a_name_does_not_end_a_sentence(single: Callable[..., Report]) -> None:
    assert "| He met Mr. Odd and Dr. B. Kell here." in render(single("It rained. He met Mr. Odd and Dr. B. Kell here. It was dry.", "here"))


def test_a_place_where_something_is_missing_is_marked(single: Callable[..., Report]) -> None:
    report = single("He went.", "went")
    nothing = replace(report.results[0].findings[0], span=Span(8, 8), quote="")
    report = replace(report, results=(replace(report.results[0], findings=(nothing,)),))
    assert "    1 | He went.\n      |         ^\n" in render(report)


def test_a_very_long_line_is_shown_only_round_the_span(single: Callable[..., Report]) -> None:
    lines = render(single("word " * 40_000 + "fault " + "word " * 40_000, "fault")).split("\n")
    quoted = [line for line in lines if "|" in line]
    assert 2 <= len(quoted) <= 6
    assert quoted[0].startswith("    1 | …word")
    assert quoted[-1].endswith("word…")


def test_a_span_over_several_lines_is_shown_from_its_first(single: Callable[..., Report]) -> None:
    assert marked(render(single("He “said\nall that” here.", "“said\nall that”"))) == ["“said"]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_lines_keep_to_the_width_of_the_console(report: Report, width: int) -> None:
    assert max(cell_len(line) for line in printed(report, width).split("\n") if "nrefs" not in line) <= width


def test_the_coloured_report_says_what_the_plain_one_says(report: Report) -> None:
    assert printed(report, 100) == render(report)
    coloured = printed(report, 100, colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == render(report)


def test_square_brackets_of_an_article_are_no_markup(single: Callable[..., Report]) -> None:
    text = printed(single("So [bold]he[/bold] [link=x]said[/] :smile:.", "[/]", message="[red]no[/red]"))
    assert "| So [bold]he[/bold] [link=x]said[/] :smile:." in text
    assert "[red]no[/red]" in text


def test_nothing_in_an_article_can_steer_the_terminal(single: Callable[..., Report]) -> None:
    evil = "\x1b]0;owned\x07 \x9b31m \u202eright\u2066 \rback \x00 \u200b"
    report = single(f"A {evil} word.", "word", message=evil, better=(evil,))
    report = replace(report, verdict=replace(report.verdict, reason=evil))
    report = replace(report, results=(replace(report.results[0], failures=(Failure(evil, evil),)),))
    report = replace(report, results=(replace(report.results[0], document=replace(report.results[0].document, name=evil)),))
    for text in (render(report), printed(report)):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]", text)
    assert marked(render(report)) == ["word"]


def test_checks_that_miss_the_same_thing_share_a_line(report: Report) -> None:
    failures = tuple(Failure(f"source/{name}", "no source") for name in "fedcba")
    report = replace(report, results=(replace(report.results[0], failures=failures),))
    assert "  not checked: source/a, source/b, source/c, source/d and 2 more: no source\n" in render(report)


def test_forty_findings_take_less_than_five_lines_each(single: Callable[..., Report]) -> None:
    text = "".join(f"Sentence {number} has one fault and a second fault in it.\n" for number in range(20))
    report = single(text, "fault", better=("error",))
    assert len(report.results[0].findings) == 40
    assert render(report).count("\n") < 5 * 40


def test_twenty_thousand_findings_in_one_line_are_all_shown(single: Callable[..., Report]) -> None:
    report = single("a fault in it, " * 20_000, "fault")
    assert render(report).count("~~~") >= 20_000
