"""This file tests the order of findings, which of two that say the same stays, and that fingerprints outlive edits elsewhere."""

from __future__ import annotations

import time
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from audit.markup.read import read_prose
from audit.merge import merge
from audit.model import Document, Finding, Span

TEXT = "The bridge is open. The bridge is long.\nNobody crosses the bridge at night, the mayor said.\n"


def finding(start: int, end: int, rule: str = "grammar/a", category: str = "linguistic-conventions/grammar", **more: Any) -> Finding:
    given = {"severity": "minor", "confidence": 0.9, **more}
    return Finding(rule, Span(start, end), TEXT[start:end], "m", category, **given)


def on(quote: str, text: str = TEXT, nth: int = 0, rule: str = "grammar/a") -> Finding:
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return Finding(rule, Span(start, start + len(quote)), quote, "m", "style/awkward", "minor", 0.9)


def spans(*findings: Finding) -> list[tuple[int, int, str]]:
    return [(kept.span.start, kept.span.end, kept.rule) for kept in merge(findings, Document("a", TEXT))]


def fingerprints(text: str, *findings: Finding) -> list[str]:
    return [kept.fingerprint for kept in merge(findings, Document("a", text))]


def test_findings_stand_in_the_order_of_the_text() -> None:
    assert spans(finding(20, 23), finding(4, 10), finding(4, 8, "name/b", "facts/name")) == [
        (4, 8, "name/b"),
        (4, 10, "grammar/a"),
        (20, 23, "grammar/a"),
    ]


def test_the_same_finding_twice_is_one() -> None:
    assert spans(finding(4, 10), finding(4, 10)) == [(4, 10, "grammar/a")]


def test_of_two_of_one_kind_the_graver_stays() -> None:
    assert spans(finding(0, 19), finding(4, 10, "grammar/b", severity="major")) == [(4, 10, "grammar/b")]
    assert spans(finding(0, 19, severity="critical"), finding(4, 10, "grammar/b", severity="major")) == [(0, 19, "grammar/a")]


def test_what_the_dropped_one_knows_of_the_references_the_other_keeps() -> None:
    grave, told = finding(4, 10, severity="major"), finding(4, 10, "reference/b", reference_spans=((0, Span(7, 9)),))
    assert [(one.rule, one.reference_spans) for one in merge([told, grave], Document("a", TEXT))] == [("grammar/a", ((0, Span(7, 9)),))]
    own = finding(4, 10, severity="major", reference_spans=((0, Span(1, 2)),))
    assert [one.reference_spans for one in merge([told, own], Document("a", TEXT))] == [((0, Span(1, 2)),)]


def test_of_two_equally_grave_the_surer_stays_then_the_longer() -> None:
    assert spans(finding(0, 19), finding(4, 10, "grammar/b", confidence=0.95)) == [(4, 10, "grammar/b")]
    assert spans(finding(4, 10, "grammar/b"), finding(0, 19)) == [(0, 19, "grammar/a")]


def test_findings_of_different_kinds_both_stay() -> None:
    assert len(spans(finding(0, 19), finding(4, 10, "name/b", "facts/name"))) == 2
    assert len(spans(finding(0, 19), finding(4, 10, "grammar/b", "linguistic-conventions/spelling"))) == 2


def test_of_the_wording_only_one_thing_is_said_of_the_very_same_words() -> None:
    assert spans(finding(4, 10), finding(4, 10, "spelling/b", "linguistic-conventions/spelling", severity="major")) == [
        (4, 10, "spelling/b")
    ]
    assert spans(finding(4, 10), finding(4, 10, "style/b", "style/awkward", severity="major")) == [(4, 10, "style/b")]
    assert len(spans(finding(4, 10), finding(4, 10, "name/b", "facts/name"))) == 2


def test_findings_that_only_overlap_both_stay() -> None:
    assert len(spans(finding(0, 10), finding(4, 19, "grammar/b"))) == 2


def test_a_rule_does_not_say_the_same_of_a_part() -> None:
    assert spans(finding(0, 19), finding(4, 10)) == [(0, 19, "grammar/a")]


def test_fingerprints_outlive_paragraphs_that_come_before_and_after() -> None:
    (before,) = fingerprints(TEXT, on("crosses"))
    longer = f"A new opening, by our staff.\n\n{TEXT}\nAnd an end.\n"
    assert fingerprints(longer, on("crosses", longer)) == [before]


def test_fingerprints_outlive_another_kind_of_space_and_line_end() -> None:
    text = TEXT.replace("Nobody crosses", "Nobody  crosses").replace("\n", "\r\n")
    assert fingerprints(text, on("crosses", text)) == fingerprints(TEXT, on("crosses"))


def test_fingerprints_change_with_the_words_their_neighbours_and_the_rule() -> None:
    text = TEXT.replace("Nobody crosses", "Somebody crosses")
    known = {
        *fingerprints(TEXT, on("crosses")),
        *fingerprints(TEXT, on("crosses the")),
        *fingerprints(text, on("crosses", text)),
        *fingerprints(TEXT, on("crosses", rule="grammar/b")),
    }
    assert len(known) == 4


def test_the_same_words_in_two_places_have_two_fingerprints() -> None:
    first, second = fingerprints(TEXT, on("bridge"), on("bridge", nth=1))
    assert first != second
    text = "It was cold.\n" * 3
    assert len({*fingerprints(text, *(on("cold", text, nth) for nth in range(3)))}) == 3


def test_a_repeated_line_put_in_below_leaves_the_first_fingerprint_as_it_was() -> None:
    once, twice = "It was cold.\n", "It was cold.\n" * 2
    assert fingerprints(twice, on("cold", twice), on("cold", twice, 1))[0] == fingerprints(once, on("cold", once))[0]


def test_half_a_surrogate_pair_breaks_nothing() -> None:
    text = "a \ud800 cold b"
    assert len(fingerprints(text, on("cold", text))) == 1


def test_a_finding_of_pages_makes_one_deep_inside_it_needless() -> None:
    text = "x " * 5000
    whole, inside, other = (
        Finding(rule, Span(start, end), text[start:end], "m", "style/awkward", severity, 0.9)
        for rule, start, end, severity in (("a/b", 0, 9999, "major"), ("c/d", 5000, 5003, "minor"), ("a/b", 9998, 10000, "minor"))
    )
    assert [kept.span for kept in merge([inside, other, whole], Document("a", text))] == [whole.span, other.span]


def test_ten_thousand_findings_are_merged_at_once() -> None:
    text = "the the " * 10_000
    many = [Finding("a/b", Span(start, start + 7), "the the", "m", "style/awkward", "minor", 0.9) for start in range(0, len(text), 8)]
    start = time.perf_counter()
    assert len(merge(many, Document("a", text))) == 10_000
    assert time.perf_counter() - start < 5


FINDINGS = st.builds(
    lambda start, length, rule, category, severity, confidence: Finding(
        rule, Span(start, start + length), TEXT[start : start + length], "m", category, severity, confidence
    ),
    st.integers(0, 30),
    st.integers(1, 20),
    st.sampled_from(["a/b", "c/d"]),
    st.sampled_from(["style/awkward", "style/register", "facts/name"]),
    st.sampled_from(["minor", "major", "critical"]),
    st.sampled_from([0.8, 0.9]),
)


@given(st.lists(FINDINGS, max_size=8))
def test_whatever_comes_what_stays_is_sorted_unique_and_independent_of_the_order_of_arrival(findings: list[Finding]) -> None:
    document = Document("a", TEXT)
    kept = merge(findings, document)
    assert kept == merge(reversed(findings), document) == merge(kept, document)
    assert [item.span for item in kept] == sorted(item.span for item in kept)
    assert len({item.fingerprint for item in kept}) == len(kept)
    worst = max((item.severity == "critical" for item in findings), default=False)
    assert any(item.severity == "critical" for item in kept) == worst


def test_what_an_engine_says_of_the_wording_that_a_rule_of_ours_marks_is_dropped() -> None:
    assert spans(finding(8, 16, "engine/a", "linguistic-conventions/spelling", severity="major"), finding(4, 10)) == [(4, 10, "grammar/a")]
    assert len(spans(finding(8, 16, "engine/a"), finding(4, 7))) == 2
    assert len(spans(finding(4, 10, "engine/a"), finding(4, 10, "facts/b", "facts/name"))) == 2


def test_of_two_overlapping_complaints_one_stays() -> None:
    assert spans(finding(4, 10, "engine/a"), finding(8, 16, "engine/b", "style/awkward", confidence=0.95)) == [(8, 16, "engine/b")]


PARAGRAPHS = [
    "The bridge is open.",
    "Nobody crosses the bridge at night, the mayor said.",
    "It was cold and it was cold.",
    "A long bridge fell.",
]


@given(st.permutations(PARAGRAPHS), st.lists(st.sampled_from(["", "A new line.", "The town sleeps."]), min_size=4, max_size=4))
def test_fingerprints_outlive_moved_paragraphs_and_new_ones_between_them(moved: list[str], new: list[str]) -> None:
    assert by_place("\n\n".join(PARAGRAPHS)) == by_place("\n\n".join(part for pair in zip(moved, new, strict=True) for part in pair))


def by_place(text: str) -> dict[tuple[str, int], str]:
    """The fingerprint of every bridge and cold, by its paragraph and its place in it."""
    found = merge([on(word, text, nth) for word in ("bridge", "cold") for nth in range(text.count(word))], Document("a", text))
    starts = [text.rfind("\n", 0, one.span.start) + 1 for one in found]
    lines = [text[start:].split("\n", maxsplit=1)[0] for start in starts]
    return {(line, one.span.start - start): one.fingerprint for one, start, line in zip(found, starts, lines, strict=True)}


def test_fingerprints_outlive_an_edit_three_words_away_in_the_same_sentence() -> None:
    text = TEXT.replace("Nobody crosses the", "Hardly anybody crosses the")
    assert fingerprints(text, on("at", text)) == fingerprints(TEXT, on("at"))


def test_fingerprints_outlive_marks_round_the_words_and_paragraphs_moved_within_one_line() -> None:
    pages = [f"<p>{one}</p><p>{two}</p>" for one, two in (("A <b>bridge</b> fell.", "It was long."), ("It was long.", "A bridge fell."))]
    prints = []
    for page in pages:
        read = read_prose(page, "html", 0, "a.html")
        document = Document("a.html", page, read.prose, read.runs)
        start = read.prose.index("bridge")
        span = document.to_text(Span(start, start + 6))
        prints.append(merge([Finding("grammar/a", span, span.of(page), "m", "style/awkward", "minor", 0.9)], document)[0].fingerprint)
    assert prints[0] == prints[1]
