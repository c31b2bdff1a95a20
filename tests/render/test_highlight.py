"""This file tests how prose is cut into stretches for highlighting."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from audit.model import Paragraph, Span
from audit.render.highlight import cut, pieces


@given(
    st.integers(0, 30).flatmap(
        lambda length: st.tuples(
            st.just(length),
            st.lists(st.tuples(st.integers(0, length), st.integers(0, length)).map(lambda pair: Span(min(pair), max(pair))), max_size=6),
        )
    )
)
def test_stretches_stand_end_to_end_and_carry_all_findings_that_cover_them(case: tuple[int, list[Span]]) -> None:
    length, spans = case
    stretches = list(cut(length, spans, [], []))
    assert "".join("x" * (stretch.span.end - stretch.span.start) for stretch in stretches) == "x" * length
    assert all(one.span.end == two.span.start for one, two in pairwise(stretches))
    for stretch in stretches:
        covering = {number for number, span in enumerate(spans) if span.contains(stretch.span)}
        if stretch.span.start < stretch.span.end:
            assert set(stretch.findings) == {number for number in covering if spans[number].start < spans[number].end}
    assert {number for stretch in stretches for number in stretch.ending} == set(range(len(spans)))


def test_text_between_paragraphs_is_shown_and_white_space_stays_with_the_paragraph_before() -> None:
    found = pieces("One.\n\nlost\n\nTwo.\n", [Paragraph(Span(0, 4), True), Paragraph(Span(12, 16), False)])
    assert [(piece.span, piece.heading) for piece in found] == [(Span(0, 4), True), (Span(4, 12), False), (Span(12, 17), False)]
