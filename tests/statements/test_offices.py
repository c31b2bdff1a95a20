"""This file tests who holds an office, as articles word it, against small sheets."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from audit.analyse import analyse
from audit.facts import Facts
from audit.model import Document, Ledger
from audit.segment import segment
from audit.statements import read, undated
from tests.statements.conftest import Said

WRONG = [
    "French President François Hollande spoke.",
    "The French president, François Hollande, spoke.",
    "François Hollande, the French president, spoke.",
    "President François Hollande of France spoke.",
    "France's President Nicolas Sarkozy spoke.",
    "The president of France, Nicolas Sarkozy, spoke.",
    "Angela Merkel is the chancellor of Germany.",
    "The German chancellor is Angela Merkel.",
    "Heiko Maas, Germany's foreign minister, spoke.",
    "The NATO chief, Anders Fogh Rasmussen, spoke.",
    "The french president Francois Hollande spoke.",
]
RIGHT = [
    "French President Emmanuel Macron spoke.",
    "French President Macron spoke.",
    "The German chancellor, Olaf Scholz, spoke.",
    "British foreign minister Elizabeth Truss spoke.",
    "Ukrainian President Volodymyr Zelenskiy spoke.",
]
SILENT = [
    "Former French President François Hollande spoke.",
    "François Hollande, the former French president, spoke.",
    "In 2015, French President François Hollande spoke.",
    "Under French President François Hollande taxes rose.",
    "A spokesman for the French president, Gabriel Martin, spoke.",
    "He met the French president, Angela Merkel, and Boris Johnson.",
    "French President Slams Critics",
    "The president of the French Football Federation, Noël Martin, spoke.",
    "French President Friday morning spoke.",
]


@pytest.mark.parametrize("text", WRONG)
def test_who_does_not_hold_the_office_contradicts_the_sheets(said: Said, text: str) -> None:
    assert [(kind, verdict) for kind, verdict, _ in said(text) if verdict == "contradicts"] == [("holder", "contradicts")]


@pytest.mark.parametrize("text", RIGHT)
def test_who_holds_the_office_agrees(said: Said, text: str) -> None:
    assert ("holder", "agrees") in [(kind, verdict) for kind, verdict, _ in said(text)]


@pytest.mark.parametrize("text", SILENT)
def test_what_may_mean_another_time_or_person_contradicts_nothing(said: Said, text: str) -> None:
    assert not [one for one in said(text) if one[1] == "contradicts"]


def test_the_day_of_the_article_decides(said: Said) -> None:
    text = "German Chancellor Angela Merkel spoke."
    verdicts = {day: said(text, day)[0][1] for day in ("2021-11-30", "2021-12-08", "2021-12-10", "2021-12-20", "2026-01-01")}
    assert verdicts == {
        "2021-11-30": "agrees",
        "2021-12-08": "agrees",
        "2021-12-10": "not known",
        "2021-12-20": "contradicts",
        "2026-01-01": "not known",
    }


def test_without_a_date_a_past_holder_contradicts_nothing(said: Said) -> None:
    assert not [one for one in said("French President François Hollande spoke.", None) if one[1] == "contradicts"]


def test_a_misspelt_holder_is_told_from_somebody_else(said: Said) -> None:
    assert said("Israeli Prime Minister Benet spoke.")[0][:2] == ("misspelt-holder", "contradicts")
    assert said("Israeli Prime Minister Naftali Benett spoke.")[0][:2] == ("misspelt-holder", "contradicts")
    assert said("Israeli Prime Minister Bennett spoke.")[0][:2] == ("holder", "agrees")


def test_what_wants_a_date_is_said_once(known: Facts) -> None:
    document = Document("a", "French President François Hollande and German Chancellor Olaf Scholz spoke.")
    analysis = replace(analyse(document, segment(document)), facts=known)
    analysis = replace(analysis, statements=read(analysis))
    (failure,) = undated(analysis)
    assert failure.what == "date"
    assert "2 statements" in failure.reason
    assert undated(replace(analysis, ledger=Ledger(as_of=datetime.date(2022, 1, 7)))) == ()
