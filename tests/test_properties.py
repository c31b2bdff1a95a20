"""This file tests what must hold for any text: spans in bounds and in order, quotes that are the text, no crash, the same bytes twice."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.bundled import folder
from audit.config import Config
from audit.load import rows
from audit.model import Document, Finding, Result
from audit.pipeline import Line
from audit.prove import written_out
from audit.render import FORMATS
from audit.render import json as as_json
from audit.report import report_on
from audit.rulebook import read_cards

RULES = read_cards(folder("rules"))
BAD = [example.text for rule in RULES for example in written_out(rule)]
SPLICED = st.lists(st.sampled_from(BAD), min_size=1, max_size=4)
PIECES = st.sampled_from(
    [*"“”„«»\"'`’()–—…¿¡|<>&*#_", " ", "\u00a0", "\n", "\n\n", "\r\n", "\u2028", "\t", "🙂", "é", "e\u0301", "İ", "שלום", "中文"]
)
WORDS = st.sampled_from(
    ["the", "the", "said", "he", "Mr.", "Tomas Velk", "who", "has", "1.000.000", "5 %", "p.m.", "that", ",", ".", "?", "been", "2022"]
)
NOISE = st.lists(st.one_of(PIECES, WORDS, st.just(" "), st.text(max_size=5)), max_size=40).map("".join)


@cache
def everything() -> Line:
    """All rules, also those that are off, and those for one source language."""
    return Line(Config(force=True), {rule.name: rule for rule in RULES})


def check(result: Result) -> None:
    """Everything that readers and renderers rely on."""
    text = result.document.text
    assert [failure for failure in result.failures if "broke" in failure.reason or "mend" in failure.reason] == []
    assert [finding.span for finding in result.findings] == sorted(finding.span for finding in result.findings)
    assert len({finding.fingerprint for finding in result.findings}) == len(result.findings)
    for finding in result.findings:
        assert 0 <= finding.span.start < finding.span.end <= len(text)
        assert finding.quote == text[finding.span.start : finding.span.end]
        assert finding.message
        assert 0 < finding.confidence <= 1
        assert all(0 <= other.span.start <= other.span.end <= len(text) for other in finding.related)
        assert finding.quote not in finding.better
    scores = {score.metric: score.value for score in result.scores}
    assert 0 <= scores["quality"] <= 100
    assert scores["penalty_per_100_words"] >= 0
    entry = as_json.document(result)
    assert json.loads(json.dumps(entry, ensure_ascii=False).encode()) == entry


@settings(max_examples=60)
@given(NOISE)
def test_on_any_text_findings_stand_in_it_and_nothing_breaks(text: str) -> None:
    check(everything().audit(Document("a", text, source_language="fr")))


@settings(max_examples=40)
@given(SPLICED, st.sampled_from([" ", "\n", "\n\n", "", "\r\n\r\n"]), st.sampled_from(["fr", "es", "zh", None]))
def test_on_faults_spliced_together_findings_stand_in_the_text_and_nothing_breaks(
    texts: list[str], between: str, language: str | None
) -> None:
    check(everything().audit(Document("a", between.join(texts), source_language=language)))


@settings(max_examples=20)
@given(st.sampled_from(BAD), st.integers(0, 400), NOISE)
def test_a_fault_cut_open_by_noise_breaks_nothing(text: str, at: int, noise: str) -> None:
    at %= len(text) + 1
    check(everything().audit(Document("a", text[:at] + noise + text[at:], source_language="fr")))


def told(finding: Finding) -> tuple[str, str, str, str]:
    return finding.rule, finding.quote, finding.message, finding.fingerprint


@settings(max_examples=15)
@given(SPLICED)
def test_the_same_text_gives_the_same_bytes_in_every_format(texts: list[str]) -> None:
    line = everything()
    first, second = (report_on(line, [line.audit(Document("a.txt", "\n\n".join(texts)))]) for _ in range(2))
    for form in ("text", "json", "sarif", "markdown", "html"):
        assert FORMATS[form](first) == FORMATS[form](second)


@settings(max_examples=15)
@given(SPLICED)
def test_the_ends_of_lines_change_no_finding(texts: list[str]) -> None:
    text = "\n\n".join(" ".join(piece.split()) for piece in texts)
    unix, windows = (
        next(iter(rows([json.dumps({"text": given}).encode()], "in.jsonl"))).document for given in (text, text.replace("\n", "\r\n"))
    )
    assert unix is not None
    assert windows is not None
    there = [told(finding) for finding in everything().audit(windows).findings]
    assert Counter(told(finding) for finding in everything().audit(unix).findings) == Counter(there)


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(BAD))
def test_an_article_before_it_moves_a_finding_and_its_fingerprint_stays(text: str) -> None:
    opening = "The bridge in the old town is open again.\n\n"
    alone = everything().audit(Document("a", f"{text}\n\nThe end is near.")).findings
    after = everything().audit(Document("a", f"{opening}{text}\n\nThe end is near.")).findings
    places = {(finding.rule, finding.span.start): finding.fingerprint for finding in after}
    moved = [(finding, places.get((finding.rule, finding.span.start + len(opening)))) for finding in alone]
    assert [finding for finding, fingerprint in moved if fingerprint not in (None, finding.fingerprint)] == []
    assert any(fingerprint for _, fingerprint in moved) or not alone
