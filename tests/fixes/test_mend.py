"""This file tests that what is mended is mended as the cards say, once and for all, and that nothing new is wrong afterwards."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit import bundled, load
from audit.config import Config
from audit.decided import Decision
from audit.decisions import merged
from audit.fixes import Fixed, mend, unified
from audit.model import Document, Example, Finding, Rule
from audit.pipeline import Line, line
from audit.prove import document
from audit.rulebook import read_cards

RULES = read_cards(bundled.folder("rules"))
SAFE = [rule for rule in RULES if rule.fix == "safe"]
FIXED = [(rule, example) for rule in RULES for example in rule.bad if example.fixed is not None and "{each}" not in example.text]


@cache
def everything() -> Line:
    return line(Config(force=True, engines=("none",)))


def named(case: tuple[Rule, Example]) -> str:
    return f"{case[0].name}-{case[1].line}"


def said(findings: tuple[Finding, ...]) -> Counter[str]:
    return Counter(finding.rule for finding in findings)


def fixed(text: str, name: str = "a.txt", folder: Path | None = None) -> Fixed:
    """The text of a file of that name, mended."""
    assert folder is not None
    (folder / name).write_bytes(text.encode())
    (given,) = load.documents([str(folder / name)])
    return mend(everything(), given, 0.9)


@pytest.mark.parametrize("rule", SAFE, ids=lambda rule: rule.name)
def test_a_safe_card_mends_its_examples_as_they_say(rule: Rule) -> None:
    assert rule.confidence >= 0.9
    of = Line(Config(force=True, engines=("none",)), {rule.name: rule})
    for example in rule.bad:
        if example.fixed is not None:
            done = mend(of, document(example, None), 0)
            assert done.after.document.text == example.fixed
            assert done.after.findings == ()


@pytest.mark.parametrize("case", FIXED, ids=named)
def test_an_example_mended_under_all_rules_has_no_new_finding_and_stays_as_it_is(case: tuple[Rule, Example]) -> None:
    rule, example = case
    done = mend(everything(), document(example, rule.only[0] if rule.only else None), 0.9)
    assert said(done.after.findings) <= said(done.before.findings)
    assert len(done.after.findings) <= len(done.before.findings)
    again = mend(
        everything(), replace(document(example, done.after.document.source_language), text=done.after.document.text, prose=""), 0.9
    )
    assert again.after.document.text == done.after.document.text
    assert bool(done.edits) == (done.after.document.text != example.text)


HTML = (
    "<html><body><article><p>The minister was stuck in the <b>tunnel</b> . Nobody came. The mayor opened <i>the the</i> bridge.</p>\n"
    "<p>He opened the <b>the</b> bridge &nbsp;. Tom &amp; Jerry came .</p></article></body></html>"
)


def test_html_keeps_its_marks_and_where_one_stands_in_the_words_they_are_left(tmp_path: Path) -> None:
    after = fixed(HTML, "a.html", tmp_path).after.document.text
    assert after == (
        "<html><body><article><p>The minister was stuck in the <b>tunnel</b>. Nobody came. The mayor opened <i>the</i> bridge.</p>\n"
        "<p>He opened the <b>the</b> bridge. Tom &amp; Jerry came.</p></article></body></html>"
    )


def test_markdown_keeps_its_marks_front_matter_and_remarks(tmp_path: Path) -> None:
    text = (
        "---\ndate: 2022-01-07\ntitle: the the\n---\n\n# A town\n\n**The mayor** opened the the [bridge](the-the) .\n\n<!-- a the the -->\n"
    )
    assert fixed(text, "a.md", tmp_path).after.document.text == text.replace("opened the the", "opened the").replace(") .", ").")


def test_the_ends_of_lines_stay_and_the_last_line_needs_none(tmp_path: Path) -> None:
    text = "The mayor opened the the bridge.\r\n\r\nTurnout was 39 % in the north"
    assert fixed(text, "a.txt", tmp_path).after.document.text == "The mayor opened the bridge.\r\n\r\nTurnout was 39% in the north"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", 'source,target\n"Le maire a ouvert le pont ce lundi.","The mayor opened the the bridge on Monday, he said ."\n'),
        (
            "a.po",
            (
                'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "Le maire a ouvert le pont."\n'
                'msgstr "The mayor opened the the bridge, he said ."\n'
            ),
        ),
    ],
)
def test_a_bilingual_file_is_mended_on_its_english_side(tmp_path: Path, name: str, text: str) -> None:
    assert fixed(text, name, tmp_path).after.document.text == text.replace("the the", "the").replace(" .", ".")


def test_an_accepted_suggestion_is_made_and_a_dismissed_one_is_not(tmp_path: Path) -> None:
    text = "It may happen at any given moment, he said . Some 3,5 percent on Monday."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (given,) = load.documents([str(tmp_path / "a.txt")])
    of = everything()
    found = {finding.rule: finding for finding in of.audit(given).findings}
    decided = [
        Decision("accepted", found["typography/decimal-comma"].fingerprint),
        Decision("dismissed", found["typography/space-before-mark"].fingerprint),
    ]
    other = replace(of)
    vars(other).update(checks=of.checks, engines=of.engines, book=merged(decided, datetime.date(2026, 1, 1)))
    assert mend(other, given, 0.9).after.document.text == text.replace("3,5", "3.5")
    assert mend(of, given, 0.9).after.document.text == text.replace("said .", "said.")


def test_below_the_confidence_nothing_is_made() -> None:
    text = "The mayor opened the the bridge."
    assert mend(everything(), Document("a", text), 0.99).after.document.text == text


BAD = [example.text for rule in SAFE for example in rule.bad]


@settings(max_examples=25)
@given(st.lists(st.sampled_from(BAD), min_size=1, max_size=4))
def test_any_text_mended_twice_is_as_mended_once(texts: list[str]) -> None:
    done = mend(everything(), Document("a", "\n\n".join(texts)), 0.9)
    again = mend(everything(), Document("a", done.after.document.text), 0.9)
    assert again.after.document.text == done.after.document.text
    assert said(done.after.findings) <= said(done.before.findings)


LINES = st.lists(st.sampled_from(["a", "b\n", "c\r\n", "\n", "d\u2028e\n", "f\x0cg\n"]), max_size=12).map("".join)


@given(LINES, LINES)
def test_the_difference_applied_to_the_one_text_gives_the_other(before: str, after: str) -> None:
    assert patched(before, unified(before, after, "a", "b")) == after


def patched(text: str, difference: str) -> str:
    """What `patch` makes of a text, for a difference in unified form."""
    lines, out, at = re.findall(r"[^\n]*\n|[^\n]+", text), list[str](), 0
    body = re.findall(r"[^\n]*\n|[^\n]+", difference)[2:]
    for number, row in enumerate(body):
        bare = number + 1 < len(body) and body[number + 1].startswith("\\")
        kept = row[1:-1] if bare else row[1:]
        if row.startswith("@@"):
            start, count = re.findall(r"-(\d+)(?:,(\d+))?", row)[0]
            first = int(start) - (count != "0")
            out += lines[at:first]
            at = first
        elif row[0] in " -":
            assert lines[at] == kept
            at += 1
        if row[0] in " +":
            out.append(kept)
    return "".join([*out, *lines[at:]])
