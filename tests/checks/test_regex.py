"""This file tests expressions on cards: spans, groups, better wordings, innocence, word lists and time."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from audit.analyse import analyse
from audit.checks import regex as check_file
from audit.model import Document, Failure, Match, Rule
from audit.rulebook import build
from audit.segment import segment

Find = Callable[..., list[tuple[str, tuple[str, ...]]]]


def test_an_expression_finds_its_places_and_offers_its_template(found: Find) -> None:
    assert found("It is 5° , and 6° .", find=r"(\d+°)[ ]([,.])", better=[r"\1\2"]) == [("5° ,", ("5°,",)), ("6° .", ("6°.",))]


def test_white_space_in_an_expression_is_only_layout(found: Find) -> None:
    assert found("a b ab", find="a b  # the letters", better=["c"]) == [("ab", ("c",))]


def test_the_span_may_be_a_group(found: Find) -> None:
    assert found("He paid 5 €.", find=r"paid\s(?P<sum>\d+)(\s€)", group="sum", better=[r"\g<sum> euros"]) == [("5", ("5 euros",))]
    assert found("He paid 5 €.", find=r"paid\s(\d+)(\s€)", group=2) == [(" €", ())]


def test_a_group_that_took_no_part_and_an_empty_match_are_no_finding(found: Find) -> None:
    assert found("a b", find=r"(a)|b", group=1) == [("a", ())]
    assert found("a b", find=r"x*") == []


def test_swapped_characters_are_the_better_wording(found: Find) -> None:
    assert found("wait . . .", find=r"\.[ ]\.[ ]\.", swap={". . .": "…"}) == [(". . .", ("…",))]
    assert found("wait ...", find=r"\.\.\.", swap={". . .": "…"}) == [("...", ())]


def test_a_group_gets_its_capital_in_the_better_wording(found: Find) -> None:
    assert found("Ana velker left.", find=r"Ana[ ](?P<second>velker)", capital="second") == [("Ana velker", ("Ana Velker",))]
    assert found("In april he left.", find=r"(?i:april)", capital=0) == [("april", ("April",))]


def test_what_touches_an_innocent_expression_is_left_alone(found: Find) -> None:
    settings = {"find": r"\s[!?]", "unless": r"\?[ ]![ ]\?"}
    assert [quote for quote, _ in found("What ? Chess: Nf3 ? ! ? Yes !", **settings)] == [" ?", " !"]


def test_case_counts_unless_the_card_says_otherwise(found: Find) -> None:
    assert found("Nr. 5", find=r"nr\.") == []
    assert found("Nr. 5", find=r"nr\.", case=False) == [("Nr.", ())]


def test_a_line_end_is_the_end_of_a_paragraph(found: Find) -> None:
    assert [quote for quote, _ in found("One -\n\nTwo -", find=r"-$")] == ["-", "-"]


def test_word_lists_are_named_in_the_expression(found: Find) -> None:
    settings = {"find": r"\b\L<month>[ ]the[ ]\d+", "lists": {"month": ["@months", "(Early|Late) ~may"]}}
    assert [quote for quote, _ in found("On March the 5 and Late may the 6, on june the 7.", **settings)] == [
        "March the 5",
        "Late may the 6",
    ]


def test_a_hint_spares_the_search_and_changes_nothing_else(found: Find) -> None:
    assert found("It is 5° .", find=r"\d+°\s\.", hint=["°", "x"]) == [("5° .", ())]
    assert found("It is 5° .", find=r"\d+°\s\.", hint=["€"]) == []


@pytest.mark.parametrize("find", [r"year[ ]\d", r"year\W\d", r"^(?:year|day)[ ]\d$"])
def test_every_paragraph_is_looked_at_that_holds_what_the_expression_requires(found: Find, find: str) -> None:
    assert [quote for quote, _ in found("year 1\n\nNo such thing.\n\nyear 2\n\nyear 3", find=find)] == ["year 1", "year 2", "year 3"]


def test_an_expression_that_names_a_line_break_sees_the_whole_text(found: Find) -> None:
    assert found("It is over\n\nby Ann Lee", find=r"over\n+by") == [("over\n\nby", ())]


def test_what_is_wanted_once_is_found_where_it_stands_first(found: Find) -> None:
    assert found("A läm, a bön and a läm.", find=r"\b\w+(?<=ä\w|ö\w)", once=True) == [("läm", ()), ("bön", ())]


def test_an_expression_must_have_its_context(found: Find) -> None:
    assert len(found("It cost 5 , in March.", find=r"\d\s,", near=["march"])) == 1
    assert found("It cost 5 , in spring.", find=r"\d\s,", near=["march"]) == []
    assert found("“It cost 5 , in March.”", find=r"\d\s,", quotes="outside") == []


@pytest.mark.parametrize("key", ["find", "unless"])
def test_an_expression_that_takes_too_long_is_a_failure_of_its_card(
    key: str, make: Callable[..., Rule], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_file, "SECONDS", 0.2)
    wrong = make("regex", {"find": "aaa", key: r"(?:a|aa)+[!?]"}, "a/wrong")
    document = Document("a", "Well! " + "a" * 60 + " It is over.")
    start = time.perf_counter()
    (check,) = build([wrong, make("regex", {"find": "over"}, "a/right")])
    failure, match = check.find(analyse(document, segment(document)))
    assert isinstance(failure, Failure)
    assert failure.what == "a/wrong"
    assert "simplify the card" in failure.reason
    assert isinstance(match, Match)
    assert time.perf_counter() - start < 10


def test_a_wording_that_names_an_unknown_group_is_a_failure_of_its_card(make: Callable[..., Rule]) -> None:
    document = Document("a", "It is over.")
    (check,) = build([make("regex", {"find": "is", "better": [r"\4"]}, "a/wrong"), make("regex", {"find": "over"}, "a/right")])
    failure, match = check.find(analyse(document, segment(document)))
    assert isinstance(failure, Failure)
    assert (failure.what, getattr(match, "rule", "")) == ("a/wrong", "a/right")
