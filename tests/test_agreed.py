"""This file tests what a reference does to the findings of rules that never saw it."""

from __future__ import annotations

from audit.config import Config
from audit.model import Document, Finding
from audit.pipeline import line

LINE = line(Config(force=True))
TEXT = "The mayor opened the hospital on Monday. The new plan was a sword stroke in the water, he said. The road is long."
OTHERWISE = "The mayor opened the hospital on Monday. The new plan was wasted effort, he said. The road is long."


def findings(text: str, *references: str) -> dict[str, Finding]:
    return {finding.rule: finding for finding in LINE.audit(Document("a", text, references=references, source_language="fr")).findings}


def test_a_reference_that_departs_there_makes_a_rule_surer() -> None:
    alone, borne_out = findings(TEXT), findings(TEXT, OTHERWISE)
    rule = next(name for name, finding in alone.items() if "sword stroke" in finding.quote)
    assert borne_out[rule].confidence > alone[rule].confidence


def test_a_reference_that_has_the_very_words_speaks_against_a_rule() -> None:
    alone = findings(TEXT)
    rule = next(name for name, finding in alone.items() if "sword stroke" in finding.quote)
    assert rule not in findings(TEXT, TEXT)


def test_one_of_two_references_with_other_words_is_enough_to_keep_the_finding() -> None:
    alone = findings(TEXT)
    rule = next(name for name, finding in alone.items() if "sword stroke" in finding.quote)
    assert rule in findings(TEXT, TEXT, OTHERWISE)


def test_a_fault_that_is_no_wording_stands_whatever_the_reference_has() -> None:
    doubled = TEXT.replace("The road is long.", "The road is is long , and steep.")
    alone, same = findings(doubled), findings(doubled, doubled)
    spacing = {name for name in alone if name.startswith("typography/")}
    assert spacing
    assert spacing <= same.keys()
