"""This file tests how prose falls into paragraphs, headings and quotations, and that no character moves while it does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model import Document
from audit.segment import segment


def paragraphs(text: str) -> list[str]:
    layout = segment(Document("a", text))
    return [paragraph.span.of(layout.flat) for paragraph in layout.paragraphs]


def headings(text: str) -> list[str]:
    layout = segment(Document("a", text))
    return [paragraph.span.of(layout.flat) for paragraph in layout.paragraphs if paragraph.heading]


def quotations(text: str) -> list[str]:
    layout = segment(Document("a", text))
    return [quotation.span.of(layout.flat) for quotation in layout.quotations]


WRAPPED = """\
The harbour was closed on Monday after a barge
ran aground near the eastern pier, the port
authority said in a short note. Nobody was
hurt.

Traffic is expected to resume on Wednesday.
"""


def test_lines_broken_at_a_fixed_width_are_one_paragraph() -> None:
    first, second = paragraphs(WRAPPED)
    assert first.startswith("The harbour was closed on Monday after a barge ran aground near the eastern pier, the port authority")
    assert first.endswith("Nobody was hurt.")
    assert second == "Traffic is expected to resume on Wednesday."


def test_a_wrapped_line_that_begins_with_a_capital_belongs_to_its_paragraph() -> None:
    text = "The minister flew to the old capital of\nVelmar, where he met the governor of the\nregion. They spoke for an hour.\n"
    assert len(paragraphs(text)) == 1


def test_each_line_is_a_paragraph_where_no_width_was_kept() -> None:
    text = "The harbour was closed on Monday.\nNobody was hurt.\nTraffic resumes on Wednesday, the port authority said in a note.\n"
    assert len(paragraphs(text)) == 3


def test_a_heading_is_not_joined_to_the_long_line_below_it() -> None:
    body = "The harbour was closed on Monday after a barge ran aground near the eastern pier, the port authority said in a short note."
    assert paragraphs(f"Harbour closed\n{body}") == ["Harbour closed", body]
    assert headings(f"Harbour closed\n{body}") == ["Harbour closed"]


def test_a_line_that_goes_on_in_lower_case_is_joined_even_without_a_width() -> None:
    rest = "room and never came back to the house that he had built for his family in the hills above the town."
    assert paragraphs(f"He left the\n{rest}") == [f"He left the {rest}"]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029"])
def test_all_line_ends_end_lines(end: str) -> None:
    assert paragraphs(f"One is here.{end}{end}Two is here.") == ["One is here.", "Two is here."]


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Harbour closed after accident", True),
        ("Who closed the harbour?", True),
        ("“Nobody was hurt”", True),
        ("Nobody was hurt.", False),
        ("“Nobody was hurt.”", False),
        ("What the port authority says:", False),
        ("* * *", False),
        ("1990 – 2022", False),
        (" ".join(["word"] * 15), True),
        (" ".join(["word"] * 16), False),
    ],
)
def test_a_heading_is_short_has_words_and_no_full_stop(line: str, is_one: bool) -> None:
    assert headings(f"{line}\n\nThe harbour was closed on Monday.") == [line] * is_one


def test_the_last_line_is_no_heading_for_there_is_nothing_below_it() -> None:
    assert headings("The harbour was closed.\n\nThe port authority") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Yes,” she said. “No.”", ["“Yes,”", "“No.”"]),
        ('"Yes," she said. "No."', ['"Yes,"', '"No."']),
        ("« Oui », she said; «non», he said.", ["« Oui »", "«non»"]),
        ("She said: « Oui ».", ["« Oui »"]),
        ("„Ja“, she said; „Nein”, he said.", ["„Ja“", "„Nein”"]),
        ("»Ja«, she said (»nein«), then »kanske».", ["»Ja«", "»nein«", "»kanske»"]),
        ("« Oui », « non ».", ["« Oui »", "« non »"]),
        ("a lone » closes nothing, nor does this one».", []),
        ("``Yes,'' she said.", ["``Yes,''"]),
        ("(“Yes”) and—“no”—again", ["“Yes”", "“no”"]),
        ('He said ("yes"), then—"no".', ['"yes"', '"no"']),
        ("It's the dogs' bone, the '90s, rock 'n' roll.", []),
        ("“It’s the dogs’ bone,” she said.", ["“It’s the dogs’ bone,”"]),
        ('A 5" pipe and a 6" pipe are "not enough", he said.', ['"not enough"']),
        ("He called it “a shame", ["“a shame"]),
        ("He called it “a shame\" and left.", ["“a shame\""]),
        ("He said “yes.“ Then he left.", ["“yes.“"]),
        ("a lone ” closes nothing", []),
        ("“", []),
        ('"', []),
        ("", []),
    ],
)  # fmt: skip
def test_quotation_marks_are_paired(text: str, found: list[str]) -> None:
    assert quotations(text) == found


def test_a_quotation_over_several_paragraphs_is_one_in_each_of_them() -> None:
    text = "“We began in March.\n\n“We ended in May,” she said.\n\nThen she left."
    assert quotations(text) == ["“We began in March.", "“We ended in May,”"]
    layout = segment(Document("a", text))
    assert [(quotation.closing, quotation.paragraph) for quotation in layout.quotations] == [("", 0), ("”", 1)]


def test_an_unclosed_quotation_does_not_swallow_the_next_paragraph() -> None:
    assert quotations("He said “no.\n\nShe left. “Yes,” they said.") == ["“no.", "“Yes,”"]


def test_what_stands_inside_a_quotation_is_without_its_marks() -> None:
    layout = segment(Document("a", "``Yes,'' she said. “No"))
    assert [quotation.inside.of(layout.flat) for quotation in layout.quotations] == ["Yes,", "No"]


@given(st.text(alphabet=st.sampled_from("ab A.,“”«»„\"'`\n\r\u2028- "), max_size=80))
def test_whatever_the_text_nothing_moves_and_everything_has_its_place(text: str) -> None:
    layout = segment(Document("a", text))
    assert len(layout.flat) == len(text)
    assert all(new == old or (old.isspace() and new.isspace()) for old, new in zip(text, layout.flat, strict=True))
    ends = [0, *(paragraph.span.end for paragraph in layout.paragraphs)]
    assert all(paragraph.span.start >= end for end, paragraph in zip(ends, layout.paragraphs, strict=False))
    assert all(paragraph.span.of(layout.flat).strip() == paragraph.span.of(layout.flat) != "" for paragraph in layout.paragraphs)
    assert " ".join(paragraph.span.of(layout.flat) for paragraph in layout.paragraphs).split() == text.split()
    for quotation in layout.quotations:
        assert layout.paragraphs[quotation.paragraph].span.contains(quotation.span)
        assert quotation.inside.of(layout.flat) in quotation.span.of(layout.flat)
