"""This file tests JSON format 1: its keys, their order, and its offsets."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace

from audit.model import Claim, Clue, Ledger, Origin, Report, Score, Span, Statement
from audit.render.json import document, render


def test_the_keys_and_their_order_are_those_of_format_1(report: Report) -> None:
    told = json.loads(render(report))
    assert list(told) == ["meta", "documents", "verdict"]
    assert list(told["meta"]) == ["format", "version", "rules", "engines"]
    assert list(told["documents"][0]) == [
        "id", "language", "source_language", "date", "words", "findings", "failures", "scores", "ledger", "origin", "claims",
    ]  # fmt: skip
    assert list(told["documents"][0]["findings"][0]) == [
        "rule", "start", "end", "line", "column", "quote", "category", "severity", "confidence", "message", "suggestions", "related",
        "source_span", "fingerprint", "status",
    ]  # fmt: skip
    assert told["meta"] == {"format": 1, "version": "0.1.0", "rules": 12, "engines": {"harper": "not installed", "spacy": "3.8"}}
    assert told["verdict"] == {"passed": False, "reason": "1 critical finding"}


def test_a_quote_is_the_text_between_its_offsets_and_stands_at_its_line_and_column(report: Report) -> None:
    text = report.results[0].document.text
    found = json.loads(render(report))["documents"][0]["findings"]
    assert len(found) == 5
    for finding in found:
        assert finding["quote"] == text[finding["start"] : finding["end"]]
        line = text.split("\n")[finding["line"] - 1]
        assert line[finding["column"] - 1 :].startswith(finding["quote"])


def test_a_finding_carries_its_evidence(report: Report) -> None:
    inverted, doubled, dismissed, *_ = document(report.results[0])["findings"]
    assert inverted["source_span"] == {"start": 0, "end": 5}
    assert doubled["source_span"] is None
    assert doubled["suggestions"] == ["she said", "said the mayor"]
    assert doubled["related"] == [{"start": 43, "end": 62, "label": "the speaker"}]
    assert dismissed["status"] == "dismissed"


def test_a_sure_estimate_stands_for_the_source_language_and_says_what_it_rests_on(report: Report) -> None:
    about = replace(report.results[0].document, source_language=None)
    clue = Clue("fr", "calque", Span(10, 18), 1.98)
    sure, unsure = (replace(report.results[0], document=about, origin=Origin("fr", c, clues=(clue,))) for c in (0.9, 0.5))
    assert (document(sure)["source_language"], document(unsure)["source_language"]) == ("fr", None)
    (evidence,) = document(sure)["origin"]["evidence"]
    assert evidence == {"kind": "calque", "start": 10, "end": 18, "quote": about.text[10:18], "weight": 1.98}


def test_figures_have_two_decimals_and_the_metrics_their_signature(report: Report) -> None:
    assert document(report.results[0])["scores"] == {
        "quality": 71.31,
        "penalty_per_100_words": 4.06,
        "bleu": {"value": 32.13, "signature": "nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:2.6.0"},
    }


def test_a_document_says_what_it_is_and_what_was_not_checked(report: Report) -> None:
    entry = document(report.results[0])
    assert (entry["id"], entry["language"], entry["source_language"], entry["date"]) == ("news/bridge.txt", "en", "fr", "2022-01-07")
    assert entry["failures"][0] == {"what": "source/numbers", "reason": "no source text: give --source"}
    assert entry["ledger"] == {"people": [], "quotes": [], "figures": [], "dates": []}
    other = document(report.results[1])
    assert (other["words"], other["date"], other["source_language"], other["findings"]) == (3, None, None, [])


def test_a_figure_that_is_not_finite_is_null(report: Report) -> None:
    result = replace(report.results[0], scores=(Score("quality", float("nan")), Score("ter", float("inf"), "s")))
    assert document(result)["scores"] == {"quality": None, "ter": {"value": None, "signature": "s"}}


def test_a_lone_surrogate_becomes_one_replacement_character(single: Callable[..., Report]) -> None:
    told = render(single("One \ud800 two", "\ud800 two"))
    assert json.loads(told.encode())["documents"][0]["findings"][0]["quote"] == "\ufffd two"


def test_letters_outside_ascii_stay_letters(single: Callable[..., Report]) -> None:
    assert '"quote": "東京"' in render(single("In 東京.", "東京"))


def test_whatever_a_ledger_holds_becomes_plain_values(report: Report) -> None:
    @dataclass(frozen=True)
    class Person:
        name: str
        mentions: tuple[Span, ...]

    result = replace(report.results[0], ledger=Ledger(people=(Person("Kell", (Span(1, 2),)),)))
    assert document(result)["ledger"]["people"] == [
        {"name": "Kell", "mentions": [{"start": 1, "end": 2, "quote": report.results[0].document.text[1:2]}]}
    ]


def test_claims_stand_with_their_verdict_and_places_in_the_text(report: Report) -> None:
    said = Statement("capital", Span(4, 9), "contradicts", "the capital is another")
    result = replace(report.results[0], claims=(Claim(Span(0, 12), 2.5, ("a figure",), (said,)),))
    (claim,) = document(result)["claims"]
    assert (claim["verdict"], claim["span"]["start"], claim["span"]["quote"]) == ("contradicts", 0, "The mayor op")
    assert claim["statements"][0]["fact"] == "the capital is another"
