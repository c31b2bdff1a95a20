"""This file tests that straight quotation marks with a space on the wrong side are found, and none where the count may be wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Find = Callable[..., list[tuple[str, tuple[str, ...]]]]


@pytest.mark.parametrize(
    ("text", "misplaced"),
    [
        ('He called it " the end" and left.', [('" the', ('"the',))]),
        ('He called it "the end " and left.', [('end "', ('end"',))]),
        ('He called it "end " and left.', [('end "', ('end"',))]),
        ('"We wait, "Velker said.', [('wait, "Velker', ('wait," Velker',))]),
        ('He called it "the end" and "a ruin".', []),
        ('He called it "the end and left.', []),
        ('It was the end." He said "no " and left.', []),
        ('"We wait. "The end is near," he said. "Yes."', []),
        ('A 6" nail and a 7" nail " here.', []),
        ("He left.", []),
    ],
)
def test_a_space_on_the_wrong_side_of_a_mark_is_found(found: Find, text: str, misplaced: list[tuple[str, tuple[str, ...]]]) -> None:
    assert found(text) == misplaced


def test_each_paragraph_is_counted_by_itself(found: Find) -> None:
    assert found('"We wait.\n\n"We go " he said.') == [('go "', ('go"',))]
