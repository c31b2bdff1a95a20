"""This file tests the sheets that say which rules of an engine speak, and that a broken row is refused in one line."""

from __future__ import annotations

import pytest
import yaml

from audit.bundled import folder
from audit.cards import Card
from audit.engines.sheet import OFF, _row, rows, wanted
from audit.model import AuditError

ENGINES = sorted(path.stem for path in (folder("knowledge") / "engines").glob("*.yaml"))


@pytest.mark.parametrize("engine", ENGINES)
def test_every_rule_that_speaks_has_its_card(engine: str) -> None:
    cards = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((folder("rules") / "engine").glob("*.yaml"))]
    settings = [Card.model_validate(card).check["engine"] for card in cards]
    groups = {each["group"] for each in settings if each["name"] == engine}
    assert groups == {row.group for row in rows(engine).values() if row.use != "off"}


@pytest.mark.parametrize("engine", ENGINES)
def test_every_row_says_what_was_seen(engine: str) -> None:
    assert [rule for rule, row in rows(engine).items() if not row.seen] == []


def test_only_rules_that_speak_are_asked_for() -> None:
    assert "AnA" in wanted("harper")
    assert "PronounVerbAgreement" in wanted("harper")
    assert "LongSentences" not in wanted("harper")
    assert OFF.use == "off"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"use": "often"}, "use: 'often' should be one of on, second, off"),
        ({"use": True, "group": "grammar"}, "use: True should be one of on, second, off"),
        ({"use": "on"}, "group: say which card of rules/engine/ speaks for it"),
        ({"use": "second", "group": "grammar"}, "sign: a rule of class second needs one, and no other rule has one"),
        ({"use": "on", "group": "grammar", "sign": "fluency"}, "sign: a rule of class second needs one, and no other rule has one"),
        ({"use": "second", "group": "grammar", "sign": "moon"}, "sign: 'moon' should be one of misspelt, fluency"),
        ({"use": "on", "group": "grammar", "severity": "grave"}, "severity: 'grave' should be one of neutral, minor, major, critical"),
        ({"use": "on", "grup": "grammar"}, "unexpected keyword argument 'grup'"),
    ],
)
def test_a_broken_row_is_refused_in_one_line(row: dict[str, object], said: str) -> None:
    with pytest.raises(AuditError) as problem:
        _row("knowledge/engines/a.yaml: B", row)
    assert str(problem.value).startswith("knowledge/engines/a.yaml: B: ")
    assert said in str(problem.value)
    assert "\n" not in str(problem.value)
