"""This file tests that places in a text are what editors and LanguageTool's clients count, whatever characters stand before them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.serve.places import Places, utf16

EMOJI = "😀 a\r\nb😀c\rd\u2028e\n\nf"


@pytest.mark.parametrize(
    ("encoding", "letter", "place"),
    [
        ("utf-16", "a", (0, 3)),
        ("utf-32", "a", (0, 2)),
        ("utf-8", "a", (0, 5)),
        ("utf-16", "c", (1, 3)),
        ("utf-8", "c", (1, 5)),
        ("utf-16", "d", (2, 0)),
        ("utf-16", "e", (2, 2)),
        ("utf-8", "e", (2, 4)),
        ("utf-16", "f", (4, 0)),
    ],
)
def test_a_letter_stands_where_the_protocol_says(encoding: str, letter: str, place: tuple[int, int]) -> None:
    places = Places(EMOJI, encoding)
    offset = EMOJI.index(letter)
    assert places.at(offset) == place
    assert places.offset(*place) == offset


def test_a_place_that_is_none_is_the_next_best() -> None:
    places = Places("😀b\r\nc")
    assert places.offset(0, 1) == 0, "inside the emoji"
    assert places.offset(0, 99) == 2, "past the line's end"
    assert places.offset(9, 0) == 5, "past the last line"
    assert places.at(3) == (0, 3), "between CR and LF"


@given(st.text(alphabet=st.sampled_from("a é😀\u2028\r\n\x0b"), max_size=30), st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_every_offset_comes_back_but_the_one_between_cr_and_lf(text: str, encoding: str) -> None:
    places = Places(text, encoding)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            assert places.offset(*places.at(offset)) == offset


@given(st.text(max_size=30))
def test_utf_16_counts_as_the_encoder_does(text: str) -> None:
    place = utf16(text)
    for offset in range(len(text) + 1):
        assert place(offset) == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
