"""This file tests the check for word salad beyond its card's examples."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

Find = Callable[..., list[tuple[str, tuple[str, ...]]]]

SENTENCES = (
    "The mayor said he wants to cut the spending of the town by a third next year.",
    "Shares of the company fell after the news of a heavy loss in its second quarter.",
    "Farmers who lost their harvest to the flood will receive money from the state.",
    "One of the two bridges was closed for a week because of cracks in its piers.",
)


def salad(sentence: str, seed: int) -> str:
    words = sentence.lower().removesuffix(".").split()
    return " ".join(random.Random(seed).sample(words, len(words))).capitalize() + "."


def test_most_shuffled_sentences_are_found_and_none_in_order(found: Find) -> None:
    salads = [salad(sentence, seed) for sentence in SENTENCES for seed in range(10)]
    seen = [text for text in salads if found(text) == [(text, ())]]
    assert len(seen) >= 30
    assert not any(found(sentence) for sentence in SENTENCES)


@pytest.mark.parametrize(
    "text",
    [
        "Fell the rain.",
        "« Le maire a dit que la commune ne peut pas payer cette somme de plus. »",
        "Milan, Turin, Rome, Naples, Bari, Genoa, Parma, Pisa and Siena took part.",
        "MAYOR THE SAID CUT OF TOWN WANTS HE THIRD SPENDING",
    ],
)
def test_what_shows_no_order_of_english_words_is_left_alone(found: Find, text: str) -> None:
    assert found(text) == []


def test_only_the_salad_is_marked_in_a_text_that_is_sound_elsewhere(found: Find) -> None:
    text = f"{SENTENCES[0]} {salad(SENTENCES[1], 1)} {SENTENCES[2]}"
    assert [quote for quote, _ in found(text)] == [salad(SENTENCES[1], 1)]
