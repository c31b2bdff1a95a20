"""This file tests which words count as left in the source language, and which are names, glossed, quoted or known in English."""

from __future__ import annotations

import sys

import pytest

from audit.analyse import analyse
from audit.cards import settings_of
from audit.checks.untranslated import Untranslated
from audit.model import Document, Example, Failure, Match, Rule
from audit.segment import segment


def found(text: str, **settings: object) -> list[Match | Failure]:
    wanted = settings_of("untranslated").validate_python(settings)
    rule = Rule("residue/a", "m", "w", "accuracy/untranslated", "major", 0.9, "untranslated", wanted, (Example("a"),), (Example("b"),))
    document = Document("a", text)
    return list(Untranslated([rule]).find(analyse(document, segment(document))))


def words(text: str, **settings: object) -> list[str]:
    return [match.span.of(text) for match in found(text, **settings) if isinstance(match, Match)]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The sindaco opened the bridge.", ["sindaco"]),
        ("The bridge was geöffnet on Monday.", ["geöffnet"]),
        ("They asked savait pourquoi nobody came.", ["savait pourquoi"]),
        ("The sindaco saw the gemeente.", ["sindaco", "gemeente"]),
        ("The sindaco (mayor) opened it.", []),
        ("Write to sindaco@velmar.example or see velmar.example/gemeente.", []),
        ("The Piazza sindaco Rossi was closed.", []),
        ("The play “Il sindaco” was shown.", []),
        ("“We have not heard from the sindaco in all these weeks,” she said.", ["sindaco"]),
        ("A fiesta with paella, a kindergarten and an epicentre.", []),
        ("The film (Italian: Il ritorno del sindaco) was shown.", []),
        ("Il ritorno del sindaco (Italian for the mayor's return) was shown.", []),
        ("The bank Česká spořitelna cut its rates.", []),
    ],
)
def test_what_is_left_over_is_found_and_what_is_meant_to_stand_is_not(text: str, left: list[str]) -> None:
    assert words(text) == left


def test_the_language_is_named() -> None:
    (match,) = found("Villagers got bantuan on Monday.")
    assert isinstance(match, Match)
    assert match.values["language"] == "Indonesian"


def test_a_word_that_is_left_twice_is_said_once_with_the_other_place() -> None:
    text = "The sindaco came. Nobody greeted the sindaco."
    (match,) = found(text)
    assert isinstance(match, Match)
    assert [related.span.of(text) for related in match.related] == ["sindaco"]
    assert match.related[0].span.start == text.rindex("sindaco")


def test_a_house_may_know_more_words_or_ask_for_commoner_ones() -> None:
    assert words("The sindaco came.", known=["sindaco"]) == []
    assert words("The sindaco came.", common=6.0) == []


def test_without_the_frequency_lists_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from audit import frequency

    def missing() -> None:
        import wordfreq  # noqa: F401

    monkeypatch.setitem(sys.modules, "wordfreq", None)
    monkeypatch.setattr(frequency, "_abroad", missing)
    frequency.foreign.cache_clear()
    (failure,) = found("The sindaco came.")
    assert isinstance(failure, Failure)
    assert "wordfreq" in failure.reason
    frequency.foreign.cache_clear()
