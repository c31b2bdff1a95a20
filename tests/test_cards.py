"""This file tests that a good card becomes a rule, and a broken one is refused with file, line, key and the way out."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from audit.cards import CATEGORIES, read_card, schema, split_marks
from audit.model import AuditError, Rule, Span

CARD = """\
message: "'{found}' is a step of the source: write '{better}'."
why: The source says that somebody walks a road; the engine kept the road.
category: accuracy/mistranslation
severity: major
confidence: 0.9
languages: [fr, es]
check:
  phrase:
    swap:
      walk the road of: move towards
    unless_near: [pilgrim]
bad:
  - They want to <walk the road of> reform.
  - text: To <walk the road of> reform is hard.
    fixed: To move towards reform is hard.
good:
  - They walk the road every day.
  - Pilgrims, each a pilgrim of old, walk the road of Velmar.
known_gaps:
  missed:
    - They <walked a road of> reform.
see: [https://example.org/roads]
"""


def read(folder: Path, content: str) -> Rule:
    path = folder / "card.yaml"
    path.write_text(content, encoding="utf-8")
    return read_card(path, "calque/card")


def refusal(folder: Path, content: str) -> str:
    with pytest.raises(AuditError) as refused:
        read(folder, content)
    assert len(str(refused.value).splitlines()) == 1
    return str(refused.value).removeprefix(str(folder / "card.yaml"))


def changed(old: str, new: str) -> str:
    assert CARD.count(old) == 1, old
    return CARD.replace(old, new)


def test_a_card_becomes_a_rule(tmp_path: Path) -> None:
    rule = read(tmp_path, CARD)
    assert (rule.name, rule.check, rule.severity, rule.confidence) == ("calque/card", "phrase", "major", 0.9)
    assert (rule.languages, rule.only, rule.enabled) == (("fr", "es"), (), True)
    assert rule.settings.swap == {"walk the road of": "move towards"}
    assert [(example.text, example.fixed, example.line) for example in rule.bad] == [
        ("They want to walk the road of reform.", None, 13),
        ("To walk the road of reform is hard.", "To move towards reform is hard.", 14),
    ]
    assert [mark.of(example.text) for example in rule.bad for mark in example.marks] == ["walk the road of"] * 2
    assert [example.line for example in rule.good] == [17, 18]
    assert [example.line for example in rule.missed] == [21]
    assert rule.see == ("https://example.org/roads",)
    assert rule.path == str(tmp_path / "card.yaml")


def test_an_example_tells_the_audit_what_stands_beside_it(tmp_path: Path) -> None:
    more = "fixed: To move towards reform is hard.\n    source: Il faut marcher.\n    source-language: fr\n    date: 2022-01-07"
    example = read(tmp_path, changed("fixed: To move towards reform is hard.", more)).bad[1]
    assert (example.source, example.source_language, example.date) == ("Il faut marcher.", "fr", datetime.date(2022, 1, 7))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("severity:", "severty:", ":4: severty: no such key; did you mean 'severity'?"),
        ("why:", "zzzz:", ":2: zzzz: no such key; known: "),
        ("severity: major\n", "", ":1: severity: this key is missing; write it"),
        ("severity: major", "severity: grave", ":4: severity: should be 'neutral', 'minor', 'major' or 'critical'"),
        ("confidence: 0.9", "confidence: 1.5", ":5: confidence: should be less than or equal to 1"),
        ("confidence: 0.9", "confidence: 0", ":5: confidence: should be greater than 0"),
        ("confidence: 0.9", "confidence: high", ":5: confidence: should be a number"),
        ("confidence: 0.9", "confidence: [0.9]", ":5: confidence: should be a number"),
        ("[fr, es]", "fr", ":6: languages: should be a list"),
        ("[fr, es]", "[fr, French]", ":6: languages.1: should be a language code, such as fr"),
        ("accuracy/mistr", "accurasy/mistr", ":3: category: 'accurasy/mistranslation' is not known; did you mean 'accuracy/mistr"),
        ("\"'{found}' is", "\"'{found' is", ":1: message: "),
        ("\"'{found}' is", "\"'{}' is", ":1: message: a place needs a name, as in {found}"),
        ("\"'{found}' is a step of the source: write '{better}'.\"", "5", ":1: message: should be text; put quotation marks round it"),
        ("  phrase:\n", "  phrases:\n", ":8: check: no check is called 'phrases'; did you mean 'phrase'?"),
        ("check:\n", "check:\n  regex: {find: x}\n", ":7: check: must name one check, one of phrase, "),
        ("    unless_near:", "    unles_near:", ":11: phrase.unles_near: no such key; did you mean 'unless_near'?"),
        ("[pilgrim]", "pilgrim", ":11: phrase.unless_near: should be a list"),
        ("[pilgrim]", "['@month']", ":11: phrase.unless_near: @month: knowledge/words/month.yaml: no such sheet; did you mean 'w"),
        ("[pilgrim]", "['(pilgrim|walker']", ":11: phrase.unless_near: '(pilgrim|walker' is no shorthand"),
        ("walk the road of: move", "'~ the road of': move", ":10: phrase.swap.~ the road of: '~ the road of' is no shorthand"),
        ("    swap:\n      walk the road of: move towards\n", "", ":9: phrase: nothing to find: give it any, swap, rows or sheet"),
        ("      walk the road of: move towards", "      - walk", ":9: phrase.swap: should hold keys and values (key: value)"),
        ("    fixed:", "    fxed:", ":15: bad.1.fxed: no such key; did you mean 'fixed'?"),
        ("  - They want to <walk the road of> reform.\n", "", ":12: bad: a card needs at least 2 bad examples; write 1 more"),
        ("<walk the road of> reform.", "walk the road of reform.", ":13: bad: example 1 needs a <marked> span"),
        ("<walk the road of> reform.", "<walk the road of reform.", ":13: bad: example 1: a '<' opens a mark that no '>' closes"),
        ("They walk the road every", "They <walk> the road every", ":17: good: example 1 must not mark a span with <...>"),
        ("  - They walk the road every day.", "  - 1850", ":17: good.0: should be text; put quotation marks round it"),
        ("  missed:", "  mised:", ":20: known_gaps.mised: no such key; did you mean 'missed'?"),
        ("<walked a road of>", "walked a road of", ":21: known_gaps.missed: example 1 needs a <marked> span"),
        ("see:", "why: again\nsee:", ":22: why: this key stands twice; keep one"),
        ("why: The source", "why: The: source", ":2: not YAML: "),
    ],
)  # fmt: skip
def test_a_broken_card_is_refused_with_file_line_key_and_the_way_out(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert refusal(tmp_path, changed(old, new)).startswith(said)


@pytest.mark.parametrize("key", ["bad", "good"])
def test_a_card_without_examples_is_refused(tmp_path: Path, key: str) -> None:
    assert f": {key}: a card needs at least 2 {key} examples; write 2 more" in refusal(
        tmp_path, re.sub(rf"(?m)^{key}:\n( .*\n)+", f"{key}: []\n", CARD)
    )


def test_a_list_where_a_card_should_be_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "- message: m\n").startswith(":1: must hold keys and values")


@pytest.mark.parametrize(
    ("check", "said"),
    [
        ("phrase: {rows: [{find: a, beter: b}]}", "phrase.rows.0.beter: no such key; did you mean 'better'?"),
        ("phrase: {rows: [{find: a}, {better: b}]}", "phrase.rows.1.find: this key is missing; write it"),
        ("phrase: {rows: [{find: {a: b}}]}", "phrase.rows.0.find: should be text"),
        ("phrase: {rows: [a]}", "phrase.rows.0: should hold keys and values"),
        ("phrase: {any: ['']}", "phrase.any.0: '' stands for nothing at all"),
        ("phrase: {any: ['(a|)']}", "phrase.any.0: '(a|)' stands for nothing at all"),
        ("phrase: {any: ['@months']}", "phrase.any.0: a sheet stands only in conditions"),
        ("phrase: {any: [a], quotes: inner}", "phrase.quotes: should be 'auto', 'any', 'outside' or 'inside'"),
        ("phrase:", "phrase: should hold keys and values"),
        ("regex: {better: [a]}", "regex.find: this key is missing"),
        ("regex: {find: '(a'}", "regex: not a regular expression: missing ) at position 2"),
        ("regex: {find: a, unless: '['}", "regex: not a regular expression: "),
        ("regex: {find: (a)(b), group: 3}", "regex: group: the expression has no group 3"),
        ("regex: {find: (?P<one>a), group: two}", "regex: group: the expression has no group 'two'"),
        ("pattern: {anchor: [a]}", "pattern: a pattern needs either tokens or tree"),
        ("pattern: {anchor: [a], tokens: [[{LOWER: a}]], tree: [{RIGHT_ID: a}]}", "pattern: a pattern needs either tokens or tree"),
        ("pattern: {anchor: [in spite], tokens: [[{LOWER: in}]]}", "pattern: anchor: 'in spite' is more than one word"),
        ("pattern: {anchor: [a], tree: [{RIGHT_ID: a}], mark: [b]}", "pattern: mark: no node of the tree is called 'b'"),
        ("pattern: {tokens: [[{LOWER: a}]]}", "pattern.anchor: this key is missing"),
        ("repetition: {words: many}", "repetition.words: should be a number"),
        ("quotes: {fault: mixed-pears}", "quotes.fault: should be 'opening-for-closing', "),
        ("attribution: {}", "attribution.fault: this key is missing"),
    ],
)  # fmt: skip
def test_the_settings_of_a_check_are_refused_with_their_key(tmp_path: Path, check: str, said: str) -> None:
    content = re.sub(r"(?m)^check:\n( .*\n)+", f"check:\n  {check}\n", CARD)
    assert refusal(tmp_path, content).startswith(f":8: {said}")


def test_a_misspelt_key_says_more_than_the_one_that_it_leaves_out(tmp_path: Path) -> None:
    assert "did you mean 'why'" in refusal(tmp_path, changed("why:", "whi:"))


@pytest.mark.parametrize(
    ("written", "text", "marks"),
    [
        ("a <b> c", "a b c", [(2, 3)]),
        ("<a> b <c d>", "a b c d", [(0, 1), (4, 7)]),
        (r"5 \< 6 and <a\>b>", "5 < 6 and a>b", [(10, 13)]),
        ("a > b", "a > b", []),
        (r"a\b", r"a\b", []),
        ("a\\", "a\\", []),
        (r"C:\<a>", "C:<a>", []),
        ("🙂 <é>", "🙂 é", [(2, 3)]),
        ("", "", []),
    ],
)
def test_marks_are_taken_out_of_an_example(written: str, text: str, marks: list[tuple[int, int]]) -> None:
    assert split_marks(written) == (text, tuple(Span(*mark) for mark in marks))


def test_the_schema_knows_every_key_check_and_category() -> None:
    known = schema()
    assert {"message", "why", "check", "bad", "good", "known_gaps", "only"} <= set(known["properties"])
    assert {"phrase", "pattern", "regex", "repetition", "quotes"} <= set(known["properties"]["check"]["properties"])
    assert known["properties"]["category"]["enum"] == list(CATEGORIES)
    assert "accuracy/mistranslation" in CATEGORIES
    assert known["additionalProperties"] is False


def test_a_safe_suggestion_needs_an_example_that_says_what_it_becomes(tmp_path: Path) -> None:
    assert read(tmp_path, changed("confidence: 0.9\n", "confidence: 0.9\nfix: safe\n")).fix == "safe"
    bare = changed("confidence: 0.9\n", "confidence: 0.9\nfix: safe\n").replace("    fixed: To move towards reform is hard.\n", "")
    assert refusal(tmp_path, bare).startswith(":6: fix: a safe one is proved by a bad example that says what it becomes")
