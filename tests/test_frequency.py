"""This file tests how common words are held to be, against what wordfreq itself says."""

from __future__ import annotations

import pytest
import wordfreq

from audit import frequency


@pytest.mark.parametrize("word", ["the", "minister", "subpoena", "gobierno", "xqzzy", "naïve"])
def test_the_frequency_of_a_word_is_that_of_wordfreq(word: str) -> None:
    assert frequency.zipf(word) == pytest.approx(wordfreq.zipf_frequency(word, "en"), abs=0.006)


@pytest.mark.parametrize(("word", "languages"), [("gobierno", ("es",)), ("regering", ("nl", "sv", "da")), ("aussi", ("fr",))])
def test_a_word_of_another_language_is_known_as_such(word: str, languages: tuple[str, ...]) -> None:
    found = frequency.foreign(word)
    assert found is not None
    assert set(found.languages) == set(languages)
    assert found.zipf == pytest.approx(max(wordfreq.zipf_frequency(word, language) for language in languages), abs=0.006)
    assert found.zipf - found.english > 2.5


@pytest.mark.parametrize("word", ["minister", "ministers", "chauffeur", "que", "xqzzy", ""])
def test_english_short_and_unknown_words_are_not_foreign(word: str) -> None:
    assert frequency.foreign(word) is None
