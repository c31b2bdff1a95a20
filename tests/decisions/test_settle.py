"""This file tests what decisions and remarks settle in a text, and what is said of those that settle nothing."""

from __future__ import annotations

import datetime

import pytest

from audit.decided import Decision
from audit.decisions import Book, merged, settle, told
from audit.merge import merge
from audit.model import Document, Finding, Remark, Result, Span
from audit.segment import segment

DAY = datetime.date(2026, 11, 24)
TEXT = "The bridge is open.\n\nThe bridge is long.\n\nThe mayor said so.\n"
DOCUMENT = Document("desk/a.md", TEXT)


def on(quote: str, rule: str = "grammar/a", nth: int = 0) -> Finding:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(quote, start + 1)
    return Finding(rule, Span(start, start + len(quote)), quote, "m", "style/awkward", "minor", 0.9)


FOUND = merge([on("bridge"), on("bridge", nth=1), on("mayor", "name/b")], DOCUMENT)
PRINTS = [finding.fingerprint for finding in FOUND]


def decided(*decisions: Decision, remarks: tuple[Remark, ...] = ()) -> list[str]:
    document = Document("desk/a.md", TEXT, remarks=remarks)
    found, _ = settle(FOUND, document, merged(decisions, DAY), segment(document).paragraphs, ["grammar/a", "name/b"], DAY)
    return [finding.status for finding in found]


def said_of(remark: Remark) -> list[str]:
    document = Document("desk/a.md", TEXT, remarks=(remark,))
    return settle(FOUND, document, Book(), segment(document).paragraphs, ["grammar/a", "name/b"], DAY)[1]


def notes(*decisions: Decision, name: str = "desk/a.md", rules: tuple[str, ...] = ("grammar/a", "name/b")) -> list[str]:
    results = [Result(Document("other.md", "Nothing."), ()), Result(Document(name, TEXT), FOUND)]
    return [f"{result.document.name}: {note}" for result in told(results, merged(decisions, DAY), rules) for note in result.notes]


def test_a_decision_settles_its_finding_and_no_other() -> None:
    assert decided(Decision("dismissed", PRINTS[1])) == ["open", "dismissed", "open"]


@pytest.mark.parametrize("text", ["a.md", "desk/a.md", "/srv/desk/a.md"])
def test_a_decision_on_a_text_settles_all_of_its_rule(text: str) -> None:
    assert decided(Decision("accepted", rule="grammar/a", scope="text", text=text)) == ["accepted", "accepted", "open"]


def test_a_text_is_known_by_one_of_its_findings_as_well() -> None:
    assert decided(Decision("accepted", PRINTS[0], "grammar/a", scope="text")) == ["accepted", "accepted", "open"]
    assert decided(Decision("accepted", "0" * 16, "grammar/a", scope="text")) == ["open"] * 3
    assert decided(Decision("accepted", rule="grammar/a", scope="text", text="b/a.md")) == ["open"] * 3


def test_a_decision_on_one_finding_goes_before_one_on_the_rule_unless_that_is_later() -> None:
    one = Decision("dismissed", PRINTS[0], date="2026-11-02")
    every = [Decision("accepted", rule="grammar/a", scope="text", text="a.md", date=date) for date in ("2026-11-01", "2026-11-03")]
    assert decided(one, every[0])[0] == "dismissed"
    assert decided(one, every[1])[0] == "accepted"


def test_a_finding_knows_who_settled_it() -> None:
    one = Decision("dismissed", PRINTS[0], reason="wanted", author="Ann")
    found, _ = settle(FOUND, DOCUMENT, merged([one], DAY), segment(DOCUMENT).paragraphs, [], DAY)
    assert [finding.decision for finding in found] == [one, None, None]


@pytest.mark.parametrize("rule", ["grammar/a", "grammar", "grammar/"])
def test_a_remark_dismisses_what_its_rule_finds_in_its_paragraph(rule: str) -> None:
    assert decided(remarks=(Remark(3, TEXT.index("long"), rule, "wanted"),)) == ["open", "dismissed", "open"]


def test_a_decision_in_a_file_goes_before_a_remark() -> None:
    assert decided(Decision("accepted", PRINTS[1]), remarks=(Remark(3, TEXT.index("long"), "grammar/a", "wanted"),))[1] == "accepted"


@pytest.mark.parametrize(
    ("remark", "said"),
    [
        (Remark(3, 0, "name/b", "wanted"), "there is nothing of it in its paragraph"),
        (Remark(3, -1, "grammar/a", "wanted"), "there is nothing of it in its paragraph"),
        (Remark(3, 0, "gramar/a", "wanted"), "no rule of that name ran"),
        (Remark(3, 0, "grammar/a", "wanted", datetime.date(2026, 11, 23)), "expired on 2026-11-23"),
        (Remark(3, 0, "grammar/a", wrong="gives no reason"), "gives no reason"),
    ],
)
def test_a_remark_that_settles_nothing_is_told_with_its_line(remark: Remark, said: str) -> None:
    (note,) = said_of(remark)
    assert note.startswith("line 3: remark “audit: ignore ")
    assert said in note
    assert decided(remarks=(remark,)) == ["open"] * 3


def test_a_remark_that_settles_something_is_not_told() -> None:
    assert said_of(Remark(3, 0, "grammar/a", "wanted")) == []


def test_a_decision_whose_finding_is_gone_is_told_with_the_text_that_it_names() -> None:
    gone = Decision("dismissed", "0" * 16, "grammar/a", "a bridge", author="Ann", date="2026-11-01", text="a.md")
    assert notes(gone) == ["desk/a.md: 1 decision matches nothing any more: grammar/a “a bridge” (dismissed by Ann, 2026-11-01)"]
    assert notes(gone, Decision("dismissed", PRINTS[0])) == notes(gone)


def test_many_decisions_without_a_finding_are_one_line() -> None:
    (note,) = notes(*(Decision("dismissed", f"{number:016x}") for number in range(5)))
    assert note.startswith("other.md: 5 decisions match nothing any more: ")
    assert note.endswith("; and 2 more")


def test_a_decision_on_a_text_or_a_rule_that_was_not_looked_at_is_not_spoken_of() -> None:
    assert notes(Decision("dismissed", "0" * 16, "grammar/a", text="elsewhere.md")) == []
    assert notes(Decision("dismissed", "0" * 16, "style/z")) == []


def test_expired_and_contradicting_decisions_are_told() -> None:
    old = Decision("dismissed", PRINTS[0], "grammar/a", date="2026-11-01", expires=datetime.date(2026, 11, 2))
    assert notes(old) == ["desk/a.md: 1 decision has expired and counts no more: grammar/a (dismissed by 2026-11-01, until 2026-11-02)"]
    pair = [Decision(status, PRINTS[1], author=who, date="2026-11-01") for status, who in (("accepted", "Ann"), ("dismissed", "Bo"))]  # type: ignore[arg-type]
    (note,) = notes(*pair)
    assert note.startswith("desk/a.md: 2 decisions are contradicted on the same day and do not count: ")
    assert decided(*pair) == ["open"] * 3
