"""This file tests what reports show of the claims that are worth checking."""

from __future__ import annotations

from audit.model import Claim, Document, Meta, Report, Result, Span, Statement, Verdict
from audit.render.checklist import checklist
from audit.render.html import render

TEXT = "A heading\n\nLyon, the French <b>capital</b>, is old.\nThe highest tax rose by 12 per cent."
FACT = "the capital of France is Paris & not Lyon"
CLAIMS = (
    Claim(Span(11, 51), 7.0, ("a fact",), (Statement("capital", Span(11, 27), "contradicts", FACT),), "Anna <Kell>"),
    Claim(Span(52, 88), 2.0, ("a superlative", "a figure"), (Statement("age", Span(52, 60), "not known"),)),
)


def _page(*claims: Claim) -> str:
    return render(Report((Result(Document("a.txt", TEXT), (), claims=claims),), {}, Verdict(True, ""), Meta("9.9", 1)))


def test_a_claim_is_shown_with_its_line_reasons_and_verdict() -> None:
    first, second = checklist(CLAIMS, Document("a.txt", TEXT), "d1")
    assert (first.line, first.verdict, first.facts) == (3, "contradicts the sheets", (("Lyon, the French", "contradicts", FACT),))
    assert (second.line, second.verdict, second.reasons, second.facts) == (4, "not known", "a superlative, a figure", ())


def test_a_long_claim_is_shortened() -> None:
    (shown,) = checklist((Claim(Span(0, 900), 1.0, ()),), Document("a", "word " * 180), "d1")
    assert len(shown.words) == 302
    assert shown.words.endswith("…")


def test_the_page_lists_the_claims_with_all_text_escaped() -> None:
    page = _page(*CLAIMS)
    assert "Claims worth checking" in page
    assert "the capital of France is Paris &amp; not Lyon" in page
    assert "Anna &lt;Kell&gt;" in page
    assert "<b>capital" not in page


def test_each_claim_leads_to_its_place_in_the_text() -> None:
    page = _page(*CLAIMS)
    for claim in CLAIMS:
        assert f'href="#d1-c{claim.span.start}"' in page
        assert f'id="d1-c{claim.span.start}"' in page


def test_without_claims_the_page_has_no_such_list() -> None:
    assert "Claims worth checking" not in _page()
