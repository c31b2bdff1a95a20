"""This file turns what the sheets of facts could judge into ClaimReview, the JSON-LD of schema.org that search engines read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from audit.model import Claim, Document, Report, Result, Statement
from audit.render import encodable

_RATINGS = {"contradicts": (1, "False"), "agrees": (5, "True")}
"""The usual scale: 1 is false, 5 is true. What is not known gets no review at all."""


def render(report: Report) -> str:
    """One JSON-LD graph with a review for each statement that was judged, in the order of the documents and of their lists of claims."""
    reviews = [review for result in report.results for review in _reviews(result, report.meta.version)]
    graph = {"@context": "https://schema.org", "@graph": reviews}
    written = json.dumps(graph, ensure_ascii=False, allow_nan=False, indent=2)
    # The graph is meant to stand in a <script> of a page, which no text of an article may close.
    return encodable(written.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")) + "\n"


def _reviews(result: Result, version: str) -> Iterator[dict[str, Any]]:
    told: set[tuple[str, str]] = set()
    for claim in result.claims:
        for said in claim.statements:
            words = " ".join(said.span.of(result.document.prose).split())
            if said.verdict in _RATINGS and said.fact and (words, said.fact) not in told:
                told.add((words, said.fact))
                yield _review(result.document, claim, said, words, version, result.ledger.as_of)


def _review(document: Document, claim: Claim, said: Statement, words: str, version: str, as_of: object) -> dict[str, Any]:
    rating, name = _RATINGS[said.verdict]
    article: dict[str, Any] = {"@type": "NewsArticle", "name": document.name, "inLanguage": document.language}
    if as_of:
        article["datePublished"] = str(as_of)
    about: dict[str, Any] = {"@type": "Claim", "appearance": article}
    if claim.speaker:
        about["author"] = {"@type": "Person", "name": claim.speaker}
    return {
        "@type": "ClaimReview",
        "claimReviewed": words,
        "reviewBody": said.fact,
        "author": {"@type": "Organization", "name": f"audit {version}".strip()},
        "itemReviewed": about | {"text": " ".join(claim.span.of(document.prose).split())},
        "reviewRating": {"@type": "Rating", "ratingValue": rating, "bestRating": 5, "worstRating": 1, "alternateName": name},
    }
