"""This file tests the index of several articles: the worst first, counts by rule, finder and language, and any text safe in it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from audit.checks.engine import Settings
from audit.model import Document, Finding, Meta, Report, Result, Rule, Score, Span, Verdict
from audit.render.index import render, view

META = Meta("0.1.0", 3, {"spacy": "3.8"})


def finding(rule: str, severity: str, **more: object) -> Finding:
    return Finding(rule, Span(0, 1), "T", "wrong", "accuracy", severity, 0.9, **more)  # type: ignore[arg-type]


def article(name: str, *findings: Finding, quality: float = 90.0, language: str | None = None) -> Result:
    return Result(Document(name, "Ten words " * 5, source_language=language), findings, (), (Score("quality", quality),))


def report_of(*results: Result, rules: dict[str, Rule] | None = None) -> Report:
    return Report(results, rules or {}, Verdict(False, "2 findings are critical"), META)


def shown(report: Report) -> str:
    return render(report, [f"r/{number}.html" for number in range(len(report.results))], [True] * len(report.results))


def test_the_worst_article_comes_first_and_leads_to_its_own_report() -> None:
    minor, critical = finding("a/b", "minor"), finding("a/c", "critical")
    report = report_of(
        article("clean.txt"), article("slips.txt", minor, minor), article("low.txt", quality=40.0), article("grave.txt", critical)
    )
    index = view(report, ["0.html", "1.html", "2.html", "3.html"], [True, True, False, False])
    assert [(row.name, row.href, row.passed) for row in index.rows] == [
        ("grave.txt", "3.html", False),
        ("slips.txt", "1.html", True),
        ("low.txt", "2.html", False),
        ("clean.txt", "0.html", True),
    ]


def test_findings_are_counted_by_rule_and_by_articles_that_have_them() -> None:
    minor, major = finding("a/b", "minor"), finding("a/b", "major")
    index = view(report_of(article("1.txt", minor, major), article("2.txt", minor), article("3.txt")), ["", "", ""], [True] * 3)
    (group,) = index.rules
    assert (group.tally.name, group.tally.count, group.articles) == ("a/b", 3, 2)
    assert [(part.severity, part.count) for part in group.tally.parts] == [("major", 1), ("minor", 2)]


def test_what_a_grammar_engine_found_is_told_apart(report: Report) -> None:
    own = report.rules["attribution/doubled"]
    engine = replace(own, name="engine/harper", check="engine", settings=Settings(name="harper", group="grammar"))
    index = view(
        report_of(article("1.txt", finding("engine/harper", "minor"), finding("a/b", "minor")), rules={"engine/harper": engine}),
        [""],
        [True],
    )
    assert {(group.tally.name, group.tally.count) for group in index.finders} == {("harper", 1), ("audit's own rules", 1)}


def test_source_languages_are_compared_by_findings_per_thousand_words() -> None:
    index = view(
        report_of(
            article("1.txt", finding("a/b", "minor"), language="fr"), article("2.txt", language="fr"), article("3.txt", quality=70.0)
        ),
        ["", "", ""],
        [True] * 3,
    )
    assert [(group.tally.name, group.articles, group.words, group.rate, group.quality) for group in index.languages] == [
        ("French", 2, 20, "50.0", "90.0"),
        ("not known", 1, 10, "0.0", "70.0"),
    ]


def test_settled_findings_do_not_count() -> None:
    index = view(report_of(article("1.txt", finding("a/b", "critical", status="dismissed"))), [""], [True])
    assert (index.rows[0].settled, dict(index.rows[0].counts)["critical"], index.rules) == (1, 0, ())


def test_the_page_asks_for_nothing_and_allows_no_script() -> None:
    page = shown(report_of(article("1.txt", finding("a/b", "minor")), article("2.txt")))
    assert "default-src &#39;none&#39;" in page
    assert "<script" not in page
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", page)
    assert page == shown(report_of(article("1.txt", finding("a/b", "minor")), article("2.txt")))


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=40))
def test_no_name_breaks_out_of_the_page(name: str) -> None:
    page = shown(report_of(article(f"<i>{name}</i>", finding(f"<b>{name}", "minor")), article("2.txt")))
    assert f"<bdi>{html.escape(f'<i>{name}</i>', quote=True).replace('&#x27;', '&#39;').replace('&quot;', '&#34;')}</bdi>" in page
    assert "<i>" not in page
    assert "<b>" not in page


def test_an_index_of_a_thousand_articles_stays_light(single: Callable[..., Report]) -> None:
    one = single("A slip.", "slip").results[0]
    assert len(shown(report_of(*(one,) * 1000))) < 1_500_000
