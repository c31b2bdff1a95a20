"""This file tests the workflow commands: one line each, and nothing of an article can end one or start another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from audit.model import Failure, Report
from audit.render.github import render


def test_a_finding_is_a_command_with_its_place_and_better_wording(report: Report) -> None:
    assert render(report).splitlines()[0] == (
        "::error file=news/bridge.txt,line=4,endLine=4,col=42,endColumn=52,title=critical%3A number/milliard"
        "::'milliards' is a billion. Write: 3 billion"
    )


def test_severities_become_the_three_levels_of_github_the_worst_first(report: Report) -> None:
    assert [line.split(" ")[0] for line in render(report).splitlines()] == [
        "::error", "::warning", "::notice", "::notice", "::notice", "::notice",
    ]  # fmt: skip


def test_what_was_not_checked_is_a_notice(report: Report) -> None:
    assert render(report).splitlines()[-2] == (
        "::notice file=news/bridge.txt,title=not checked%3A source/numbers::no source text: give --source"
    )


def test_percent_signs_and_line_ends_are_escaped_and_no_second_command_can_begin(single: Callable[..., Report]) -> None:
    report = single("x", "x", message="100%\r\n::stop-commands::now")
    document = replace(report.results[0].document, name="a,b:c%\n::x.txt")
    report = replace(report, results=(replace(report.results[0], document=document, failures=(Failure("a\nb", "c\n::error::d"),)),))
    first, second = render(report).split("\n")[:-1]
    assert first.startswith("::warning file=a%2Cb%3Ac%25%0A%3A%3Ax.txt,line=1,")
    assert first.endswith("::100%25%0D%0A::stop-commands::now")
    assert second.endswith("title=not checked%3A a%0Ab::c%0A::error::d")


def test_a_finding_over_several_lines_has_no_columns(single: Callable[..., Report]) -> None:
    assert "line=1,endLine=2,title=" in render(single("One two\nthree.", "two\nthree"))


def test_no_findings_give_no_commands(single: Callable[..., Report]) -> None:
    assert render(single("All is well.")) == ""


def test_the_first_line_says_how_many_annotations_github_will_not_show(single: Callable[..., Report]) -> None:
    assert "annotations of a kind" not in render(single("ab " * 10, "ab"))
    first, *rest = render(single("ab " * 11, "ab")).splitlines()
    assert first.startswith(
        "::notice title=audit::GitHub shows 10 annotations of a kind in a step; of 11 warnings the first ones are shown"
    )
    assert len(rest) == 11


def test_the_worst_of_all_documents_come_first(single: Callable[..., Report]) -> None:
    first, second = single("x", "x", severity="minor"), single("y", "y", severity="critical")
    lines = render(replace(first, results=first.results + second.results)).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::notice"]
