"""This file tests which sentences are worth checking, in which order, and what is said of them."""

from __future__ import annotations

from dataclasses import replace

from audit.analyse import analyse
from audit.claims import rank
from audit.model import Analysis, Claim, Document, Span, Statement
from audit.segment import segment

TEXT = """Prices of bread

It was a quiet morning in the valley. Unemployment rose to 12 per cent in 2019, the highest level in the country, because the mines closed.
The minister said that 300 people had been killed in the attack. Will taxes rise by 5 per cent? He walked on.
The French capital Lyon was calm all day long.
"""


def _analysis(text: str = TEXT, *statements: Statement) -> Analysis:
    document = Document("a", text)
    return replace(analyse(document, segment(document)), statements=statements)


def _said(verdict: str, words: str = "The French capital Lyon") -> Statement:
    start = TEXT.index(words)
    return Statement("capital", Span(start, start + len(words)), verdict, "the capital of France is Paris")  # type: ignore[arg-type]


def _sentences(claims: tuple[Claim, ...]) -> list[str]:
    return [claim.span.of(TEXT).split()[0] for claim in claims]


def test_figures_accusations_and_superlatives_are_listed_and_the_rest_is_not() -> None:
    assert _sentences(rank(_analysis())) == ["Unemployment", "The"]


def test_reasons_are_given_the_heaviest_first() -> None:
    first, second = rank(_analysis())
    assert first.reasons == ("a superlative", "a figure", "a comparison", "a date", "a cause")
    assert second.reasons[:2] == ("an accusation", "an official statement")


def test_a_contradiction_comes_first() -> None:
    first = rank(_analysis(TEXT, _said("contradicts")))[0]
    assert (first.verdict, first.span.of(TEXT)) == ("contradicts", "The French capital Lyon was calm all day long.")


def test_a_claim_without_a_known_statement_is_not_known() -> None:
    assert {claim.verdict for claim in rank(_analysis(TEXT, _said("not known")))} == {"not known"}


def test_one_contradiction_outweighs_an_agreement() -> None:
    both = Claim(Span(0, 1), 1.0, (), (_said("agrees"), _said("contradicts")))
    assert both.verdict == "contradicts"
    assert replace(both, statements=(_said("agrees"), _said("not known"))).verdict == "agrees"


def test_headings_and_questions_claim_nothing() -> None:
    heading = "Record 12 per cent of all killed in 2019 attack because of largest fraud\n\nA dog sat down."
    assert rank(_analysis(heading)) == ()
    assert rank(_analysis("Did the highest tax rise by 12 per cent?")) == ()


def test_the_list_is_not_longer_than_an_editor_reads() -> None:
    many = " ".join(f"The highest tax rose by {number} per cent because of fraud." for number in range(10, 60))
    assert len(rank(_analysis(many))) == 20
