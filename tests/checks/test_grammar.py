"""This file tests what cards of grammar cannot: every fault has a card, headings are left alone, no text breaks a fault."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.analyse import analyse
from audit.bundled import folder
from audit.cards import read_card
from audit.checks.grammar import FAULTS, Fault
from audit.checks.grammar.tokens import sentences
from audit.model import Document
from audit.segment import segment

Find = Callable[..., list[tuple[str, tuple[str, ...]]]]

WORDS = (
    "The union which has did not went these measure , . “ ” that may is If Brodin judged and there only I He then to 2019 yesterday of one"
).split()


def _cards() -> set[str]:
    paths = [path for path in folder("rules").rglob("*.yaml") if "grammar:" in path.read_text(encoding="utf-8")]
    return {read_card(path, Path(path).stem).settings.fault for path in paths}


def test_every_fault_is_named_in_the_settings_and_has_a_card() -> None:
    assert set(get_args(Fault)) == set(FAULTS)
    assert _cards() == set(FAULTS)


@pytest.mark.parametrize(("fault", "text", "quote"), [
    ("form-after-auxiliary", "Guards did not went home", "did not went"),
    ("determiner-number", "The council discussed these measure", "these measure"),
])  # fmt: skip
def test_a_heading_has_a_grammar_of_its_own(found: Find, fault: str, text: str, quote: str) -> None:
    body = "A sentence of running text stands here.\n\n"
    assert found(f"{text}\n\n{body}", fault=fault) == []
    assert [wrong for wrong, _ in found(f"{body}{text} at noon, and nobody minded.", fault=fault)] == [quote]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_whatever_the_words_a_fault_stays_within_the_text(words: list[str]) -> None:
    document = Document("a", f"{' '.join(words)}.\n\nIt ended.")
    analysis = analyse(document, segment(document))
    running_text = sentences(analysis)
    for fault in FAULTS.values():
        for found in fault(analysis, running_text):
            assert 0 <= found.span.start < found.span.end <= len(analysis.text)
