"""This file tests which figures are found to contradict each other, and which are left alone."""

from __future__ import annotations

import pytest

from audit.analyse import analyse
from audit.checks.numbers import FAULTS, Fault
from audit.found import Found
from audit.ledger import keep
from audit.model import Document
from audit.segment import segment


def ask(fault: Fault, text: str) -> list[Found]:
    document = Document("a", text)
    return list(FAULTS[fault](keep(analyse(document, segment(document)))))


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        ("direction", "Inflation has fallen to 8.5 per cent from 7.9 per cent a month earlier."),
        ("direction", "The population shrank from 3.2 million in 1990 to 4.1 million today."),
        ("direction", "There were 450 cases, down from 300 last week."),
        ("percentage", "Rents climbed from 500 to 1,000 euros, or 50%."),
        ("percentage", "Support dropped by 12 points, from 45% to 40%."),
        ("factor", "Debt tripled from 10 billion to 15 billion."),
        ("total", "The crew of 12, five men and six women, was rescued."),
        ("total", "Five men and six women were injured, 13 people in total."),
        ("inverted", "The cost is estimated at between $5 billion and $3 billion."),
        ("part-greater", "In all, 25 of the 20 passengers died."),
        ("part-of-whole", "In all, 45 of 90 deputies (75 percent) voted for it."),
        ("fraction", "One in four, or 50 percent, said yes."),
        ("conversion", "It fell to minus 20 degrees Celsius (minus 10 degrees Fahrenheit)."),
        ("conversion", "The lake is 20 metres (20 feet) deep."),
        ("doubled", "They paid €3 million euros."),
        ("counted", "Two cities, namely Paris, Lyon and Lille, are affected."),
        ("tolls", "The attack left 12 people dead. All of the 15 dead were civilians."),
        ("members", "NATO has 30 members. The 32 NATO allies agreed."),
        ("ages", "John Miller, 45, was arrested. Miller, 54, denies it."),
    ],
)
def test_a_contradiction_is_found_once(fault: Fault, text: str) -> None:
    assert len(ask(fault, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "He rose from 40 to 12 in the world rankings, and the rouble fell from 60 to 75 against the dollar.",
        "Waiting times fell from two hours to 90 minutes, prices rose from 90 cents to 1.2 euros.",
        "Temperatures fell from -5 to -10 and rose from minus 10 to 5 degrees.",
        "It rose from 2.0 to 2.9 million, up 43%.",
        "About 10 men and 12 women, 25 in all, came; twelve people, including five men and six women, were hurt.",
        "Between 5pm and 3am the bridge is closed; between 9 and 5 it is open.",
        "She is 5 feet 10 inches (178 cm) tall; the world warmed 1.5 degrees Celsius (2.7 degrees Fahrenheit).",
        "It weighs 2 tons (1.8 tonnes); 20 litres (5 gallons) of oil.",
        "More than half (54%) agree; a quarter of the money, or 40 percent of the grants, went to them.",
        "The flood killed more than 20 people. The 23 victims were buried.",
        "The 15 members of the UN Security Council met; the UN has 193 members.",
        "",
    ],
)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert {fault: found for fault in FAULTS if (found := ask(fault, text))} == {}


def test_what_is_right_is_said() -> None:
    (found,) = ask("conversion", "The town is 100 km (162 miles) away.")
    assert found.better == ("62 miles",)


def test_the_other_place_is_shown() -> None:
    text = "John Miller, 45, was arrested. Miller, 54, denies it."
    (found,) = ask("ages", text)
    assert [place.span.of(text) for place in found.related] == ["45"]
