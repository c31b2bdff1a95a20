"""This file tests the JSON-LD of the claims that the sheets of facts could judge."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from typing import Any

from audit.model import Claim, Document, Ledger, Meta, Report, Result, Span, Statement, Verdict
from audit.render.claimreview import render

TEXT = "Lyon, the French capital, has 32 </script> gates. French President Emmanuel Macron said so."


def _statement(words: str, verdict: str, fact: str = "the capital of France is Paris") -> Statement:
    start = TEXT.index(words)
    return Statement("capital", Span(start, start + len(words)), verdict, fact)  # type: ignore[arg-type]


def _result(*statements: Statement, speaker: str = "") -> Result:
    claim = Claim(Span(0, TEXT.index(" French P")), 3.0, ("a figure",), statements, speaker)
    return Result(Document("a.txt", TEXT), (), claims=(claim,))


def _reviews(*results: Result) -> list[dict[str, Any]]:
    graph = json.loads(render(Report(results, {}, Verdict(True, ""), Meta("9.9", 1))))
    assert graph["@context"] == "https://schema.org"
    reviews: list[dict[str, Any]] = graph["@graph"]
    return reviews


def test_a_contradiction_is_rated_false_and_carries_the_fact() -> None:
    (review,) = _reviews(_result(_statement("Lyon, the French capital", "contradicts")))
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == "Lyon, the French capital"
    assert review["reviewBody"] == "the capital of France is Paris"
    assert review["author"] == {"@type": "Organization", "name": "audit 9.9"}
    assert review["reviewRating"] == {"@type": "Rating", "ratingValue": 1, "bestRating": 5, "worstRating": 1, "alternateName": "False"}
    assert review["itemReviewed"]["@type"] == "Claim"
    assert review["itemReviewed"]["appearance"]["name"] == "a.txt"


def test_an_agreement_is_rated_true() -> None:
    (review,) = _reviews(_result(_statement("French President Emmanuel Macron", "agrees", "he was")))
    assert (review["reviewRating"]["ratingValue"], review["reviewRating"]["alternateName"]) == (5, "True")


def test_what_is_not_known_gets_no_review() -> None:
    assert _reviews(_result(_statement("Lyon, the French capital", "not known"))) == []
    assert _reviews(_result()) == []


def test_reviews_keep_the_order_of_claims_and_say_nothing_twice() -> None:
    one, other = _statement("Lyon, the French capital", "contradicts"), _statement("French President Emmanuel Macron", "agrees", "he was")
    found = _reviews(_result(other, one, other))
    assert [review["claimReviewed"] for review in found] == ["French President Emmanuel Macron", "Lyon, the French capital"]


def test_speaker_and_day_stand_where_they_are_known() -> None:
    result = _result(_statement("Lyon, the French capital", "contradicts"), speaker="Anna Kell")
    (review,) = _reviews(replace(result, ledger=Ledger(as_of=datetime.date(2022, 1, 7))))
    assert review["itemReviewed"]["author"] == {"@type": "Person", "name": "Anna Kell"}
    assert review["itemReviewed"]["appearance"]["datePublished"] == "2022-01-07"


def test_no_text_of_an_article_can_close_the_script_that_holds_the_graph() -> None:
    written = render(Report((_result(_statement("Lyon, the French capital", "contradicts")),), {}, Verdict(True, ""), Meta("9.9", 1)))
    assert "<" not in written
    assert "</script>" in json.loads(written)["@graph"][0]["itemReviewed"]["text"]
