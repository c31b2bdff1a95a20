"""This file tests how engines are asked beside the analysis: answers in order, and failures that say what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.engines import ask, choose, harper
from audit.engines.complaint import Complaint
from audit.engines.trouble import EngineError
from audit.model import Failure
from audit.spans import Span

if TYPE_CHECKING:
    import pytest

HARPER = choose.choose(["harper"], "", {"harper"}).asked
TEXT = "Many are interested by the plan. The council signed a agreement."


def test_the_answer_holds_what_the_rules_of_the_sheet_say_in_the_order_of_the_text() -> None:
    answer = ask.asking(HARPER, TEXT)()
    assert [complaint.rule for complaint in answer.complaints] == ["InterestedIn", "AnA"]
    assert answer.failures == ()


def test_nothing_is_asked_of_no_engine_or_about_no_words() -> None:
    assert ask.asking({}, TEXT)() == ask.Answer()
    assert ask.asking(HARPER, " \n")() == ask.Answer()


def test_an_engine_that_is_not_installed_is_a_failure_that_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask.asking({"harper": _missing}, TEXT)().failures == (
        Failure("engine/harper", "Harper is not installed: pip install 'mt-audit[harper]'"),
    )
    monkeypatch.setattr(harper, "PACKAGE", "no-such-package")
    assert (
        choose.choose(["harper"], "", {"harper"}).versions()["harper"]
        == "did not run: Harper is not installed: pip install 'mt-audit[harper]'"
    )


def test_an_engine_that_breaks_loses_its_own_answer_alone() -> None:
    answer = ask.asking({"harper": _panic, "other": _told}, TEXT)()
    (failure,) = answer.failures
    assert failure.what == "engine/harper"
    assert failure.reason == "it broke on this text (Panic: out of bounds); its complaints are missing, all else is complete"
    assert [complaint.engine for complaint in answer.complaints] == ["other"]


def test_a_server_that_cannot_be_asked_is_a_failure_in_its_own_words() -> None:
    assert ask.asking({"languagetool": _away}, TEXT)().failures == (Failure("engine/languagetool", "the server went away"),)


class Panic(BaseException):
    """As pyo3's PanicException is: no Exception."""


def _panic(_: str) -> list[Complaint]:
    raise Panic("out of\nbounds")


def _away(_: str) -> list[Complaint]:
    raise EngineError("the server went away")


def _told(text: str) -> list[Complaint]:
    return [Complaint(span=Span(0, len(text)), engine="other", rule="R", kind="k", message="m")]


def _missing(text: str) -> list[Complaint]:
    raise ImportError(text)
