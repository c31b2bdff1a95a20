"""This file tests which lower-case words can be English, and which words are offered in place of one that cannot."""

from __future__ import annotations

import pytest

from audit.wordhood import derived, edits, formed, near, unknown


@pytest.mark.parametrize(
    "word",
    "bridge bridges decarbonisers reshorers unfundability punsters dirtily oldness desertified neurocardiologist horsewalker "
    "crèches phosphogypsum brimozumab lortaxidine abstentionists".split(),
)
def test_a_word_is_known_when_it_is_listed_or_formed_as_english_forms_words(word: str) -> None:
    assert not unknown(word)


@pytest.mark.parametrize("word", "brimolter couldnel schleppkähne hairstlye aplliances attentiondu zubbarek".split())
def test_a_word_is_unknown_when_neither_it_nor_its_parts_are_listed(word: str) -> None:
    assert unknown(word)


def test_a_formed_word_is_told_from_a_misprint() -> None:
    assert derived("reopenings")
    assert not derived("evacauted")


def test_a_short_stem_forms_words_too() -> None:
    assert formed("duking")
    assert not derived("duking")
    assert not formed("tendancy")
    assert not formed("pessimisme")


def test_one_edit_reaches_a_neighbour_and_never_the_word_itself() -> None:
    assert {"their", "thie", "tier", "thiers"} <= edits("thier")
    assert "thier" not in edits("thier")
    assert all(len(word) >= 4 for word in edits("thier", 4))


def test_near_words_are_common_and_the_likeliest_comes_first() -> None:
    assert near("hairstlye")[0] == "hairstyle"
    assert near("attentiondu", 1) == ("attention",)
    assert near("withthe")[0] == "with the"
    assert near("brimolter") == ()
