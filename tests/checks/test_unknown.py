"""This file tests which words count as unknown to everybody, and which are known from elsewhere, explained, quoted or parts of names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.analyse import analyse
from audit.cards import settings_of
from audit.checks.unknown import Unknown
from audit.model import Document, Example, Failure, Match, Rule
from audit.original import read
from audit.segment import segment


def found(text: str, source: str = "", **settings: object) -> list[Match | Failure]:
    wanted = settings_of("unknown").validate_python(settings)
    rule = Rule("a/b", "m", "w", "linguistic-conventions/spelling", "major", 0.9, "unknown", wanted, (Example("a"),), (Example("b"),))
    document = Document("a", text)
    analysis = analyse(document, segment(document))
    return list(Unknown([rule]).find(replace(analysis, original=read(source, "de")) if source else analysis))


def strangers(text: str, source: str = "", **settings: object) -> list[str]:
    return [match.span.of(text) for match in found(text, source, **settings) if isinstance(match, Match)]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The mayor saw the brimolter on Monday.", ["brimolter"]),
        ("The mayor called it an anti-brimolter law.", ["anti-brimolter"]),
        ("The mayor called it a pro-business, horse-loving law.", []),
        ("A brimolter was seen; the brimolter left.", []),
        ("The Brimolter was closed, and nobody saw a brimolter there.", []),
        ("The brimolter (a bridge) was closed.", []),
        ("He said “brimolter” twice.", []),
        ("“We have not seen the brimolter in all these weeks,” she said.", ["brimolter"]),
        ("The island of Velmar brimolter was closed.", []),
        ("He saw brimolter Square.", []),
        ("The song says brimolter zubbarek ovezubar.", []),
        ("The crèches and the reshorers’ decarbonisations were unfundable.", []),
    ],
)
def test_a_lower_case_word_is_found_that_nothing_knows(text: str, left: list[str]) -> None:
    assert strangers(text) == left


def test_a_word_of_the_source_is_left_to_the_checks_that_read_the_source() -> None:
    assert strangers("The mayor saw the brimolter.", "Der Bürgermeister sah den Brimolter.") == []
    assert strangers("The mayor saw the brimolter.", "Der Bürgermeister sah den Damm.") == ["brimolter"]


def test_a_card_may_know_words_of_its_own() -> None:
    assert strangers("The mayor saw the brimolter.", known=["brimolter"]) == []


def test_a_near_word_is_offered_and_said() -> None:
    (match,) = found("Her new hairstlye was seen.")
    assert isinstance(match, Match)
    assert match.better[0] == "hairstyle"
    assert match.values["advice"] == "was 'hairstyle' meant"


def test_without_the_word_lists_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.checks.unknown.unknown", _missing)
    assert found("The mayor saw the brimolter.") == [
        Failure("a/b", "words that nobody knows were not looked for: install the package wordfreq")
    ]


def _missing(word: str) -> bool:
    raise ImportError(word)
