"""This file tests which pieces of text an expression requires: that no match lacks them, and that telling ones are found."""

from __future__ import annotations

import re

import hypothesis.strategies as st
import pytest
from hypothesis import given

from audit.required import required


@pytest.mark.parametrize(
    ("expression", "clauses"),
    [
        (r"\b according [ ] to [ ] (?:him|her) \b", [[{"according to him", "according to her"}]]),
        (r"colou?rs", [[{"colors", "colours"}]]),
        (r"(?i:Minister) [ ] \w+", [[{"minister "}]]),
        (r"\w+ [ ] [Yy]ears [ ] \d+ [ ] later", [[{" later"}, {" years "}]]),
        (r"(?: since [ ] \d+ | for [ ] \w+ [ ] weeks )", [[{"since "}], [{" weeks"}, {"for "}]]),
        (r"(?=[^.]*respectively) \w+ [ ] and", [[{" and"}, {"respectively"}]]),
        (r"(?<!the[ ])said(?![ ]that)", [[{"said"}]]),
        (r"(?P<a>reported) .* (?P=a)", [[{"reported"}]]),
        (r"[«»]", [[{"«", "»"}]]),
        (r"\L<days> [ ] \d", [[{"monday ", "friday "}]]),
    ],
)  # fmt: skip
def test_pieces_that_every_match_holds(expression: str, clauses: list[list[set[str]]]) -> None:
    found = required(expression, {"days": ["Monday", "Friday"]})
    assert [sorted(map(sorted, clause)) for clause in found] == [sorted(map(sorted, clause)) for clause in clauses]


@pytest.mark.parametrize(
    "expression",
    [
        r"\w+ing",  # three letters, but what follows them is no secret
        r"\p{Lu}\p{Ll}+",
        r"(?:said)?",
        r"(?:said)*",
        r"a[ ]\w+",
        r"said|\d+",  # one alternative without a piece is enough
        r"[^\n]+",
        r"(?(DEFINE)(?P<name>\w+))(?&name) says",
        r"(unclosed",
    ],
)
def test_expressions_of_which_nothing_is_certain(expression: str) -> None:
    assert required(expression, {}) in ((), ((frozenset({"ing"}),),))


_WORDS = st.sampled_from(["said", "says", "who", "the", "minister", "left", "in", "a", "1", "«", "Monday"])
_PARTS = st.recursive(
    _WORDS.map(re.escape),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("[ ]".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        inner.map(lambda part: f"(?:{part})?"),
        inner.map(lambda part: f"(?:{part}){{1,2}}"),
        inner.map(lambda part: f"(?={part})"),
        inner.map(lambda part: f"(?:{part}|\\w+)"),
    ),
    max_leaves=8,
)


@given(_PARTS, st.lists(_WORDS, max_size=8).map(" ".join))
def test_nothing_matches_where_the_pieces_are_missing(expression: str, text: str) -> None:
    clauses = required(expression, {})
    if clauses and re.search(expression, text, re.VERBOSE):
        assert any(all(any(piece in text.lower() for piece in pieces) for pieces in clause) for clause in clauses)
