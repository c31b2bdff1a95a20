"""This file tests Harper itself: where its complaints stand, which of its rules are asked, and what is said when it is not installed."""

from __future__ import annotations

import sys

import pytest

from audit.engines import harper
from audit.engines.complaint import Complaint
from audit.engines.sheet import wanted
from audit.spans import Span

TEXT = "The council signed a agreement. 😀 The guards told to us that the the bridge was closed."


def test_a_complaint_gives_rule_kind_message_and_replacement() -> None:
    assert harper.complain("The council signed a agreement.", ["AnA"]) == [
        Complaint(
            span=Span(19, 20), engine="harper", rule="AnA", kind="Miscellaneous", message="Incorrect indefinite article.", better=("an",)
        )
    ]


def test_spans_count_code_points_beyond_an_emoji() -> None:
    (told,) = harper.complain(TEXT, ["AskNoPreposition"])
    assert told.span.of(TEXT) == "to "
    assert told.better == ("",)


def test_only_the_rules_asked_for_answer_and_in_order() -> None:
    found = harper.complain(TEXT, ["RepeatedWords", "AnA"])
    assert [complaint.rule for complaint in found] == ["AnA", "RepeatedWords"]
    assert {complaint.rule for complaint in harper.complain(TEXT)} > {"AnA", "RepeatedWords"}


def test_the_sheet_names_rules_that_harper_has() -> None:
    from harper import get_default_lint_config

    assert set(wanted("harper")) <= set(get_default_lint_config())


def test_the_rules_of_the_sheet_print_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    harper.complain("The furthering of the talks, further north, was furthered by a furthering agreement.", wanted("harper"))
    assert capfd.readouterr() == ("", "")


def test_a_text_of_odd_characters_is_read_whole() -> None:
    text = "\ufeffA\u0301 \u200d 👩‍👩‍👧 signed\ta agreement\r\nof \x00 \U0010ffff."
    for complaint in harper.complain(text):
        assert 0 <= complaint.span.start <= complaint.span.end <= len(text)


def test_without_the_package_there_is_no_version_and_an_import_error(monkeypatch: pytest.MonkeyPatch) -> None:
    assert harper.version()
    monkeypatch.setattr(harper, "PACKAGE", "no-such-package")
    assert harper.version() == ""
    monkeypatch.setitem(sys.modules, "harper", None)
    harper._linter.cache_clear()
    with pytest.raises(ImportError):
        harper.complain("The council.")
