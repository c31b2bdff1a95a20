"""This file tests the tables of the ledger: what stands in their rows, and that every link leads to its words."""

from __future__ import annotations

import datetime
import re

from audit.entries import Day, Evidence, Figure, Ledger, Mention, Person, Quote, Role
from audit.model import Document, Meta, Report, Result, Span, Verdict
from audit.render import html
from audit.render.books import Book, books

TEXT = "Ann Lee, the mayor, said: “We saved 12 million euros.” On Friday Lee left <Oru> & rested."
AS_OF = datetime.date(2026, 3, 6)


def at(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


LEDGER = Ledger(
    people=(
        Person(
            "Ann Lee",
            ("Ann Lee", "Lee"),
            (Mention(at("Ann Lee"), "full"), Mention(at("Lee", 20), "surname")),
            "female",
            (Evidence("female", "B", "Ann is a woman’s name"),),
            (Role("the mayor", at("the mayor")),),
        ),
    ),
    quotes=(Quote(at("“We saved 12 million euros.”"), (), at("Ann Lee"), at("said"), 0),),
    figures=(Figure(at("12 million euros"), 12_000_000, "EUR", "", "about"),),
    dates=(Day(at("Friday"), "weekday", weekday=4, resolved=AS_OF),),
    as_of=AS_OF,
    as_of_from="given",
)


def rows(book: Book) -> list[list[str]]:
    return [[", ".join(link.text for link in cell) for cell in row] for row in book.rows]


def test_the_four_books_hold_what_the_ledger_holds() -> None:
    found = {book.title: rows(book) for book in books(LEDGER, Document("a", TEXT), "d1")}
    assert found == {
        "People": [["Ann Lee", "Ann Lee, Lee", "she", "the mayor", ""]],
        "Quotations": [["Ann Lee", "said", "“We saved 12 million euros.”"]],
        "Figures": [["12 million euros", "12,000,000 EUR", "about", ""]],
        "Dates": [["Friday", "Friday, 6 March 2026"]],
    }


def test_one_and_many_are_counted_as_english_counts() -> None:
    twice = Ledger(figures=LEDGER.figures * 2, dates=LEDGER.dates)
    assert [book.counted for book in books(twice, Document("a", TEXT), "d1")] == ["2 figures", "1 date"]


def test_an_empty_ledger_has_no_books() -> None:
    assert books(Ledger(), Document("a", TEXT), "d1") == ()


def test_what_is_not_known_is_said() -> None:
    unsaid = Ledger(quotes=(Quote(at("“We saved 12 million euros.”")),), dates=(Day(at("Friday"), "weekday", weekday=4),))
    quotes, dates = books(unsaid, Document("a", TEXT), "d1")
    assert rows(quotes)[0][0] == "not said"
    assert rows(dates)[0][1] == "not resolved"
    assert "not known" in dates.note


def test_every_link_of_a_report_leads_to_its_words() -> None:
    result = Result(Document("a", TEXT), (), ledger=LEDGER)
    page = html.render(Report((result,), {}, Verdict(True, "fine"), Meta("1", 0)))
    links = re.findall(r"<td>.*?</td>", page)
    targets = dict(re.findall(r'id="(d1-c\d+)"[^>]*>([^<]*)<', page))
    led = [(href, words) for cell in links for href, words in re.findall(r'href="#(d1-c\d+)"[^>]*><bdi>([^<]*)</bdi>', cell)]
    assert len(led) == 9
    assert all(href in targets for href, _ in led)
    assert targets[f"d1-c{at('Friday').start}"].startswith("Friday")
    assert "&lt;Oru&gt; &amp; rested" in page
