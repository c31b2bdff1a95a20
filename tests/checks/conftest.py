"""This file gives the tests of the checks one way to ask what a card with certain settings finds in a text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from audit.analyse import analyse
from audit.cards import settings_of
from audit.model import Document, Example, Match, Rule
from audit.rulebook import build
from audit.segment import segment

Find = Callable[..., list[tuple[str, tuple[str, ...]]]]


def rule(check: str, settings: dict[str, Any], name: str = "a/b", category: str = "accuracy/mistranslation") -> Rule:
    wanted = settings_of(check).validate_python(settings)
    return Rule(name, "m", "w", category, "minor", 0.9, check, wanted, (Example("a"),), (Example("b"),))


def matches(text: str, *rules: Rule) -> list[Match]:
    document = Document("a", text)
    analysis = analyse(document, segment(document))
    found = [match for check in build(rules) for match in check.find(analysis)]
    assert all(isinstance(match, Match) for match in found), found
    return [match for match in found if isinstance(match, Match)]


@pytest.fixture
def make() -> Callable[..., Rule]:
    """Makes a rule of a check's name and its settings, as a card gives them."""
    return rule


@pytest.fixture
def matched() -> Callable[..., list[Match]]:
    """The matches of one or more rules in a text."""
    return matches


@pytest.fixture
def found(request: pytest.FixtureRequest) -> Find:
    """What one rule finds in a text, each with its better wordings; the check is the one that the test's file is about."""
    check = request.path.stem.removeprefix("test_")

    def ask(text: str, category: str = "accuracy/mistranslation", **settings: Any) -> list[tuple[str, tuple[str, ...]]]:
        return [(match.span.of(text), match.better) for match in matches(text, rule(check, settings, category=category))]

    return ask
