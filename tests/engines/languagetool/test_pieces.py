"""This file tests how long texts are cut: without gaps, within the limit, at the best place there is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.engines.languagetool.pieces import pieces


@given(st.text("ab. \n", max_size=200), st.integers(5, 40))
def test_pieces_hold_every_word_in_order_and_none_is_too_long(text: str, longest: int) -> None:
    found = pieces(text, longest)
    assert all(len(piece.of(text)) <= longest for piece in found)
    assert "".join(letter for piece in found for letter in piece.of(text) if letter.isalpha()) == "".join(filter(str.isalpha, text))


def test_a_cut_is_at_the_end_of_a_paragraph_before_a_line_a_sentence_or_a_word() -> None:
    assert [piece.of("one two.\n\nthree. four") for piece in pieces("one two.\n\nthree. four", 16)] == ["one two.\n\n", "three. four"]
    assert [piece.of("aaa bbb. ccc ddd") for piece in pieces("aaa bbb. ccc ddd", 14)] == ["aaa bbb. ", "ccc ddd"]
    assert [piece.of("aaaa bbbb") for piece in pieces("aaaa bbbb", 7)] == ["aaaa ", "bbbb"]
    assert [piece.of("aaaaaaa") for piece in pieces("aaaaaaa", 4)] == ["aaaa", "aaa"]


def test_a_text_without_letters_has_no_piece() -> None:
    assert pieces("") == pieces(" \n12 – 14.") == []
